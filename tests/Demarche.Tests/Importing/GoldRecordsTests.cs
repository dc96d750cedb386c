using System.Text;
using Demarche.Importing;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Tests.Importing;

public class GoldRecordsTests
{
    const string Old = """
        {"id": "G1", "date": "2000-01-01", "event": "FIGHT", "mode": "firearms", "context": "political", "dead": "3", "eventText": "shot at", "eventLoc": {"name": "Darat"},
         "source": [{"actorText": "Troops", "code": "SRB", "sector": "MIL"}], "target": [{"actorText": "villagers", "code": "SRB", "sector": "CVLalb"}],
         "text": "Troops shot at villagers in Darat."}
        """;

    const string New = """
        {"id": "G2", "date": "2024-05-06", "enddate": "2024-05-08", "event": ["CONSULT"], "mode": ["visit"], "actor": [{"entity_text": "the envoy", "code": "CHN", "sector": "GOV"}],
         "recipient": [{"raw_text": "Chad", "code": "TCD"}], "event_loc": {"resolved_place": "N'Djamena", "country_code": "TCD", "lat": 12.1, "lon": 15.05}, "event_text": ["the envoy visited Chad"]}
        """;

    static readonly Gazetteer Gazetteer = new(Repository.Data);

    [Theory]
    [InlineData("""{"id": "G1", "event": "CONSULT", "text": "A met \ud800"}""", "a string of it holds half a character")]
    [InlineData("""{"id": "G1", "event": "CONSULT", "text": "A met \u0000"}""", "a NUL character")]
    [InlineData("""[{"id": "G1", "event": "CONSULT", "text": "A met B"}, {"id":""", "the JSON array breaks off")]
    public void What_no_text_can_hold_is_named(string json, string problem) => Assert.StartsWith(problem, Read(json).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_record_of_an_id_that_was_there_is_named() =>
        Assert.Equal([null, "the id 'G1' stands in the file twice"], All("""[{"id": "G1", "event": "CONSULT", "text": "x"}, {"id": "G1", "event": "ASSAULT", "text": "y"}]""").Select(row => row.Problem));

    [Fact]
    public void Records_of_the_first_version_are_read()
    {
        var row = Read(Old).Row!;

        Assert.Equal(EventType.Assault, row.Type);
        Assert.Equal(["political_institutions"], row.Contexts);
        Assert.Equal(("CVL", "shot at"), (row.Recipients[0].Sector, row.ActText));
        Assert.Equal([("dead", 3)], row.Quantities);
    }

    [Fact]
    public void Records_of_the_manual_are_read()
    {
        var row = Read(New).Row!;

        Assert.Equal(("CHN", "TCD", "the envoy visited Chad"), (row.Actors[0].Code, row.Recipients[0].Code, row.Text));
        Assert.Equal(("N'Djamena", 12.1), (row.Place!.Name, row.Place.Latitude));
        Assert.Equal((new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 8)), (row.Date.Start, row.Date.End));
    }

    [Fact]
    public void An_array_and_an_object_a_line_say_the_same_and_headers_are_passed_over()
    {
        string one = Old.ReplaceLineEndings(" "), other = New.ReplaceLineEndings(" ");
        const string Header = """{"id": "G0", "event": "DOCUMENT"}""";

        Assert.Equal(["G1", "G2"], All($"[{Header},{one},{other}]").Select(read => read.Row!.Id));
        Assert.Equal(["G1", "G2"], All($"{Header}\n{one}\n\n{other}\n").Select(read => read.Row!.Id));
    }

    [Fact]
    public void What_is_broken_is_named_and_the_rest_read()
    {
        var read = All(Old.ReplaceLineEndings(" ") + "\n{broken\n{\"id\": \"G3\", \"text\": \"x\"}\n");

        Assert.Equal(["line 1", "line 2", "line 3"], read.Select(row => row.Where));
        Assert.Equal([null, "no JSON object", "the record has no 'event'"], read.Select(row => row.Problem));
    }

    static ImportedRow Read(string json) => Assert.Single(All(json));

    static List<ImportedRow> All(string json) => [.. new GoldRecords(new Ontology(Repository.Data), Gazetteer).Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))];
}
