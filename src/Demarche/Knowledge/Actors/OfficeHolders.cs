using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>A row of data/actors/holders.tsv.</summary>
/// <param name="Entity">Organisation or unrecognised entity whose office it is, where not the state's own; else null.</param>
public sealed record HolderTerm(string Code, string Office, string? Entity, string Title, string Person, int FromDay, int ToDay)
{
    /// <summary>Heads of state first: the office that a text means when it names the person alone.</summary>
    internal int Rank => Office switch
    {
        "head of state" => 0,
        "head of government" => 1,
        "head of organisation" => 2,
        "foreign minister" => 3,
        "defence minister" => 4,
        "opposition leader" or "rebel leader" => 5,
        "spokesperson" or "security council secretary" or "vice head of state" => 6,
        // Listed by hand because texts call them by surname.
        "activist" or "ambassador" or "envoy" or "lawmaker" or "party leader" or "religious leader" => 6,
        "army chief" => 8,
        _ => 7,
    };

    internal bool Covers(int day) => FromDay <= day && day <= ToDay;
}

/// <summary>Who held which office when, by name.</summary>
public sealed class OfficeHolders
{
    public const string Path = "data/actors/holders.tsv";

    static readonly FrozenSet<string> LargeStates = FrozenSet.ToFrozenSet<string>(
    [
        "AFG", "ARG", "BRA", "CAN", "CHL", "CHN", "COL", "CUB", "DEU", "EGY", "ESP", "FRA", "GBR", "GRC", "IDN", "IND", "IRN", "IRQ", "ISR", "ITA", "JPN", "KEN",
        "KOR", "LBY", "MEX", "MMR", "MYS", "NGA", "PAK", "PER", "PHL", "POL", "PRK", "PSE", "RUS", "SAU", "SDN", "SYR", "THA", "TUR", "UKR", "USA", "VEN", "ZAF", "ZWE",
    ]);

    // One person under two spellings, or a father and his son.
    const int MostNamesakes = 2;

    // See HolderTerm.Rank.
    const int LowestByName = 6;

    readonly Dictionary<string, List<HolderTerm>> byName = new(14_000);
    readonly Dictionary<string, List<HolderTerm>> bySurname = new(12_000);

