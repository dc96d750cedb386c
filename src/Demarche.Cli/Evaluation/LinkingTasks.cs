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

    public static IEnumerable<Score> All(Corpora corpora)
    {
        var whole = new WholeWay(corpora.Shipped);
        foreach (var set in GoldSet.All(corpora, whole))
        {
            var fused = whole.Fuse(set.Coded);
            foreach (var score in new LinkingScorer(set.Gold).Compare(fused, set.Compare(fused).Matches, whole.Compare(set.Coded, fused), set.Name))
                yield return score;
        }
        foreach (var score in OwnPairs(whole).Concat(OwnTexts(whole)))
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

    static IEnumerable<Score> Judged(string data, string path, string[] columns, Func<TsvFile, bool> isFused)
    {
        if (!File.Exists(path))
            throw new DataFileException(path, "no such table of reports; run from the root of the repository");
        int together = 0, wanted = 0, right = 0;
        using var table = new TsvFile(File.OpenRead(path), path, columns);
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

    static PublicationDate Day(TsvFile table, string column) =>
        DateOnly.TryParseExact(table[table.Column(column)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? PublicationDate.OfDay(day, DateBasis.Record)
        : throw table.Problem($"expected a date like 2024-03-01 in {column}, found '{table[table.Column(column)]}'");
}
