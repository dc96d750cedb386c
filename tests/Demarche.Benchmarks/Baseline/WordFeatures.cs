using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>What taggers see of words, by column, hashed once for a text.</summary>
sealed class WordFeatures
{
    public const int Affixes = 4;

    /// <summary>Without regard to case, digits and kinds of quotes.</summary>
    public readonly uint[] Words;
    public readonly uint[] Forms;
    /// <summary>The last 1 to 4 characters, word by word.</summary>
    public readonly uint[] Suffixes;
    public readonly uint[] Prefixes;
    public readonly uint[] Shapes;

    public WordFeatures(ReadOnlySpan<string> forms)
    {
        Words = new uint[forms.Length];
        Forms = new uint[forms.Length];
        Suffixes = new uint[forms.Length * Affixes];
        Prefixes = new uint[forms.Length * Affixes];
        Shapes = new uint[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            var form = forms[i];
            Words[i] = WordHash(form);
            Forms[i] = FeatureHash.Of(form);
            Shapes[i] = ShapeOf(form);
            for (var length = 1; length <= Affixes; length++)
            {
                var size = Math.Min(length, form.Length);
                Suffixes[i * Affixes + length - 1] = BoundaryFeatures.HashOf(form.AsSpan(form.Length - size)) * 31 + (uint)size;
                Prefixes[i * Affixes + length - 1] = BoundaryFeatures.HashOf(form.AsSpan(0, size)) * 31 + (uint)size;
            }
        }
    }

    public static uint WordHash(ReadOnlySpan<char> form) => BoundaryFeatures.HashOf(form);

    /// <summary>Case pattern, digits, hyphens and stops of a word.</summary>
    static uint ShapeOf(string form)
    {
        int upper = 0, lower = 0, digits = 0, letters = 0;
        uint signs = 0;
        foreach (var character in form)
        {
            var kind = CharacterClass.Of(character);
            upper += kind == CharacterClass.Upper ? 1 : 0;
            lower += kind == CharacterClass.Lower ? 1 : 0;
            digits += kind == CharacterClass.Digit ? 1 : 0;
            letters += kind is CharacterClass.Letter or CharacterClass.Mark ? 1 : 0;
            if (kind >= CharacterClass.Hyphen)
                signs |= 1u << kind;
        }
        uint casing = (upper, lower) switch
        {
            (0, 0) => 0,
            (0, _) => 1,
            (1, 0) => 2,
            (_, 0) => 3,
            _ when CharacterClass.Of(form[0]) == CharacterClass.Upper => upper == 1 ? 4u : 5u,
            _ => 6,
        };
        return casing | (uint)Math.Min(digits, 4) << 3 | (letters > 0 ? 64u : 0) | (digits == form.Length ? 128u : 0) | signs << 8;
    }
}
