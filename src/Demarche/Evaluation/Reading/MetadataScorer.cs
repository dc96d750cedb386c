namespace Demarche.Evaluation.Reading;

/// <summary>What a page says of itself.</summary>
public sealed record PageMetadata(string? Title, IReadOnlyList<string> Authors, string? Date);

/// <summary>Scores title, authors (as sets) and date; only pages whose gold has the field count.</summary>
public static class MetadataScorer
{
    public static IReadOnlyList<Score> Compare(IReadOnlyCollection<(PageMetadata Gold, PageMetadata System)> pages, string data)
    {
        var scores = new List<Score>();
        Add("title", page => Name(page.Title));
        Add("authors", page => string.Join('\n', page.Authors.Select(Name).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)));
        Add("date", page => page.Date is { } date ? date[..Math.Min(10, date.Length)] : "");
        return scores;

        void Add(string field, Func<PageMetadata, string> of)
        {
            int wanted = 0, told = 0, right = 0;
            foreach (var (gold, system) in pages)
            {
                if (of(gold) is not { Length: > 0 } want)
                    continue;
                var have = of(system);
                wanted++;
                told += have.Length > 0 ? 1 : 0;
                right += have == want ? 1 : 0;
            }
            scores.Add(new Score("metadata", data, field + "_accuracy", right / Math.Max(1.0, wanted), wanted));
            scores.Add(new Score("metadata", data, field + "_precision", right / Math.Max(1.0, told), told));
        }
    }

    static string Name(string? text) => string.Join(' ', ScoreText.FoldedWords(text));
}
