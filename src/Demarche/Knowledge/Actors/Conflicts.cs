using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>A side of a conflict: a state, or with a sector those of a state ("SYR/REB").</summary>
public readonly record struct Belligerent(string Code, string? Sector)
{
    /// <summary>Reads a cell's part: a code, and behind a slash a sector.</summary>
    public static Belligerent Of(string cell) =>
        cell.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? new(cell[..slash], cell[(slash + 1)..]) : new(cell, null);
}

/// <summary>A row of data/actors/conflicts.tsv.</summary>
/// <param name="First">Those who began, or who fought rebels at home.</param>
public sealed record Conflict(string Name, ImmutableArray<Belligerent> First, ImmutableArray<Belligerent> Second, int FromDay, int ToDay)
{
    public IEnumerable<Belligerent> Sides => First.Concat(Second);
}

/// <summary>Wars since 1945 by the names that texts have for them, and by where they were fought, with their sides.</summary>
public sealed class Conflicts
{
    public const string Path = "data/actors/conflicts.tsv";

    readonly Dictionary<string, List<(Conflict Conflict, bool IsName)>> byName = [];
    readonly Dictionary<string, List<(Conflict Conflict, bool IsName)>> byScene = [];
    readonly HashSet<string> lastWords = [];

    public Conflicts(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "name", "aliases", "scenes", "first", "second", "from", "to");
        var (name, aliases, scenes) = (table.Column("name"), table.Column("aliases"), table.Column("scenes"));
        var (first, second) = (table.Column("first"), table.Column("second"));
        var (from, to) = (table.Column("from"), table.Column("to"));
        while (table.Read())
        {
            var period = Period.Of(table, from, to);
            var conflict = new Conflict(table[name], [.. table.List(first).Select(Belligerent.Of)], [.. table.List(second).Select(Belligerent.Of)], period.From, period.To);
            foreach (var spelling in table.List(aliases).Append(conflict.Name))
            {
                var key = NameKey.Of(spelling);
                Put(byName, key, (conflict, spelling.Any(char.IsUpper)));
                lastWords.Add(key[(key.LastIndexOf(' ') + 1)..]);
                MostWords = Math.Max(MostWords, spelling.Count(c => c is ' ' or '-') + 1);
            }
            foreach (var scene in table.List(scenes))
                Put(byScene, NameKey.Of(scene), (conflict, true));
        }
    }

    /// <summary>How many words the longest name has.</summary>
    public int MostWords { get; }

    /// <summary>Whether a name ends in this word, by its key.</summary>
    public bool EndsName(string key) => lastWords.Contains(key);

    /// <summary>
    /// The conflict of a name. Of several (Gaza's) the one of the year, or the one that lasts on the day, else the last that was over by
    /// then; null where none fits. Words that any war has ("full-scale invasion") hold where one of its sides is spoken of.
    /// </summary>
    public Conflict? Named(string key, DateOnly? day, int? year, Func<string, bool> isSpokenOf) => Choose(byName.GetValueOrDefault(key), day, year, isSpokenOf);

    /// <summary>The conflict that was fought at a place: "the war in Gaza".</summary>
    public Conflict? FoughtIn(string key, DateOnly? day, int? year) => Choose(byScene.GetValueOrDefault(key), day, year, _ => false);

    static Conflict? Choose(List<(Conflict Conflict, bool IsName)>? named, DateOnly? day, int? year, Func<string, bool> isSpokenOf)
    {
        var fitting = (named ?? []).Where(one => one.IsName || one.Conflict.Sides.Any(side => isSpokenOf(side.Code))).Select(one => one.Conflict).ToList();
        if (year is { } told)
            return fitting.Where(one => new DateOnly(told, 12, 31).DayNumber >= one.FromDay && new DateOnly(told, 1, 1).DayNumber <= one.ToDay).MaxBy(one => one.FromDay);
        if (day?.DayNumber is not { } today)
            return fitting.Count == 1 ? fitting[0] : null;
        return fitting.Where(one => one.FromDay <= today && today <= one.ToDay).MaxBy(one => one.FromDay) ?? fitting.Where(one => one.ToDay < today).MaxBy(one => one.ToDay);
    }

    static void Put(Dictionary<string, List<(Conflict, bool)>> index, string key, (Conflict, bool) entry)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = new List<(Conflict, bool)>(1);
        list.Add(entry);
    }
}
