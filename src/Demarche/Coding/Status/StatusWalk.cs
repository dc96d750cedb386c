using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>One reading of one trigger: the way from it to the root, and what was met.</summary>
sealed partial class StatusWalk(OperatorLexicon lexicon, StatusWords listed, Document document, int trigger, ImmutableArray<int> consumed,
    Dictionary<int, EventStatus> above, int nesting)
{
    readonly TokenTable tokens = document.Tokens;
    readonly Sentence sentence = document.Sentences[document.SentenceOf(trigger)];
    readonly SortedSet<int> hedges = [];
    readonly List<StatusReason> reasons = [];
    EventStatus status = EventStatus.Occurred;

    // Sound sentences nest a dozen deep. What hangs deeper is not taken for real, and reading stays linear in the words.
    const int MostSteps = 32;
    const int MostNested = 3;
    readonly HashSet<int> spentNegations = [];

    /// <summary>Words that have said at the noun what they make of it, and so do not say it again above.</summary>
    readonly HashSet<int> applied = [];
    bool background;

    /// <summary>Whether the walk has come out of what somebody says: what is above decides about the saying.</summary>
    bool isTold;

    /// <summary>What a clause at the noun has told is final: "unable to reschedule a meeting that was cancelled".</summary>
    bool isSettled;

    /// <summary>Where the walk goes on: the word above by the tree, unless a nearer governor was found.</summary>
    int next;

    public StatusReading Read()
    {
        OwnWords(trigger);
        if (!isSettled)
            Climb();
        FutureDate();
        return new StatusReading(status, [.. hedges.Select(hedge => tokens.Forms[hedge])], background, [.. reasons]);
    }

    void Climb()
    {
        var node = trigger;
        for (var steps = MostSteps; steps > 0; steps--)
        {
            var parent = ClauseRoles.StartsAnew(document, node) ? -1 : tokens.Heads[node];
            if (parent < 0)
            {
                AtRoot(node);
                return;
            }
            next = Next(node, parent);
            if (Step(node, parent))
                return;
            node = next;
        }
        Because(node, "too deep to read");
        status = Apply(StatusOperator.Suppose, status);
    }

    // Finite verbs that the parser conjoined below the clause they continue: "wanted to go but stayed" belongs with "wanted",
    // "denied that it had sent arms, however, a report said" with "denied".
    int Next(int node, int parent)
    {
        if (tokens.Relations[node] != "conj" || tokens.Heads[parent] < 0)
            return parent;
        var own = ClauseOf(node);
        // "ordering them to leave within a week and closing the consulate": a gerund goes on with the gerund above.
        if (own is { Form: VerbForm.Gerund, HasAuxiliary: false } && Clause.FormOf(tokens, parent) == VerbForm.Base)
            for (var (at, steps) = (tokens.Heads[parent], 3); at >= 0 && steps > 0; at = tokens.Heads[at], steps--)
                if (Clause.FormOf(tokens, at) == VerbForm.Gerund)
                    return at;
        var finite = own.HasPastAuxiliary || own.HasPresentAuxiliary || Clause.FormOf(tokens, node) == VerbForm.Past;
        if (finite && Clause.FormOf(tokens, parent) == VerbForm.Base && !ClauseOf(parent).HasAuxiliary)
            return tokens.Heads[parent];
        return finite && tokens.Relations[parent] == "ccomp" && own.Subject > parent && HasContrast(parent, node) ? tokens.Heads[parent] : parent;
    }

    bool HasContrast(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (listed.Contrasts.Contains(Lower(i)))
                return true;
        return false;
    }

    // "denied bombing a village and killing people": a gerund conjoined to the finite verb is its second complement.
    bool Conjunct(int node, int parent)
    {
        // "In his telling Seoul apologised and paid": what opens the sentence goes for all that follows.
        if (status.IsReal() && node > parent && ClauseOf(parent).Subject is >= 0 and var subject)
            foreach (var child in tokens.Children[parent])
                if (child < subject && Phrases.Relation(tokens, child) is "obl" or "advmod")
                    status = Adjunct(parent, child, ClauseOf(parent), status);
        // "The film imagines that Hitler was killed and that Halifax negotiated a peace": a second complement.
        if (node > parent && tokens.Children[node].Any(child => tokens.Relations[child] == "mark" && Lower(child) == "that") && tokens.Children[parent].Any(child => child < node && tokens.Relations[child] == "ccomp")
            && OperatorOf(parent, "that") is { } content)
            return Governed(node, parent, content);
        // "neither closed its airspace nor mobilised": one negation in two words.
        if (ClauseOf(node) is { Negated: true, NegationWord: var nor } && Lower(nor) == "nor" && ClauseOf(parent) is { Negated: true, NegationWord: var neither })
            spentNegations.Add(neither);
        // "had no option but to surrender"
        if (ClauseOf(node).HasTo && node - 3 > parent && Lower(node - 1) == "to" && Lower(node - 2) == "but" && OperatorOf(node - 3, "inf") is { } left)
            return Governed(node, node - 3, left);
        if (Clause.FormOf(tokens, node) == VerbForm.Gerund && !ClauseOf(node).HasAuxiliary && parent < node && !HasComma(parent, node)
            && Clause.FormOf(tokens, parent) is VerbForm.Past or VerbForm.Present or VerbForm.PastParticiple && OperatorOf(parent, "ing") is { } found)
            return Governed(node, parent, found);
        return false;
    }

    /// <summary>One step outward; true where nothing above can change the status any more.</summary>
    bool Step(int node, int parent)
    {
        var relation = tokens.Relations[node];
        if (PhraseBefore(node) is ( >= 0 and var phrase, { } meaning) && !IsConsumed(phrase))
        {
            Because(phrase, Name(meaning));
            status = Apply(meaning, status);
            background = true;
            if (meaning == StatusOperator.Prevent)
                return true;
        }
        if (status.IsReal() && QuestionBefore(node) is >= 0 and var whether)
            Suppose(whether);
        if (status.IsReal() && InvertedAuxiliary(node) is >= 0 and var inverted)
            Suppose(inverted);
        if (status.IsReal() && IsNominal(node) && StandsAfterPreposition(node) is { } before)
        {
            background = true;
            if (before == StatusOperator.Presuppose)
                return true;
            status = Apply(before, status);
        }
        if (LeftGovernor(node, parent) is ( >= 0 and var governor, { } frame))
        {
            next = governor;
            return Governed(node, governor, OperatorOf(governor, frame)!.Value);
        }
        if (VerbBeforeParticiple(node) is ( >= 0 and var verb, { } taken) && tokens.Tags[verb] != PartOfSpeech.VERB)
        {
            next = verb;
            return Governed(node, verb, taken);
        }
        switch (Phrases.Relation(tokens, node))
        {
            case "conj":
                return Conjunct(node, parent);
            case "appos" or "flat" or "fixed" or "list" or "reparandum" or "goeswith" or "dislocated" or "orphan":
                return false;
            case "acl" when relation == "acl:relcl":
                return RelativeClause(node, parent);
            case "acl":
                return AdnominalClause(node, parent);
            case "advcl":
                return AdverbialClause(node, parent);
            case "ccomp" or "csubj" or "parataxis":
                return FiniteComplement(node, parent);
            case "xcomp":
                return OpenComplement(node, parent);
            case "obj" or "iobj":
                return Govern(node, parent, "noun");
            case "nsubj":
                return relation == "nsubj:pass" ? Govern(node, parent, "noun") : Subject(node, parent);
            case "obl" or "nmod":
                return Oblique(node, parent);
            case "compound":
                return Govern(node, parent, "noun");
            case "amod":
                return Modifier(node, parent);
            default:
                return Govern(node, parent, "");
        }
    }

    Clause ClauseOf(int head) => Clause.Of(tokens, head, sentence.First);

    bool IsConsumed(int token) => consumed.Contains(token);

    string Lower(int token) => tokens.Forms[token].ToLowerInvariant();

    bool IsNominal(int token) => tokens.Tags[token] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON or PartOfSpeech.NUM or PartOfSpeech.DET
        || (tokens.Tags[token] is PartOfSpeech.ADJ or PartOfSpeech.X && !HasCopula(token) && !HasModal(token));

    // "each side would free its captives": whatever the tagger says.
    bool HasModal(int token) => token > sentence.First && tokens.FineTags[token - 1] == "MD";

    bool HasCopula(int token) => tokens.Children[token].Any(child => tokens.Relations[child] == "cop");

    bool IsDefinite(int noun) => tokens.Tags[noun] == PartOfSpeech.PROPN
        || tokens.Children[noun].Any(child =>
            tokens.Relations[child] == "nmod:poss"
            || (tokens.Relations[child] == "det" && Lower(child) is "the" or "this" or "that" or "these" or "those"));

    void Because(int word, string what) => reasons.Add(new StatusReason(tokens.Spans[word], tokens.Forms[word], what));
}
