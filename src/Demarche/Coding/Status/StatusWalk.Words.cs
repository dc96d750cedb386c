using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>The words at the trigger itself: auxiliaries, negation, adverbs, modifiers, conditions.</summary>
sealed partial class StatusWalk
{
    void OwnWords(int node)
    {
        if (IsNominal(node))
            NounModifiers(node);
        if (!IsNominal(node) || HasCopula(node))
            status = Compose(status, ClauseStatus(node), StatusOperator.Carry);
        else
            NoDeterminer(node);
        if (IsNominal(node))
        {
            CancelledInside(node);
            NounAhead(node);
            ConditionAtNoun(node);
        }
        SayingBeside(node);
        HadHoped(node);
        Staged(node);
        SoCalled();
        SaidByTheWay();
        Wished(node);
        SentencesBeside();
    }

    // "Marines repelled a simulated attack": done to what is not there.
    void Staged(int node)
    {
        // "carried out simulated strikes" is a drill, and that was held.
        if (!status.IsReal() || IsNominal(node) || OperatorOf(node, "noun") == StatusOperator.Carry)
            return;
        foreach (var child in tokens.Children[node])
            if (Phrases.Relation(tokens, child) is "nsubj" or "obj" && tokens.Children[child].FirstOrDefault(inner => listed.Staged.Contains(Lower(inner)), -1) is >= 0 and var staged)
            {
                Because(staged, StatusReading.Fiction);
                status = EventStatus.Hypothetical;
                return;
            }
    }

    // "Hezbollah, it was reported, had fired rockets"
    void SaidByTheWay()
    {
        for (var i = sentence.First; status.IsReal() && i + 4 < sentence.End && i < sentence.First + Reach; i++)
            if (tokens.Forms[i] == "," && Lower(i + 1) == "it" && Lower(i + 2) is "was" or "is" && listed.Hearsay.Contains(tokens.Lemmas[i + 3]) && tokens.Forms[i + 4] == ",")
            {
                Because(i + 3, Name(StatusOperator.Allege));
                status = EventStatus.Alleged;
            }
    }

    // "It is high time the union suspended Chad." "Did Israel strike Isfahan?"
    void Wished(int node)
    {
        if (!status.IsReal() || ClauseOf(node) is not { IsFinite: true } clause)
            return;
        for (var i = node - 1; i >= sentence.First && i > node - Reach && tokens.Tags[i] is not (PartOfSpeech.PUNCT or PartOfSpeech.VERB) && tokens.FineTags[i] is not ("WP" or "WDT"); i--)
            if (PhraseAt(listed.Wishes, i, node))
            {
                Suppose(i);
                return;
            }
        if (clause.Subject > sentence.First && IsQuestion() && tokens.Children[node].Any(child => tokens.Relations[child].StartsWith("aux", StringComparison.Ordinal) && child < clause.Subject && clause.Subject < node)
            && !tokens.Children[node].Any(child => Lower(child) is "why" or "how" or "when"))
            Unreal(clause.Subject, "asked, not told");
    }

    // "aired what it said was the confession of an agent who had plotted": the words are the sayer's.
    void SoCalled()
    {
        for (var i = trigger - 1; status.IsReal() && i > sentence.First && i > trigger - Reach && tokens.Forms[i] is not ("," or ";" or ":"); i--)
            if (Lower(i) is "was" or "were" or "is" or "are" && OperatorOf(i - 1, "that") is StatusOperator.Report or StatusOperator.Allege && IsInWhatClause(i))
            {
                Because(i - 1, "so called");
                status = EventStatus.Alleged;
            }
    }

    // "had hoped to meet him, but the talks were called off": the hope is over.
    void HadHoped(int node)
    {
        if (!status.IsReal() || ClauseOf(node) is not { Perfect: true, HasPastAuxiliary: true } || OperatorOf(node, "had") is not StatusOperator.Cancel)
            return;
        Because(node, "hoped or planned before");
        status = IsContradicted(node) || IsCalledOffBeside(node) ? EventStatus.Cancelled : EventStatus.Planned;
    }

