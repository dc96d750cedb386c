using System.IO.Compression;
using System.Text;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Reading;
using Period = Demarche.Analysis.Period;

namespace Demarche.Tests.Analysis;

public sealed class DatasetTests
{
    static readonly Dyad Pair = new("CHN", "RUS");

    static readonly DatasetWords Words = new(new StateNames(TestEvents.Data), new Ontology(TestEvents.Data));

    const string IcewsHeader = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country";

    const string PolecatHeader = "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tRecipient Country\tHeadline";

    [Theory]
    [InlineData(58, "GDELT 1.0")]
    [InlineData(61, "GDELT 2.0")]
    public void Gdelt_is_told_by_its_columns_and_counts_both_directions(int columns, string name)
    {
        var (file, rows) = Read(Gdelt(columns, "20230814", "CHN", "RUS", "1", "1.0"), Gdelt(columns, "20230815", "RUS", "CHN", "4", "-9.5"), Gdelt(columns, "20230815", "RUS", "USA", "4", "-9"), Gdelt(columns, "20230815", "RUS", "", "1", "2"));

        Assert.Equal(name, file);
        Assert.Equal([new DatasetRow(1, new DateOnly(2023, 8, 14), 1, 1, null), new DatasetRow(2, new DateOnly(2023, 8, 15), 4, -9.5, null)], rows);
    }

    [Fact]
    public void Icews_has_names_of_states_and_classes_by_root()
    {
        var (file, rows) = Read(IcewsHeader,
            "1\t2023-08-14\tLi\tGovernment\tChina\tConsult\t040\t1.0\tPutin\tGovernment\tRussian Federation",
            "2\t8/15/2017\tLi\tGovernment\tChina\tAccuse\t112\t-2.0\tPutin\tGovernment\tRussian Federation",
            "3\t2023-08-16\tLi\tGovernment\tChina\tConsult\t040\t1.0\tPutin\tGovernment\tUkraine");

        Assert.Equal("ICEWS", file);
        Assert.Equal([(1, 2), (3, 3)], rows.Select(row => (row.Quad, row.Line)));
        Assert.Equal(new DateOnly(2017, 8, 15), rows[1].Day);
    }

    [Fact]
    public void Polecat_has_lists_of_states_and_classes_in_digits_words_or_by_type()
    {
        var (file, rows) = Read(PolecatHeader,
            "a\t2023-08-14\tCONSULT\tvisit\t1.5\t1\tNone\tLi\tBLR; CHN\tRUS\tx",
            "b\tNone\tACCUSE\tNone\t-3\tVERBAL CONFLICT\tNone\tLi\tCHN\tRUS\tx",
            "c\t2023-08-14\tASSAULT\tNone\t-9\tNone\tNone\tLi\tRUS\tCHN\tx");

        Assert.Equal("POLECAT", file);
        Assert.Equal([1, 3, 4], rows.Select(row => row.Quad));
        Assert.Null(rows[1].Day);
    }

    [Fact]
    public void What_is_wrong_in_a_row_is_said_with_its_line()
    {
        var (_, rows) = Read(Gdelt(61, "20230814", "CHN", "RUS", "1", "1.0"), Gdelt(61, "20231399", "CHN", "RUS", "1", "1.0"), "7\t8", Gdelt(61, "20230814", "CHN", "RUS", "1", "eleven"));

        Assert.Equal([(2, "'20231399' is no day"), (3, "2 cells where GDELT 2.0 has 57 at least"), (4, "'eleven' is no score from -10 to 10")],
            rows.Skip(1).Select(row => (row.Line, row.Problem)));
    }

    [Fact]
    public void Gzip_and_zip_are_told_by_content()
    {
        var text = Encoding.UTF8.GetBytes(Gdelt(58, "20230814", "CHN", "RUS", "2", "6"));
        using var gzip = new MemoryStream();
        using (var packing = new GZipStream(gzip, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(text);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("20230814.export.CSV").Open())
            entry.Write(text);

        foreach (var packed in new[] { gzip, zip })
        {
            using var file = DatasetFile.Open(PackedText.Open(new MemoryStream(packed.ToArray())), Words);
            Assert.Equal(2, Assert.Single(file.Rows(Pair)).Quad);
        }
        Assert.Throws<UnreadableException>(() =>
        {
            using var cut = DatasetFile.Open(PackedText.Open(new MemoryStream(gzip.ToArray()[..^6])), Words);
            _ = cut.Rows(Pair).Count();
        });
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("id,type,status\n", "line 1 begins none of the tables")]
    public void Another_table_is_refused(string text, string reason) => Assert.Contains(reason,
        Assert.Throws<InvalidDataException>(() => DatasetFile.Open(PackedText.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))), Words)).Message, StringComparison.Ordinal);

    [Fact]
    public void Counts_go_by_period_and_name_what_they_leave_out()
    {
        DateOnly from = TestEvents.Day("2023-08-01"), to = TestEvents.Day("2023-09-30");
        var counts = new DatasetCounts("ICEWS", Period.Between(from, to, PeriodLength.Month), from, to);
        foreach (var (day, quad, score) in new (string?, int, double?)[] { ("2023-08-02", 1, 4), ("2023-08-31", 1, null), ("2023-09-01", 4, -10), ("2023-10-01", 1, 1), (null, 1, 1), ("2023-09-02", 0, 1) })
            counts.Add(new DatasetRow(1, day is null ? null : TestEvents.Day(day), quad, score, null));
        counts.Add(new DatasetRow(9, null, 0, null, "broken"));

        Assert.Equal([2, 0, 0, 1], counts.Whole.Quads);
        Assert.Equal(-3, counts.Whole.Tone);
        Assert.Equal([0, 0, 0, 1], counts[new Period(PeriodLength.Month, TestEvents.Day("2023-09-01"))].Quads);
        Assert.Equal((1, 1, 1, 1), (counts.Outside, counts.WithoutDay, counts.WithoutClass, counts.Broken));
    }

    [Fact]
    public void Steps_show_what_fusing_and_status_take_away()
    {
        var outlines = TestEvents.Outlines("2024-03-05 CHN>RUS consult", "2024-03-06 CHN>RUS aid planned", "2024-03-07 CHN>RUS assault denied", "2024-03-07 CHN>USA assault", "- CHN>RUS consult");
        var relation = new RelationStudy(TestEvents.Settings, TestEvents.Counting())
            .Measure(Pair, TestEvents.Day("2024-03-01"), TestEvents.Day("2024-03-31"), PeriodLength.Month, outlines, null);

        var steps = CodingStep.Of(relation, outlines, new Dictionary<EventId, int> { [outlines[0].Id] = 3, [outlines[1].Id] = 1, [outlines[2].Id] = 2 }, TestEvents.Ontology.Mutual);

        Assert.Equal([[3, 1, 0, 2], [1, 1, 0, 1], [2, 0, 0, 0]], steps.Select(step => step.Quads.ToArray()));
    }

    static (string Name, List<DatasetRow> Rows) Read(params string[] lines)
    {
        using var file = DatasetFile.Open(PackedText.Open(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"))), Words);
        return (file.Name, [.. file.Rows(Pair)]);
    }

    static string Gdelt(int columns, string day, string actor, string recipient, string quad, string score)
    {
        var cells = new string[columns];
        Array.Fill(cells, "");
        (cells[0], cells[1], cells[7], cells[17], cells[29], cells[30]) = ("410000001", day, actor, recipient, quad, score);
        return string.Join('\t', cells);
    }
}
