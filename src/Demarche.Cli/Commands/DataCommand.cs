using System.CommandLine;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;
using Demarche.Linking;
using Demarche.Reading;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche data check</c>: validates every data and model file.</summary>
static class DataCommand
{
    /// <summary>What the tables are checked for line by line.</summary>
    static readonly (string What, Func<DataFolder, IEnumerable<TableProblem>> Run)[] Tables =
    [
        ("actors", data => ActorTableCheck.Run(data)),
        ("places", data => PlaceTableCheck.Run(data)),
    ];

    /// <summary>What is loaded as the program loads it: a broken file says itself where.</summary>
    static readonly (string What, Action<DataFolder> Load)[] Loaded =
    [
        ("reading", data => ArticleReader.Load(data)),
        ("language and models", data => TextParser.Load(data, "en")),
        ("ontology, rules and lexicons", data => _ = new Coder(data, new ActorRegister(data, new Gazetteer(data)), "check")),
        ("linking", data => LinkingWords.Load(data)),
    ];

    public static Command Create()
    {
        var folder = new Option<string?>("--folder") { Description = "Folder that holds data/ and models/; the installed one if not given.", HelpName = "FOLDER" };
        var check = new Command("check", """
            Validates every data and model file: tables row by row, rules and lexicons key by key, models by their checksums. Each problem is
            named with its file, line and reason.

            Examples:
              demarche data check
              demarche data check --folder .
            """)
        { folder };
        check.SetAction(options => Run(options.GetValue(folder) is { } root ? new DataFolder(root) : InstalledData.Open()));
        return new Command("data", "Cares for the data files that ship with the program.") { check };
    }

    static int Run(DataFolder data)
    {
        var problems = 0;
        foreach (var (what, run) in Tables)
            Report(what, [.. run(data).Select(problem => problem.ToString())]);
        foreach (var (what, load) in Loaded)
            Report(what, Problems(() => load(data)));
        return problems > 0 ? ExitCode.CannotUse : ExitCode.Done;

        void Report(string what, IReadOnlyList<string> found)
        {
            problems += found.Count;
            Console.WriteLine($"{what}: {(found.Count == 0 ? "good" : found.Count == 1 ? "1 problem" : $"{found.Count} problems")}");
            foreach (var problem in found)
                Console.WriteLine("  " + problem);
        }
    }

    static IReadOnlyList<string> Problems(Action load)
    {
        try
        {
            load();
            return [];
        }
        catch (DataFileException problem)
        {
            return [problem.Message];
        }
    }
}
