using System.Collections.Immutable;
using System.CommandLine;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Reviewing;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche review</c>: what people decide about events.</summary>
static class ReviewCommand
{
    public static Command Create() => new("review", """
        Keeps what people decide about events: each decision with who, when, what before, what after and why. Decisions are never changed or
        deleted; they hold however often articles are coded and linked anew.

        Examples:
          demarche review accept e-0123456789abcdefghjk --store news.db --by Ann --why 'read both sources'
          demarche review list --store news.db
        """)
    {
        Decide("accept", DecisionKind.Accept, "Says that an event is right as it is.", "demarche review accept e-0123456789abcdefghjk --store news.db --by Ann --why 'read both sources'"),
        Edit(),
        Decide("reject", DecisionKind.Reject, "Says that there is no such event: it is left out of queries, exports and measures, unless asked for with --review rejected.",
            "demarche review reject e-0123456789abcdefghjk --store news.db --by Ann --why 'a film, not the news'"),
        Merge(),
        Split(),
        OneValue("date", DecisionKind.Date, "DATE", "2024-05-06, 2024-05-06/2024-05-08 (all these days), 2024-05 or 2024.", "Sets the date of an event.", "2024-05-06",
            value => [("date", value)]),
        Office(),
        OneValue("grade", DecisionKind.Grade, "GRADE", "A to F for the source, 1 to 6 for what it says.", "Grades how far the source and what it says are trusted.", "B2",
            value => [("grade", value)]),
        ReviewLog.CreateList(),
        ReviewLog.CreateUndo(),
    };

    static Command Decide(string name, DecisionKind kind, string description, string example)
    {
        var command = new Command(name, $"""
            {description}

            Examples:
              {example}
            """);
        return new ReviewOptions(command).OnRun((options, verdict) => verdict with { Kind = kind });
    }

    static Command OneValue(string name, DecisionKind kind, string argument, string form, string description, string example, Func<string, ImmutableArray<(string, string)>> changes)
    {
        var value = new Argument<string>(argument) { Description = form };
        var command = new Command(name, $"""
            {description}

            Examples:
              demarche review {name} e-0123456789abcdefghjk {example} --store news.db --by Ann --why 'as the ministry says'
            """);
        var review = new ReviewOptions(command);
        command.Arguments.Add(value);
        return review.OnRun((options, verdict) => verdict with { Kind = kind, Changes = changes(options.GetValue(value)!) });
    }

    static Command Edit()
    {
        var set = new Option<string[]>("--set") { Description = "FIELD=VALUE: " + string.Join(", ", EventFields.Names) + ". An empty value takes it away.", HelpName = "FIELD=VALUE", Required = true };
        set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !token.Value.Contains('=', StringComparison.Ordinal)))
                result.AddError($"--set: '{token.Value}' is not of the form FIELD=VALUE");
        });
        var command = new Command("edit", """
            Corrects fields of an event, by the codebook. Quad, score and CAMEO code follow type and mode, unless they are set themselves. Lists are set off
            by '|', parties by ';' and their parts (code, sector, name, office) by ':'.

            Examples:
              demarche review edit e-0123456789abcdefghjk --set status=planned --store news.db --by Ann --why 'the visit is next week'
              demarche review edit e-0123456789abcdefghjk --set type=ASSAULT --set 'mode=heavy-weapons' --store news.db --by Ann --why 'shells, not words'
              demarche review edit e-0123456789abcdefghjk --set 'place=Lisbon; PRT; 38.72; -9.14' --store news.db --by Ann --why 'the summit, not the capital'
              demarche review edit e-0123456789abcdefghjk --set 'actors=CHN:MIL:Li Shangfu:defence minister; RUS' --store news.db --by Ann --why 'named below'
            """);
        var review = new ReviewOptions(command);
        command.Options.Add(set);
        return review.OnRun((options, verdict) => verdict with
        {
            Kind = DecisionKind.Edit,
            Changes = [.. options.GetValue(set)!.Select(pair => pair.Split('=', 2)).Select(pair => (pair[0].Trim(), pair[1]))],
        },
        (verdict, one) => verdict with { Changes = new EditCheck(new Ontology(InstalledData.Open())).Complete(one, verdict.Changes) });
    }

    static Command Merge()
    {
        var with = new Argument<string[]>("OTHER") { Description = "The events that are the same.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("merge", """
            Says that events are one. It keeps the id of the one told first.

            Examples:
              demarche review merge e-0123456789abcdefghjk e-abcdefghjkmnpqrstvwx --store news.db --by Ann --why 'the same strike'
            """);
        var review = new ReviewOptions(command);
        command.Arguments.Add(with);
        return review.OnRun((options, verdict) => verdict with { Kind = DecisionKind.Merge, With = [.. options.GetValue(with)!.Select(id => new EventId(id))] });
    }

    static Command Split()
    {
        var reports = new Argument<string[]>("REPORT") { Description = "The reports that are of another act.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("split", """
            Says that some reports of an event are of another act: they become an event of their own.

            Examples:
              demarche review split e-0123456789abcdefghjk r-abcdefghjkmnpqrstvwx --store news.db --by Ann --why 'another city'
            """);
        var review = new ReviewOptions(command);
        command.Arguments.Add(reports);
        return review.OnRun((options, verdict) => verdict with { Kind = DecisionKind.Split, Reports = [.. options.GetValue(reports)!.Select(id => new ReportedEventId(id))] });
    }

    static Command Office()
    {
        var who = new Argument<string>("NAME") { Description = "The party as the event names it." };
        var office = new Argument<string>("OFFICE") { Description = "The office held at the date; empty for none." };
        var command = new Command("office", """
            Corrects the office of a party.

            Examples:
              demarche review office e-0123456789abcdefghjk 'Li Shangfu' 'defence minister' --store news.db --by Ann --why 'in office until October'
            """);
        var review = new ReviewOptions(command);
        command.Arguments.Add(who);
        command.Arguments.Add(office);
        return review.OnRun((options, verdict) => verdict with
        {
            Kind = DecisionKind.Office,
            Changes = [(EventFields.OfficeOf + options.GetValue(who), options.GetValue(office)!)],
        });
    }
}
