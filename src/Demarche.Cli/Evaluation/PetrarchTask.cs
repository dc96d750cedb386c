using Demarche.Coding;
using Demarche.Coding.Dictionaries;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Petrarch;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Cli.Evaluation;

/// <summary>
/// PETRARCH's validation records from raw text: news with our own tables, the stylised records of its unit tests, whose
/// countries are invented, with the dictionaries that belong to them.
/// </summary>
static class PetrarchTask
{
    static readonly (string Data, string[] Actors, string? Verbs, string? Discards, string? Ontology)[] Files =
    [
        ("petr2_gsr_dev", [], null, null, null),
        ("petr_unittest_dev", ["PETR.Validate.actors.txt", "PETR.Validate.agents.txt"], "PETR.Validate.verbs.2.0.txt", "PETR.Validate.discards.txt", "PETR.Internal.Coding.Ontology.txt"),
    ];

    public static IEnumerable<Score> Run(Corpora corpora)
    {
        var parser = TextParser.Load(corpora.Shipped, "en");
        var ontology = new Ontology(corpora.Shipped);
        var places = new Gazetteer(corpora.Shipped);
        foreach (var (data, actors, verbs, discards, inner) in Files)
        {
            var register = new ActorRegister(corpora.Shipped, places, actors.Select(file => ActorDictionary.Load(Dictionary(file))));
            var coder = new Coder(corpora.Shipped, register, "evaluation",
                verbs is null ? null : [VerbDictionary.Load(Dictionary(verbs))], discards is null ? null : [Discards.Load(Dictionary(discards))]);
            Func<string, string?>? negated = inner is null ? null : PetrarchOntology.Load(Dictionary(inner)).Negated;
            var gold = PetrarchGold.Load(corpora.PathOf($"eventcoding/{data}.xml"));
            List<List<CameoAct>> coded = [.. gold.Select(record => coder.Code(parser.Parse(AsArticle(record))).Events.SelectMany(one => CameoActs.Of(one, ontology, negated)).ToList())];
            foreach (var score in PetrarchScorer.Compare(gold, coded, data))
                yield return score;
        }

        string Dictionary(string file) => corpora.PathOf("eventcoding/dictionaries/" + file);
    }

    static Article AsArticle(PetrarchRecord record) => new()
    {
        Id = new ArticleId(record.Id),
        Input = record.Id,
        Text = record.Text,
        Language = "en",
        Published = record.Published is { } day ? PublicationDate.OfDay(day, DateBasis.Record) : default,
        Blocks = [new Block(BlockKind.Body, new TextSpan(0, record.Text.Length))],
    };
}
