using System.CommandLine;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche review list</c> and <c>undo</c>.</summary>
static class ReviewLog
{
    public static Command CreateList()
    {
        var store = StoreOption.Create();
        var one = new Argument<string?>("EVENT") { Description = "Only decisions about this event.", Arity = ArgumentArity.ZeroOrOne };
        var orphaned = new Option<bool>("--orphaned") { Description = "Only decisions that hold, but whose event is no longer there." };
        var command = new Command("list", """
            Lists the decisions in the order they were made, one a line: who, when, what, about which event then and now, before and after, why.

            Examples:
              demarche review list --store news.db
              demarche review list e-0123456789abcdefghjk --store news.db
              demarche review list --store news.db --orphaned
            """)
        { one, store, orphaned };
        command.SetAction(options => List(options, store, options.GetValue(one), options.GetValue(orphaned)));
        return command;
    }

    static int List(ParseResult options, Option<string> storeOption, string? one, bool orphaned)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        Console.WriteLine(DecisionWords.Header);
        foreach (var kept in store.Decisions())
            if ((one is null || kept.Decision.Event.Value == one || kept.Now?.Value == one) && (!orphaned || kept.IsOrphaned))
                Console.WriteLine(DecisionWords.Row(kept));
        return ExitCode.Done;
    }

    public static Command CreateUndo()
    {
        var store = StoreOption.Create();
        var number = new Argument<long>("NUMBER") { Description = "The decision's number, as 'review list' shows it." };
        var signature = new Signature();
        var command = new Command("undo", """
            Lets a decision hold no longer. It stays in the list, with who undid it and why.

            Examples:
              demarche review undo 12 --store news.db --by Ann --why 'wrong event'
            """)
        { number, store };
        signature.AddTo(command);
        command.SetAction(options => Undo(options, store, options.GetValue(number), signature));
        return command;
    }

    static int Undo(ParseResult options, Option<string> storeOption, long number, Signature signature)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        try
        {
            ReviewOptions.Show(ReviewOptions.Keeper(store).Undo(number, signature.By(options), signature.At(options), signature.Why(options)));
            return ExitCode.Done;
        }
        catch (FormatException problem)
        {
            Console.Error.WriteLine("demarche: " + problem.Message);
            return ExitCode.WrongUsage;
        }
    }
}
