using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>The words above the act, one step at a time.</summary>
sealed partial class StatusWalk
{
    /// <summary>"following talks in Riyadh": a preposition that the parser took for a participle of the noun.</summary>
    StatusOperator? StandsAfterPreposition(int noun)
    {
        var first = noun;
        foreach (var child in tokens.Children[noun])
            if (child < first && tokens.Relations[child] is "det" or "amod" or "compound" or "nummod" or "nmod:poss")
                first = child;
        while (first < noun && tokens.Tags[first] is not (PartOfSpeech.VERB or PartOfSpeech.ADP))
            first++;
        if (first == noun && first > sentence.First)
            first--;
        while (first > sentence.First && first < noun && tokens.Tags[first] == PartOfSpeech.DET)
            first--;
        return tokens.Tags[first] == PartOfSpeech.VERB && lexicon.Find(OperatorClass.Preposition, Lower(first)) is StatusOperator.Presuppose or StatusOperator.Plan
            ? lexicon.Find(OperatorClass.Preposition, Lower(first)) : null;
    }

    bool FiniteComplement(int node, int parent)
    {
        if (WhetherMarker(node) is >= 0 and var whether)
        {
            Suppose(whether);
            return Govern(node, parent, "that");
        }
        var clause = ClauseOf(node);
        if (IsToldApart(node, parent, clause))
            return background = true;
        if (clause.Subject >= 0 && IsSentenceOfItsOwn(node, parent))
            return true;
        if (status.IsReal() && IsOrder(node, clause))
        {
            Because(node, "imperative");
            status = EventStatus.Hypothetical;
        }
        // A condition of time after a future that the parser hung beside it: "would free them once tanks were withdrawn".
        if (Connector(node) is { } time && listed.TimeConditions.Contains(time) && HasModalBetween(parent, node))
            Suppose(Marker(node));
        if ((clause is { Form: VerbForm.Base, HasAuxiliary: false, HasTo: false } && clause.Subject >= 0) || IsDemanded(node, parent, clause))
        {
            // "suggested that Beijing resume buying": a subjunctive tells what should be.
            Because(node, "subjunctive");
            status = Compose(status, EventStatus.Hypothetical, StatusOperator.Carry);
        }
        var frame = clause.HasTo && !clause.IsToInfinitive ? "inf" : clause.Form == VerbForm.Gerund && !clause.HasAuxiliary ? "ing" : "that";
        // "It is false that troops crossed": the clause is what the adjective is said of.
        if (frame == "that" && OperatorOf(parent, "that") is { } judged)
            return Governed(node, parent, judged);
        return tokens.Relations[node].StartsWith("csubj", StringComparison.Ordinal) ? Subject(node, parent) : Govern(node, parent, frame);
    }

    /// <summary>A clause that the parser took for a complement but that stands for itself.</summary>
    bool IsToldApart(int node, int parent, Clause clause)
    {
        if (!status.IsReal())
            return false;
        // "The truce, an official said, holds, and the army overruled him": what hangs on a saying put in brackets is outside it.
        if (tokens.Relations[node] == "parataxis" && node != trigger && OperatorOf(node, "that") == StatusOperator.Report)
            return true;
        // "A man wanted for murder was arrested": a content clause has a subject, so the word above is a participle of this one's.
        if (tokens.Relations[node] == "ccomp" && clause is { HasPastAuxiliary: true, Subject: < 0 } && tokens.Relations[parent] == "root" && parent < node && Marker(node) == node
            && Clause.FormOf(tokens, parent) is VerbForm.Past or VerbForm.PastParticiple && !HasOpeningQuote(parent, node))
            return true;
        // "The senate rejected a request, Chad has ruled itself out": a sentence run on.
        if (tokens.Relations[node] == "parataxis" && clause.IsTensed && clause.Subject > parent && Marker(node) == node && OperatorOf(parent, "that") == StatusOperator.Deny && !HasOpeningQuote(sentence.First, node))
            return true;
        if (!clause.IsPast)
            return false;
        // "threatened to tax imports, and in June he imposed levies", "called for restraint, while Oman denounced the bombing"
        if (clause.Subject > parent && ((ClauseOf(parent).HasTo && tokens.Children[node].Any(child => tokens.Relations[child] == "cc" && child < clause.Subject))
            || (tokens.Relations[node] == "parataxis" && Connector(node) is { } contrast && listed.SentenceClauses.Contains(contrast) && tokens.Forms[Math.Max(sentence.First, Marker(node) - 1)] == ",")))
            return true;
        // "said the envoy, whose government expelled ..."
        if (clause.Subject >= 0 && (Lower(clause.Subject) is "who" or "which" || tokens.Children[clause.Subject].Any(child => Lower(child) == "whose")))
            return true;
        // "was asked to explain why guards beat them": who asks why holds that they did.
        return (Connector(node) is { } link && listed.Concessions.Contains(link)) || (Connector(node) == "after" && !HasModalBetween(parent, node))
            || tokens.Children[node].Any(child => tokens.Relations[child] is "advmod" or "mark" && Lower(child) == "why");
    }

    // "A accused B; C dismissed the charge"
    bool IsSentenceOfItsOwn(int node, int parent)
    {
        for (var i = parent + 1; i < node; i++)
            if (tokens.Forms[i] == ";" || (tokens.Forms[i] == ":" && tokens.Tags[parent] == PartOfSpeech.VERB && OperatorOf(parent, "that") is null && OperatorOf(parent, "inf") is null or StatusOperator.Carry))
                return status.IsReal() && !HasOpeningQuote(sentence.First, i);
        return false;
    }

    // "Release them now!", the crowd chanted. "President to rebels: free the hostages"
    bool IsOrder(int node, Clause clause) => clause is { Form: VerbForm.Base or VerbForm.Present, HasAuxiliary: false, HasTo: false, Subject: < 0 }
        && Lower(node) == tokens.Lemmas[node] && (node == sentence.First || tokens.Forms[node - 1] is "\"" or "“" or "'" or "‘" or ":");