    /// <summary>The status that a predicate's own words give to what it tells; real is Occurred or Ongoing.</summary>
    EventStatus ClauseStatus(int node)
    {
        var clause = ClauseOf(node);
        var result = EventStatus.Occurred;
        if (clause.Progressive && !clause.HasPastAuxiliary)
            result = EventStatus.Ongoing;
        if (clause.Modality != Modality.None && !IsConsumed(clause.ModalWord))
            result = ModalStatus(node, clause);
        else if (clause.IsToInfinitive)
        {
            // "was to have visited" did not come about; "is to visit" is a plan.
            result = clause.HasPastAuxiliary && (clause.Perfect || IsContradicted(node)) ? EventStatus.Cancelled : EventStatus.Planned;
            Because(node, "to be to");
        }
        else if (IsOnTheTimetable(node, clause))
        {
            result = EventStatus.Planned;
            Because(node, "present tense with a day");
        }
        else if (ComingUp(node) is >= 0 and var soon)
        {
            result = EventStatus.Planned;
            Because(soon, "future");
        }
        if (clause.Negated && !IsConsumed(clause.NegationWord) && spentNegations.Add(clause.NegationWord))
        {
            result = Negate(result, clause);
            Because(clause.NegationWord, "negation");
        }
        foreach (var child in tokens.Children[node])
            result = Adjunct(node, child, clause, result);
        return result;
    }

    // "Ministers meet in Kuwait on Sunday." Headlines, without a full stop, tell the past so.
    bool IsOnTheTimetable(int node, Clause clause)
    {
        if (clause is not { Form: VerbForm.Present, HasAuxiliary: false } || !EndsWithStop()
            || !listed.Timetable.Contains(tokens.Lemmas[node]))
            return false;
        foreach (var child in tokens.Children[node])
            if (Phrases.Relation(tokens, child) == "obl" && listed.Days.Contains(tokens.Forms[child]))
                return true;
        return false;
    }

    bool EndsWithStop()
    {
        for (var i = sentence.End - 1; i >= sentence.First && tokens.Tags[i] == PartOfSpeech.PUNCT; i--)
            if (tokens.Forms[i] == ".")
                return true;
        return false;
    }

    EventStatus ModalStatus(int node, Clause clause)
    {
        if (clause.Modality != Modality.Future)
            hedges.Add(clause.ModalWord);
        switch (clause.Modality)
        {
            case Modality.Future:
                Because(clause.ModalWord, "future");
                return EventStatus.Planned;
            case Modality.Would when !clause.Perfect && IsToldInThePast(node):
                Because(clause.ModalWord, "future of the past");
                return EventStatus.Planned;
            default:
                Because(clause.ModalWord, "modal");
                return EventStatus.Hypothetical;
        }
    }

    // "Said it would withdraw" is the past of "will withdraw"; without a verb of saying above, "would" is conditional.
    bool IsToldInThePast(int node)
    {
        var top = node;
        while (tokens.Relations[top] == "conj" && tokens.Heads[top] >= 0)
            top = tokens.Heads[top];
        return tokens.Heads[top] is >= 0 and var above && Phrases.Relation(tokens, top) is "ccomp" or "acl"
            && lexicon.Find(OperatorClassOf(above), tokens.Lemmas[above], "that") is StatusOperator.Report or StatusOperator.Plan or StatusOperator.Presuppose;
    }

    static EventStatus Negate(EventStatus result, Clause clause) => result switch
    {
        EventStatus.Planned => EventStatus.Negated,
        // "cannot attend", "would not accept" are refusals; "may not attend" is open.
        EventStatus.Hypothetical when clause.Modality == Modality.Would => EventStatus.Negated,
        EventStatus.Hypothetical => EventStatus.Hypothetical,
        EventStatus.Cancelled => EventStatus.Planned,
        _ => EventStatus.Negated,
    };

    EventStatus Adjunct(int node, int child, Clause clause, EventStatus result)
    {
        if (IsConsumed(child))
            return result;
        // "In the film a spy kidnaps a scientist"
        if (Phrases.Relation(tokens, child) == "obl" && result.IsReal() && Connector(child) == "in" && IsFiction(child))
        {
            Because(child, StatusReading.Fiction);
            return EventStatus.Hypothetical;
        }
        // "In his telling Seoul apologised"
        if (Phrases.Relation(tokens, child) == "obl" && result.IsReal() && Connector(child) is "in" or "by" && OperatorOf(child, "account") == StatusOperator.Allege
            && tokens.Children[child].Any(owner => tokens.Relations[owner] == "nmod:poss" || (tokens.Relations[owner] == "nmod" && Connector(owner) == "of")))
        {
            Because(child, "somebody's account");
            return EventStatus.Alleged;
        }
        // "On no account would Delhi accept mediation"
        if (Phrases.Relation(tokens, child) == "obl" && child < node && listed.Nowise.Contains(tokens.Lemmas[child]) && tokens.Children[child].Any(no => Lower(no) == "no") && result != EventStatus.Negated)
        {
            Because(child, "negation");
            return Negate(result, clause);
        }
        switch (Phrases.Relation(tokens, child))
        {
            case "advmod":
                return Adverb(node, child, result);
            // "If the accounts are accurate, the soldiers shot the men": a past act that hangs on what is open now.
            case "advcl" when (!clause.IsPast || (child < node && ClauseOf(child) is { IsPast: false, IsTensed: true, Modality: Modality.None })) && !BelongsToConjunct(node, child) && ConditionalMarker(child) is >= 0 and var marker && result is not (EventStatus.Negated or EventStatus.Cancelled):
                hedges.Add(marker);
                Because(marker, "condition");
                return EventStatus.Hypothetical;
            default:
                return result;
        }
    }

