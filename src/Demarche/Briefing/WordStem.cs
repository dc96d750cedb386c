namespace Demarche.Briefing;

/// <summary>The beginning of a word, so that "strengthen" and "strengthening", "collaboration" and "collaborative" agree.</summary>
static class WordStem
{
    /// <summary>Words that are shorter have no ending to lose.</summary>
    public const int Length = 6;

    public static string Of(ReadOnlySpan<char> word) => word[..Math.Min(Length, word.Length)].ToString().ToLowerInvariant();
}
