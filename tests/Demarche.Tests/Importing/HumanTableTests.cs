using Demarche.Events;
using Demarche.Importing;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;

namespace Demarche.Tests.Importing;

public class HumanTableTests
{
    static readonly Ontology Ontology = new(Repository.Data);
    static readonly Gazetteer Gazetteer = new(Repository.Data);

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
    [InlineData("a1,ASSAULT,,,x,y", "6 cells under 5 columns")]
    [InlineData("a1,ASSAULT,,,\"x", "a double quote is not closed")]
    [InlineData("a1,ASSAULT,,,\"x \"y\" z\"", "a double quote is not closed, or one inside a cell is not written twice")]
    [InlineData("a1,ASSAULT,,,x\0y", "a NUL character")]
    public void A_row_that_is_wrong_is_named_with_its_line_and_what_would_be_right(string row, string problem)
    {
        var read = Single("id,type,mode,date_start,sentence\n" + row + "\n");

        Assert.Null(read.Row);
        Assert.Equal("line 2", read.Where);
        Assert.StartsWith(problem, read.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quad", "5", "'5' is not a quad class")]
    [InlineData("score", "11", "'11' is not a number from -10 to 10")]
    [InlineData("confidence", "2", "'2' is not a number from 0 to 1")]
    [InlineData("latitude", "12", "'12, ' is not a point: latitude and longitude go together")]
    [InlineData("review", "rejectd", "'rejectd' is not a review: accepted, edited, rejected (did you mean 'rejected'?)")]
    [InlineData("grade", "Z9", "'Z9' is not a grade from A1 to F6")]
    public void A_cell_that_no_event_can_have_is_refused(string column, string cell, string problem) =>
        Assert.StartsWith(problem, Single($"id,type,sentence,place,{column}\na1,ASSAULT,x,Darat,{cell}\n").Problem, StringComparison.Ordinal);

    [Fact]
    public void An_act_that_only_CAMEO_has_a_code_for_comes_back() =>
        Assert.Equal((EventType.None, "010"), (Single("id,type,sentence,cameo\na1,NONE,x,010\n").Row!.Type, Single("id,type,sentence,cameo\na1,NONE,x,010\n").Row!.Own.Cameo));

    [Fact]
    public void A_quote_that_is_not_closed_breaks_its_own_row_and_no_other()
    {
        var read = All("id,type,sentence,status\na1,CONSULT,\"one\",planned\na2,CONSULT,\"two,planned\na3,CONSULT,\"three, and\nmore\",denied\na4,CONSULT,four,\n");

        Assert.Equal(["line 2", "line 3", "line 4", "line 6"], read.Select(row => row.Where));
        Assert.Equal(["one", null, "three, and\nmore", "four"], read.Select(row => row.Row?.Text));
    }

    [Theory]
    [InlineData("id;type;sentence\na1;CONSULT;They met, and talked.\n")]
    [InlineData("id\ttype\tsentence\na1\tCONSULT\tThey met, and talked.\n")]
    [InlineData("\uFEFFID, Type ,\"Sentence\"\r\na1,CONSULT,\"They met, and talked.\"\r\n")]
    public void A_table_is_read_as_spreadsheets_write_it(string table) => Assert.Equal("They met, and talked.", Single(table).Row!.Text);

    [Fact]
    public void A_column_that_is_not_known_is_named_with_the_nearest() =>
        Assert.Equal("the column 'actor_code' is not known and passed over (did you mean 'actor_codes'?)", All("id,type,sentence,actor_code,reports\na1,CONSULT,x,CHN,1\n")[0].Note);

    [Fact]
    public void A_column_that_stands_twice_is_refused() => Assert.Equal("the column 'type' stands here twice", Single("id,type,sentence,type\na1,CONSULT,x,ASSAULT\n").Problem);

    [Fact]
    public void The_gazetteer_gives_a_place_its_point_and_none_is_made_up()
    {
        var known = Single("id,type,sentence,place,country\na1,CONSULT,x,Minsk,BLR\n");
        var unknown = Single("id,type,sentence,place\na1,CONSULT,x,Nowhere-on-Sea\n");

        Assert.Equal((53.9, "BLR"), (known.Row!.Place!.Latitude, known.Row.Place.Country));
        Assert.Null(unknown.Row!.Place);
        Assert.StartsWith("the place 'Nowhere-on-Sea' is not taken", unknown.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Offices_further_sectors_grade_and_rejection_are_read_too()
    {
        var row = Single("id,type,sentence,actor_codes,actor_other_sectors,actor_offices,grade,review\na1,CONSULT,x,CHN|RUS,MIL+ELI|,defence minister|,B2,rejected\n").Row!;

        Assert.Equal(["MIL", "ELI"], row.Actors[0].OtherSectors);
        Assert.Equal(("defence minister", null), (row.Actors[0].Office, row.Actors[1].Office));
        Assert.Equal(("B2", true), (row.Grade, row.IsRejected));
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

    static ImportedRow Single(string table) => Assert.Single(All(table));

    static List<ImportedRow> All(string table) => [.. new HumanTable(Ontology, Gazetteer).Read(new StringReader(table))];
}
