using System.Globalization;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Language;

namespace Demarche.Tests.Coding;

/// <summary>
/// tests/data/cameo/records.tsv: sentences of our own in the manner of wire news, each with the acts that coders of CAMEO would
/// find (root and both countries), read the whole way from text.
/// </summary>
public class CameoRecordsTests
{
    // The last fifty are long and were read at .56 before anything was mended for them.
    const double Least = 0.87;

    [Fact]
    public void Acts_are_found_with_their_root_and_both_countries()
    {
        var parser = TextParser.Load(Repository.Data, "en");
        var coder = new Coder(Repository.Data, new ActorRegister(Repository.Data), "test");
        var ontology = new Ontology(Repository.Data);
        int right = 0, wrong = 0, missed = 0;
        var misses = new List<string>();
        foreach (var cells in File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "cameo", "records.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            var coded = coder.Code(parser.Parse(new Article
            {
                Id = new ArticleId("record"),
                Input = "records.tsv",
                Language = "en",
                Text = cells[1],
                Published = PublicationDate.OfDay(DateOnly.Parse(cells[0], CultureInfo.InvariantCulture), DateBasis.Record),
                Blocks = [new Block(BlockKind.Body, new TextSpan(0, cells[1].Length))],
            })).Events.SelectMany(one => CameoActs.Of(one, ontology)).Select(act => $"{act.Code[..2]}:{act.Source}>{act.Target}").ToHashSet();
            var wanted = cells[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            right += wanted.Count(coded.Contains);
            missed += wanted.Length - wanted.Count(coded.Contains);
            wrong += coded.Count - wanted.Count(coded.Contains);
            if (!coded.SetEquals(wanted))
                misses.Add($"{cells[1]}  wanted {cells[2]}, found {string.Join(' ', coded)}");
        }

        Assert.True(2.0 * right / ((2 * right) + wrong + missed) >= Least, string.Join('\n', misses));
    }
}
