using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>The options that choose events, for every command that shows or writes some. One per command.</summary>
sealed class EventFilter
{
    static readonly string[] Types = [.. Enum.GetValues<EventType>().Where(type => type != EventType.None).Select(type => type.ToString().ToLowerInvariant())];

    static readonly string[] Statuses = [.. Enum.GetValues<EventStatus>().Select(EventWords.Name)];

    static readonly string[] Reviews = ["accepted", "edited", "rejected", "unreviewed"];

    static readonly string[] Quads = ["1", "2", "3", "4"];

    static readonly string[] Orders = [.. Enum.GetValues<EventOrder>().Select(order => order.ToString().ToLowerInvariant())];

    readonly Option<string?> actor = new("--actor") { Description = "A PLOVER code (CHN, IGO) or part of a name, on either side.", HelpName = "WHO" };

    readonly Option<string?> dyad = new("--dyad") { Description = "Two codes that must both take part, in any role: CHN,RUS.", HelpName = "A,B" };

    readonly Option<string[]> type = new("--type") { Description = string.Join(", ", Types) + ". Several with commas.", HelpName = "TYPE" };

    readonly Option<string[]> quad = new("--quad") { Description = "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. Several with commas.", HelpName = "N" };

    readonly Option<string[]> status = new("--status") { Description = string.Join(", ", Statuses) + ". Several with commas.", HelpName = "STATUS" };

    readonly Option<string?> from = new("--from") { Description = "First day of the period; events count whose days may reach into it. One without any day counts on the day it was first told.", HelpName = "DATE" };

    readonly Option<string?> to = new("--to") { Description = "Last day of the period.", HelpName = "DATE" };

    readonly Option<string?> text = new("--text")
    {
        Description = "Words of the evidence sentence, in any form; \"a phrase\" in double quotes, begin* for any ending.",
        HelpName = "WORDS",
    };

    readonly Option<string?> articleText = new("--article-text") { Description = "As --text, anywhere in the article.", HelpName = "WORDS" };

    readonly Option<string?> source = new("--source") { Description = "Part of the name of an outlet that prints it or a holder who says so.", HelpName = "NAME" };

    readonly Option<string[]> review = new("--review") { Description = string.Join(", ", Reviews) + ". Several with commas; rejected events are shown only if asked for.", HelpName = "STATE" };

    readonly Option<int> minOrigins = new("--min-origins") { Description = "At least so many independent origins.", HelpName = "N" };

    readonly Option<string> sort = new("--sort")
    {
        Description = "date (first day first), newest (last day first) or origins (most independent origins first); unknown days last, then by id.",
        HelpName = "ORDER",
        DefaultValueFactory = _ => Orders[0],
    };

    readonly Option<int?> limit = new("--limit") { Description = "At most so many events.", HelpName = "N" };

    readonly Option<string?> after = new("--after") { Description = "Only events behind this one: the next page, as the page before tells it, or the id of its last event.", HelpName = "EVENT" };

    Option[] All => [actor, dyad, type, quad, status, from, to, text, articleText, source, review, minOrigins, sort, limit, after];

    /// <summary>The options that were given, with their values.</summary>
    public IEnumerable<(string Option, string Value)> Given(ParseResult options) =>
        from option in All
        let tokens = options.GetResult(option)?.Tokens
        where tokens is { Count: > 0 }
        select (option.Name.TrimStart('-'), string.Join(',', tokens.Select(token => token.Value)));

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Options.Add(option);
        dyad.Validators.Add(result => Expect(result, "two codes with a comma between: CHN,RUS", value => value.Split(',') is [{ Length: > 0 }, { Length: > 0 }]));
        Expect(type, Types);
        Expect(quad, Quads);
        Expect(status, Statuses);
        Expect(review, Reviews);
        sort.AcceptOnly(Orders);
        from.Validators.Add(result => Expect(result, "a date like 2024-03-01", value => DayOption.Day(value) is not null));
        to.Validators.Add(result => Expect(result, "a date like 2024-03-01", value => DayOption.Day(value) is not null));
        foreach (var words in new[] { actor, source })
            words.Validators.Add(result => Expect(result, "a code or a part of a name", value => !string.IsNullOrWhiteSpace(value)));
        foreach (var words in new[] { text, articleText })
            words.Validators.Add(result => Expect(result, "a word to look for", value => value.Any(char.IsLetterOrDigit)));
        after.Validators.Add(result => Expect(result, "an event's id, alone or with its day and origins as e-0123456789abcdefghjk:2024-05-06:2", value => EventCursor.Parse(value) is not null));
        command.Validators.Add(result =>
        {
            if (result.GetResult(from) is { Tokens: [var first] } && result.GetResult(to) is { Tokens: [var last] }
                && DayOption.Day(first.Value) is { } begin && DayOption.Day(last.Value) is { } end && end < begin)
                result.AddError($"--to: {last.Value} lies before --from {first.Value}");
        });
        minOrigins.Validators.Add(result => Expect(result, "a number from 0 on", value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)));
        limit.Validators.Add(result => Expect(result, "a number from 1 on", value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0));
    }

    public int? Limit(ParseResult options) => options.GetValue(limit);

    public EventQuery Query(ParseResult options) => new()
    {
        Actor = options.GetValue(actor),
        Dyad = options.GetValue(dyad)?.Split(',') is [var one, var other] ? (one, other) : null,
        Types = [.. Values(options.GetValue(type)).Select(value => OneOf<EventType>(value)!.Value)],
        Quads = [.. Values(options.GetValue(quad)).Select(value => int.Parse(value, CultureInfo.InvariantCulture))],
        Statuses = [.. Values(options.GetValue(status)).Select(value => OneOf<EventStatus>(value)!.Value)],
        From = options.GetValue(from) is { } first ? DayOption.Day(first) : null,
        To = options.GetValue(to) is { } last ? DayOption.Day(last) : null,
        Text = options.GetValue(text),
        ArticleText = options.GetValue(articleText),
        Source = options.GetValue(source),
        Reviews = [.. Values(options.GetValue(review)).Select(value => value.ToLowerInvariant())],
        MinOrigins = options.GetValue(minOrigins),
        Limit = options.GetValue(limit),
        Order = OneOf<EventOrder>(options.GetValue(sort)!)!.Value,
        After = options.GetValue(after) is { } cursor ? EventCursor.Parse(cursor) : null,
    };

    // Checked here and not by the type of the option, so that the message says what would be right.
    static void Expect(OptionResult result, string expected, Func<string, bool> isRight)
    {
        foreach (var token in result.Tokens)
            if (!isRight(token.Value))
                result.AddError($"{result.Option.Name}: '{token.Value}' is not {expected}");
    }

    // Several with commas, in any case.
    static void Expect(Option<string[]> option, string[] words) => option.Validators.Add(result =>
    {
        var values = Values([.. result.Tokens.Select(token => token.Value)]);
        // A comma alone would choose everything.
        if (values.IsEmpty && result.Tokens.Count > 0)
            result.AddError($"{option.Name}: {Choice.NoneOf("", words)}");
        foreach (var value in values)
            if (!words.Contains(value, StringComparer.OrdinalIgnoreCase))
                result.AddError($"{option.Name}: {Choice.NoneOf(value, words)}");
    });

    static ImmutableArray<string> Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    static T? OneOf<T>(string name) where T : struct, Enum =>
        name.All(char.IsAsciiLetter) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
}
