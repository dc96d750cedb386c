using System.Text.Json;

namespace Demarche.Training;

/// <summary>Unlabelled text as words: cut at blanks, punctuation and inner hyphens, near enough to the treebanks' words for counting.</summary>
public static class NameRawText
{
    /// <summary>Speeches as JSON Lines with an array of paragraphs in <c>text</c>.</summary>
    public static IEnumerable<IReadOnlyList<string>> Speeches(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            using var speech = JsonDocument.Parse(line);
            foreach (var paragraph in speech.RootElement.GetProperty("text").EnumerateArray())
                yield return Split(paragraph.GetString()!);
        }
    }

    /// <summary>The first column of a token table, a blank line between sentences; labels are not looked at.</summary>
    public static IEnumerable<IReadOnlyList<string>> FirstColumn(TextReader reader)
    {
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var end = line.IndexOf('\t', StringComparison.Ordinal);
            if (end > 0)
                words.AddRange(Split(line[..end]));
            else if (words.Count > 0)
            {
                yield return words;
                words = [];
            }
        }
    }

    internal static List<string> Split(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || InnerPoint(text, i)))
                    i++;
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            else if (text[i] is '\'' or '’' && i + 1 < text.Length && text[i + 1] == 's')
                i += 2;
            else
                i++;
            words.Add(text[start..i]);
        }
        return words;
    }

    // "U.S." and "1.5" stay whole.
    static bool InnerPoint(string text, int i) =>
        text[i] is '.' && i > 0 && (i == 1 || !char.IsLetter(text[i - 2])) && char.IsLetterOrDigit(text[i - 1])
        && (char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsDigit(text[i + 1])));
}
