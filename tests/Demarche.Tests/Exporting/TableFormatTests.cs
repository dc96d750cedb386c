using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Exporting;
using Demarche.Knowledge;

namespace Demarche.Tests.Exporting;

/// <summary>Reads back what the formats write: column count, types and code lists as their datasets have them.</summary>
public class TableFormatTests
{
    const string ActorCodes = "Code,Name,CountryCode,KnownGroupCode,EthnicCode,Religion1Code,Religion2Code,Type1Code,Type2Code,Type3Code";

    public static TheoryData<string, int, bool, string> Formats => new()
    {
        { "gdelt1", 58, false, "" },
        { "gdelt2", 61, false, "" },
        { "gdelt2-mentions", 16, false, "" },
        { "icews", 20, true, "NULL" },
        { "polecat", 40, true, "None" },
        { "phoenix", 26, false, "" },
        { "phoenix-daily", 26, false, "" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_line_has_the_dataset_s_columns_each_of_its_type(string format, int columns, bool hasHeader, string missing)
    {
        var table = Of(format);
        var lines = Lines(table);

        var types = ColumnTypes.Of(format);
        Assert.Equal(columns, types.Count);
        Assert.Equal(columns, table.Columns.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Length));
        if (hasHeader)
            Assert.Equal(table.Columns, lines[0]);
        foreach (var line in lines.Skip(hasHeader ? 1 : 0))
            for (var i = 0; i < columns; i++)
            {
                Assert.True(types[i](line[i]), $"{format} {table.Columns[i]}: '{line[i]}'");
                Assert.True(missing.Length == 0 || line[i].Length > 0, $"{format} {table.Columns[i]} is empty, and not '{missing}'");
            }
    }

    [Fact]
    public void Every_CAMEO_code_that_coding_gives_has_a_root_and_a_label()
    {
        var words = new ExportWords(Repository.Data);
        var codes = new[] { "modes.tsv", "types.tsv", "cameo-words.tsv" }
            .SelectMany(file => CodesOf("data/ontology/" + file)).Where(code => code.Length >= 2).Distinct().ToList();

        Assert.NotEmpty(codes);
        Assert.All(codes.Select(code => code.Length == 2 ? code + "0" : code), code =>
        {
            Assert.InRange(words.GoldsteinOf(code), -10, 10);
            Assert.InRange(words.GdeltQuadOf(code), 1, 4);
            Assert.InRange(words.PhoenixQuadOf(code), 0, 4);
            Assert.NotNull(words.LabelOf(code));
        });
    }

    static IEnumerable<string> CodesOf(string path)
    {
        using var table = new TsvFile(Repository.Data.Open(path), path, "cameo");
        while (table.Read())
            yield return table[table.Column("cameo")];
    }

    [Fact]
    public void The_two_editions_of_GDELT_have_their_columns_in_order()
    {
        string Geo(string name, string second) => string.Join(',', $"Type,FullName,CountryCode,ADM1Code,{second}Lat,Long,FeatureID".Split(',').Select(column => $"{name}Geo_{column}"));
        string All(string second) => string.Join(',',
            "GLOBALEVENTID,SQLDATE,MonthYear,Year,FractionDate",
            string.Join(',', ActorCodes.Split(',').Select(column => "Actor1" + column)), string.Join(',', ActorCodes.Split(',').Select(column => "Actor2" + column)),
            "IsRootEvent,EventCode,EventBaseCode,EventRootCode,QuadClass,GoldsteinScale,NumMentions,NumSources,NumArticles,AvgTone",
            Geo("Actor1", second), Geo("Actor2", second), Geo("Action", second), "DATEADDED,SOURCEURL");

        Assert.Equal(All(""), string.Join(',', Of("gdelt1").Columns));
        Assert.Equal(All("ADM2Code,"), string.Join(',', Of("gdelt2").Columns));
    }

    [Fact]
    public void Codes_are_those_of_the_dataset()
    {
        var table = Of("gdelt2");
        var visit = Lines(table)[0];
        string Cell(string column) => visit[table.Columns.IndexOf(column)];
        IEnumerable<string> Cells(string place, params string[] columns) => columns.Select(column => Cell($"{place}_{column}"));

        Assert.Equal(["CHNGOVMIL", "CHN", "GOV", "MIL"], [Cell("Actor1Code"), Cell("Actor1CountryCode"), Cell("Actor1Type1Code"), Cell("Actor1Type2Code")]);
        Assert.Equal("KSV", Cell("Actor2CountryCode"));
        Assert.Equal(["042", "042", "04", "1", "1.9"], [Cell("EventCode"), Cell("EventBaseCode"), Cell("EventRootCode"), Cell("QuadClass"), Cell("GoldsteinScale")]);
        Assert.Equal(["4", "Moscow, Moscow, Russia", "RS", "RS48", ""], [.. Cells("ActionGeo", "Type", "FullName", "CountryCode", "ADM1Code", "FeatureID")]);
        Assert.Equal("2024.9999", Cell("FractionDate"));
    }

    [Theory]
    [InlineData("Beijing", "China", "CHN", "4", "Beijing, Beijing, China", "CH", "CH22", "")]
    [InlineData("Chinese officials", null, "CHN", "1", "China", "CH", "CH", "CH")]
    [InlineData("Washington", "United States", "USA", "3", "Washington, D.C., District of Columbia, United States", "US", "USDC", "")]
    [InlineData("Gaza", "Palestine", "PSE", "4", "Gaza, Gaza Strip, Palestine", "GZ", "GZ", "")]
    [InlineData("Jackson", "Lisa Jackson", "USA", "1", "United States", "US", "US", "US")]
    [InlineData("the alliance", "NATO", "IGO", "0", "", "", "", "")]
    public void A_party_is_at_home_in_the_city_its_state_is_called_by_else_in_its_state(
        string text, string? name, string code, string type, string fullName, string country, string adm1, string feature)
    {
        var table = Of("gdelt2");
        var row = Lines(table, Sightings.Event("a", EventType.Consult, "04", [new Party { Text = text, Name = name, Code = code }], []))[0];

        Assert.Equal([type, fullName, country, adm1, "", feature], Enumerable.Range(35, 8).Where(i => i is not (40 or 41)).Select(i => row[i]));
        Assert.Equal(type == "0", row[40].Length == 0);
    }

    [Theory]
    [InlineData("REG", "Texas", "USA", "region", "2", "Texas, United States", "USTX", "USTX")]
    [InlineData("REG", "Donetsk", "UKR", "region", "5", "Donetsk, Ukraine", "UP05", "UP05")]
    [InlineData("REG", "Île-de-France", "FRA", "region", "5", "Île-de-France, France", "FR", "FR")]
    [InlineData("SEA", "Black Sea", null, "sea", "0", "", "", "")]
    public void A_region_has_the_code_of_FIPS_where_we_know_it_and_else_its_country_s(
        string document, string name, string? country, string kind, string type, string fullName, string adm1, string feature)
    {
        var table = Of("gdelt1");
        var row = Lines(table, Sightings.Event(document, EventType.Consult, "04", [new Party { Code = "UKR" }], []) with { Place = new EventPlace(new Place(name, country, 48, 37, null, kind), null) })[0];

        Assert.Equal([type, fullName, adm1, feature], new[] { 49, 50, 52, 55 }.Select(i => row[i]));
    }

    [Theory]
    [InlineData(EventType.Consult, "04", "met", "CHN>RUS RUS>CHN")]
    [InlineData(EventType.Accuse, "11", "condemned", "CHN> RUS>")]
    [InlineData(EventType.Accuse, "11", "accused each other", "CHN>RUS RUS>CHN")]
    public void Only_what_is_mutual_stands_in_both_directions(EventType type, string cameo, string trigger, string expected)
    {
        var one = Sightings.Event("a", type, cameo, [new Party { Code = "CHN" }, new Party { Code = "RUS" }], []);
        one = one with { Reports = [.. one.Reports.Select(report => report with { TriggerText = trigger })] };

        Assert.Equal(expected, string.Join(' ', Lines(Of("gdelt2"), one).Select(row => $"{row[5]}>{row[15]}")));
    }

    [Theory]
    [InlineData("NATO", "IGO", "MIL", "IGONATMIL", "NAT", "", "", "", "IGO MIL ")]
    [InlineData("World Health Organization", "UNO", "MED", "IGOWHOHLH", "WHO", "", "", "", "IGO HLH ")]
    [InlineData("Hezbollah", "LBN", "REB", "LBNREBHEZ", "HEZ", "", "", "", "REB  ")]
    [InlineData("Russian Orthodox Church", "RUS", "REL", "RUSRELCHRDOX", "", "", "CHR", "DOX", "REL  ")]
    [InlineData("Sunni tribesmen", "IRQ", "CVL", "IRQCVLMOSSUN", "", "", "MOS", "SUN", "CVL  ")]
    [InlineData("Kurdish protesters", "TUR", "CVL", "TURCVLkur", "", "kur", "", "", "CVL  ")]
    [InlineData("Arab League", "IGO", null, "IGOARL", "ARL", "", "", "", "IGO  ")]
    public void Groups_peoples_and_religions_have_CAMEO_s_codes(
        string name, string code, string? sector, string actor, string group, string people, string religion, string branch, string types)
    {
        var row = Lines(Of("gdelt2"), Sightings.Event("a", EventType.Protest, "14", [new Party { Text = name, Name = name, Code = code, Sector = sector }], []))[0];

        Assert.Equal([actor, group, people, religion, branch, types], [row[5], row[8], row[9], row[10], row[11], string.Join(' ', row[12..15])]);
    }

    [Fact]
    public void Somebody_CAMEO_has_no_code_for_leaves_all_cells_blank_and_no_row_of_two_such()
    {
        var man = new Party { Text = "a man", Span = new TextSpan(0, 5) };

        Assert.All(Lines(Of("gdelt2"), Sightings.Event("a", EventType.Assault, "18", [new Party { Code = "CHN" }], [man]))[0][15..25], Assert.Empty);
        Assert.Equal([""], Lines(Of("gdelt2"), Sightings.Event("a", EventType.Assault, "18", [man], []))[0]);
    }

    [Fact]
    public void Phoenix_says_the_first_role_of_its_list_and_keeps_the_other_codes_as_attributes()
    {
        var row = Lines(Of("phoenix"), Sightings.Event("a;b", EventType.Consult, "042",
            [new Party { Code = "DNK", Sector = "ELI", OtherSectors = ["GOV"] }], [new Party { Name = "United Nations", Code = "UNO", Sector = "LAB" }]))[0];

        Assert.Equal(["DNKGOVELI", "DNK", "GOV", "ELI", "IGOCVLUNOLAB", "IGO", "CVL", "UNO;LAB"], row[5..13]);
        Assert.Equal(("1", "a,b_2"), (row[16], row[23]));
    }

    [Fact]
    public void Several_parties_stand_side_by_side_in_the_lists_of_POLECAT()
    {
        var row = Lines(Of("polecat"), Sightings.Event("a", EventType.Consult, "04", [new Party { Text = "a; b", Code = "CHN", Sector = "GOV" }, new Party { Text = "the men", Code = "CHN", Sector = "GOV" }, new Party { Text = "a man" }], []))[1];

        Assert.Equal(["China; China; None", "CHN; CHN; None", "710; 710; None", "GOV", "GOV", "None", "a, b; the men; a man"], row[7..14]);
    }

    [Fact]
    public void Only_reports_that_tell_it_as_real_count_as_mentions()
    {
        var told = Sightings.Event("real", EventType.Assault, "18", [new Party { Code = "CHN" }], [new Party { Code = "RUS" }]);
        var report = told.Reports[0];
        var one = told with
        {
            Reports =
            [
                report with { Document = new ArticleId("plan"), Status = EventStatus.Planned },
                report,
                report with { Document = new ArticleId("denial"), Status = EventStatus.Denied },
                report with { Document = new ArticleId("going-on"), Status = EventStatus.Ongoing },
            ],
        };

        var row = Lines(Of("gdelt2"), one)[0];
        Assert.Equal(["2", "1", "2", "https://www.example.org/real"], [row[31], row[32], row[33], row[60]]);
        Assert.Equal(["https://www.example.org/real", "https://www.example.org/going-on"], Lines(Of("gdelt2-mentions"), one).Select(mention => mention[5]));
        Assert.Equal("real_2;going-on_2", Lines(Of("phoenix"), one)[0][23]);
        Assert.Single(Lines(Of("gdelt2-mentions"), one with { Reports = [one.Reports[2]] }));
    }

    [Fact]
    public void Articles_without_outlet_and_address_are_sources_of_their_own()
    {
        var told = Sightings.Event("plain", EventType.Assault, "18", [new Party { Code = "CHN" }], []);
        var row = Lines(Of("gdelt2"), told with { Reports = [told.Reports[0], told.Reports[0] with { Document = new ArticleId("plain") }, told.Reports[0] with { Document = new ArticleId("a") }] })[0];

        Assert.Equal(["3", "2", "2"], row[31..34]);
    }

    [Fact]
    public void What_is_mutual_stands_there_in_both_directions_under_consecutive_numbers()
    {
        var rows = Lines(Of("icews")).Where(line => line[6] == "060").ToList();

        Assert.Equal(6, rows.Count);
        Assert.All(rows.Chunk(2), pair =>
        {
            Assert.Equal(long.Parse(pair[0][0], CultureInfo.InvariantCulture) + 1, long.Parse(pair[1][0], CultureInfo.InvariantCulture));
            Assert.Equal((pair[0][2], pair[0][8]), (pair[1][8], pair[1][2]));
        });
    }

    [Fact]
    public void Mentions_carry_the_numbers_of_the_events_table() =>
        Assert.Equal(Lines(Of("gdelt2")).Select(line => line[0]), Lines(Of("gdelt2-mentions")).Select(line => line[0]).Distinct());

    [Fact]
    public void What_does_not_fit_is_counted_and_not_written()
    {
        using var output = new StringWriter();

        Assert.Equal(new ExportCount(4, 2, 8), Of("icews").Write(Sightings.All, output, TestContext.Current.CancellationToken));
    }

    static TableFormat Of(string format) => format switch
    {
        "gdelt1" => GdeltEvents.Of(Sightings.Words, Sightings.SourceOf, second: false),
        "gdelt2" => GdeltEvents.Of(Sightings.Words, Sightings.SourceOf, second: true),
        "gdelt2-mentions" => GdeltMentions.Of(Sightings.Words, Sightings.SourceOf),
        "icews" => Icews.Of(Sightings.Words, Sightings.SourceOf),
        "polecat" => Polecat.Of(Sightings.Words, Sightings.SourceOf),
        "phoenix-daily" => Phoenix.OneADayOf(Sightings.Words, Sightings.SourceOf),
        _ => Phoenix.Of(Sightings.Words, Sightings.SourceOf),
    };

    static List<string[]> Lines(TableFormat table) => Lines(table, [.. Sightings.All]);

    static List<string[]> Lines(TableFormat table, params Event[] events)
    {
        using var output = new StringWriter();
        table.Write(events, output, TestContext.Current.CancellationToken);
        return [.. output.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
    }
}
