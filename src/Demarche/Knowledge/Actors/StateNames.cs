using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>How a word names a state.</summary>
public enum StateNameKind : byte
{
    Name,
    Adjective,
    Demonym,
    /// <summary>A city that stands for the government.</summary>
    Seat,
    Metonym,
}

/// <summary>A row of data/actors/states.tsv.</summary>
/// <param name="Kind">state, special, dependency, unrecognised or former.</param>
public sealed record StateEntry(string Code, string Kind, string Name, string Iso2, string Iso3, ImmutableArray<string> Seats)
{
    /// <summary>The full name: "Kingdom of Saudi Arabia".</summary>
    public string Official { get; init; } = "";

    /// <summary>Entities that few recognise are coded as the state that claims them, with sector PRE.</summary>
    public bool IsUnrecognised => Kind == "unrecognised";
}

/// <summary>One name of a state.</summary>
/// <param name="Name">As the table spells it.</param>
/// <param name="Ambiguous">Whether the word often means something else (<em>Jordan</em>).</param>
/// <param name="Sector">Of a metonym; otherwise null.</param>
/// <param name="Second">Other sector of a metonym, or null.</param>
/// <param name="FromDay">First day the name holds, or int.MinValue; <paramref name="ToDay"/> likewise the last.</param>
public sealed record StateName(string Name, StateNameKind Kind, StateEntry State, bool Ambiguous, string? Sector, string? Second, int FromDay, int ToDay);

/// <summary>Names, adjectives, demonyms, seats and metonyms of every state, from data/actors/states.tsv.</summary>
public sealed class StateNames
{
    public const string Path = "data/actors/states.tsv";

    readonly Dictionary<string, ImmutableArray<StateName>> byKey;
    readonly Dictionary<string, StateEntry> byCode = new(300);

    public StateNames(DataFolder data)
    {
        var names = new Dictionary<string, List<StateName>>(2500);
        var entries = new List<StateEntry>(300);
        using var table = new TsvFile(data.Open(Path), Path, "code", "kind", "name", "aliases", "adjectives", "demonyms", "seats", "metonyms", "ambiguous");
        var (code, kind, iso3, iso2, name) = (table.Column("code"), table.Column("kind"), table.Column("iso3"), table.Column("iso2"), table.Column("name"));
        var (official, aliases, adjectives, demonyms) = (table.Column("official"), table.Column("aliases"), table.Column("adjectives"), table.Column("demonyms"));
        var (seats, metonyms, ambiguous) = (table.Column("seats"), table.Column("metonyms"), table.Column("ambiguous"));
        while (table.Read())
        {
            var entry = new StateEntry(table[code], table[kind], table[name], table[iso2], table[iso3], [.. table.List(seats)]) { Official = table[official] };
            entries.Add(entry);
            var careful = table.List(ambiguous);
            Add(table[name], StateNameKind.Name);
            Add(table[official], StateNameKind.Name);
            foreach (var alias in table.List(aliases))
                Add(alias, StateNameKind.Name);
            foreach (var word in table.List(adjectives))
                Add(word, StateNameKind.Adjective);
            foreach (var word in table.List(demonyms))
                Add(word, StateNameKind.Demonym);
            foreach (var word in table.List(seats))
                Add(word, StateNameKind.Seat);
            foreach (var word in table.List(metonyms))
                Add(word, StateNameKind.Metonym);

            void Add(string text, StateNameKind wordKind)
            {
                var (spelling, from, to) = Years(table, text);
                string? sector = null, second = null;
                if (wordKind == StateNameKind.Metonym && spelling.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                {
                    var sectors = spelling[(equals + 1)..].Split(',');
                    (spelling, sector, second) = (spelling[..equals], sectors[0], sectors.Length > 1 ? sectors[1] : null);
                }
                var key = NameKey.Of(spelling);
                if (key.Length == 0)
                    return;
                if (!names.TryGetValue(key, out var list))
                    names[key] = list = new List<StateName>(1);
                if (!list.Exists(other => other.State == entry && other.Kind == wordKind))
                    list.Add(new StateName(spelling, wordKind, entry, careful.Contains(spelling), sector, second, from, to));
            }
        }
        // Where names are shared, the state itself goes before what it once was or holds.
        byKey = new Dictionary<string, ImmutableArray<StateName>>(names.Count);
        foreach (var (key, list) in names)
            byKey[key] = [.. list.OrderBy(found => Rank(found.State.Kind)).ThenBy(found => found.Kind)];
        foreach (var entry in entries)
            if (entry.Kind is "state" or "special")
                byCode[entry.Code] = entry;
        Entries = [.. entries];
    }

    public ImmutableArray<StateEntry> Entries { get; }

    /// <summary>Every key (<see cref="NameKey"/>) with what it may name.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<StateName>> Keys => byKey;

    public bool IsCode(string code) => byCode.ContainsKey(code);

    /// <summary>The state or special entity of a code, or null.</summary>
    public StateEntry? OfCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The names, adjectives and demonyms of a state today, sorted: what a text that speaks of it will have.</summary>
    public ImmutableArray<string> NamesOf(string code) =>
    [
        .. byKey.Values.SelectMany(names => names)
            .Where(name => name.State.Code == code && name.State == OfCode(code) && name.ToDay == int.MaxValue
                && name.Kind is StateNameKind.Name or StateNameKind.Adjective or StateNameKind.Demonym)
            .Select(name => name.Name).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// All readings of a word or name, whatever its case ("Turkish", "the Kremlin" without "the", "U.S."); states before what they
    /// were or hold. Empty where it names none.
    /// </summary>
    public ImmutableArray<StateName> Find(string word) => byKey.TryGetValue(NameKey.Of(word), out var found) ? found : [];

    /// <summary>Codes of the states whose people or adjective the word is ("Congolese" has two); empty for other words.</summary>
    public ImmutableArray<string> CodesOfNationality(string word)
    {
        if (word.Length == 0 || !char.IsUpper(word[0]))
            return [];
        return [.. Find(word).Where(name => name.Kind is StateNameKind.Adjective or StateNameKind.Demonym).Select(name => name.State.Code).Distinct()];
    }

    public bool IsNationality(string word) => CodesOfNationality(word).Length > 0;

    static int Rank(string kind) => kind switch { "state" => 0, "special" => 1, "dependency" => 2, "unrecognised" => 3, _ => 4 };

    /// <summary>"Zaire (1971-1997)" is a name with its years.</summary>
    static (string Name, int From, int To) Years(TsvFile table, string text)
    {
        var open = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith(')') || text[open + 2] is not ('-' or (>= '0' and <= '9')))
            return (text, int.MinValue, int.MaxValue);
        var years = text[(open + 2)..^1].Split('-');
        if (years.Length != 2)
            throw table.Problem($"'{text}': expected years as (1971-1997), (-1997) or (1971-)");
        return (text[..open], Day(years[0], first: true), Day(years[1], first: false));

        int Day(string year, bool first)
        {
            if (year.Length == 0)
                return first ? int.MinValue : int.MaxValue;
            var date = PartialDate.Parse(year) ?? throw table.Problem($"'{text}': '{year}' is no year");
            return first ? date.FirstDay : date.LastDay;
        }
    }
}
