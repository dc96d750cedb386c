using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Reviewing;

/// <summary>Parties as <c>CHN:MIL:Li Shangfu:defence minister; RUS</c>.</summary>
static class PartyText
{
    public static string Write(ImmutableArray<Party> parties) => string.Join("; ", parties.Select(Write));

    static string Write(Party party) =>
        string.Join(':', new[] { party.Code, party.Sector, party.Name ?? party.Text, party.Office }.Select(Plain)).TrimEnd(':');

    // The signs that set off the parts may stand in a stranger's words.
    static string Plain(string? part) => (part ?? "").Replace(':', ' ').Replace(';', ' ');

    /// <summary>Of a party that was there already, what has no place in the text (its words, further sectors) is kept.</summary>
    public static ImmutableArray<Party> Read(string text, ImmutableArray<Party> before) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(party =>
            before.FirstOrDefault(one => Write(one) == party) ?? Read(party)),
    ];

    static Party Read(string text)
    {
        var parts = text.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length > 4 || (parts[0].Length > 0 && (parts[0].Length != 3 || !parts[0].All(char.IsAsciiLetterUpper))))
            throw new FormatException($"'{text}' is not a party such as CHN:MIL:Li Shangfu:defence minister (code, sector, name, office)");
        return new Party { Code = Part(0), Sector = Part(1), Name = Part(2), Text = Part(2), Office = Part(3) };

        string? Part(int number) => number < parts.Length && parts[number].Length > 0 ? parts[number] : null;
    }
}
