using System.CommandLine;
using Demarche.Training;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche train NAME...</c></summary>
static class TrainCommand
{
    /// <summary>The models, in the order in which <c>all</c> makes them.</summary>
    static readonly (string Name, Func<TrainingRun, TrainedModel> Train)[] Models =
    [
        ("tokenizer", TokenizerTraining.Train),
        ("lemmatizer", LemmatizerTraining.Train),
        ("syntax", SyntaxTraining.Train),
        ("names", NameTraining.Train),
        ("scorer", ScorerTraining.Train),
    ];

    static readonly Argument<string[]> Names = new("NAME")
    {
        HelpName = "NAME",
        Description = "Which models to train: " + string.Join(", ", Models.Select(model => model.Name)) + ", or all.",
        Arity = ArgumentArity.OneOrMore,
    };

    static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the corpora; DEMARCHE_DATA or ../shared/data if not given.",
        HelpName = "FOLDER",
    };

    static readonly Option<string> Output = new("--output")
    {
        Description = "Folder to write models and manifest.tsv to.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "models",
    };

    static readonly Option<int?> Limit = new("--limit")
    {
        Description = "Read only so many documents of each corpus, to see whether training works at all.",
        HelpName = "N",
    };

    static readonly Option<ulong> Seed = new("--seed")
    {
        Description = "The same corpora and seed give the same bytes.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create()
    {
        Names.AcceptOnlyFromAmong([.. Models.Select(model => model.Name), "all"]);
        var command = new Command("train", """
            Trains models from the corpora and enters them in manifest.tsv.

            Examples:
              demarche train all
              demarche train tokenizer syntax --data ../shared/data --output models
              demarche train all --limit 3 --output /tmp/smoke
            """)
        { Names, Data, Output, Limit, Seed };
        command.SetAction((options, stop) => Task.FromResult(Run(options, stop)));
        return command;
    }

    static int Run(ParseResult options, CancellationToken stop)
    {
        var names = options.GetValue(Names)!;
        using var line = new ProgressLine(options, "steps");
        var output = options.GetValue(Output)!;
        var run = new TrainingRun(InstalledData.CorporaPath(options.GetValue(Data)), InstalledData.Open(), output, options.GetValue(Limit) ?? int.MaxValue, options.GetValue(Seed),
            new Reporter(line), stop);
        Console.Out.WriteLine("model\tfile\tscores");
        foreach (var (name, train) in Models.Where(model => names.Contains(model.Name) || names.Contains("all")))
        {
            var model = train(run);
            ModelManifest.Enter(output, model);
            Console.Out.WriteLine($"{name}\t{model.File}\t{model.Scores}");
        }
        return ExitCode.Done;
    }

    /// <summary>Reports at once; <see cref="Progress{T}"/> would do so on another thread, out of order.</summary>
    sealed class Reporter(ProgressLine line) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => line.Report($"{value.Model}, {value.Step}", value.Done, value.Total);
    }
}
