using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Storage;

/// <summary>Reads the cells of outlines. A hundred thousand rows share few kinds, days and pairs of parties, and each is read once.</summary>
sealed class OutlineWords
{
    /// <summary>Stands between parties; no code has one.</summary>
    public const char Between = '\n';

    readonly Dictionary<string, (EventType Type, EventStatus Status, int Quad, int Origins)> kinds = new(StringComparer.Ordinal);
    readonly Dictionary<string, TextDate> dates = new(StringComparer.Ordinal);
    readonly Dictionary<string, (ImmutableArray<string> Actors, ImmutableArray<string> Recipients)> sides = new(StringComparer.Ordinal);

    /// <summary>"CONSULT occurred 1 2": type, status, quad, number of origins.</summary>
    public (EventType Type, EventStatus Status, int Quad, int Origins) Kind(string text)
    {
        if (kinds.TryGetValue(text, out var known))
            return known;
        var words = text.Split(' ');
        return kinds[text] = (Enum.Parse<EventType>(words[0]), Enum.Parse<EventStatus>(words[1]), int.Parse(words[2], CultureInfo.InvariantCulture), int.Parse(words[3], CultureInfo.InvariantCulture));
    }

    /// <summary>"Window 2024-05-01 2024-05-09"; either day may be missing.</summary>
    public TextDate Date(string text)
    {
        if (dates.TryGetValue(text, out var known))
            return known;
        var words = text.Split(' ');
        return dates[text] = new TextDate(Day(words[1]), Day(words[2]), Enum.Parse<DatePrecision>(words[0]), null);

        static DateOnly? Day(string word) => StoredDay.Read(word.Length == 0 ? null : word);
    }

    /// <summary>"actor CHN" and "recipient RUS" on lines of their own: the codes of each side, each once; null for none.</summary>
    public (ImmutableArray<string> Actors, ImmutableArray<string> Recipients) Sides(string? text)
    {
        if (text is null)
            return ([], []);
        if (sides.TryGetValue(text, out var known))
            return known;
        var parties = text.Split(Between);
        return sides[text] = (Of("actor "), Of("recipient "));

        ImmutableArray<string> Of(string side) => [.. parties.Where(party => party.StartsWith(side, StringComparison.Ordinal)).Select(party => party[side.Length..]).Distinct()];
    }
}
