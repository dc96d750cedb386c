using System.CommandLine;
using Demarche.Coding;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Exporting;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Linking;
using Demarche.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche data check</c>: validates every data and model file.</summary>
static class DataCommand
{
    /// <summary>What is loaded as the program loads it: a broken file says itself where.</summary>
    static readonly (string What, Action<DataFolder> Load)[] Loaded =
    [
        ("reading", data => ArticleReader.Load(data)),
        ("language and models", data => InstalledData.Parser(data)),
        ("ontology, rules and lexicons", data => InstalledData.Coder(data)),
        ("typing of relations", data => _ = new RelationClassifier(data)),
        ("linking", data => LinkingWords.Load(data)),
        ("exporting", data => ExportWords.Whole(data)),
    ];

    /// <summary>What is checked line by line.</summary>
    static readonly (string What, Func<DataFolder, IEnumerable<TableProblem>> Run)[] Tables =
    [
        ("actors", data => ActorTableCheck.Run(data)),
        ("places", data => PlaceTableCheck.Run(data)),
        ("rules that do nothing", data => RuleCheck.Run(data)),
    ];

    public static Command Create()
    {
        var folder = new Option<string?>("--folder") { Description = "Folder that holds data/ and models/; the installed one if not given.", HelpName = "FOLDER" };
        var parses = new Option<string?>("--parses") { Description = "Folder with parses of the rules' example sentences (.conllu): every example is tried on its parse.", HelpName = "FOLDER" };
        var check = new Command("check", """
            Validates every data and model file: tables row by row, rules and lexicons key by key, models by their checksums. Then looks for
            what is well-formed and does nothing: rules without an example, triggers that another rule always takes, word classes and frames
            that no rule uses; with --parses, rules whose examples are coded by others. Each problem is named with its file, line and reason.
            Ends with 3 where a file cannot be used, with 1 where anything else is found.

            Examples:
              demarche data check
              demarche data check --folder .
              demarche data check --folder . --parses tests/data/rules
            """)
        { folder, parses };
        check.SetAction(options => Run(options.GetValue(folder) is { } root ? new DataFolder(root) : InstalledData.Open(), options.GetValue(parses)));
        return new Command("data", "Cares for the data files that ship with the program.") { check };
    }

    static int Run(DataFolder data, string? parses)
    {
        var broken = 0;
        foreach (var (what, load) in Loaded)
            broken += Report(what, Broken(load, data));
        var found = 0;
        foreach (var (what, run) in Tables)
        {
            var problems = new List<TableProblem>();
            var failure = Broken(folder => problems.AddRange(run(folder)), data);
            found += Report(what, failure.Count > 0 ? failure : [.. problems.Select(problem => problem.ToString())]);
        }
        if (parses is not null)
        {
            var unread = new List<string>();
            List<Document> documents = [.. ConlluFiles.Read([parses], "en", (input, reason) => unread.Add($"{input}: {reason}"))];
            var problems = new List<TableProblem>();
            var failure = Broken(folder => problems.AddRange(RuleCheck.Run(folder, documents)), data);
            found += Report("examples on their parses", [.. unread, .. failure, .. problems.Select(problem => problem.ToString())]);
        }
        return broken > 0 ? ExitCode.CannotUse : found > 0 ? ExitCode.SomeFailed : ExitCode.Done;
    }

    static int Report(string what, IReadOnlyList<string> found)
    {
        Console.WriteLine($"{what,-30}{(found.Count == 0 ? "good" : found.Count == 1 ? "1 problem" : $"{found.Count} problems")}");
        foreach (var problem in found)
            Console.WriteLine("  " + problem);
        return found.Count;
    }

    static IReadOnlyList<string> Broken(Action<DataFolder> use, DataFolder data)
    {
        try
        {
            use(data);
            return [];
        }
        catch (DataFileException problem)
        {
            return [problem.Message];
        }
    }
}
