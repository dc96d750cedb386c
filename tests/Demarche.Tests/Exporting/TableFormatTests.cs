using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Exporting;
using Demarche.Knowledge;

namespace Demarche.Tests.Exporting;

/// <summary>Reads back what the formats write: column count, types and code lists as their datasets have them.</summary>
public partial class TableFormatTests
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
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_line_has_the_dataset_s_columns_each_of_its_type(string format, int columns, bool hasHeader, string missing)
    {
        var table = Of(format);
        var lines = Lines(table);

        Assert.Equal(columns, table.Columns.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Length));
        if (hasHeader)
            Assert.Equal(table.Columns, lines[0]);
        foreach (var line in lines.Skip(hasHeader ? 1 : 0))
            for (var i = 0; i < columns; i++)
                Assert.True(line[i] == missing || TypeOf(table.Columns[i]).IsMatch(line[i]), $"{format} {table.Columns[i]}: '{line[i]}'");
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

        Assert.Equal(["CHNGOVMIL", "CHN", "GOV", "MIL"], [Cell("Actor1Code"), Cell("Actor1CountryCode"), Cell("Actor1Type1Code"), Cell("Actor1Type2Code")]);
        Assert.Equal("KSV", Cell("Actor2CountryCode"));
        Assert.Equal(["042", "042", "04", "1", "1"], [Cell("EventCode"), Cell("EventBaseCode"), Cell("EventRootCode"), Cell("QuadClass"), Cell("GoldsteinScale")]);
        Assert.Equal(["4", "Moscow, Russia", "RS"], [Cell("ActionGeo_Type"), Cell("ActionGeo_FullName"), Cell("ActionGeo_CountryCode")]);
        Assert.Equal("2024.9999", Cell("FractionDate"));
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
        _ => Phoenix.Of(Sightings.Words, Sightings.SourceOf),
    };

    static List<string[]> Lines(TableFormat table)
    {
        using var output = new StringWriter();
        table.Write(Sightings.All, output, TestContext.Current.CancellationToken);
        return [.. output.ToString().TrimEnd('\n').Split('\n').Select(line => line.Split('\t'))];
    }

    // By the name of the column: whole numbers, decimal numbers, days, codes; anything else is text.
    static Regex TypeOf(string column) => column switch
    {
        "GLOBALEVENTID" or "Event ID" or "Story ID" or "Sentence Number" or "SentenceID" or "NumMentions" or "NumSources" or "NumArticles" or "MentionDocLen" or "GeoNames ID" => Identifier(),
        "SQLDATE" or "Date" => Digits8(),
        "MonthYear" => Digits6(),
        "Year" => Digits4(),
        "Month" or "Day" => Digits2(),
        "EventTimeDate" or "MentionTimeDate" => Digits14(),
        "DATEADDED" => Digits8Or14(),
        "Event Date" or "Publication Date" => IsoDay(),
        "EventCode" or "EventBaseCode" or "CAMEO Code" => CameoCode(),
        "EventRootCode" => CameoRoot(),
        "QuadClass" or "Quad Code" => Quad(),
        "FractionDate" or "GoldsteinScale" or "GoldsteinScore" or "Intensity" or "Lat" or "Lon" or "Latitude" or "Longitude" => Decimal(),
        "IsRootEvent" or "InRawText" => Flag(),
        "MentionType" => Quad(),
        _ when column.EndsWith("Offset", StringComparison.Ordinal) => Offset(),
        _ when column.EndsWith("_Lat", StringComparison.Ordinal) || column.EndsWith("_Long", StringComparison.Ordinal) => Decimal(),
        _ when column.EndsWith("_Type", StringComparison.Ordinal) => GeoType(),
        _ when column.EndsWith("Geo_CountryCode", StringComparison.Ordinal) => Fips(),
        "Actor1CountryCode" or "Actor2CountryCode" or "SourceActorEntity" or "TargetActorEntity" or "SourceActorRole" or "TargetActorRole" => Three(),
        _ => Anything(),
    };

    [GeneratedRegex(@"^(\d{1,16}|e-\w+|\w+_\d+(;\w+_\d+)*)$")] private static partial Regex Identifier();
    [GeneratedRegex(@"^\d{8}$")] private static partial Regex Digits8();
    [GeneratedRegex(@"^\d{6}$")] private static partial Regex Digits6();
    [GeneratedRegex(@"^\d{4}$")] private static partial Regex Digits4();
    [GeneratedRegex(@"^\d{2}$")] private static partial Regex Digits2();
    [GeneratedRegex(@"^\d{14}$")] private static partial Regex Digits14();
    [GeneratedRegex(@"^\d{8}(\d{6})?$")] private static partial Regex Digits8Or14();
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$")] private static partial Regex IsoDay();
    [GeneratedRegex(@"^(0[1-9]|1\d|20)\d{1,2}$")] private static partial Regex CameoCode();
    [GeneratedRegex(@"^(0[1-9]|1\d|20)$")] private static partial Regex CameoRoot();
    [GeneratedRegex("^[1-4]$")] private static partial Regex Quad();
    [GeneratedRegex(@"^-?\d+(\.\d+)?$")] private static partial Regex Decimal();
    [GeneratedRegex("^[01]$")] private static partial Regex Flag();
    [GeneratedRegex(@"^(-1|\d+)$")] private static partial Regex Offset();
    [GeneratedRegex("^[0-5]$")] private static partial Regex GeoType();
    [GeneratedRegex("^[A-Z]{2}$")] private static partial Regex Fips();
    [GeneratedRegex("^[A-Z]{3}$")] private static partial Regex Three();
    [GeneratedRegex(@"^[^\p{Cc}]+$")] private static partial Regex Anything();
}