    // "continue to negotiate and could agree if ...": the condition is the nearer verb's.
    bool BelongsToConjunct(int node, int clause) =>
        clause > node && HasModalBetween(node + 1, tokens.Children[clause].FirstOrDefault(clause));

    EventStatus Adverb(int node, int adverb, EventStatus result)
    {
        // "nearly 150 were deported" hangs on the number; what stands after an agent's "by" hedges the agent, not the act.
        if (adverb + 1 < tokens.Count && Lower(adverb + 1) == "by")
        {
            hedges.Add(adverb);
            return result;
        }
        switch (lexicon.Find(OperatorClass.Adverb, Lower(adverb)))
        {
            case StatusOperator.Allege:
                hedges.Add(adverb);
                Because(adverb, "allegation");
                return result.IsReal() ? EventStatus.Alleged : result;
            case StatusOperator.Suppose:
                hedges.Add(adverb);
                Because(adverb, "hedge");
                return result.IsReal() || result == EventStatus.Planned ? EventStatus.Hypothetical : result;
            case StatusOperator.Prevent when result.IsReal() && adverb < node && Lower(adverb) != "never" && tokens.Tags[node] == PartOfSpeech.VERB:
                Because(adverb, "near-miss");
                return EventStatus.Negated;
            default:
                return result;
        }
    }

    /// <summary>The word that makes a clause a condition ("if", "unless", an inverted "should"), or -1.</summary>
    int ConditionalMarker(int clause)
    {
        foreach (var child in tokens.Children[clause])
        {
            if (tokens.Relations[child] is "mark" or "advmod" or "case" && listed.Conditions.Contains(Lower(child)))
                return child;
            if (tokens.Relations[child] == "aux" && Lower(child) is "should" or "had" or "were" && IsInverted(clause, child))
                return child;
        }
        return -1;
    }

    bool IsInverted(int clause, int auxiliary) => auxiliary < clause
        && tokens.Children[clause].Any(child => Phrases.Relation(tokens, child) == "nsubj" && child > auxiliary && child < clause)
        && !tokens.Children[clause].Any(child => child < auxiliary && tokens.Relations[child] is "mark" or "advmod" or "obj");

    void NounModifiers(int noun)
    {
        foreach (var child in tokens.Children[noun])
        {
            if (IsConsumed(child))
                continue;
            switch (Phrases.Relation(tokens, child))
            {
                case "amod" or "compound" or "advmod" or "det":
                    if ((lexicon.Find(OperatorClass.Modifier, Lower(child)) ?? (Lower(child).EndsWith("ly", StringComparison.Ordinal) ? lexicon.Find(OperatorClass.Adverb, Lower(child)) : null)) is { } found)
                        Modified(child, found);
                    break;
                case "acl":
                    PatientOf(noun, child);
                    break;
            }
        }
    }

    // "'Ceasefire within days' if rebels accept"
    void ConditionAtNoun(int noun)
    {
        foreach (var child in tokens.Children[noun])
            if (Phrases.Relation(tokens, child) == "advcl" && ConditionalMarker(child) is >= 0 and var marker)
                Suppose(marker);
    }

    // "a meeting with Xi in Chile that was cancelled": the clause may hang on a word inside the phrase.
    void CancelledInside(int noun)
    {
        var (_, end) = Phrases.Subtree(tokens, noun);
        for (var i = noun + 1; i < sentence.End && i < noun + Reach; i++)
            if (tokens.Relations[i] == "acl:relcl" && tokens.Heads[i] != noun && (i < end || HangsBeside(tokens.Heads[i], noun)) && ClauseOf(i).Passive && OperatorOf(i, "noun") == StatusOperator.Cancel)
                Modified(i, StatusOperator.Cancel);
    }

    // A place after the noun that the parser hung on the verb of both: it is no place that is cancelled.
    bool HangsBeside(int place, int noun) => place > noun && tokens.Tags[place] == PartOfSpeech.PROPN && tokens.Heads[place] == tokens.Heads[noun];

