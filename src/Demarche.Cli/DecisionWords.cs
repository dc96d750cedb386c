using System.Globalization;
using Demarche.Events;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>Decisions as people read them.</summary>
static class DecisionWords
{
    public const string Header = "number\tat\tby\tdecision\tevent\tnow\tchanges\twhy\tstate";

    public static string Line(Decision decision) => string.Join(' ', new[]
    {
        $"#{decision.Number.ToString(CultureInfo.InvariantCulture)}", Time(decision), decision.By + ":", Name(decision), Changes(decision), $"({decision.Why})",
    }.Where(part => part.Length > 0).Select(EventWords.Tame));

    public static string Row(KeptDecision kept) => string.Join('\t', new[]
    {
        kept.Decision.Number.ToString(CultureInfo.InvariantCulture),
        Time(kept.Decision),
        kept.Decision.By,
        Name(kept.Decision),
        kept.Decision.Event.Value,
        kept.Now?.Value ?? "",
        Changes(kept.Decision),
        kept.Decision.Why,
        State(kept),
    }.Select(EventWords.Tame));

    static string Time(Decision decision) => decision.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static string Name(Decision decision) => decision.Undoes is { } number
        ? "undo #" + number.ToString(CultureInfo.InvariantCulture)
        : decision.Kind.ToString().ToLowerInvariant();

    static string Changes(Decision decision) => decision.Kind == DecisionKind.Split
        ? string.Join(", ", decision.Others.Select(report => report.Id))
        : string.Join(", ", decision.Changes.Select(change => $"{change.Field}: {Shown(change.Before)} → {Shown(change.After)}"));

    static string Shown(string value) => value.Length == 0 ? "nothing" : value;

    static string State(KeptDecision kept) =>
        kept.UndoneBy is { } number ? "undone by #" + number.ToString(CultureInfo.InvariantCulture)
        : kept.IsOrphaned ? "orphaned"
        : "holds";
}
