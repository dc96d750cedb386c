using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;

namespace Demarche.Tests.Coding;

/// <summary>
/// tests/data/parties.tsv: short texts of our own, a few for each cause of a wrong party, place or day, read the whole way with the
/// shipped models. Parties are codes; a place or date that is left empty is not asked about.
/// </summary>
public class PartiesTableTests
{
    static readonly TextParser Parser = TextParser.Load(Repository.Data, "en");
    static readonly Coder Coder = new(Repository.Data, new ActorRegister(Repository.Data, new Gazetteer(Repository.Data)), "test");

    public static TheoryData<string> Rows => [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "parties.tsv")).Skip(1)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parties_place_and_date_are_told_from_the_text(string row)
    {
        var cells = row.Split('\t');
        var (trigger, type) = (cells[3], Enum.Parse<EventType>(cells[4], ignoreCase: true));
        var article = new Article
        {
            Id = new ArticleId("row"),
            Input = "parties.tsv",
            Language = "en",
            Text = cells[2],
            Published = PublicationDate.OfDay(DateOnly.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), DateBasis.User),
        };

        var told = Coder.Code(Parser.Parse(article)).Events.Where(one => one.Type == type && one.TriggerText.Contains(trigger, StringComparison.Ordinal)).ToList();

        var act = Assert.Single(told.TakeLast(1));
        Assert.Equal((cells[5], cells[6]), (Codes(act.Actors), Codes(act.Recipients)));
        if (cells[7].Length > 0)
            Assert.Equal(cells[7], act.Place?.Place.Country);
        if (cells[8].Length > 0)
            Assert.Equal(cells[8], $"{act.Date.Start:yyyy-MM-dd}..{act.Date.End:yyyy-MM-dd}");
    }

    static string Codes(IEnumerable<Party> parties) => string.Join(';', parties.Select(party => party.Code).Where(code => code is not null).Order(StringComparer.Ordinal));
}
