using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Briefing.Lint;

/// <summary>Words of likelihood (the first row of ICD 203's scale), of its other row, of none, of confidence, and hedges (data/briefing/words.tsv).</summary>
public sealed class LintWords
{
    const string File = "data/briefing/words.tsv";

    readonly ImmutableArray<(string Word, string Kind)> words;

    LintWords(ImmutableArray<(string, string)> words) => this.words = words;

    /// <exception cref="DataFileException">A row has no word or a kind that is unknown.</exception>
    public static LintWords Load(DataFolder data)
    {
        using var table = new TsvFile(data.Open(File), File, "word", "kind", "meaning");
        int word = table.Column("word"), kind = table.Column("kind");
        var found = ImmutableArray.CreateBuilder<(string, string)>();
        while (table.Read())
        {
            if (table[kind] is not ("likelihood" or "other-row" or "off-scale" or "confidence" or "hedge"))
                throw table.Problem($"'{table[kind]}' is no kind of word: likelihood, other-row, off-scale, confidence or hedge");
            found.Add((table[word], table[kind]));
        }
        // "very likely" before "likely": the longest words win.
        return new LintWords([.. found.OrderByDescending(entry => entry.Item1.Length).ThenBy(entry => entry.Item1, StringComparer.Ordinal)]);
    }

    /// <summary>The words of a kind in a sentence, each where no longer one of any kind lies over it.</summary>
    public IReadOnlyList<string> In(string sentence, string kind)
    {
        var taken = new bool[sentence.Length];
        var found = new List<string>();
        foreach (var (word, its) in words)
            for (var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + word.Length;
                if ((at > 0 && char.IsLetter(sentence[at - 1])) || (end < sentence.Length && char.IsLetter(sentence[end])) || taken.AsSpan(at, word.Length).Contains(true))
                    continue;
                taken.AsSpan(at, word.Length).Fill(true);
                if (its == kind)
                    found.Add(word);
            }
        return found;
    }
}
