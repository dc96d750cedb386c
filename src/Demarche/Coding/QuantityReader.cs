using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Numbers tied to an act: "killed at least 12 soldiers", "arrested two editors", "600 students marched".</summary>
static class QuantityReader
{
    static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static ImmutableArray<Quantity> Read(Document document, RuleMatch match)
    {
        var (kind, alternatives) = Kind(document, match);
        if (kind.Length == 0)
            return [];
        foreach (var heads in alternatives)
            foreach (var head in heads)
                if (Number(document, head) is { } number)
                    return [new Quantity(kind, number.Value, number.Qualifier, number.Span)];
        return [];
    }

    static (string Kind, ImmutableArray<ImmutableArray<int>> Alternatives) Kind(Document document, RuleMatch match) => match.Rule.Category switch
    {
        { Type: EventType.Assault, Mode: "abduct" } => ("abducted", match.Targets),
        { Type: EventType.Assault } when document.Tokens.Lemmas[match.Trigger] is "kill" or "murder" or "slay" or "massacre" or "execute" or "slaughter" => ("dead", match.Targets),
        { Type: EventType.Assault } when document.Tokens.Lemmas[match.Trigger] is "wound" or "injure" or "hurt" => ("injured", match.Targets),
        { Type: EventType.Coerce, Mode: "arrest" } => ("arrested", match.Targets),
        { Type: EventType.Coerce, Mode: "deport" } => ("deported", match.Targets),
        { Type: EventType.Retreat, Mode: "release" } => ("released", match.Targets),
        { Type: EventType.Protest } => ("participants", match.Sources),
        // "A missile struck the station, killing at least 30 people": the dead are those of the strike.
        { Type: EventType.Assault } when Killing(document, match.Trigger) is var killing and >= 0 && ClauseRoles.ChildBy(document, killing, "obj") is var killed and >= 0 => ("dead", [[killed]]),
        _ => ("", []),
    };

    static int Killing(Document document, int trigger)
    {
        foreach (var child in document.Tokens.Children[trigger])
            if (document.Tokens.Relations[child] == "advcl" && document.Tokens.Lemmas[child] == "kill")
                return child;
        return -1;
    }

    static (double Value, string? Qualifier, TextSpan Span)? Number(Document document, int head)
    {
        var at = document.Tokens.Tags[head] == PartOfSpeech.NUM ? head : ClauseRoles.ChildBy(document, head, "nummod");
        if (at < 0 || Value(document.Tokens.Forms[at]) is not { } value)
            return null;
        var span = document.Tokens.Spans[at];
        // "Forty-six" is three words, of which parsers hang the one or the other on the noun.
        foreach (var (ten, unit) in (ReadOnlySpan<(int, int)>)[(at - 2, at), (at, at + 2)])
            if (ten >= 0 && unit < document.Tokens.Count && document.Tokens.Forms[ten + 1] == "-"
                && Value(document.Tokens.Forms[ten]) is >= 20 and < 100 and var tens && tens % 10 == 0 && Value(document.Tokens.Forms[unit]) is > 0 and < 10 and var units)
                (value, span) = (tens + units, document.SpanOf(ten, unit + 1));
        string? qualifier = null;
        foreach (var child in document.Tokens.Children[at])
            if (document.Tokens.Relations[child] is "advmod" or "case")
                qualifier = document.Tokens.Lemmas[child] is "least" or "at" ? "at least" : document.Tokens.Forms[child].ToLowerInvariant();
        return (value, qualifier, span);
    }

    static double? Value(string form)
    {
        if (double.TryParse(form.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        var word = Array.IndexOf(Small, form.ToLowerInvariant());
        return word >= 0 ? word : Array.IndexOf(Tens, form.ToLowerInvariant()) is >= 0 and var ten ? 10 * (ten + 2) : null;
    }
}
