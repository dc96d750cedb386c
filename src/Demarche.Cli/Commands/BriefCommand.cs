using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Demarche.Analysis;
using Demarche.Briefing;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche brief --store S --states A,B[,C] -o FILE</c>: a sourced brief of stored events.</summary>
static class BriefCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var states = new Option<string>("--states") { Description = "Two or three codes: CHN,RUS,BLR.", HelpName = "A,B[,C]", Required = true };
        var from = new Option<DateOnly?>("--from") { Description = "First day of the period; the first event if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var to = new Option<DateOnly?>("--to") { Description = "Last day of the period; the last event or publication if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day the brief speaks as of; the last publication if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var issue = new Option<string?>("--issue") { Description = "Number of the issue.", HelpName = "N" };
        var period = new Option<PeriodLength>("--period") { Description = "week, month or quarter, for the series.", HelpName = "LENGTH", DefaultValueFactory = _ => PeriodLength.Month };
        var grades = new Option<string?>("--grades") { Description = "Register of source grades: TSV with source, grade (A to F), date, reason.", HelpName = "FILE" };
        var analyst = new Option<string?>("--analyst") { Description = "Markdown brief whose analyst's slots are kept; OUTPUT with the ending .md if it is there.", HelpName = "FILE" };
        var since = new Option<DateOnly?>("--since") { Description = "The day the last issue spoke as of: what is counted that nobody had told by then, and what has another status now.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var level = new Option<bool>("--with-level") { Description = "Draw the level of each relation, too: a model, whose parameters stand under it." };
        var items = new Option<int>("--items") { Description = "How many items a list or table of events shows at most; the rest is counted, and stands in the evidence file.", HelpName = "N", DefaultValueFactory = _ => 40 };
        items.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
                result.AddError($"--items: '{token.Value}' is not a number of items such as 40");
        });
        var output = new Option<string[]>("--output", "-o") { Description = "Where to write; the ending tells the format: .md, .html, .json (evidence), .csv (its events as a table), .pdf (needs Chromium). May be given several times; Markdown to standard output if not given.", HelpName = "FILE" };
        states.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (token.Value.Split(',') is not ({ Length: 2 or 3 } codes) || codes.Any(code => code.Length == 0) || codes.Distinct(StringComparer.OrdinalIgnoreCase).Count() < codes.Length))
                result.AddError($"--states: '{token.Value}' is not two or three different codes with commas between: CHN,RUS,BLR");
        });
        output.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Path.GetExtension(token.Value).ToLowerInvariant() is not (".md" or ".html" or ".json" or ".csv" or ".pdf"))
                    result.AddError($"--output: '{token.Value}' does not end in .md, .html, .json, .csv or .pdf");
        });
        var command = new Command("brief", """
            Writes a brief of what a store holds on two or three states. Every sentence is made by template and cites the span it rests on, or is a slot for the analyst, whose text is kept when the brief is made anew. Status and holder stay: what is planned, alleged or denied is said to be so.

            Examples:
              demarche brief --store news.db --states CHN,RUS,BLR -o brief.md
              demarche brief --store news.db --states CHN,RUS --from 2023-08-01 --to 2023-08-31 -o brief.html -o brief.json
              demarche brief --store news.db --states CHN,RUS --issue 12 --since 2023-08-12 -o brief.md -o events.csv
              demarche brief --store news.db --states CHN,RUS --items 200 -o brief.html -o evidence.json
              demarche brief --store news.db --states CHN,RUS --grades sources.tsv --analyst brief.md -o brief.pdf
            """)
        { store, states, from, to, asOf, issue, period, grades, analyst, since, items, level, output };
        command.SetAction(options =>
        {
            var data = InstalledData.Open();
            var outputs = options.GetValue(output) ?? [];
            var slotFile = options.GetValue(analyst) ?? outputs.Select(path => Path.ChangeExtension(path, ".md")).FirstOrDefault(File.Exists);
            if (options.GetValue(analyst) is { } named && !File.Exists(named))
                return Refuse($"{named}: no such file");
            if (options.GetValue(grades) is { } register && !File.Exists(register))
                return Refuse($"{register}: no such file");
            ImmutableDictionary<string, string> slots;
            try
            {
                slots = slotFile is null ? ImmutableDictionary<string, string>.Empty : AnalystSlots.In(File.ReadAllText(slotFile));
            }
            catch (FormatException problem)
            {
                return Refuse($"{slotFile}: {problem.Message}. Nothing was written.");
            }
            using var opened = StoreOption.OpenExisting(options, store);
            var asked = new Question(
                [.. options.GetValue(states)!.ToUpperInvariant().Split(',')], options.GetValue(from), options.GetValue(to), options.GetValue(asOf), options.GetValue(issue), options.GetValue(period),
                options.GetValue(grades) is { } path ? ReadGrades(path) : SourceGrades.None, slots, options.GetValue(items), options.GetValue(level), options.GetValue(since));
            var material = Gather(opened, data, asked);
            if (material is null)
                return Refuse("no event of these states is stored; --from and --to tell the period of an empty brief");
            var names = new StateNames(data);
            var brief = new BriefWriter(EventVerbs.Load(data, new Ontology(data)), Outlines.Load(data), code => names.OfCode(code)?.Name).Write(material);
            return WriteAll(brief, material, outputs);
        });
        return command;
    }

    sealed record Question(
        ImmutableArray<string> States, DateOnly? From, DateOnly? To, DateOnly? AsOf, string? Issue, PeriodLength Length, SourceGrades Grades, ImmutableDictionary<string, string> Slots, int Items, bool WithLevel, DateOnly? Since);

    static BriefMaterial? Gather(EventStore store, DataFolder data, Question asked)
    {
        var settings = MeasureSettings.Load(data);
        var counting = new Counting(settings, new Ontology(data));
        var names = new StateNames(data);
        var pairs = asked.States.SelectMany((one, i) => asked.States.Skip(i + 1).Select(other => new Dyad(one, other))).ToList();
        var events = pairs.SelectMany(pair => store.Events(new EventQuery { Dyad = (pair.One, pair.Other), From = asked.From, To = asked.To }))
            .DistinctBy(one => one.Id)
            .OrderBy(one => one.Date.Start ?? one.Date.End ?? DateOnly.MaxValue).ThenBy(one => one.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        var sources = events.SelectMany(one => one.Reports).Select(report => report.Document).Distinct()
            .OrderBy(id => id.Value, StringComparer.Ordinal).Select(store.Article).OfType<Article>().ToImmutableArray();
        var published = sources.Select(source => source.Published.Day).OfType<DateOnly>().ToList();
        var days = events.Where(one => one.Status.IsReal() || one.Status == EventStatus.Planned)
            .SelectMany(one => new[] { one.Date.Start, one.Date.End }).OfType<DateOnly>().Concat(published).ToList();
        if (days.Count == 0 && (asked.From is null || asked.To is null))
            return null;
        DateOnly from = asked.From ?? days.Min(), to = asked.To ?? days.Max();
        var study = new RelationStudy(settings, counting);
        return new BriefMaterial
        {
            States = asked.States,
            From = from,
            To = to,
            AsOf = asked.AsOf ?? (published.Count > 0 ? published.Max() : to),
            Issue = asked.Issue,
            Events = events,
            Sources = sources,
            Claims = [.. sources.SelectMany(source => store.Claims(source.Id))],
            Relations =
            [
                .. pairs.Select(pair => study.Measure(pair, from, to, asked.Length, store.Outlines(pair.One, pair.Other),
                    names.OfCode(pair.One) is null || names.OfCode(pair.Other) is null ? null : store.DaysNaming(names.NamesOf(pair.One), names.NamesOf(pair.Other)))),
            ],
            Grades = asked.Grades,
            Slots = asked.Slots,
            Settings = settings,
            Accuracy = MeasuredAccuracies(data),
            Reviewed = [.. store.ReviewedCounts().Select(count => new ReviewedPrecision(count.What, count.Name, count.Right, count.All))],
            Version = InstalledData.VersionOf(data),
            LastIssue = asked.Since,
            ItemsShown = asked.Items,
            WithLevel = asked.WithLevel,
        };
    }

    /// <summary>What the coding of events is held to at least; nothing where the table does not stand beside the program.</summary>
    static ImmutableArray<MeasuredAccuracy> MeasuredAccuracies(DataFolder data)
    {
        const string file = "floors.tsv";
        if (!File.Exists(data.PathOf(file)))
            return [];
        using var table = new TsvFile(data.Open(file), file, "task", "data", "measure", "floor");
        int task = table.Column("task"), set = table.Column("data"), measure = table.Column("measure"), floor = table.Column("floor");
        var found = new List<MeasuredAccuracy>();
        while (table.Read())
            if (table[task] == "events")
                found.Add(new MeasuredAccuracy(table[task], table[set], table[measure], table[floor]));
        return [.. found];
    }

    static SourceGrades ReadGrades(string path)
    {
        using var stream = File.OpenRead(path);
        return SourceGrades.Read(stream, path);
    }

    static int WriteAll(Brief brief, BriefMaterial material, string[] outputs)
    {
        if (outputs.Length == 0)
        {
            using var console = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            console.Write(MarkdownBrief.Write(brief));
            return ExitCode.Done;
        }
        foreach (var path in outputs)
            switch (Path.GetExtension(path).ToLowerInvariant())
            {
                case ".md":
                    Put(path, MarkdownBrief.Write(brief));
                    break;
                case ".html":
                    Put(path, HtmlBrief.Write(brief));
                    break;
                case ".json":
                    Put(path, BriefBundle.Write(brief, material));
                    break;
                case ".csv":
                    Put(path, Table(material.Events));
                    break;
                default:
                    if (PdfPrinter.Print(HtmlBrief.Write(brief), path) is { } problem)
                        return Refuse(problem);
                    break;
            }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{brief.Title}: {material.Events.Length} events, {material.Sources.Length} documents, {brief.Citations.Length} citations."));
        return ExitCode.Done;
    }

    static string Table(IEnumerable<Event> events)
    {
        using var text = new StringWriter();
        using (var csv = new EventCsv(text))
            foreach (var one in events)
                csv.Write(one);
        return text.ToString();
    }

    /// <summary>Written beside and then moved: an analyst's file is never half of one.</summary>
    static void Put(string path, string text)
    {
        var half = path + ".part";
        File.WriteAllText(half, text, new UTF8Encoding(false));
        File.Move(half, path, overwrite: true);
    }

    static int Refuse(string reason)
    {
        Console.Error.WriteLine("demarche: " + reason);
        return ExitCode.SomeFailed;
    }
}
