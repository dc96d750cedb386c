using Demarche.Events;
using Demarche.Importing;
using Demarche.Knowledge;

namespace Demarche.Tests.Importing;

public class HumanTableTests
{
    static readonly Ontology Ontology = new(Repository.Data);

    [Fact]
    public void A_row_says_what_its_columns_say()
    {
        var row = Single("id,status,type,mode,contexts,date_start,date_end,actor_codes,actor_sectors,actor_names,recipient_codes,place,country,latitude,longitude,sentence\n"
            + "a1,planned,CONSULT,visit,diplomatic|military,2024-05-06,2024-05-08,CHN|RUS,GOV|MIL,Li Shangfu|,BLR,Minsk,BLR,53.9,27.6,\"Li, of China, will visit Minsk.\"\n").Row!;

        Assert.Equal((EventType.Consult, EventStatus.Planned), (row.Type, row.Status));
        Assert.Equal(["CHN", "RUS"], row.Actors.Select(party => party.Code));
        Assert.Equal([("GOV", "Li Shangfu"), ("MIL", null)], row.Actors.Select(party => (party.Sector, party.Name)));
        Assert.Equal((new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 8)), (row.Date.Start, row.Date.End));
        Assert.Equal(("Minsk", 53.9), (row.Place!.Name, row.Place.Latitude));
        Assert.Equal("Li, of China, will visit Minsk.", row.Text);
    }

    [Theory]
    [InlineData("a1,ASSULT,,,x", "'ASSULT' is not an event type (did you mean 'ASSAULT'?)")]
    [InlineData("a1,ASSAULT,visit,,x", "'visit' is not a mode of ASSAULT")]
    [InlineData("a1,ASSAULT,,soon,x", "'soon' is not a date like 2024-03-01")]
    [InlineData("a1,ASSAULT,,,", "the row has no sentence")]
    [InlineData(",ASSAULT,,,x", "the row has no id")]
    [InlineData("a1,YIELD,,,x", "'YIELD' is CONCEDE or RETREAT")]
    public void A_row_that_is_wrong_is_named_with_its_line_and_what_would_be_right(string row, string problem)
    {
        var read = Single("id,type,mode,date_start,sentence\n" + row + "\n");

        Assert.Null(read.Row);
        Assert.Equal("line 2", read.Where);
        Assert.StartsWith(problem, read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_the_needed_columns_says_which() =>
        Assert.Equal("no column 'type'; a human-coded table has at least id, type, sentence", Single("id,sentence\nx,y\n").Problem);

    [Fact]
    public void The_guard_against_formulas_is_taken_off_again() =>
        Assert.Equal("=The ministers met.", Single("id,type,sentence\na1,CONSULT,'=The ministers met.\n").Row!.Text);

    [Fact]
    public void A_row_becomes_one_report_whose_spans_stand_in_its_words()
    {
        var row = Single("id,type,mode,actor_codes,actor_names,sentence\na1,ASSAULT,firearms,SRB,Serb forces,Serb forces killed three.\n").Row!;

        var coded = row.ToArticle("table.csv: line 2", "import+00", Ontology);

        var report = Assert.Single(coded.Events);
        Assert.Equal("Serb forces", report.Actors[0].Span!.Value.Of(coded.Article.Text));
        Assert.Equal((4, -9, "193", HumanRow.Rule), (report.Quad, report.Score, report.Cameo, report.Rule));
        Assert.Equal(coded.Article.Sha256, report.TextSha256);
    }

    static ImportedRow Single(string table) => Assert.Single(new HumanTable(Ontology).Read(new StringReader(table)));
}