    public OfficeHolders(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "state", "office", "entity", "title", "person", "variants", "from", "to", "mark");
        var (state, office, entity, title) = (table.Column("state"), table.Column("office"), table.Column("entity"), table.Column("title"));
        var (person, variants, from, to, mark) = (table.Column("person"), table.Column("variants"), table.Column("from"), table.Column("to"), table.Column("mark"));
        var terms = new TermsOfOffice();
        while (table.Read())
        {
            if (terms.Add(table[state], table[office], table[entity], table[title], table[person], table[from], table[to], table[mark], table.Line) is { } overlap)
                throw table.Problem(overlap);
            var period = Period.Of(table, from, to);
            var term = new HolderTerm(table[state], table[office], table[entity].Length > 0 ? table[entity] : null, table[title], table[person], period.From, period.To);
            Add(table[person]);
            foreach (var variant in table.List(variants))
                Add(variant);

            void Add(string name)
            {
                var key = PersonKey.Of(name);
                Put(byName, key, term);
                foreach (var surname in PersonKey.Surnames(key, term.Code))
                    Put(bySurname, surname, term);
            }
        }
    }

    /// <summary>
    /// The term of a person by full name: one that covers the day, of the highest office; else the last that ended before it;
    /// else the first that began after it. <paramref name="code"/>, where given, must be the term's. Null where nobody is
    /// listed, or persons of two states are and nothing decides between them.
    /// </summary>
    public HolderTerm? Find(string name, int? day, string? code = null)
    {
        if (!byName.TryGetValue(PersonKey.Of(name), out var terms))
            return null;
        var fitting = code is null ? terms : terms.FindAll(term => term.Code == code);
        return fitting.Count == 0 ? null : Choose(fitting, day);
    }

    /// <summary>
    /// The term of somebody called by surname: the only listed person in office on the day (of the code where given), else the only one
    /// who headed a state before, or null.
    /// Without a day nobody is in office.
    /// </summary>
    public HolderTerm? FindSurname(string surname, int? day, string? code = null)
    {
        if (day is not { } today || !bySurname.TryGetValue(PersonKey.Of(surname), out var terms))
            return null;
        var current = terms.FindAll(term => term.Covers(today) && (code is null || term.Code == code));
        // Out of office, only those who headed a large state are still called by surname alone abroad.
        if (current.Count == 0)
            current = terms.FindAll(term => term.ToDay < today && term.Rank <= 1 && (code is null ? LargeStates.Contains(term.Code) : term.Code == code));
        if (current.Count == 0)
            return null;
        var best = current.MinBy(term => term.Rank)!;
        var others = current.FindAll(term => !SamePerson(term, best));
        if (code is not null)
            return others.Exists(other => other.Rank == best.Rank) ? null : best;
        // Ministers of trade share surnames with half the world; heads of state, of diplomacy, of defence are meant by theirs.
        return best.Rank <= LowestByName && !others.Exists(Rivals) ? best : null;

        bool Rivals(HolderTerm other) => best.Rank switch
        {
            0 => other.Rank == 0 || other.Rank == 1 && other.Code != best.Code,
            1 => other.Rank == 1,
            _ => other.Rank <= LowestByName,
        };
    }

    /// <summary>The only listed person of the surname who held the office on the day: "Prime Minister Singh" whatever other Singhs hold office.</summary>
    public HolderTerm? FindInOffice(string surname, string office, int? day)
    {
        if (day is not { } today || !bySurname.TryGetValue(PersonKey.Of(surname), out var terms))
            return null;
        var current = terms.FindAll(term => term.Office == office && term.Rank <= LowestByName && term.Covers(today));
        return current.Count > 0 && current.TrueForAll(term => SamePerson(term, current[0])) ? current[0] : null;
    }

    /// <summary>
    /// Whether the surname alone says who is meant, whatever the text is about: hardly anybody else in the table has it ("Lavrov",
    /// not "Wu"), and the office is one of a large state or of the world.
    /// </summary>
    public bool IsUnmistakable(string surname, HolderTerm term) => (LargeStates.Contains(term.Code) || Sectors.InternationalCodes.Contains(term.Code))
        && bySurname.TryGetValue(PersonKey.Of(surname), out var terms) && terms.Select(other => PersonKey.Of(other.Person)).Distinct().Count() <= MostNamesakes;

    // "Donald Trump" and "Donald J. Trump": the first and the last word decide.
    static bool SamePerson(HolderTerm a, HolderTerm b)
    {
        if (a.Code != b.Code)
            return false;
        var (x, y) = (PersonKey.Of(a.Person), PersonKey.Of(b.Person));
        return x == y || x[..Math.Max(0, x.IndexOf(' ', StringComparison.Ordinal))] == y[..Math.Max(0, y.IndexOf(' ', StringComparison.Ordinal))]
            && x[(x.LastIndexOf(' ') + 1)..] == y[(y.LastIndexOf(' ') + 1)..];
    }

    static HolderTerm? Choose(List<HolderTerm> terms, int? day)
    {
        if (day is not { } today)
            return terms.TrueForAll(term => term.Code == terms[0].Code) ? terms.MaxBy(term => term.ToDay) : null;
        var current = terms.FindAll(term => term.Covers(today));
        if (current.Count > 0)
        {
            var best = current.MinBy(term => (term.Rank, -term.FromDay))!;
            return current.TrueForAll(term => term.Code == best.Code || term.Rank > best.Rank) ? best : null;
        }
        var past = terms.FindAll(term => term.ToDay < today);
        var nearest = past.Count > 0 ? past.MaxBy(term => term.ToDay)! : terms.MinBy(term => term.FromDay)!;
        return terms.TrueForAll(term => term.Code == nearest.Code) ? nearest : null;
    }

    static void Put(Dictionary<string, List<HolderTerm>> index, string key, HolderTerm term)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = new List<HolderTerm>(1);
        // Names of one term come one after the other.
        if (list.Count == 0 || !ReferenceEquals(list[^1], term))
            list.Add(term);
    }
}
