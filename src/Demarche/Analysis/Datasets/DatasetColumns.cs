using System.Collections.Frozen;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Analysis.Datasets;

/// <summary>Where a table of another project has its parties, day, class and score. Told by its first line: a header, or the number of its columns.</summary>
sealed class DatasetColumns
{
    static readonly FrozenDictionary<string, int> Quads = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["VERBAL COOPERATION"] = 1,
        ["MATERIAL COOPERATION"] = 2,
        ["VERBAL CONFLICT"] = 3,
        ["MATERIAL CONFLICT"] = 4,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>"GDELT 1.0", "GDELT 2.0", "ICEWS" or "POLECAT".</summary>
    public required string Name { get; init; }

    public required bool HasHeader { get; init; }

    /// <summary>A row with fewer cells is broken off.</summary>
    public required int Needed { get; init; }

    public required int Actor { get; init; }

    public required int Recipient { get; init; }

    public required int Day { get; init; }

    public required int Score { get; init; }

    /// <summary>Whether a cell of parties names the state.</summary>
    public required Func<string, string, bool> Names { get; init; }

    /// <summary>1 to 4, or 0.</summary>
    public required Func<string[], int> Quad { get; init; }

    /// <summary>Null where the line begins none of these tables.</summary>
    public static DatasetColumns? Of(string[] first, DatasetWords words)
    {
        if (Array.IndexOf(first, "CAMEO Code") is >= 0 and var cameo && first.Contains("Source Country") && first.Contains("Target Country"))
            return Icews(first, cameo, words);
        if (Array.IndexOf(first, "Quad Code") is >= 0 and var quad && first.Contains("Actor Country") && first.Contains("Recipient Country"))
            return Polecat(first, quad, words);
        // Without a header: an event number, a day of eight digits and a class of 1 to 4 in their places.
        return first.Length is 57 or 58 or 61 && first[0].All(char.IsAsciiDigit) && first[1].Length == 8 && first[1].All(char.IsAsciiDigit) && first[29] is "" or "1" or "2" or "3" or "4"
            ? Gdelt(first.Length == 61 ? "GDELT 2.0" : "GDELT 1.0")
            : null;
    }

    static DatasetColumns Gdelt(string name) => new()
    {
        Name = name,
        HasHeader = false,
        Needed = 57,
        Actor = 7,
        Recipient = 17,
        Day = 1,
        Score = 30,
        // Three letters as CAMEO has them; PLOVER's KOS is KSV there.
        Names = (cell, code) => cell == (code == "KOS" ? "KSV" : code),
        Quad = cells => Digit(cells[29]),
    };

    static DatasetColumns Icews(string[] header, int cameo, DatasetWords words) => new()
    {
        Name = "ICEWS",
        HasHeader = true,
        Needed = Array.IndexOf(header, "Target Country") + 1,
        Actor = Array.IndexOf(header, "Source Country"),
        Recipient = Array.IndexOf(header, "Target Country"),
        Day = Array.IndexOf(header, "Event Date"),
        Score = Array.IndexOf(header, "Intensity"),
        Names = words.IsStateName,
        Quad = cells => words.QuadOfCameo(cells[cameo]),
    };

    static DatasetColumns Polecat(string[] header, int quad, DatasetWords words) => new()
    {
        Name = "POLECAT",
        HasHeader = true,
        Needed = Array.IndexOf(header, "Recipient Country") + 1,
        Actor = Array.IndexOf(header, "Actor Country"),
        Recipient = Array.IndexOf(header, "Recipient Country"),
        Day = Array.IndexOf(header, "Event Date"),
        Score = Array.IndexOf(header, "Intensity"),
        Names = (cell, code) => cell.Split(';', StringSplitOptions.TrimEntries).Contains(code),
        Quad = cells => Digit(cells[quad]) is > 0 and var digit ? digit
            : Quads.TryGetValue(cells[quad], out var named) ? named
            : words.QuadOfType(Array.IndexOf(header, "Event Type") is >= 0 and var type ? cells[type] : ""),
    };

    static int Digit(string cell) => cell is [>= '1' and <= '4', ..] && cell[1..] is "" or ".0" ? cell[0] - '0' : 0;
}

/// <summary>What the codes and names of other datasets mean.</summary>
public sealed class DatasetWords(StateNames states, Ontology ontology)
{
    public bool IsStateName(string cell, string code) =>
        cell.Length > 0 && states.Find(cell).Any(name => name.Kind == StateNameKind.Name && name.State.Code == code);

    // The classes of CAMEO's roots; what GDELT and Phoenix do otherwise is in data/exporting/cameo-roots.tsv.
    public int QuadOfCameo(string cameo) => cameo is not [>= '0' and <= '2', >= '0' and <= '9', ..] ? 0
        : int.Parse(cameo.AsSpan(0, 2), System.Globalization.CultureInfo.InvariantCulture) switch
        {
            >= 1 and <= 5 => 1,
            >= 6 and <= 8 => 2,
            >= 9 and <= 13 => 3,
            >= 14 and <= 20 => 4,
            _ => 0,
        };

    public int QuadOfType(string type) => EventTypes.Parse(type) is { } known ? ontology.Quad(known) : 0;
}
