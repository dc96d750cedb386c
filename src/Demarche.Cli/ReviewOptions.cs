using System.CommandLine;
using System.Globalization;
using Demarche.Events;
using Demarche.Linking;
using Demarche.Reviewing;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>What every decision needs: the event, the store, who, why and when.</summary>
sealed class ReviewOptions
{
    readonly Command command;

    readonly Argument<string> one = new("EVENT") { Description = "The event's id." };

    readonly Option<string> store = StoreOption.Create();

    readonly Option<long?> revision = new("--revision")
    {
        Description = "The event's revision when you looked at it: you are told what others decided since (your decision is kept all the same).",
        HelpName = "N",
    };

    readonly Signature signature = new();

    public ReviewOptions(Command command)
    {
        this.command = command;
        command.Arguments.Add(one);
        command.Options.Add(store);
        signature.AddTo(command);
        command.Options.Add(revision);
    }

    /// <param name="check">Holds the verdict against the event it is about.</param>
    public Command OnRun(Func<ParseResult, Verdict, Verdict> complete, Func<Verdict, Event, Verdict>? check = null)
    {
        command.SetAction(options => Run(options, complete, check));
        return command;
    }

    int Run(ParseResult options, Func<ParseResult, Verdict, Verdict> complete, Func<Verdict, Event, Verdict>? check)
    {
        try
        {
            var verdict = complete(options, new Verdict
            {
                Kind = DecisionKind.Accept,
                Event = new EventId(options.GetValue(one)!),
                By = signature.By(options),
                At = signature.At(options),
                Why = signature.Why(options),
                Seen = options.GetValue(revision),
            });
            using var opened = StoreOption.OpenExisting(options, store);
            Show(Keeper(opened).Decide(check is not null && opened.Find(verdict.Event) is { } looked ? check(verdict, looked) : verdict));
            return ExitCode.Done;
        }
        catch (FormatException problem)
        {
            Console.Error.WriteLine("demarche: " + problem.Message);
            return ExitCode.WrongUsage;
        }
    }

    public static EventKeeper Keeper(EventStore store) => new(new Linker(LinkingWords.Load(InstalledData.Open())), store);

    /// <summary>The decision's number and the events it touched; what others decided meanwhile goes to those who look at the screen.</summary>
    public static void Show(Decided decided)
    {
        foreach (var touched in decided.Events)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{decided.Number}\t{touched.Id}\t{touched.Review ?? "unreviewed"}"));
        if (decided.Meanwhile.IsEmpty)
            return;
        Console.Error.WriteLine("demarche: your decision is kept; since you looked at the event, others had decided:");
        foreach (var decision in decided.Meanwhile)
            Console.Error.WriteLine("  " + DecisionWords.Line(decision));
    }
}
