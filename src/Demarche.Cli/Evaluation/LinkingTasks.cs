using System.Globalization;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Linking;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>Measures of linking: on the hand-coded texts, and on our own pairs of short reports.</summary>
static class LinkingTasks
{
    static readonly string PairsPath = Path.Combine("tests", "data", "linking", "pairs.tsv");
    static readonly string TextsPath = Path.Combine("tests", "data", "linking", "within.tsv");
    static readonly string StoriesPath = Path.Combine("tests", "data", "linking", "stories.tsv");

    public static IEnumerable<Score> All(Corpora corpora)
    {
        var whole = new WholeWay(corpora.Shipped);
        foreach (var set in GoldSet.All(corpora, whole))
        {
            var fused = whole.Fuse(set.Coded);
            foreach (var score in new LinkingScorer(set.Gold).Compare(fused, set.Compare(fused).Matches, whole.Compare(set.Coded, fused), set.Name))
                yield return score;
        }
        foreach (var score in OwnPairs(whole).Concat(OwnTexts(whole)).Concat(OwnStories(whole)))
            yield return score;
    }

    /// <summary>Pairs of one sentence each, coded by all stages: is an event made that both tell of?</summary>
    static IEnumerable<Score> OwnPairs(WholeWay whole)
    {
        var row = 0;
        return Judged("pairs", PairsPath, ["kind", "same", "first_published", "first", "second_published", "second"], table =>
        {
            row++;
            var first = whole.Code(WholeWay.Plain($"{row}-1", table[table.Column("first")], Day(table, "first_published")));
            var second = whole.Code(WholeWay.Plain($"{row}-2", table[table.Column("second")], Day(table, "second_published")));
            return whole.Fuse([first, second]).Any(one => one.Reports.Select(report => report.Document).Distinct().Count() == 2);
        });
    }

    /// <summary>Texts of two or three sentences: is an event made that two of them tell of?</summary>
    static IEnumerable<Score> OwnTexts(WholeWay whole)
    {
        var row = 0;
        return Judged("texts", TextsPath, ["kind", "same", "published", "text"], table =>
            whole.Fuse([whole.Code(WholeWay.Plain($"{++row}", table[table.Column("text")], Day(table, "published")))])
                .Any(one => one.Reports.Select(report => report.Evidence).Distinct().Count() > 1));
    }

    /// <summary>Short reports that are kept together: which of them are told to be of one act?</summary>
    static IEnumerable<Score> OwnStories(WholeWay whole)
    {
        var acts = new List<(string Story, string Act)>();
        var coded = new List<CodedArticle>();
        using (var table = OpenOwn(StoriesPath, "story", "act", "published", "text"))
            while (table.Read())
            {
                acts.Add((table[table.Column("story")], table[table.Column("act")]));
                coded.Add(whole.Code(WholeWay.Plain($"{acts.Count - 1}", table[table.Column("text")], Day(table, "published"))));
            }
        var fused = whole.Fuse(coded)
            .SelectMany(one => one.Reports.Select(report => int.Parse(report.Document.Value, CultureInfo.InvariantCulture)).Distinct().Order().ToList() is var texts ? texts.SelectMany(_ => texts, (a, b) => (a, b)) : [])
            .Where(pair => pair.a < pair.b)
            .ToHashSet();
        var right = fused.Count(pair => acts[pair.a] == acts[pair.b]);
        var wanted = acts.GroupBy(act => act).Sum(told => told.Count() * (told.Count() - 1) / 2);
        yield return new Score("linking", "stories", "precision", (double)right / fused.Count, fused.Count);
        yield return new Score("linking", "stories", "recall", (double)right / wanted, wanted);
    }

    static IEnumerable<Score> Judged(string data, string path, string[] columns, Func<TsvFile, bool> isFused)
    {
        int together = 0, wanted = 0, right = 0;
        using var table = OpenOwn(path, columns);
        while (table.Read())
        {
            bool fused = isFused(table), same = table[table.Column("same")] == "yes";
            together += fused ? 1 : 0;
            wanted += same ? 1 : 0;
            right += fused && same ? 1 : 0;
        }
        yield return new Score("linking", data, "precision", (double)right / together, together);
        yield return new Score("linking", data, "recall", (double)right / wanted, wanted);
    }

    static TsvFile OpenOwn(string path, params string[] columns) => File.Exists(path)
        ? new TsvFile(File.OpenRead(path), path, columns)
        : throw new DataFileException(path, "no such table of reports; run from the root of the repository");

    static PublicationDate Day(TsvFile table, string column) =>
        DateOnly.TryParseExact(table[table.Column(column)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? PublicationDate.OfDay(day, DateBasis.Record)
        : throw table.Problem($"expected a date like 2024-03-01 in {column}, found '{table[table.Column(column)]}'");
}
