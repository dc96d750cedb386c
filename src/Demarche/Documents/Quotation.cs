namespace Demarche.Documents;

public enum QuotationKind : byte
{
    /// <summary>The holder's words between quotation marks.</summary>
    Direct,
    /// <summary>The holder's content in the writer's words.</summary>
    Indirect,
    /// <summary>Indirect, with some words between marks.</summary>
    Mixed,
}

/// <summary>
/// What a text lets somebody say. Quotations nest: the inner one's content lies within the outer one's.
/// </summary>
/// <param name="Content">The words said or held.</param>
/// <param name="Speaker">Head word of the holder's phrase, or -1 where nobody is named ("it is said").</param>
/// <param name="Cue">The word that reports: a verb ("said"), "according", a noun ("statement"); -1 where a direct quotation runs on from the sentence before.</param>
public readonly record struct Quotation(QuotationKind Kind, TextSpan Content, int Speaker, int Cue);
