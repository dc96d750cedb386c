using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>The actors or the recipients of one report, as far as another report's can be compared with them.</summary>
sealed class Side
{
    readonly ImmutableArray<string> words;

    public Side(ImmutableArray<Party> parties)
    {
        Codes = [.. parties.Select(CodeOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        HasStranger = parties.Any(party => party.Text is not null && CodeOf(party) is null);
        Sectors = [.. parties.SelectMany(party => party.OtherSectors.Prepend(party.Sector ?? "")).Where(sector => sector.Length > 0).Distinct()];
        Persons = [.. parties.Where(party => party is { Office: not null, Name: not null }).Select(NameWords)];
        words = [.. parties.SelectMany(party => Words.Of(party.Text + " " + party.Name)).Select(word => word.Stem).Distinct().Order(StringComparer.Ordinal)];
        Content = [.. words.Where(word => !Words.IsEmpty(word))];
        var names = parties.SelectMany(party => Words.Of(party.Name ?? "")).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Description = [.. Content.Where(word => !names.Contains(word))];
    }

    /// <summary>Whom the codes name: distinct, sorted; parties that no code and name tell from others are not among them.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Whether some party is told of whom no code names: "the leaders of the country".</summary>
    public bool HasStranger { get; }

    public ImmutableArray<string> Sectors { get; }

    /// <summary>Those named with an office, by the words of their names.</summary>
    public ImmutableArray<ImmutableArray<string>> Persons { get; }

    /// <summary>Content words of the parties' names and phrases, sorted.</summary>
    public ImmutableArray<string> Content { get; }

    /// <summary>Those of <see cref="Content"/> that say more than the name: "military units" of "Belarusian military units".</summary>
    public ImmutableArray<string> Description { get; }

    public bool IsUnknown => Codes.IsEmpty;

    public bool Names(string stem) => words.BinarySearch(stem, StringComparer.Ordinal) >= 0;

    public bool SameCodes(Side other) => Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    /// <summary>Whether both name somebody and nobody in common.</summary>
    public static bool Differ(ImmutableArray<ImmutableArray<string>> one, ImmutableArray<ImmutableArray<string>> other) =>
        !one.IsEmpty && !other.IsEmpty && !Meet(one, other);

    /// <summary>Whether a name of the one may be a name of the other: "Putin", "Vladimir Putin".</summary>
    public static bool Meet(ImmutableArray<ImmutableArray<string>> one, ImmutableArray<ImmutableArray<string>> other) =>
        one.Any(name => other.Any(second => name[^1] == second[^1] || name.All(second.Contains) || second.All(name.Contains)));

    // These codes name a class of bodies, not one of them: only the name tells which.
    static string? CodeOf(Party party) => party.Code is "IGO" or "NGO" or "ISM" or "IMG" or "MNC"
        ? party.Name is null ? null : $"{party.Code} {party.Name}"
        : party.Code;

    static ImmutableArray<string> NameWords(Party party) =>
        [.. Words.Of(party.Name!).Select(word => word.Stem).DefaultIfEmpty(party.Name!)];
}
