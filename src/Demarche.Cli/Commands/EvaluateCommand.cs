using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Evaluation;
using Demarche.Evaluation;
using Demarche.Knowledge;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche evaluate [TASK...]</c></summary>
static class EvaluateCommand
{
    static readonly (string Name, Func<Corpora, IEnumerable<Score>> Run)[] Tasks =
    [
        ("reading", ReadingTasks.Bodies),
        ("metadata", ReadingTasks.Metadata),
        ("languages", LanguageTasks.Languages),
        ("syntax", LanguageTasks.Syntax),
        ("names", LanguageTasks.Names),
        ("dates", LanguageTasks.Dates),
        ("places", LanguageTasks.Places),
        ("coreference", LanguageTasks.Coreference),
        ("quotations", LanguageTasks.Quotations),
        ("relations", CodingTasks.Relations),
        ("events", CodingTasks.Events),
        ("claims", ClaimTask.Run),
        ("linking", LinkingTasks.All),
        ("petrarch", PetrarchTask.Run),
    ];

    static readonly Argument<string[]> Chosen = new("TASK")
    {
        HelpName = "TASK",
        Description = "Which tasks: " + string.Join(", ", Tasks.Select(task => task.Name)) + "; all if none is named.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    static readonly Option<string?> Data = new("--data") { Description = "Folder of the gold data; DEMARCHE_DATA or ../shared/data if not given.", HelpName = "FOLDER" };

    static readonly Option<bool> Check = new("--check") { Description = "Fail where a figure lies below its floor." };

    static readonly Option<string> Floors = new("--floors") { Description = "Table of floors.", HelpName = "FILE", DefaultValueFactory = _ => Path.Combine("tests", "floors.tsv") };

    static readonly Option<double?> Weak = new("--pages-below") { Description = "With the task reading: names the pages whose F1 lies below this, too, with F1, precision and recall.", HelpName = "F1" };

    static readonly Option<string?> Records = new("--records") { Description = "With the task petrarch: writes there what is compared, as other scorers of such files read it: NAME.xml, codes cut to root and country, and NAME.tsv, the acts coded.", HelpName = "FOLDER" };

    public static Command Create()
    {
        Chosen.AcceptOnlyFromAmong([.. Tasks.Select(task => task.Name)]);
        var command = new Command("evaluate", """
            Measures every stage against gold data and prints the figures.

            Examples:
              demarche evaluate
              demarche evaluate syntax events --data ../shared/data
              demarche evaluate --check
              demarche evaluate reading --pages-below 0.9
              demarche evaluate petrarch --records out/
            """) { Chosen, Data, Check, Floors, Weak, Records };
        command.SetAction(result => Run(result));
        return command;
    }

    static int Run(ParseResult result)
    {
        var corpora = new Corpora(InstalledData.CorporaPath(result.GetValue(Data)), InstalledData.Open());
        if (!Directory.Exists(corpora.Folder))
            throw new DataFileException(corpora.Folder, "no such folder; name the folder of the gold data with --data or DEMARCHE_DATA");
        var floors = result.GetValue(Check) ? FloorTable.Load(result.GetRequiredValue(Floors)) : null;
        var chosen = result.GetValue(Chosen) is { Length: > 0 } names ? names : [.. Tasks.Select(task => task.Name)];
        var below = 0;
        Console.WriteLine($"{"task",-11} {"data",-20} {"measure",-30} {"value",8} {"items",7}{(floors is null ? "" : $" {"floor",8}")}");
        foreach (var (name, run) in Tasks.Where(task => chosen.Contains(task.Name)))
            foreach (var score in run(corpora))
            {
                var floor = floors?.Of(score);
                var isBelow = floor is { } bound && (score.IsCount ? score.Value > bound : Math.Round(score.Value, 4) < bound);
                below += isBelow ? 1 : 0;
                Console.WriteLine($"{score.Task,-11} {score.Data,-20} {score.Measure,-30} {Figure(score.Value, score.IsCount),8} {score.Items,7}"
                    + (floor is { } shown ? $" {Figure(shown, score.IsCount),8}{(isBelow ? "  BELOW" : "")}" : ""));
            }
        if (result.GetValue(Weak) is { } least && chosen.Contains("reading"))
            foreach (var page in ReadingTasks.Weak(corpora, least))
                Console.WriteLine(page);
        if (result.GetValue(Records) is { } folder && chosen.Contains("petrarch"))
            PetrarchTask.Write(corpora, folder);
        if (below > 0)
            Console.Error.WriteLine($"demarche: {below} figures below their floors ({result.GetValue(Floors)})");
        return below > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static string Figure(double value, bool isCount) => value.ToString(isCount ? "0" : "0.0000", CultureInfo.InvariantCulture);
}
