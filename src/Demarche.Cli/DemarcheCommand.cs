using System.CommandLine;
using System.CommandLine.Parsing;
using Demarche.Cli.Commands;
using Demarche.Knowledge;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>The executable: global options, the list of commands, and what errors look like.</summary>
static class DemarcheCommand
{
    public static async Task<int> Run(string[] args)
    {
        using var stop = new CancellationTokenSource();
        var result = Create().Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
                await Console.Error.WriteLineAsync("demarche: " + error.Message);
            await Console.Error.WriteLineAsync($"Try 'demarche {PathTo(result.CommandResult)}--help'.");
            return ExitCode.WrongUsage;
        }
        Shorten(result.CommandResult.Command);
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, stop.Token);
        }
        catch (Exception problem) when (problem is DataFileException or StoreException)
        {
            await Console.Error.WriteLineAsync("demarche: " + problem.Message);
            return ExitCode.CannotUse;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("demarche: stopped; run the same command again to go on.");
            return ExitCode.Stopped;
        }
    }

    static string PathTo(CommandResult asked) => asked.Command is RootCommand ? "" : $"{(asked.Parent is CommandResult above ? PathTo(above) : "")}{asked.Command.Name} ";

    /// <summary>The overview gives each command a line; its examples stand in its own help.</summary>
    static void Shorten(Command asked)
    {
        foreach (var command in asked.Subcommands)
            command.Description = command.Description?.ReplaceLineEndings(" ").Split(". ")[0].TrimEnd('.') + ".";
    }

    static RootCommand Create()
    {
        var root = new RootCommand("Reads news about world affairs and turns it into coded, sourced events: who did what to whom, when, where, with what status, and who says so.")
        {
            ReadCommand.Create(),
            ParseCommand.Create(),
            CodeCommand.Create(),
            ClassifyCommand.Create(),
            IngestCommand.Create(),
            WatchCommand.Create(),
            EventsCommand.Create(),
            StatementsCommand.Create(),
            RelationsCommand.Create(),
            AlertsCommand.Create(),
            BriefCommand.Create(),
            LintCommand.Create(),
            CompareCommand.Create(),
            ExportCommand.Create(),
            ImportCommand.Create(),
            DiffCommand.Create(),
            ReviewCommand.Create(),
            StoreCommand.Create(),
            TrainCommand.Create(),
            EvaluateCommand.Create(),
            DataCommand.Create(),
            DemoCommand.Create(),
        };
        GlobalOptions.AddTo(root);
        return root;
    }
}
