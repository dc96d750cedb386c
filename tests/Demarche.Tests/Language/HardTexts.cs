using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Language;

/// <summary>Random texts for properties of the language stage.</summary>
static class HardTexts
{
    static readonly string[] HardPieces =
    [
        "the ", "Don't", "cannot", "U.S.", ".", "...", "?\"", "\n", "\n\n", " ", "\t", "\0", "\ud83d", "\ude00", "\ud83d\ude00", "\u0301", "\u200d", "\ufe0f",
        "שלום", "مرحبا", "北京", "@a.b", "http://", "www.", "'", "’s", "-", "—", "1,000.5", "\u2028", "\ufeff", "\u200b", "\u202e", "é", "A", "n't", "(", ")", "“", "”",
        " Ana Ruiz", " said", " he", " on May 4, 2024", " last week", " in Oslo",
    ];

    /// <summary>Texts of everything that has ever been hard to cut, with words that start the finders of names, times and speakers.</summary>
    public static Arbitrary<string> Pieces { get; } = Gen.Elements(HardPieces).ListOf().Select(list => string.Concat(list)).ToArbitrary();

    /// <summary>Any UTF-16 code units, among them half surrogate pairs.</summary>
    public static Arbitrary<string> Any { get; } = ArbMap.Default.ArbFor<string>().Filter(text => text is not null);
}