    // "A meeting planned for Friday", "a visit that was cancelled", "an attack he denied": the noun is what the clause is about.
    void PatientOf(int noun, int clause)
    {
        var passive = Clause.FormOf(tokens, clause) == VerbForm.PastParticiple;
        if (!passive && (tokens.Relations[clause] != "acl:relcl" || tokens.Children[clause].Any(child => tokens.Relations[child] is "obj" or "ccomp" or "xcomp")))
            return;
        if (!passive && !tokens.Children[clause].Any(child => Phrases.Relation(tokens, child) == "nsubj" && Lower(child) is not ("that" or "which" or "who")))
            return;
        if ((MeantFor(clause) ?? OperatorOf(clause, "noun")) is not { } found || found is StatusOperator.Report or StatusOperator.Carry or StatusOperator.Presuppose or StatusOperator.Topic)
            return;
        Modified(clause, found);
    }

    // "a ceasefire that was meant to begin"
    StatusOperator? MeantFor(int clause)
    {
        foreach (var child in tokens.Children[clause])
            if (tokens.Relations[child] == "xcomp" && ClauseOf(child).HasTo && OperatorOf(child, "subject") == StatusOperator.Carry)
                return OperatorOf(clause, "inf") is StatusOperator.Plan ? StatusOperator.Plan : null;
        return null;
    }

    void Modified(int word, StatusOperator found)
    {
        applied.Add(word);
        var before = status;
        isSettled |= found == StatusOperator.Cancel && Phrases.Relation(tokens, word) == "acl";
        status = Apply(found, status);
        if (found is StatusOperator.Suppose or StatusOperator.Allege)
            hedges.Add(word);
        if (before != status)
            Because(word, Name(found));
    }

    void NoDeterminer(int noun)
    {
        if (NegatingDeterminer(noun) is not (>= 0 and var no) || !spentNegations.Add(no))
            return;
        Because(no, "negation");
        status = Compose(status, EventStatus.Negated, StatusOperator.Carry);
    }

    int NegatingDeterminer(int noun)
    {
        foreach (var child in tokens.Children[noun])
            if (((tokens.Relations[child] is "det" or "cc:preconj" && Lower(child) is "no" or "neither")
                || (child < noun && Lower(child) == "not" && Lower(child + 1) is "a" or "one" or "even")) && !IsConsumed(child))
                return child;
        return -1;
    }

    // "Russia struck the base, Ukraine alleged": the saying hangs on what is said.
    void SayingBeside(int node)
    {
        foreach (var child in tokens.Children[node])
            if (tokens.Relations[child] == "parataxis" && !tokens.Children[child].Any(inner => tokens.Relations[inner] is "ccomp" or "obj")
                && (Saying(child) is StatusOperator.Allege or StatusOperator.Deny || IsHearsay(child)))
                Modified(child, Saying(child) is StatusOperator.Deny ? StatusOperator.Deny : StatusOperator.Allege);
    }

    // "..., monitors report.": a singular noun after a plural one is a verb.
    StatusOperator? Saying(int word) => tokens.FineTags[word] == "NN" && word > sentence.First && tokens.FineTags[word - 1] == "NNS"
        ? lexicon.Find(OperatorClass.Verb, Lower(word), "that") : OperatorOf(word, "that");

    // ", activists alleged." at the end of a sentence, wherever the parser hung it.
    void SayingAtTheEnd()
    {
        var last = sentence.End - 1;
        while (last > trigger && tokens.Tags[last] == PartOfSpeech.PUNCT)
            last--;
        if (last <= trigger + 2 || tokens.Tags[last] != PartOfSpeech.VERB || OperatorOf(last, "that") is not (StatusOperator.Allege or StatusOperator.Deny))
            return;
        for (var i = last - 1; i > trigger && i >= last - 8; i--)
            if (tokens.Forms[i] is "," or "”" or "\"")
            {
                Modified(last, OperatorOf(last, "that")!.Value);
                return;
            }
            else if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.AUX or PartOfSpeech.SCONJ || Lower(i) is "that" or "which" or "who" or "whom")
                return;
    }

    int ComingUp(int node)
    {
        if (node < sentence.First + 2 || Lower(node - 1) != "to" || Lower(node - 2) != "about")
            return -1;
        return node - 2;
    }

    static string Name(StatusOperator found) => found switch
    {
        StatusOperator.Report => "reported",
        StatusOperator.Presuppose => "taken for real",
        StatusOperator.Topic => "a topic",
        StatusOperator.Background => "in passing",
        StatusOperator.Carry => "shares its status",
        StatusOperator.Fail => "not brought about",
        StatusOperator.Prevent => "kept from happening",
        StatusOperator.Plan => "planned",
        StatusOperator.Suppose => "open",
        StatusOperator.Allege => "alleged",
        StatusOperator.Deny => "denied",
        StatusOperator.Cancel => "called off",
        _ => throw new ArgumentOutOfRangeException(nameof(found)),
    };
}
