using Demarche.Coding;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Tests.Coding.Status;

/// <summary>
/// tests/data/status-grid.tsv: sentences of our own in minimal pairs, event types by statuses by constructions, read with the
/// shipped models. "alleged|planned" in the status column: either is right.
/// </summary>
public class StatusGridTests
{
    static readonly Lazy<List<(string Line, string Expected, StatusReading Got)>> Readings = new(ReadAll);

    [Fact]
    public void No_unreal_act_is_read_as_real()
    {
        var hard = Readings.Value.Where(row => row.Got.Status.IsReal() && !IsRight(row.Expected, row.Got.Status)).Select(row => row.Line);

        Assert.Empty(hard);
    }

    [Fact]
    public void Nearly_every_status_is_right()
    {
        var wrong = Readings.Value.Where(row => !IsRight(row.Expected, row.Got.Status)).Select(row => $"{row.Line} => {row.Got.Status}: {row.Got.Reason}").ToList();

        Assert.True(wrong.Count <= Readings.Value.Count * 0.06, string.Join('\n', wrong));
    }

    static bool IsRight(string expected, EventStatus got) =>
        expected.Split('|').Any(status => Enum.Parse<EventStatus>(status, ignoreCase: true) is var wanted && (wanted == got || (wanted.IsReal() && got.IsReal())));

    static List<(string, string, StatusReading)> ReadAll()
    {
        var parser = TextParser.Load(Repository.Data, "en");
        var reader = StatusReader.Load(Repository.Data);
        var inflections = new RuleBook(Repository.Data, new Ontology(Repository.Data)).Inflections;
        var rows = new List<(string, string, StatusReading)>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "status-grid.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            var document = inflections.Repair(parser.Parse(new Article { Id = new ArticleId("grid"), Input = "grid", Text = cells[0], Language = "en" }));
            var trigger = document.Tokens.Forms.IndexOf(cells[1]);
            Assert.True(trigger >= 0, "no such word: " + line);
            rows.Add((line, cells[2], reader.Read(document, trigger)));
        }
        return rows;
    }
}
