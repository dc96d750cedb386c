using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Coreference;
using Demarche.Evaluation.Names;
using Demarche.Evaluation.Places;
using Demarche.Evaluation.Quotations;
using Demarche.Evaluation.Syntax;
using Demarche.Evaluation.Times;
using Demarche.Language;
using Demarche.Reading;

namespace Demarche.Cli.Evaluation;

/// <summary>Measures of the language stage.</summary>
static class LanguageTasks
{
    static readonly string[] NamedSets = ["uner-ewt-dev", "gum-dev", "crossner-politics-dev"];
    static readonly NameKind[] NamedKinds = [NameKind.Person, NameKind.Organisation, NameKind.Location];

    /// <summary>Parses with given tokens on the development treebank, whole and by its halves, and from raw text on the web half.</summary>
    public static IEnumerable<Score> Syntax(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        using var reader = corpora.OpenText("nlp/ud/ud-en-dev.conllu.gz");
        var gold = ConlluReader.Read(reader, "ud-en-dev", "en").ToList();
        var parsed = gold.ConvertAll(parser.Reparse);
        foreach (var (part, belongs) in new (string, Func<Document, bool>)[] { ("ud-en-dev", _ => true), ("ud-en-dev/gum", IsGum), ("ud-en-dev/ewt", document => !IsGum(document)) })
            foreach (var score in SyntaxScorer.Compare(gold.Where(belongs), parsed.Where(belongs), part))
                yield return score;
        var web = gold.Where(document => !IsGum(document)).ToList();
        foreach (var score in SyntaxScorer.Compare(web, web.Select(document => parser.Parse(document.Article)), "ud-en-dev/ewt raw"))
            yield return score;

        static bool IsGum(Document document) => document.Article.Id.Value.StartsWith("GUM_", StringComparison.Ordinal);
    }

    /// <summary>Names in given words.</summary>
    public static IEnumerable<Score> Names(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        return NamedSets.SelectMany(data =>
        {
            var gold = NameScorer.Load(corpora.PathOf($"nlp/ner/ner-en-{data}.bio.gz"));
            return NameScorer.Compare([gold], [parser.Reparse(gold)], NamedKinds, data);
        });
    }

    public static IEnumerable<Score> Dates(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var gold = DateScorer.Load(corpora.PathOf("nlp/time/gum-dates-dev.tsv.gz"));
        var published = gold.GroupBy(date => date.Document).ToDictionary(group => group.Key, group => group.First().Published);
        using var reader = corpora.OpenText("nlp/ud/ud-en-dev.conllu.gz");
        var parsed = ConlluReader.Read(reader, "ud-en-dev", "en")
            .Where(document => published.ContainsKey(document.Article.Id.Value))
            .Select(document => parser.Reparse(document with { Article = document.Article with { Published = published[document.Article.Id.Value] is { } day ? PublicationDate.OfDay(day, DateBasis.Record) : default } }))
            .ToDictionary(document => document.Article.Id.Value);
        var excerpts = DateExcerpt.Load(corpora.PathOf("nlp/time/timex3-timebank-dev.tsv.gz")).Select((excerpt, i) => (excerpt, parser.Parse(new Article
        {
            Id = new ArticleId($"timebank-{i}"),
            Input = "timex3-timebank-dev",
            Text = excerpt.Text,
            Language = "en",
            Published = excerpt.Published is { } day ? PublicationDate.OfDay(day, DateBasis.Record) : default,
        })));
        return [.. DateScorer.Compare(gold, parsed, "gum-dates-dev"), .. DateScorer.Compare([.. excerpts], "timebank-dev")];
    }

    public static IEnumerable<Score> Places(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var gold = PlaceScorer.Load(corpora.PathOf("nlp/geo/geovirus-dev.jsonl.gz"));
        var parsed = gold.Select((text, i) => parser.Parse(new Article { Id = new ArticleId($"geovirus-{i}"), Input = "geovirus-dev", Text = text.Text, Language = "en" })).ToList();
        return PlaceScorer.Compare(gold, parsed, "geovirus-dev");
    }

    static readonly (string Language, string Path)[] Treebanks =
    [
        ("ar", "nlp/multi/ud/ud-ar-dev"), ("be", "nlp/ud-multi/ud-be-hse-dev"), ("de", "nlp/multi/ud/ud-de-dev"), ("en", "nlp/ud/ud-en-dev"), ("es", "nlp/multi/ud/ud-es-dev"), ("fr", "nlp/multi/ud/ud-fr-dev"),
        ("ru", "nlp/ud-multi/ud-ru-gsd-dev"), ("uk", "nlp/ud-multi/ud-uk-parlamint-dev"), ("zh", "nlp/ud-multi/ud-zh-gsdsimp-dev"),
    ];

    /// <summary>Language of sentences of 60 characters and more (Chinese: 30).</summary>
    public static IEnumerable<Score> Languages(Corpora corpora)
    {
        var identifier = LanguageIdentifier.Load(corpora.Shipped);
        foreach (var (language, path) in Treebanks)
        {
            using var reader = corpora.OpenText(path + ".conllu.gz");
            int right = 0, unknown = 0, count = 0;
            while (reader.ReadLine() is { } line)
            {
                if (!line.StartsWith("# text = ", StringComparison.Ordinal) || line.Length - 9 < (language == "zh" ? 30 : 60))
                    continue;
                count++;
                var found = identifier.Identify(line.AsSpan(9));
                right += found == language ? 1 : 0;
                unknown += found == "und" ? 1 : 0;
            }
            yield return new Score("languages", language, "right", right / Math.Max(1.0, count), count);
            yield return new Score("languages", language, "unknown", unknown / Math.Max(1.0, count), count);
        }
    }

    public static IEnumerable<Score> Coreference(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var gold = CoreferenceScorer.Load(corpora.PathOf("nlp/coref/gum-mentions-dev.tsv.gz"));
        var documents = gold.Select(mention => mention.Document).ToHashSet();
        using var reader = corpora.OpenText("nlp/ud/ud-en-dev.conllu.gz");
        var trees = ConlluReader.Read(reader, "ud-en-dev", "en").Where(document => documents.Contains(document.Article.Id.Value)).ToList();
        return CoreferenceScorer.Compare(gold, trees, trees.ConvertAll(parser.Reparse), "gum-dev");
    }

    public static IEnumerable<Score> Quotations(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var gold = QuotationScorer.Load(corpora.PathOf("nlp/eval-only/quotes/polnear-dev.jsonl.gz"));
        return QuotationScorer.Compare(gold, [.. gold.Select(text => parser.Parse(new Article { Id = new ArticleId(text.Id), Input = "polnear-dev", Text = text.Text, Language = "en" }))], "polnear-dev");
    }
}
