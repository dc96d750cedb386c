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
    readonly Option<string?> actor = new("--actor") { Description = "A PLOVER code (CHN, IGO) or part of a name, on either side.", HelpName = "WHO" };

    readonly Option<string?> dyad = new("--dyad") { Description = "Two codes that must both take part, in any role: CHN,RUS.", HelpName = "A,B" };

    readonly Option<string[]> type = new("--type") { Description = "Event types: consult, assault ... Several with commas.", HelpName = "TYPE" };

    readonly Option<string[]> quad = new("--quad") { Description = "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.", HelpName = "N" };

    readonly Option<string[]> status = new("--status") { Description = "occurred, ongoing, planned, alleged, denied, hypothetical, negated, cancelled.", HelpName = "STATUS" };

    readonly Option<string?> from = new("--from") { Description = "First day of the period.", HelpName = "DATE" };

    readonly Option<string?> to = new("--to") { Description = "Last day of the period.", HelpName = "DATE" };

    readonly Option<string?> text = new("--text")
    {
        Description = "Words of the evidence sentence, in any form; \"a phrase\" in double quotes, begin* for any ending.",
        HelpName = "WORDS",
    };

    readonly Option<string?> articleText = new("--article-text") { Description = "As --text, anywhere in the article.", HelpName = "WORDS" };

    readonly Option<string?> source = new("--source") { Description = "Part of the name of an outlet that prints it or a holder who says so.", HelpName = "NAME" };

    readonly Option<string[]> review = new("--review") { Description = "accepted, edited, rejected, unreviewed; rejected events are shown only if asked for.", HelpName = "STATE" };

    readonly Option<int> minOrigins = new("--min-origins") { Description = "At least so many independent origins.", HelpName = "N" };

    readonly Option<string?> after = new("--after") { Description = "Only events that come after this one in the order of the output: the last id of a page asks for the next.", HelpName = "ID" };

    readonly Option<int?> limit = new("--limit") { Description = "At most so many events.", HelpName = "N" };

    Option[] All => [actor, dyad, type, quad, status, from, to, text, articleText, source, review, minOrigins, limit, after];

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
        type.Validators.Add(result => Expect(result, "an event type such as consult", value => OneOf<EventType>(value) is not (null or EventType.None)));
        quad.Validators.Add(result => Expect(result, "1, 2, 3 or 4", value => value is "1" or "2" or "3" or "4"));
        status.Validators.Add(result => Expect(result, "a status such as planned", value => OneOf<EventStatus>(value) is not null));
        from.Validators.Add(result => Expect(result, "a date like 2024-03-01", value => DayOption.Day(value) is not null));
        to.Validators.Add(result => Expect(result, "a date like 2024-03-01", value => DayOption.Day(value) is not null));
        review.Validators.Add(result => Expect(result, "accepted, edited, rejected or unreviewed", value => value is "accepted" or "edited" or "rejected" or "unreviewed"));
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
        Reviews = Values(options.GetValue(review)),
        MinOrigins = options.GetValue(minOrigins),
        Limit = options.GetValue(limit),
        After = options.GetValue(after) is { } id ? new EventId(id) : null,
    };

    // Checked here and not by the type of the option, so that the message says what would be right.
    static void Expect(OptionResult result, string expected, Func<string, bool> isRight)
    {
        var isList = result.Option.ValueType == typeof(string[]);
        foreach (var token in result.Tokens)
            foreach (var value in isList ? Values([token.Value]) : [token.Value])
                if (!isRight(value))
                    result.AddError($"{result.Option.Name}: '{value}' is not {expected}");
    }

    static ImmutableArray<string> Values(string[]? given) =>
        given is null ? [] : [.. given.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    static T? OneOf<T>(string name) where T : struct, Enum =>
        name.All(char.IsAsciiLetter) && Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : null;
}
