using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;
using Demarche.Briefing.Charts;
using Demarche.Cli.Relations;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche relations --store S --dyad A,B</c>: how two states stand to each other over time.</summary>
static class RelationsCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var dyad = new Option<string?>("--dyad") { Description = "The two codes: CHN,RUS. Without it, groups and a matrix of all.", HelpName = "A,B" };
        var from = new Option<DateOnly?>("--from") { Description = "First day of the window; the first counted event if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var to = new Option<DateOnly?>("--to") { Description = "Last day of the window; the last counted event if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var period = new Option<PeriodLength>("--period") { Description = "week, month or quarter.", HelpName = "LENGTH", DefaultValueFactory = _ => PeriodLength.Month };
        var compare = new Option<string?>("--compare") { Description = "Another window, whose figures stand beside: 2022-01-01..2022-12-31.", HelpName = "FROM..TO" };
        var against = new Option<string[]>("--against")
        {
            Description = "A file of GDELT 1.0 or 2.0 events, ICEWS or POLECAT (plain, gzip or zip), whose rows of the same two stand beside ours; may be given several times.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var alleged = new Option<bool>("--with-alleged") { Description = "Count alleged acts as well; the output says so." };
        var format = new Option<string>("--format") { Description = "table, json, csv or svg.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnly("table", "json", "csv", "svg");
        var chart = new Option<string>("--chart") { Description = "Which chart svg draws: quads, tone, or level (a model, whose parameters stand under it).", HelpName = "NAME", DefaultValueFactory = _ => "quads" };
        chart.AcceptOnly("quads", "tone", "level");
        dyad.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value.Split(',') is not [{ Length: > 0 }, { Length: > 0 }])
                result.AddError($"--dyad: '{token.Value}' is not two codes with a comma between: CHN,RUS");
        });
        compare.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Window(token.Value) is null)
                result.AddError($"--compare: '{token.Value}' is not two days with two dots between: 2022-01-01..2022-12-31");
        });
        var command = new Command("relations", """
            Measures the relation of two states by period: counts by quad, balance, tone with its interval, rates, change points, alerts. Every figure comes with its formula, its weights and the number of events behind it, or with the reason why there is none.

            Examples:
              demarche relations --store news.db --dyad CHN,RUS
              demarche relations --store news.db --dyad IND,PAK --period week --from 2024-01-01 --to 2024-06-30
              demarche relations --store news.db --dyad CHN,RUS --from 2023-01-01 --to 2023-12-31 --compare 2022-01-01..2022-12-31
              demarche relations --store news.db --dyad CHN,RUS --against 20230814.export.CSV.zip --against icews-2023.tab
              demarche relations --store news.db --dyad CHN,RUS --format svg --chart tone > tone.svg
              demarche relations --store news.db
            """)
        { store, dyad, from, to, period, compare, against, alleged, format, chart };
        command.SetAction((options, stop) => Task.FromResult(Run(options, stop)));
        return command;

        int Run(ParseResult options, CancellationToken stop)
        {
            var data = InstalledData.Open();
            var settings = MeasureSettings.Load(data);
            if (options.GetValue(against)!.Length > 0 && (options.GetValue(dyad) is null || options.GetValue(format) == "svg"))
            {
                Console.Error.WriteLine("demarche: --against needs a --dyad, and --format table, json or csv");
                return ExitCode.WrongUsage;
            }
            var counting = new Counting(settings, new Ontology(data), options.GetValue(alleged));
            using var opened = StoreOption.OpenExisting(options, store);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            if (options.GetValue(dyad)?.ToUpperInvariant().Split(',') is not [var one, var other])
                return Overview(opened, settings, counting, options.GetValue(format)!, output);
            var asked = new Question(new Dyad(one, other), options.GetValue(from), options.GetValue(to), options.GetValue(period));
            var relation = Measure(opened, new StateNames(data), settings, counting, asked);
            if (relation is null)
            {
                Console.Error.WriteLine($"No counted event of {one} and {other}; give --from and --to for a window without any.");
                return ExitCode.Done;
            }
            var beside = Window(options.GetValue(compare)) is { } window
                ? Measure(opened, new StateNames(data), settings, counting, asked with { From = window.From, To = window.To })
                : null;
            var files = options.GetValue(against)!;
            var ontology = new Ontology(data);
            var datasets = new DatasetReading(new DatasetWords(new StateNames(data), ontology), relation, stop);
            datasets.Read(files);
            var steps = files.Length == 0 ? [] : CodingStep.Of(relation, opened.Outlines(one, other), opened.ReportCounts(one, other), ontology.Mutual);
            Write(relation, beside, new DatasetComparison(steps, datasets.Found), settings, options.GetValue(format)!, options.GetValue(chart)!, output);
            return datasets.HasProblems ? ExitCode.SomeFailed : ExitCode.Done;
        }
    }

    sealed record Question(Dyad Dyad, DateOnly? From, DateOnly? To, PeriodLength Length);

    static Relation? Measure(EventStore store, StateNames states, MeasureSettings settings, Counting counting, Question asked)
    {
        var outlines = store.Outlines(asked.Dyad.One, asked.Dyad.Other);
        var days = DyadEvents.Of(asked.Dyad, outlines.Select(outline => counting.Count(outline, out _)).OfType<CountedEvent>()).All.Select(one => one.First).ToList();
        if ((days.Count == 0 && (asked.From is null || asked.To is null)) || states.OfCode(asked.Dyad.One) is null || states.OfCode(asked.Dyad.Other) is null)
            return days.Count == 0 ? null : Study(null);
        return Study(store.DaysNaming(states.NamesOf(asked.Dyad.One), states.NamesOf(asked.Dyad.Other)));

        Relation Study(IReadOnlyList<DateOnly>? documents) =>
            new RelationStudy(settings, counting).Measure(asked.Dyad, asked.From ?? days.Min(), asked.To ?? days.Max(), asked.Length, outlines, documents);
    }

    static void Write(Relation relation, Relation? other, DatasetComparison against, MeasureSettings settings, string format, string chart, TextWriter output)
    {
        switch (format)
        {
            case "json":
                RelationJson.Write(relation, other, against, settings, output);
                break;
            case "csv":
                RelationCsv.Write(relation, against, output);
                break;
            case "svg":
                var title = string.Create(CultureInfo.InvariantCulture, $"{relation.Dyad.One} and {relation.Dyad.Other}, {relation.From:d MMM yyyy} to {relation.To:d MMM yyyy}");
                output.Write(chart switch
                {
                    "tone" => ToneChart.Draw("tone", title + ": tone", relation),
                    "level" => LevelChart.Draw("level", title + ": level (model)", relation, settings),
                    _ => QuadChart.Draw("quads", title + ": counted events", relation),
                });
                break;
            default:
                RelationTable.Write(relation, other, against, settings, output);
                break;
        }
    }

    static int Overview(EventStore store, MeasureSettings settings, Counting counting, string format, TextWriter output)
    {
        var events = store.Outlines().Select(outline => counting.Count(outline, out _)).OfType<CountedEvent>()
            .OrderBy(one => one.Id.Value, StringComparer.Ordinal).ToList();
        var groups = new Groups(settings).Find(events);
        if (format is "svg")
        {
            output.Write(RelationMatrix.Draw(events, groups));
            return ExitCode.Done;
        }
        if (format is not "table")
        {
            Console.Error.WriteLine("demarche: without --dyad there is a table or an svg");
            return ExitCode.WrongUsage;
        }
        RelationTable.WriteOverview(events, groups, settings, output);
        return ExitCode.Done;
    }

    static (DateOnly From, DateOnly To)? Window(string? text) =>
        text?.Split("..") is [var from, var to] && DayOption.Day(from) is { } first && DayOption.Day(to) is { } last && first <= last ? (first, last) : null;
}