    bool HasOpeningQuote(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens.Forms[i] is "\"" or "“" or ":")
                return true;
        return false;
    }

    // "Damascus insisted that the United States withdraw": with a plural subject the subjunctive looks like a present, which would
    // be a past after the past of a verb of demanding.
    bool IsDemanded(int node, int parent, Clause clause) =>
        clause is { Form: VerbForm.Present, HasAuxiliary: false } && Lower(node) == tokens.Lemmas[node] && ClauseOf(parent).IsPast
        && listed.Demanding.Contains(tokens.Lemmas[parent]);

    bool HasModalBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (listed.Futures.Contains(Lower(i)))
                return true;
        return false;
    }

    bool OpenComplement(int node, int parent)
    {
        var clause = ClauseOf(node);
        if (clause.HasTo)
            return Govern(node, parent, "inf");
        // "attacked the embassy, smashing windows": beside the verb, not what it takes.
        if (clause.Form == VerbForm.Gerund && tokens.Forms[Math.Max(sentence.First, node - 1)] == ",")
            return Continue(node, parent);
        if (clause.Form == VerbForm.Gerund)
            return Govern(node, parent, Connector(node) is { } word ? word + "+ing" : "ing");
        return Govern(node, parent, clause.Form is VerbForm.Base or VerbForm.PastParticiple ? "inf" : "noun");
    }

    bool RelativeClause(int node, int noun)
    {
        var clause = ClauseOf(node);
        // "accounts that investigators believe were used to pay rebels"
        if (status.IsReal() && BelieverInside(noun, node) is >= 0 and var belief)
        {
            Because(belief, Name(StatusOperator.Allege));
            status = EventStatus.Alleged;
        }
        // "the accusation (that) it poisoned a banker": no gap for the noun, so this is the noun's content.
        if (HasNoGap(node, clause) && OperatorOf(noun, "that") is (StatusOperator.Allege or StatusOperator.Deny or StatusOperator.Suppose) and var content)
            return Governed(node, noun, content);
        // "claims by villagers that officers had shot them": the content is that of the noun further up.
        if (HasNoGap(node, clause) && ContentNounAbove(noun) is >= 0 and var above)
        {
            next = above;
            return Governed(node, above, OperatorOf(above, "that")!.Value);
        }
        // "corrected a statement which said that four had been killed"
        if (node != trigger && tokens.Tags[noun] == PartOfSpeech.NOUN && OperatorOf(node, "that") is StatusOperator.Report or StatusOperator.Allege && OperatorOf(noun, "that") is StatusOperator.Report or StatusOperator.Allege)
            return Governed(node, noun, StatusOperator.Report);
        // "the boast that his ships had sunk two": what no list tells of is somebody's word.
        if (status.IsReal() && tokens.Tags[noun] == PartOfSpeech.NOUN && OperatorOf(noun, "that") is null && IsContent(node, clause))
            return Governed(node, noun, StatusOperator.Allege);
        // "a drill in which troops storm an island"
        if (OperatorOf(noun, "in which") is { } told && tokens.Children[node].Any(child => Lower(child) is "which" or "where"))
            return Governed(node, noun, told);
        background = true;
        // "accused Nairobi of arming militias, a charge that Kenya rejects": what is said in passing is the teller's.
        if (status.IsReal() && clause.IsTensed && IsInApposition(noun))
            return true;
        // "Rebels who surrender will be pardoned": any that may.
        if (status.IsReal() && clause is { Form: VerbForm.Present, HasAuxiliary: false } && !IsDefinite(noun) && !HasComma(noun, node) && HasModalBetween(node + 1, Math.Min(node + 8, sentence.End)))
        {
            Because(node, "generic");
            status = EventStatus.Hypothetical;
        }
        // "Anyone who looted shops would be shot"
        if (status.IsReal() && clause is { IsPast: true, Perfect: false } && listed.Anyone.Contains(Lower(noun)) && HasModalBetween(node + 1, Math.Min(node + 8, sentence.End)))
        {
            Because(noun, "generic");
            status = EventStatus.Hypothetical;
        }
        if (clause.IsPast || clause.Progressive || clause.Perfect || !status.IsReal() || tokens.Tags[noun] == PartOfSpeech.PROPN || HasComma(noun, node))
            return true;
        // "countries that buy Russian oil" after "threatened to sanction" are open as the threat is.
        return Govern(node, noun, "");
    }

    bool IsInApposition(int noun)
    {
        var first = tokens.Children[noun].Where(child => child < noun && tokens.Relations[child] is "det" or "amod" or "compound").Append(noun).Min();
        return first > sentence.First && tokens.Forms[first - 1] == "," && Lower(first) is "a" or "an";
    }

    // "which officials say was planted": a verb of saying right before the verb or auxiliary of the relative clause.
    int BelieverInside(int noun, int node)
    {
        for (var i = node - 1; i > noun + 1 && i > node - 6; i--)
            if (tokens.Tags[i] == PartOfSpeech.VERB && OperatorOf(i, "that") is StatusOperator.Allege or StatusOperator.Report && tokens.Tags[i + 1] is PartOfSpeech.AUX or PartOfSpeech.VERB && tokens.FineTags[i] is "VBP" or "VBZ" or "VBD"
                && tokens.FineTags[noun + 1] is "WP" or "WDT" && tokens.FineTags[i - 1] is not ("WP" or "WDT"))
                return i;
        return -1;
    }

    bool IsContent(int node, Clause clause) => clause.Subject >= 0 && Lower(clause.Subject) is not ("that" or "which" or "who")
        && tokens.Children[node].Any(child => tokens.Relations[child] == "mark" && Lower(child) == "that")
        && tokens.Children[node].Any(child => tokens.Relations[child] == "obj");

    int ContentNounAbove(int noun)
    {
        for (var (at, steps) = (noun, 3); steps > 0 && Phrases.Relation(tokens, at) == "nmod" && tokens.Heads[at] >= 0; steps--)
        {
            at = tokens.Heads[at];
            if (OperatorOf(at, "that") is StatusOperator.Allege or StatusOperator.Deny or StatusOperator.Suppose)
                return at;
        }
        return -1;
    }

    bool HasNoGap(int node, Clause clause)
    {
        if (clause.Subject < 0 || Lower(clause.Subject) is "that" or "which" or "who")
            return false;
        // "a dismissal that the fund called deplorable": the verb has taken what it is beside the comma that it speaks of.
        if (IsInApposition(tokens.Heads[node]) && !clause.Passive && !tokens.Children[node].Any(child => tokens.Relations[child] is "obj" or "ccomp" or "obl" && child > node))
            return false;
        var mark = tokens.Children[node].Any(child => tokens.Relations[child] == "mark" && Lower(child) == "that");
        // A "that" beside an object of the verb's own is no object.
        var relative = tokens.Children[node].Any(child => Lower(child) is "which" or "whom" or "who" or "where" || (Lower(child) == "that" && tokens.Relations[child] == "obj" && !tokens.Children[node].Any(other => other > node && tokens.Relations[other] == "obj")));
        return mark || (!relative && tokens.Children[node].Any(child => tokens.Relations[child] == "obj"));
    }

    bool AdnominalClause(int node, int noun)
    {
        var clause = ClauseOf(node);
        if (clause.HasTo)
            return InfinitiveAtNoun(node, noun);
        if (clause is { Form: VerbForm.PastParticiple, HasAuxiliary: false })
        {
            // "a tariff imposed in September": done, if the thing or the time is a certain one.
            background = true;
            // "wanted the minister jailed"
            if (tokens.Heads[noun] is >= 0 and var wanting && Phrases.Relation(tokens, noun) == "obj" && OperatorOf(wanting, "done") is { } wish)
            {
                next = wanting;
                return Governed(node, wanting, wish);
            }
            if (status.IsReal() && (IsDefinite(noun) || HasTime(node) || HasComma(noun, node)))
                return true;
            return Govern(node, noun, "");
        }
        // "calls to leave eastern Congo, where eleven soldiers were killed": no content of the calls.
        if (clause.IsTensed && tokens.Children[node].Any(child => child > noun && Lower(child) == "where"))
            return RelativeClause(node, noun);
        if (clause.IsFinite)
            return OperatorOf(noun, "that") is { } found && !(found == StatusOperator.Plan && clause.IsPast) ? Governed(node, noun, found) : RelativeClause(node, noun);
        if (Connector(node) == "including")
            return Included(node);
        if (clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && tokens.Tags[noun] == PartOfSpeech.VERB)
            return Govern(node, noun, "ing");
        if (clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && tokens.Children[noun].Any(child => tokens.Relations[child] == "nmod" && child > noun && child < node && Connector(child) == "of")
            && OperatorOf(noun, "of+ing") is { } prospect and not StatusOperator.Carry and not StatusOperator.Presuppose)
            return Governed(node, noun, prospect);
        // "the prospect of Serbia attacking": the gerund has a subject of its own.
        if (clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && Connector(node) is null && Connector(noun) is { } link && tokens.Heads[noun] is >= 0 and var governor
            && OperatorOf(governor, link + "+ing") is { } open and not StatusOperator.Carry and not StatusOperator.Presuppose && !HasComma(noun, node))
        {
            next = governor;
            return Governed(node, governor, open);
        }
        return Govern(node, noun, Connector(node) is { } word ? word + "+ing" : "");
    }

    bool InfinitiveAtNoun(int node, int noun)
    {
        if (OperatorOf(noun, "inf") is { } found)
            return Governed(node, noun, found);
        // "led the cabinet to withdraw": the infinitive is the verb's, not its object's.
        var verb = tokens.Heads[noun];
        if (verb >= 0 && Phrases.Relation(tokens, noun) is "obj" or "iobj" or "obl" && OperatorOf(verb, "inf") is { } governing)
        {
            next = verb;
            return Governed(node, verb, governing);
        }
        // A headline without a finite verb: "Foreign minister to visit Minsk".
        if (verb < 0 && !HasCopula(noun))
        {
            Because(node, "infinitive");
            status = Apply(StatusOperator.Plan, status);
            return true;
        }
        return Govern(node, noun, "inf");
    }

    bool AdverbialClause(int node, int parent)
    {
        var clause = ClauseOf(node);
        var marker = Connector(node);
        if (ConditionalMarker(node) is >= 0 and var condition)
        {
            Suppose(condition);
            return Continue(node, parent);
        }
        if (clause.HasTo && !clause.IsToInfinitive && marker is null or "in order" or "so as" or "for" or "as")
            return Infinitive(node, parent);
        // "It is unclear whether ...": a question, not a condition, wherever the parser hung it.
        if (marker == "whether")
            return FiniteComplement(node, parent);
        // An adverbial clause with a finite verb has a marker; without one it is a complement the parser took for an adjunct.
        if (marker is null && clause.IsFinite && node > parent && OperatorOf(parent, "that") is { } complement)
            return Governed(node, parent, complement);
        if (marker == "including")
            return Included(node);
        if (marker is null && clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && node > parent && !HasComma(parent, node) && OperatorOf(parent, "ing") is { } taken)
            return Governed(node, parent, taken);
        // "is not expected, having been suspended": a perfect participle is told as done.
        if (marker is null && status.IsReal() && clause.Perfect && tokens.Children[node].Any(child => Lower(child) == "having"))
            return background = true;
        // "tried to cross, the staff said, adding that it had sunk boats": the adding is the sentence's.
        if (marker is null && clause.Form == VerbForm.Gerund && node != trigger && HasComma(parent, node) && OperatorOf(node, "that") == StatusOperator.Report)
            return status.IsReal() || Continue(node, next = Root());
        // "denied that its troops took part, accusing Kyiv of lying": who denies goes on.
        if (marker is null && clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && tokens.Forms[Math.Max(sentence.First, node - 1)] == "," && listed.Answering.Contains(tokens.Lemmas[node]) && Reporter(parent) is >= 0 and var reporter)
            return Continue(node, next = reporter);
        // "foiled an attempt to bomb the court, seizing eleven kilograms": the seizing is the foiler's.
        if (marker is null && clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && tokens.Forms[Math.Max(sentence.First, node - 1)] == "," && ClauseOf(parent).HasTo && Thwarting(parent) is >= 0 and var thwarting)
            return Continue(node, next = thwarting);
        if (marker is null)
            return Continue(node, parent);
        if (!(clause.IsFinite && clause.IsTensed) && OperatorOf(parent, marker + "+ing") is { } governed)
            return Governed(node, parent, governed);
        // "brooded about expelling them": what an unknown word has to do with an act is open.
        if (status.IsReal() && clause is { Form: VerbForm.Gerund, HasAuxiliary: false } && marker is "about" or "of" or "against" or "towards" or "toward" && node > parent && !HasComma(parent, node))
        {
            Because(parent, "followed by a gerund");
            status = Apply(StatusOperator.Suppose, status);
        }
        background = true;
        // "would punish traders, as some ministers are urging": what is compared with is told as it is.
        if (marker == "as" && status.IsReal() && clause is { IsFinite: true, Modality: Modality.None } && (clause.IsPast || clause.Perfect || clause.Progressive) && tokens.Forms[Math.Max(sentence.First, Marker(node) - 1)] == ",")
            return true;
        // "worries that it is taking back what was given when the colony was returned": a past within a present has been.
        if (marker == "when" && status.IsReal() && clause.IsPast && ClauseOf(parent) is { Modality: Modality.None, IsPast: false, Perfect: false, IsTensed: true })
            return true;
        // "threatened to use live fire, as protests escalate": after a comma the clause goes with the sentence.
        if (HasComma(parent, Marker(node)) && tokens.Forms[Math.Max(sentence.First, Marker(node) - 1)] == "," && listed.SentenceClauses.Contains(marker) && clause.IsFinite)
            parent = next = Root();
        switch (lexicon.Find(OperatorClass.Marker, marker) ?? lexicon.Find(OperatorClass.Preposition, marker))
        {
            case StatusOperator.Presuppose:
                return status.IsReal() && (clause.IsPast || clause.Perfect || clause.IsFinite || !IsUnrealAbove(parent)) || Continue(node, parent);
            case StatusOperator.Suppose or StatusOperator.Background when (listed.OpenConditions.Contains(marker) || IsAhead(ClauseOf(parent), marker)) && IsUnrealAbove(parent):
            case StatusOperator.Background when clause is { Form: VerbForm.Present, HasAuxiliary: false } && marker is "when" && OperatorOf(parent, "inf") is StatusOperator.Plan && tokens.Children[parent].Any(child => tokens.Relations[child] == "xcomp"):
            case StatusOperator.Suppose when !clause.IsPast || marker.Contains(' ', StringComparison.Ordinal):
                Suppose(Marker(node));
                return Continue(node, parent);
            case StatusOperator.Prevent:
                Because(Marker(node), "negation");
                status = Apply(StatusOperator.Prevent, status);
                return Continue(node, parent);
            // "imagined a day when the two sides sign a treaty"
            case StatusOperator.Background when clause is { Form: VerbForm.Present, HasAuxiliary: false } && OperatorOf(parent, "noun") == StatusOperator.Suppose:
                return Governed(node, parent, StatusOperator.Suppose);
            default:
                return (clause.IsPast && ClauseOf(parent).Modality == Modality.None && !IsDoubtedAbove(parent)) || Continue(node, parent);
        }
    }

    int Reporter(int content)
    {
        for (var (at, steps) = (content, 3); at >= 0 && steps > 0; at = tokens.Heads[at], steps--)
            if (tokens.Relations[at] == "ccomp" && tokens.Heads[at] is >= 0 and var above)
                return ClauseOf(above).IsTensed ? above : -1;
        return -1;
    }

    int Thwarting(int infinitive)
    {
        for (var (at, steps) = (tokens.Heads[infinitive], 3); at >= 0 && steps > 0; at = tokens.Heads[at], steps--)
            if (tokens.Tags[at] == PartOfSpeech.VERB)
                return ClauseOf(at).IsTensed && OperatorOf(at, "noun") == StatusOperator.Prevent ? at : -1;
        return -1;
    }

    int Root()
    {
        var top = trigger;
        for (var steps = sentence.Count; steps > 0 && tokens.Heads[top] >= 0; steps--)
            top = tokens.Heads[top];
        return top;
    }

    bool HasComma(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens.Forms[i] == ",")
                return true;
        return false;
    }

    // An infinitive of purpose: meant, not done. After a verb of motion it is what the journey is planned for.
    bool Infinitive(int node, int parent)
    {
        // "has the means and the will to close the border": what somebody has an infinitive for, whatever the parser hung it on.
        if (tokens.Lemmas[parent] == "have" && tokens.Children[parent].FirstOrDefault(child => tokens.Relations[child] == "obj", -1) is >= 0 and var had && had < node)
            return Governed(node, parent, OperatorOf(had, "inf") ?? StatusOperator.Suppose);
        // "wrote to the premier to demand a halt": done by writing.
        if (listed.Voicing.Contains(tokens.Lemmas[node]) && listed.Messaging.Contains(tokens.Lemmas[parent]) && !listed.Demonstrating.Contains(tokens.Lemmas[node]) && !(parent + 1 < sentence.End && Lower(parent + 1) is "on" or "upon" or "for"))
            return Continue(node, parent);
        if (OperatorOf(parent, "inf") is { } found)
            return Governed(node, parent, found);
        // "It took mediators eleven days to persuade them", "drove to the capital to protest"
        if (tokens.Lemmas[parent] == "take" && tokens.Children[parent].Any(child => listed.Durations.Contains(tokens.Lemmas[child])))
            return Govern(node, parent, "");
        if (listed.Demonstrating.Contains(tokens.Lemmas[node]) && listed.Gathering.Contains(tokens.Lemmas[parent]))
            return Continue(node, parent);
        var motion = listed.Motion.Contains(tokens.Lemmas[parent]);
        Because(node, StatusReading.Purpose);
        status = Apply(motion ? StatusOperator.Plan : StatusOperator.Suppose, status);
        return Continue(node, parent);
    }

    /// <summary>An adjunct shares the unreality of what it hangs on, but not its negation ("did not speak after the attack").</summary>
    bool Continue(int node, int parent)
    {
        if (!IsNominal(parent) || HasCopula(parent))
        {
            var governing = ClauseStatus(parent);
            if (governing != EventStatus.Negated)
                status = Compose(status, governing, StatusOperator.Carry);
        }
        return false;
    }

    // "accused of standing by while militiamen raped women"
    bool IsDoubtedAbove(int parent) => StatusAbove(parent) is EventStatus.Alleged or EventStatus.Denied;

    bool IsUnrealAbove(int parent) => StatusAbove(parent) is not (EventStatus.Occurred or EventStatus.Ongoing or EventStatus.Negated);

    // Each word is read once however many clauses hang on each other.
    EventStatus StatusAbove(int parent)
    {
        if (nesting == MostNested)
            return EventStatus.Hypothetical;
        if (!above.TryGetValue(parent, out var found))
            above[parent] = found = new StatusWalk(lexicon, listed, document, parent, consumed, above, nesting + 1).Read().Status;
        return found;
    }

    // "would withdraw when the last hostages were freed"
    static bool IsAhead(Clause main, string marker) => marker == "when" && main is { Perfect: false, Modality: Modality.Would or Modality.Future };

    bool Subject(int node, int parent)
    {
        // "Talks were due to begin": what happens to the subject is told by the infinitive.
        foreach (var child in tokens.Children[parent])
            if (tokens.Relations[child] == "xcomp" && (OperatorOf(child, "subject") ?? OperatorOf(child, "noun")) == StatusOperator.Carry && ClauseOf(child).HasTo)
            {
                next = child;
                status = Compose(status, ClauseStatus(child), StatusOperator.Carry);
                return false;
            }
        if (Fate(node, parent) is { } fate)
            return Governed(node, parent, fate);
        if (tokens.Tags[parent] == PartOfSpeech.ADJ && OperatorOf(parent, "noun") is { } participle)
            return Governed(node, parent, participle);
        if (OperatorOf(parent, "subject") is { } found)
            return Governed(node, parent, found);
        // "A deal remained unsigned"
        foreach (var child in tokens.Children[parent])
            if (tokens.Relations[child] == "xcomp" && tokens.Tags[child] == PartOfSpeech.ADJ && OperatorOf(child, "subject") is { } judged)
                return Governed(node, child, judged);
        if (IsEvidence(parent))
            return false;
        var governing = ClauseStatus(parent);
        // "The attack did not kill anyone": the subject's act is there although the verb is denied. A future makes it future, an
        // open modal leaves only what is known as such.
        if (governing == EventStatus.Planned || (governing == EventStatus.Hypothetical && !IsDefinite(node)))
            status = Compose(status, governing, StatusOperator.Carry);
        return false;
    }

    // "A meeting may point to a thaw": what may be is the reading of it. Under "would" or "could" the meeting itself is open.
    bool IsEvidence(int verb)
    {
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] == "aux" && Lower(child) is "may" or "might")
                return OperatorOf(verb, "evidence") is not null;
        return false;
    }

    bool Oblique(int node, int parent)
    {
        var preposition = Connector(node);
        // "ordered to fire", "ready to free them": whatever the tagger makes of the infinitive.
        if (preposition == "to" && (tokens.Tags[node] == PartOfSpeech.ADJ || tokens.FineTags[node - 1] == "TO"))
            return Infinitive(node, parent);
        if (preposition == "including")
            return Included(node);
        if (tokens.Relations[node] is "obl:agent" or "nmod:poss" || preposition is null)
            return Govern(node, parent, "noun");
        if (Phrases.Relation(tokens, node) == "nmod" && ComplexPreposition(parent, preposition) is { } complex)
        {
            Because(parent, Name(complex));
            background = true;
            status = complex is StatusOperator.Presuppose or StatusOperator.Background ? status : Apply(complex, status);
            return complex == StatusOperator.Presuppose && status.IsReal();
        }
        // "At a meeting with the emir, the premier criticised the raid": where it was said, not what.
        if (OperatorOf(parent, preposition) is StatusOperator.Topic && lexicon.Find(OperatorClass.Preposition, preposition) == StatusOperator.Background && (node < parent || listed.Journeys.Contains(tokens.Lemmas[node])))
        {
            background = true;
            return Continue(node, parent);
        }
        if (OperatorOf(parent, preposition) is { } governed)
            return Governed(node, parent, governed);
        // "accusing the prison service of torture": the phrase is the verb's, not its object's.
        if (Phrases.Relation(tokens, node) == "nmod" && Phrases.Relation(tokens, parent) == "obj" && tokens.Heads[parent] is >= 0 and var verb
            && OperatorOf(verb, preposition) == StatusOperator.Allege && !IsDefinite(node))
        {
            next = verb;
            return Governed(node, verb, StatusOperator.Allege);
        }
        switch (lexicon.Find(OperatorClass.Preposition, preposition))
        {
            case StatusOperator.Presuppose:
                background = true;
                return true;
            case StatusOperator.Background:
                background = true;
                return Continue(node, parent);
            case StatusOperator.Topic when IsDefinite(node):
                background = true;
                Because(Marker(node), "presupposes it");
                return true;
            case { } found:
                background = true;
                Because(Marker(node), Name(found));
                status = Apply(found, status);
                return Continue(node, parent);
            // "has not come out of the war": a certain thing stands though the verb is denied.
            default:
                return Phrases.Relation(tokens, node) == "obl" && IsDefinite(node) ? Continue(node, parent) : Govern(node, parent, preposition);
        }
    }

    /// <summary>"faces charges, including conspiring": one of what the noun before names.</summary>
    bool Included(int node)
    {
        for (var i = node - 1; i > sentence.First && i > node - 12; i--)
            if (tokens.Tags[i] == PartOfSpeech.NOUN && OperatorOf(i, "of") is StatusOperator.Allege or StatusOperator.Suppose or StatusOperator.Plan or StatusOperator.Deny)
            {
                next = i;
                return Governed(node, i, OperatorOf(i, "of")!.Value);
            }
        return Continue(node, tokens.Heads[node]);
    }

    // "in case of an attack", "in the wake of the strike"
    StatusOperator? ComplexPreposition(int noun, string last)
    {
        var first = -1;
        foreach (var child in tokens.Children[noun])
            if (child < noun && tokens.Relations[child] == "case")
                first = child;
        if (first < 0)
            return null;
        var words = string.Join(' ', Enumerable.Range(first, noun - first + 1).Select(Lower));
        return noun - first > 2 ? null : lexicon.Find(OperatorClass.Preposition, words + " " + last);
    }

    // "The arrested men protested": a participle at a noun is told as done.
    bool Modifier(int node, int noun)
    {
        background = true;
        if (Clause.FormOf(tokens, node) == VerbForm.PastParticiple && IsDefinite(noun))
            return true;
        return Govern(node, noun, "noun");
    }

    // "Rumours swept the town that troops had fired": the content is the subject's.
    StatusOperator? ContentOfSubject(int verb) => ClauseOf(verb).Subject is >= 0 and var subject && IsNominal(subject)
        && OperatorOf(subject, "that") is StatusOperator.Allege or StatusOperator.Deny or StatusOperator.Suppose ? OperatorOf(subject, "that") : null;

    /// <summary>What became of a plan, a deal or an attempt ("fell apart", "was voted down"); null for other nouns.</summary>
    StatusOperator? Fate(int node, int verb) => tokens.Tags[node] == PartOfSpeech.NOUN && OperatorOf(node, "inf") is StatusOperator.Plan or StatusOperator.Suppose
        && OperatorOf(node, "about") is null or StatusOperator.Suppose ? OperatorOf(verb, "fate") : null;

    bool Govern(int node, int parent, string frame)
    {
        if (frame == "noun" && Fate(node, parent) is { } fate)
            return Governed(node, parent, fate);
        if (OperatorOf(parent, frame) is { } found)
            return Governed(node, parent, found);
        // A verb that the parser took into a noun phrase ("believes the army killed civilians").
        if (frame is "noun" or "" && tokens.Tags[trigger] == PartOfSpeech.VERB && tokens.Tags[parent] == PartOfSpeech.VERB
            && OperatorOf(parent, "that") is StatusOperator.Allege or StatusOperator.Deny or StatusOperator.Suppose)
            return Governed(node, parent, OperatorOf(parent, "that")!.Value);
        // "A fake video showed the minister surrendering"
        if (status.IsReal() && !IsNominal(parent) && ClauseOf(parent).Subject is >= 0 and var shown && IsNominal(shown) && IsDoubted(shown))
            return Governed(node, parent, StatusOperator.Allege);
        if (frame == "inf")
        {
            Because(parent, "followed by an infinitive");
            status = Apply(StatusOperator.Suppose, status);
        }
        // "a long way from pulling back": what an unknown word has to do with an act is open.
        if (status.IsReal() && frame is "of+ing" or "to+ing" or "from+ing" or "off+ing" or "about+ing" or "against+ing" or "toward+ing" or "towards+ing" or "on+ing" or "at+ing")
        {
            Because(parent, "followed by a gerund");
            status = Apply(StatusOperator.Suppose, status);
        }
        var plain = !IsNominal(parent) || HasCopula(parent);
        if (frame == "that")
            return Governed(node, parent, ContentOfSubject(parent) ?? StatusOperator.Report);
        if (plain)
            status = Compose(status, ClauseStatus(parent), StatusOperator.Carry);
        else
            NounAbove(parent);
        return false;
    }

    bool Governed(int node, int parent, StatusOperator found)
    {
        if (IsConsumed(parent))
            return false;
        if (found == StatusOperator.Prevent && applied.Contains(parent))
            found = StatusOperator.Carry;
        if (found == StatusOperator.Topic)
            found = IsDefinite(node) ? StatusOperator.Presuppose : StatusOperator.Suppose;
        // "what it called the ramming of a boat": the word is the caller's.
        if (found == StatusOperator.Presuppose && listed.Naming.Contains(tokens.Lemmas[parent]) && IsInWhatClause(parent))
            found = StatusOperator.Allege;
        // "The opera tells how Egypt invaded": nobody says it happened.
        if (found == StatusOperator.Report && !IsNominal(parent) && IsFiction(ClauseOf(parent).Subject))
            found = StatusOperator.Suppose;
        // "sought to lift the immunity of men suspected of murder": what is kept from happening is not what they are suspected of.
        if (found == StatusOperator.Prevent && status is EventStatus.Alleged or EventStatus.Denied && !(IsNominal(node) && OperatorOf(node, "that") is StatusOperator.Allege or StatusOperator.Deny))
            found = StatusOperator.Carry;
        // "an incident in which Moscow says Kyiv shot down its own men": a saying slipped into a relative clause is a hedge.
        if (found == StatusOperator.Report && status.IsReal() && tokens.Relations[parent] == "acl:relcl" && ClauseOf(parent).Subject is > 0 and var teller && tokens.FineTags[teller] is not ("WP" or "WDT")
            && tokens.Children[node].All(child => tokens.Relations[child] != "mark") && tokens.Heads[parent] is >= 0 and var told && Enumerable.Range(told + 1, Math.Max(0, teller - told - 1)).Any(i => tokens.FineTags[i] is "WP" or "WDT"))
            found = StatusOperator.Allege;
        // "It was reported that rockets had been fired", "Police first said that a student had attacked them"
        if (found == StatusOperator.Report && status.IsReal() && (IsHearsay(parent) || tokens.Children[parent].Any(child => tokens.Relations[child] == "advmod" && listed.Superseded.Contains(Lower(child)))))
            found = StatusOperator.Allege;
        // "A clip says that a destroyer sank a boat"
        if (found == StatusOperator.Report && status.IsReal() && listed.Captioning.Contains(tokens.Lemmas[parent]) && ClauseOf(parent).Subject is >= 0 and var caption && tokens.Tags[caption] == PartOfSpeech.NOUN && OperatorOf(caption, "in which") == StatusOperator.Allege)
            found = StatusOperator.Allege;
        // "A fake video showed the minister surrendering", "a false report said that"
        if (found is StatusOperator.Report or StatusOperator.Presuppose or StatusOperator.Carry && status.IsReal() && !IsNominal(parent) && ClauseOf(parent).Subject is >= 0 and var shown && IsNominal(shown) && IsDoubted(shown))
            found = StatusOperator.Allege;
        // "It is not true that": the negation has been read with the adjective.
        if (found == StatusOperator.Deny && parent > sentence.First && Lower(parent - 1) == "not")
            spentNegations.Add(parent - 1);
        var governing = !IsNominal(parent) || HasCopula(parent) ? ClauseStatus(parent) : EventStatus.Occurred;
        if (found is StatusOperator.Report or StatusOperator.Allege && status.IsReal() && tokens.Children[parent].Any(child => tokens.Relations[child] == "advmod" && listed.Falsely.Contains(Lower(child))))
            found = StatusOperator.Deny;
        if (found == StatusOperator.Presuppose && listed.Finding.Contains(tokens.Lemmas[parent]) && IsOverturned(parent))
            found = StatusOperator.Allege;
        if (found == StatusOperator.Presuppose && status.IsReal())
        {
            if (governing.IsReal() || governing == EventStatus.Negated || IsDefinite(node) || !IsNominal(node))
            {
                Because(parent, "presupposes it");
                background = true;
                return true;
            }
            found = StatusOperator.Carry;
        }
        if (found is StatusOperator.Suppose or StatusOperator.Allege)
            hedges.Add(parent);
        if (found != StatusOperator.Carry)
            Because(parent, Name(found));
        // "refused to say that troops had fired": it is the saying that was kept from happening.
        status = isTold && found is StatusOperator.Prevent or StatusOperator.Fail ? Compose(status, EventStatus.Negated, StatusOperator.Report) : Apply(found, status);
        status = Compose(status, governing, found);
        isTold = found == StatusOperator.Report || (isTold && found is StatusOperator.Carry or StatusOperator.Plan or StatusOperator.Suppose);
        if (found == StatusOperator.Plan && status == EventStatus.Planned && IsPastPlan(parent) && (IsContradicted(parent) || IsCalledOffBeside(parent)))
        {
            status = EventStatus.Cancelled;
            reasons.Add(new StatusReason(null, "", "planned, but it did not come about"));
        }
        if (governing == EventStatus.Occurred)
            NounAbove(parent);
        SayingBeside(parent);
        return false;
    }

    bool IsHearsay(int saying) => listed.Hearsay.Contains(tokens.Lemmas[saying]) && ClauseOf(saying) is { Passive: true, Negated: false } clause && (clause.Subject < 0 || Lower(clause.Subject) == "it");

    // "jailed for selling secrets, had his conviction quashed"
    bool IsOverturned(int finding)
    {
        var index = document.SentenceOf(trigger);
        var end = index + 1 < document.Sentences.Length ? document.Sentences[index + 1].End : sentence.End;
        for (var i = finding + 1; i < end && i < finding + 2 * Reach; i++)
            if (listed.Overturning.Contains(tokens.Lemmas[i]) && tokens.Tags[i] == PartOfSpeech.VERB && ClauseOf(i) is { Negated: false })
                for (var near = Math.Max(sentence.First, i - 5); near < Math.Min(end, i + 5); near++)
                    if (listed.Verdicts.Contains(tokens.Lemmas[near]))
                        return true;
        return false;
    }

    bool IsFiction(int noun) => noun >= 0 && tokens.Tags[noun] == PartOfSpeech.NOUN && OperatorOf(noun, "fiction") == StatusOperator.Suppose;

    bool IsInWhatClause(int verb)
    {
        for (var i = verb - 1; i >= sentence.First && i >= verb - 5; i--)
            if (Lower(i) == "what")
                return true;
        return false;
    }

    // "was due to", "had planned to"; who "promised" something and then did another thing has not called it off.
    bool IsPastPlan(int plan) => ClauseOf(plan) is { IsPast: true } clause && (clause.Passive || clause.Perfect || tokens.Tags[plan] == PartOfSpeech.ADJ);

    void NounAbove(int parent)
    {
        if (!IsNominal(parent))
            return;
        NounModifiers(parent);
        NoDeterminer(parent);
    }

    void AtRoot(int node)
    {
        var clause = ClauseOf(node);
        if (LeftGovernor(node, -1) is ( >= 0 and var governor, { } frame))
            Governed(node, governor, OperatorOf(governor, frame)!.Value);
        if (VerbBeforeParticiple(node) is ( >= 0 and var verb, { } taken))
            Governed(node, verb, taken);
        DoingBefore(node);
        // "At issue is whether Kenya broke the law"
        if (status.IsReal() && node >= 0 && QuestionBefore(node) is >= 0 and var whether)
            Suppose(whether);
        if (clause.HasTo && !clause.IsToInfinitive && !clause.HasAuxiliary && status.IsReal())
        {
            // A headline: "Minister to visit Minsk".
            Because(node, "infinitive");
            status = clause.Subject >= 0 ? EventStatus.Planned : EventStatus.Hypothetical;
        }
        else if (IsImperative(node, clause) || (status.IsReal() && IsOrder(node, clause)))
        {
            Because(node, "imperative");
            status = Compose(status, EventStatus.Hypothetical, StatusOperator.Carry);
        }
        if (status.IsReal() && IsInvertedCondition())
        {
            Because(sentence.First, "condition");
            status = EventStatus.Hypothetical;
        }
        SayingAtTheEnd();
        AccordingTo(node);
        if (!background && (status.IsReal() || status == EventStatus.Planned) && IsQuestion())
        {
            reasons.Add(new StatusReason(null, "", "asked, not told"));
            status = EventStatus.Hypothetical;
        }
    }

    // "According to the confession, which he later retracted, ...", "according to unconfirmed reports"
    void AccordingTo(int node)
    {
        if (!status.IsReal() || node < 0)
            return;
        foreach (var child in tokens.Children[node])
            if (Phrases.Relation(tokens, child) == "obl" && Connector(child) is "according to" or "according" && IsDoubtedSource(child))
                Modified(child, StatusOperator.Allege);
    }

    bool IsDoubtedSource(int source) => IsDoubted(source) || (OperatorOf(source, "of") == StatusOperator.Allege && OperatorOf(source, "that") == StatusOperator.Allege);

    // "A fake video", "unconfirmed reports", "the confession, which he later retracted"
    bool IsDoubted(int source)
    {
        foreach (var child in tokens.Children[source])
            if ((tokens.Relations[child].StartsWith("acl", StringComparison.Ordinal) && OperatorOf(child, "noun") == StatusOperator.Deny)
                || (tokens.Relations[child] is "amod" or "compound" && lexicon.Find(OperatorClass.Modifier, Lower(child)) is StatusOperator.Allege or StatusOperator.Deny or StatusOperator.Prevent))
                return true;
        return false;
    }

    static bool IsImperative(int node, Clause clause) =>
        node >= 0 && clause is { Form: VerbForm.Base, HasAuxiliary: false, HasTo: false, Subject: < 0 };

    bool IsQuestion()
    {
        for (var i = sentence.End - 1; i >= sentence.First && tokens.Tags[i] == PartOfSpeech.PUNCT; i--)
            if (tokens.Forms[i].Contains('?', StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>"Was due to be released in September. But a judge ruled ...": an adversative after a plan of the past.</summary>
    bool IsContradicted(int plan)
    {
        // "Rao, who was to leave that evening, ruled out a deal but said": the rest of the sentence is another story.
        if (Phrases.Relation(tokens, plan) == "acl")
            return false;
        for (var i = plan + 1; i < sentence.End; i++)
            if (listed.Adversatives.Contains(Lower(i)) && tokens.Tags[i] is PartOfSpeech.CCONJ or PartOfSpeech.ADV or PartOfSpeech.SCONJ
                && !(i + 1 < tokens.Count && Lower(i + 1) == "to"))
                return true;
        return sentence.End < tokens.Count && FirstWord(sentence.End) is var first && (first == "instead" || listed.Adversatives.Contains(first));
    }

    /// <summary>"Had been scheduled to visit. The trip was called off ...": in the sentence before or after, of a meeting or journey. A new paragraph
    /// may be about another one, unless what "had been" planned lies behind what was told.</summary>
    bool IsCalledOffBeside(int plan)
    {
        var goesOn = ClauseOf(plan) is { Perfect: true, HasPastAuxiliary: true } || !StartsParagraph(sentence);
        var index = document.SentenceOf(trigger);
        for (var beside = Math.Max(0, index - 1); beside < Math.Min(document.Sentences.Length, index + 2); beside++)
            for (var i = document.Sentences[beside].First; beside != index && (beside > index || goesOn) && i < document.Sentences[beside].End; i++)
                if (tokens.Tags[i] == PartOfSpeech.VERB && lexicon.Find(OperatorClass.Verb, tokens.Lemmas[i], "noun") == StatusOperator.Cancel
                    && Clause.Of(tokens, i, document.Sentences[beside].First) is { Negated: false, Modality: Modality.None }
                    && tokens.Children[i].Any(child => tokens.Relations[child] is "obj" or "nsubj:pass" && listed.Journeys.Contains(tokens.Lemmas[child])))
                    return true;
        return false;
    }

    string FirstWord(int start)
    {
        while (start < tokens.Count && tokens.Tags[start] == PartOfSpeech.PUNCT)
            start++;
        return start < tokens.Count ? Lower(start) : "";
    }

    void Suppose(int word)
    {
        if (word < 0 || IsConsumed(word))
            return;
        hedges.Add(word);
        Because(word, "condition");
        status = Apply(StatusOperator.Suppose, status);
    }

    int WhetherMarker(int node)
    {
        foreach (var child in tokens.Children[node])
            if (tokens.Relations[child] is "mark" or "advmod" && Lower(child) is "whether" or "if")
                return child;
        return -1;
    }

    int Marker(int node)
    {
        foreach (var child in tokens.Children[node])
            if (tokens.Relations[child] is "mark" or "case" or "advmod" && tokens.Tags[child] is PartOfSpeech.SCONJ or PartOfSpeech.ADP or PartOfSpeech.ADV && child < node
                && Lower(child) is not ("to" or "that"))
                return child;
        foreach (var child in tokens.Children[node])
            if (tokens.Relations[child] is "mark" or "case")
                return child;
        return node;
    }

    /// <summary>The preposition or conjunction between a word and what it hangs on, with its fixed parts; null for none, "to" and "that".</summary>
    string? Connector(int node)
    {
        foreach (var child in tokens.Children[node])
        {
            if (tokens.Relations[child] is not ("mark" or "case") && !(tokens.Relations[child] == "advmod" && Lower(child) is "when" or "where" or "whenever" or "wherever" or "once"))
                continue;
            if (tokens.Relations[child] == "case" && child > node)
                continue;
            var word = Lower(child);
            if (tokens.Relations[child] == "mark" && word is "to" or "that")
                continue;
            foreach (var part in tokens.Children[child])
                if (tokens.Relations[part] == "fixed")
                    word += " " + Lower(part);
            if (word == "as" && child > sentence.First + 1 && Lower(child - 2) == "as" && Lower(child - 1) is "soon" or "long")
                word = "as " + Lower(child - 1) + " as";
            return word;
        }
        return null;
    }

    bool HasTime(int node)
    {
        var (first, end) = Phrases.Subtree(tokens, node);
        return document.Times.Any(time => time.First >= first && time.End <= end)
            || tokens.Children[node].Any(child => tokens.Relations[child] is "obl:unmarked" or "obl:tmod");
    }
}
