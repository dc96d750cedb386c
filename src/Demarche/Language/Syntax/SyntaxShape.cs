namespace Demarche.Language;

/// <summary>The widths of a syntax network. Recurrent layers and hidden parts are multiples of 8, the width of a register.</summary>
sealed record SyntaxShape
{
    /// <summary>Trained embedding of a word seen twice or more in the treebank.</summary>
    public int Word { get; init; } = 64;

    /// <summary>Trained embeddings of prefixes, suffixes and shape, summed.</summary>
    public int Affix { get; init; } = 64;

    /// <summary>Rows of the table the affixes are hashed into.</summary>
    public int AffixRows { get; init; } = 8192;

    /// <summary>Word vector from raw text, fixed.</summary>
    public int Vector { get; init; } = 128;

    /// <summary>Units of one direction of one recurrent layer.</summary>
    public int Hidden { get; init; } = 128;

    public int Layers { get; init; } = 2;

    /// <summary>A word as head or dependent of an arc.</summary>
    public int Arc { get; init; } = 96;

    /// <summary>A word as head or dependent of a labelled arc.</summary>
    public int Label { get; init; } = 64;

    /// <summary>A word as the tagger sees it.</summary>
    public int Tag { get; init; } = 96;

    public int Input => Word + Affix + Vector;

    /// <summary>Input, forget, output and candidate of both directions.</summary>
    public int Gates => 8 * Hidden;

    /// <summary>Both directions.</summary>
    public int State => 2 * Hidden;

    // The columns of the projection, side by side.
    public int DependentAt => 0;

    public int HeadAt => Arc;

    public int LabelDependentAt => 2 * Arc;

    public int LabelHeadAt => 2 * Arc + Label;

    public int TagAt => 2 * Arc + 2 * Label;

    public int Projection => 2 * Arc + 2 * Label + Tag;
}
