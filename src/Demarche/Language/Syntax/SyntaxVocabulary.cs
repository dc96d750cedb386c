using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>The words and labels a syntax model knows.</summary>
sealed record SyntaxVocabulary
{
    /// <summary>Norms with an embedding of their own; row 0 of the table is for all others, so the row is 1 + the place.</summary>
    public required WordList Words { get; init; }

    /// <summary>Forms so frequent that their part of the first layer is worked out when the model is loaded.</summary>
    public required WordList FrequentForms { get; init; }

    public required WordVectors Vectors { get; init; }

    public required ImmutableArray<string> FineTags { get; init; }

    public required ImmutableArray<string> Features { get; init; }

    public required ImmutableArray<string> Relations { get; init; }

    /// <summary>For each part of speech times each fine tag: the features seen with both, in rising order. Empty: all.</summary>
    public required ImmutableArray<ImmutableArray<int>> FeaturesOf { get; init; }
}
