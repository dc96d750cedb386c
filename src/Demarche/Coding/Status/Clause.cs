using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>The inflection of an English verb; None for other words.</summary>
enum VerbForm : byte
{
    None,
    Base,
    Present,
    Past,
    PastParticiple,
    Gerund,
}

enum Modality : byte
{
    None,
    /// <summary>will, shall, be going to, be to</summary>
    Future,
    /// <summary>would: the future of a past, or conditional</summary>
    Would,
    /// <summary>may, can, should, must ...</summary>
    Open,
}

/// <summary>
/// What the auxiliaries, particles and negations of one predicate say. A conjunct without auxiliaries and subject of its own takes
/// those of the first ("will meet X and visit Y"). Words right before the predicate count even where the tree hangs them elsewhere.
/// </summary>
readonly record struct Clause
{
    public VerbForm Form { get; init; }

    public Modality Modality { get; init; }

    /// <summary>The modal or the word that stands for it, or -1.</summary>
    public int ModalWord { get; init; }

    public bool Negated { get; init; }

    public int NegationWord { get; init; }

    /// <summary>An infinitive with "to".</summary>
    public bool HasTo { get; init; }

    /// <summary>"is to visit", "was to have visited".</summary>
    public bool IsToInfinitive { get; init; }

    public bool HasPastAuxiliary { get; init; }

    public bool HasPresentAuxiliary { get; init; }

    public bool HasAuxiliary { get; init; }

    public bool Perfect { get; init; }

    public bool Progressive { get; init; }

    public bool Passive { get; init; }

    /// <summary>The subject, or -1.</summary>
    public int Subject { get; init; }

    public bool IsPast => HasPastAuxiliary || (Form == VerbForm.Past && !HasAuxiliary);

    /// <summary>Has a tense of its own or a modal: not "having fired", "to fire", "firing".</summary>
    public bool IsTensed => HasPastAuxiliary || HasPresentAuxiliary || Modality != Modality.None || (!HasAuxiliary && Form is VerbForm.Past or VerbForm.Present);

    public bool IsFinite => HasAuxiliary || Form is VerbForm.Past or VerbForm.Present;

    // Conjuncts share the auxiliaries of a first one that stands near; longer chains do not occur in sound parses.
    const int MostConjuncts = 8;

    public static Clause Of(TokenTable tokens, int head, int sentenceFirst) => Of(tokens, head, sentenceFirst, MostConjuncts);

    static Clause Of(TokenTable tokens, int head, int sentenceFirst, int steps)
    {
        var clause = Own(tokens, head, sentenceFirst);
        if (steps == 0 || tokens.Relations[head] != "conj" || clause.Subject >= 0 || clause.HasAuxiliary || clause.HasTo)
            return clause;
        var first = tokens.Heads[head];
        var leader = Of(tokens, first, sentenceFirst, steps - 1);
        return Shares(clause.Form, leader)
            ? leader with { Form = leader.Form, Negated = leader.Negated || clause.Negated, NegationWord = leader.NegationWord >= 0 ? leader.NegationWord : clause.NegationWord }
            : clause with { Subject = leader.Subject };
    }

    // Taggers confuse "visited" (VBD, VBN) and "visit" (VB, VBP): what the first conjunct is decides.
    static bool Shares(VerbForm form, Clause leader) => leader.Form switch
    {
        VerbForm.Base => form is VerbForm.Base or VerbForm.Present && (leader.HasTo || leader.Modality != Modality.None || leader.HasAuxiliary),
        VerbForm.PastParticiple => form is VerbForm.Past or VerbForm.PastParticiple && leader.HasAuxiliary,
        VerbForm.Gerund => form == VerbForm.Gerund && leader.HasAuxiliary,
        VerbForm.None => form == VerbForm.None && leader.HasAuxiliary,
        _ => false,
    };

    static Clause Own(TokenTable tokens, int head, int sentenceFirst)
    {
        var builder = new ClauseBuilder(tokens, head);
        foreach (var child in tokens.Children[head])
            builder.AddChild(child);
        // A contiguous run of auxiliaries, particles and adverbs before the word belongs to it, whatever the tree says.
        for (var i = head - 1; i >= sentenceFirst && (tokens.Forms[i] == "," || tokens.Tags[i] is PartOfSpeech.AUX or PartOfSpeech.PART or PartOfSpeech.ADV); i--)
            if (tokens.Forms[i] == ",")
            {
                i = BeforeParenthesis(tokens, i, sentenceFirst) + 1;
                if (i > head)
                    break;
            }
            else if (tokens.Forms[i] is not ("'s" or "’s") || tokens.Tags[i] == PartOfSpeech.AUX)
                builder.AddWordBefore(i);
        return builder.Build();
    }

    // "had not, as reported, been toppled": the word before the comma that opens what the one at the end closes.
    static int BeforeParenthesis(TokenTable tokens, int closing, int sentenceFirst)
    {
        for (var i = closing - 1; i > sentenceFirst && i > closing - 9; i--)
            if (tokens.Forms[i] == ",")
                return tokens.Tags[i - 1] is PartOfSpeech.AUX or PartOfSpeech.PART || tokens.Forms[i - 1] is "never" or "not" ? i - 1 : int.MaxValue - 1;
        return int.MaxValue - 1;
    }

    public static VerbForm FormOf(TokenTable tokens, int token)
    {
        switch (tokens.FineTags[token])
        {
            case "VB": return VerbForm.Base;
            case "VBP" or "VBZ": return VerbForm.Present;
            case "VBD": return VerbForm.Past;
            case "VBN": return VerbForm.PastParticiple;
            case "VBG": return VerbForm.Gerund;
        }
        var features = tokens.Features[token];
        if (!features.Contains("VerbForm=", StringComparison.Ordinal))
            return VerbForm.None;
        var past = features.Contains("Tense=Past", StringComparison.Ordinal);
        if (features.Contains("VerbForm=Fin", StringComparison.Ordinal))
            return past ? VerbForm.Past : features.Contains("Mood=Imp", StringComparison.Ordinal) ? VerbForm.Base : VerbForm.Present;
        if (features.Contains("VerbForm=Part", StringComparison.Ordinal))
            return past ? VerbForm.PastParticiple : VerbForm.Gerund;
        return features.Contains("VerbForm=Ger", StringComparison.Ordinal) ? VerbForm.Gerund : VerbForm.Base;
    }
}
