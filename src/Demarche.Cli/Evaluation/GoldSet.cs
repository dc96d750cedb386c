using Demarche.Documents;
using Demarche.Evaluation.Coding;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>A set of hand-coded texts with what the program reads out of them.</summary>
sealed record GoldSet(string Name, EventGold Gold, IReadOnlyList<CodedArticle> Coded)
{
    static readonly string OwnFolder = Path.Combine("tests", "data", "articles");

    public static IEnumerable<GoldSet> All(Corpora corpora, WholeWay whole)
    {
        foreach (var (name, goldPath, texts) in new[] { ("seeds", "seeds/events.gold.json", "seeds"), ("news", "news/events.gold.json", "pages/ground-truth.json") })
        {
            var gold = EventGold.Load(corpora.PathOf(goldPath), corpora.PathOf(texts));
            yield return new GoldSet(name, gold, [.. gold.Texts.Select(text => whole.Code(name == "seeds"
                // The seeds are dumps of pages, to be read with their chrome; the pages' texts are bodies.
                ? whole.ReadDump(text)
                : WholeWay.Plain(text.Id.Value, text.Text, text.Published)))]);
        }
    }

    /// <summary>Articles written for this project, a folder for each field of politics; their figures are of texts that are not third parties'.</summary>
    public static IEnumerable<GoldSet> Own(WholeWay whole)
    {
        if (!Directory.Exists(OwnFolder))
            throw new DataFileException(OwnFolder, "no such folder of articles; run from the root of the repository");
        foreach (var folder in Directory.GetDirectories(OwnFolder).Order(StringComparer.Ordinal))
        {
            var gold = EventGold.Load(Path.Combine(folder, "events.gold.json"), folder);
            yield return new GoldSet(Path.GetFileName(folder), gold, [.. gold.Texts.Select(text => whole.Code(WholeWay.Plain(text.Id.Value, text.Text, text.Published)))]);
        }
    }

    public EventComparison Compare(IReadOnlyList<Event> fused)
    {
        var eventOf = fused.SelectMany(one => one.Reports, (one, report) => (report.Id, one.Id.Value)).ToDictionary(pair => pair.Id, pair => pair.Value);
        return new EventScorer(Gold).Compare([.. Coded.SelectMany(article => article.Events)], Name, report => eventOf.GetValueOrDefault(report.Id));
    }
}
