using System.CommandLine;

namespace Demarche.Cli;

/// <summary>The options every command takes.</summary>
static class GlobalOptions
{
    public static readonly Option<int> Threads = new("--threads")
    {
        Description = "How many threads to work with; the processors of this machine if not given.",
        HelpName = "N",
        Recursive = true,
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public static readonly Option<bool> Quiet = new("--quiet") { Description = "Say nothing but errors.", Recursive = true };

    public static readonly Option<bool> Verbose = new("--verbose") { Description = "Say more about what is done.", Recursive = true };

    public static void AddTo(RootCommand command)
    {
        Threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out var number) && number < 1)
                result.AddError("--threads: expected a number from 1 on.");
        });
        command.Options.Add(Threads);
        command.Options.Add(Quiet);
        command.Options.Add(Verbose);
    }
}
