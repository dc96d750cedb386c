using System.CommandLine;
using Demarche.Analysis.Alerts;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche alerts --store S --watches FILE</c>: which periods of which relations are unusual.</summary>
static class AlertsCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var watches = WatchesOption.Create();
        watches.Description = "Watches on dyads or queries (records of name, dyad, period, threshold: docs/briefs.md); without it, the alerts that 'ingest' and 'watch' kept.";
        var to = new Option<DateOnly?>("--to") { Description = "The last day that counts; the last day of publication in the store if not given.", HelpName = "DATE", CustomParser = DayOption.Parse };
        var command = new Command("alerts", """
            Shows what is unusual: periods of a watched dyad or query whose counted events lie far from the twelve periods before, alone or by running sum, with the events that drive it. 'ingest' and 'watch' take --watches, too, and keep what they raise.

            Examples:
              demarche alerts --store news.db --watches desk.watches.txt
              demarche alerts --store news.db --watches desk.watches.txt --to 2023-08-31
              demarche alerts --store news.db
            """)
        { store, watches, to };
        command.SetAction(options =>
        {
            var rules = WatchesOption.Load(options, watches);
            using var opened = StoreOption.OpenExisting(options, store);
            IReadOnlyList<Alert> alerts = rules.IsEmpty ? [.. opened.Alerts().Select(Alert.Of)] : WatchesOption.Find(opened, InstalledData.Open(), rules, options.GetValue(to));
            foreach (var alert in alerts)
                Console.Out.WriteLine(WatchesOption.Line(alert));
            if (alerts.Count == 0)
                Console.Error.WriteLine(rules.IsEmpty ? "No alert was kept." : "Nothing unusual.");
            return ExitCode.Done;
        });
        return command;
    }
}
