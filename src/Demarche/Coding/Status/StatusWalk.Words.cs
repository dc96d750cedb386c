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
        InFiction();
        CalledInQuestion();
    }

    // "The lawyer said that soldiers had beheaded a man. The ministry did not address the allegation.", "... Moscow denied it."
    void CalledInQuestion()
    {
        if (status.IsReal() && AllegationBehind() is > 0 and var word)
        {
            Because(word, "called in question");
            status = EventStatus.Alleged;
        }
        var index = document.SentenceOf(trigger);
        if (!status.IsReal() || index + 1 >= document.Sentences.Length || !document.Quotations.Any(quotation => quotation.Speaker >= 0 && quotation.Cue != trigger && quotation.Content.Contains(tokens.Spans[trigger])))
            return;
        var following = document.Sentences[index + 1];
        for (var i = following.First + 1; i < following.End && i < following.First + Reach; i++)
            if (Lower(i - 1) is "the" or "this" or "that" or "these" or "those" ? listed.Doubted.Contains(tokens.Lemmas[i]) && tokens.Tags[i] == PartOfSpeech.NOUN : IsDeniedOutright(i, following))
            {
                Because(i, "called in question");
                status = EventStatus.Alleged;
                return;
            }
    }

    // "He had been poisoned by agents, an allegation for which there is no proof": of an act, not of the accusing itself.
    int AllegationBehind()
    {
        if (OperatorOf(trigger, "of") == StatusOperator.Allege || OperatorOf(trigger, "that") is not null)
            return -1;
        for (var i = trigger + 1; i + 2 < sentence.End && i < trigger + Reach; i++)
            if (tokens.Forms[i] == "," && Lower(i + 1) is "a" or "an")
                for (var noun = i + 2; noun < Math.Min(i + 4, sentence.End); noun++)
                    if (tokens.Tags[noun] == PartOfSpeech.NOUN && listed.Doubted.Contains(tokens.Lemmas[noun]))
                        return noun;
        return -1;
    }

    // "denied it", "rejected that": not "denied any link to ...".
    bool IsDeniedOutright(int verb, Sentence within) => tokens.Tags[verb] == PartOfSpeech.VERB && verb + 1 < within.End && Lower(verb + 1) is "it" or "this" or "that"
        && (verb + 2 == within.End || tokens.Tags[verb + 2] is PartOfSpeech.PUNCT or PartOfSpeech.CCONJ or PartOfSpeech.ADV or PartOfSpeech.ADP)
        && OperatorOf(verb, "that") == StatusOperator.Deny && ClauseStatus(verb) is EventStatus.Occurred or EventStatus.Ongoing;

    // "had hoped to meet him, but the talks were called off": the hope is over.
    void HadHoped(int node)
    {
        if (!status.IsReal() || ClauseOf(node) is not { Perfect: true, HasPastAuxiliary: true } || OperatorOf(node, "had") is not StatusOperator.Cancel)
            return;
        Because(node, "hoped or planned before");
        status = IsContradicted(node) || IsCalledOffBeside() ? EventStatus.Cancelled : EventStatus.Planned;
    }

    // "In a war game the fleet was sunk. Japan declared war.": the paragraph goes on with what it tells.
    void InFiction()
    {
        if (!status.IsReal())
            return;
        var index = document.SentenceOf(trigger);
        for (var before = index - 1; before >= Math.Max(0, index - LongestFiction) && !StartsParagraph(document.Sentences[before + 1]); before--)
        {
            var earlier = document.Sentences[before];
            if (Lower(earlier.First) is not ("in" or "under") || tokens.Heads[earlier.First] is not (>= 0 and var work) || work >= earlier.End || !IsFiction(work))
                continue;
            Because(work, StatusReading.Fiction);
            status = EventStatus.Hypothetical;
            return;
        }
    }

    bool StartsParagraph(Sentence other)
    {
        for (var i = other.Span.Start - 1; i >= 0 && char.IsWhiteSpace(document.Article.Text[i]); i--)
            if (document.Article.Text[i] == '\n')
                return true;
        return other.Span.Start == 0;
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
        switch (Phrases.Relation(tokens, child))
        {
            case "advmod":
                return Adverb(node, child, result);
            case "advcl" when !clause.IsPast && !BelongsToConjunct(node, child) && ConditionalMarker(child) is >= 0 and var marker && result is not (EventStatus.Negated or EventStatus.Cancelled):
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
            case StatusOperator.Prevent when result.IsReal() && Lower(adverb) != "never" && tokens.Tags[node] == PartOfSpeech.VERB:
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
                && OperatorOf(child, "that") is StatusOperator.Allege or StatusOperator.Deny)
                Modified(child, OperatorOf(child, "that")!.Value);
    }

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
