namespace Demarche.Language.Coreference;

enum MentionForm : byte
{
    Name,
    Nominal,
    Pronoun,
}

/// <summary>Words that stand for somebody or something.</summary>
/// <param name="Head">Head word of the whole phrase, titles included.</param>
/// <param name="First">First word of the name, or of the phrase's own modifiers.</param>
sealed record CoreferenceMention(MentionForm Form, int Head, int First, int End, int Sentence)
{
    public Animacy Animacy { get; init; }

    public Gender Gender { get; init; }

    public bool IsPlural { get; init; }

    public bool IsDefinite { get; init; }

    /// <summary>Whether a state is named by an adjective alone.</summary>
    public bool IsAdjective { get; init; }

    /// <summary>Lower-cased words of a name; the lemma of a nominal's head.</summary>
    public required string[] Words { get; init; }

    /// <summary>Lower-cased words of title and apposition, as phrases of one to three words.</summary>
    public HashSet<string> Offices { get; init; } = [];

    /// <summary>Lemmas that narrow a nominal down: "defence" of "the defence minister".</summary>
    public string[] Modifiers { get; init; } = [];

    /// <summary>PLOVER code of the state that the words name: by its name, or by an adjective ("Chinese").</summary>
    public string? StateCode { get; init; }

    /// <summary>Code of the state whose government sits in the city that the words name.</summary>
    public string? SeatCode { get; init; }
}
