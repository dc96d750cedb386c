using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Dictionaries;
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

    public static IEnumerable<Score> Run(Corpora corpora) =>
        Code(corpora).SelectMany(file => PetrarchScorer.Compare(file.Gold, file.Coded, file.Data));

    /// <summary>Writes what was compared as the scorers of PETRARCH's files read it: NAME.xml, its codes cut to root and country, and NAME.tsv.</summary>
    public static void Write(Corpora corpora, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (data, gold, coded) in Code(corpora))
        {
            PetrarchGold.CopyCut(PathOf(corpora, data), Path.Combine(folder, data + ".xml"));
            using var table = new ActTable(File.Create(Path.Combine(folder, data + ".tsv")));
            foreach (var (record, acts) in gold.Zip(coded))
                table.Write(record.Id, acts.Select(act => act with { Code = act.Code[..2] }));
        }
    }

    static IEnumerable<(string Data, ImmutableArray<PetrarchRecord> Gold, List<List<CameoAct>> Coded)> Code(Corpora corpora)
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
            var gold = PetrarchGold.Load(PathOf(corpora, data));
            yield return (data, gold, [.. gold.Select(record => coder.Code(parser.Parse(record.AsArticle())).Events.SelectMany(one => CameoActs.Of(one, ontology, negated)).ToList())]);
        }

        string Dictionary(string file) => corpora.PathOf("eventcoding/dictionaries/" + file);
    }

    static string PathOf(Corpora corpora, string data) => corpora.PathOf($"eventcoding/{data}.xml");
}
