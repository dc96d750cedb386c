namespace Demarche.Reading.Duplicates;

/// <summary>The words of a text as numbers that are the same in every process, with those among them that carry facts.</summary>
sealed record TextWords(ulong[] Words, HashSet<ulong> Names, HashSet<ulong> Figures)
{
    public static TextWords Of(string text)
    {
        var words = new List<ulong>(text.Length / 6);
        var names = new HashSet<ulong>();
        var figures = new HashSet<ulong>();
        var startsSentence = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                startsSentence |= text[i] is '.' or '!' or '?' or '\n' or ':' or '"' or '“';
                i++;
                continue;
            }
            var end = i + 1;
            // Chinese and Japanese write no spaces: each character counts as a word.
            if (!IsIdeograph(text[i]))
                while (end < text.Length && (IsWordCharacter(text[end]) || IsInFigure(text, end)))
                    end++;
            var word = Hash(text.AsSpan(i, end - i));
            words.Add(word);
            if (char.IsDigit(text[i]))
                figures.Add(word);
            else if (!startsSentence && char.IsUpper(text[i]))
                names.Add(word);
            startsSentence = false;
            i = end;
        }
        return new TextWords([.. words], names, figures);
    }

    static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) && !IsIdeograph(c);

    static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';

    static bool IsInFigure(string text, int i) => text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && i + 1 < text.Length && char.IsDigit(text[i + 1]);

    // FNV-1a over lower case; string.GetHashCode differs between processes.
    static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in word)
            hash = (hash ^ char.ToLowerInvariant(letter)) * 1099511628211UL;
        return hash;
    }
}
