using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>A row of data/actors/organisations.tsv. A collective has neither code nor sector.</summary>
sealed record Organisation(string Name, string? Code, string? Sector, string? Second, int SecondFrom, string Kind)
{
    public bool IsCollective => Kind == "collective";
}

/// <summary>A row of data/actors/offices.tsv or agents.tsv: words for a role.</summary>
/// <param name="Office">Class of office, or null for a role that is none.</param>
/// <param name="Follows">Whether the sector of a body named before goes first: "no", "yes", or only of an organisation ("org").</param>
sealed record Role(string Term, string? Office, string? Code, string? Sector, string? Second, string Follows, string Kind);

enum Casing : byte
{
    Any,
    /// <summary>The text must begin it with a capital.</summary>
    Name,
    /// <summary>The text must write it in capitals.</summary>
    Capitals,
}

/// <summary>One thing that a phrase may mean. Exactly one of the three rows is set.</summary>
sealed record Sense(StateName? State, Organisation? Organisation, Role? Role, Casing Casing, Period Period, bool Ambiguous)
{
    /// <summary>Whether it says nothing of other days than those of its period; our own tables are taken for other times where nothing else is known.</summary>
    public bool OnlyThen { get; init; }

    public Sense? Next { get; set; }
}

/// <summary>All phrases of the tables of states, offices, organisations and roles, by key.</summary>
sealed class ActorLexicon
{
    public const string OfficesPath = "data/actors/offices.tsv";
    public const string OrganisationsPath = "data/actors/organisations.tsv";
    public const string AgentsPath = "data/actors/agents.tsv";

    readonly Dictionary<string, Sense> senses = new(20_000);
    readonly Dictionary<string, Sense>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly Dictionary<string, (string? Sector, string? Second)> offices = [];
    readonly Dictionary<string, Organisation> organisations = new(5_000);
    readonly StateNames states;

    /// <param name="dictionaries">Of the user: what they name goes before what our tables say of the same words.</param>
    public ActorLexicon(DataFolder data, StateNames states, IEnumerable<ActorDictionary> dictionaries)
    {
        this.states = states;
        ReadOffices(data);
        ReadAgents(data);
        foreach (var names in states.Keys)
            foreach (var name in names.Value.Reverse())
                Add(names.Key, new Sense(name, null, null, CasingOf(name.Name), new Period(name.FromDay, name.ToDay), name.Ambiguous));
        ReadOrganisations(data);
        foreach (var dictionary in dictionaries)
            foreach (var entry in dictionary.Entries)
                Add(entry, states);
        lookup = senses.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first sense of a key, the others behind it; organisations before states before offices before roles.</summary>
    public Sense? Find(ReadOnlySpan<char> key) => lookup.TryGetValue(key, out var sense) ? sense : null;

    public (string? Sector, string? Second) SectorsOf(string office) => offices.GetValueOrDefault(office);

    /// <summary>The organisation of a name as the table spells it, at its latest time; null where there is none.</summary>
    public Organisation? OrganisationOf(string name) => organisations.GetValueOrDefault(name);

    /// <summary>What the name of a state means; null where no state has the code.</summary>
    public Sense? NameOf(string code)
    {
        for (var sense = states.OfCode(code) is { } state ? Find(NameKey.Of(state.Name)) : null; sense is not null; sense = sense.Next)
            if (sense.State?.State.Code == code)
                return sense;
        return null;
    }

    void ReadOffices(DataFolder data)
    {
        using var table = new TsvFile(data.Open(OfficesPath), OfficesPath, "term", "office", "sector", "second", "follows");
        var (term, office, sector) = (table.Column("term"), table.Column("office"), table.Column("sector"));
        var (second, follows) = (table.Column("second"), table.Column("follows"));
        while (table.Read())
        {
            var role = new Role(table[term], table[office], null, Known(table[sector]), Known(table[second]), table[follows], "person");
            offices.TryAdd(table[office], (role.Sector, role.Second));
            Add(NameKey.Of(role.Term), new Sense(null, null, role, Casing.Any, Period.Always, Ambiguous: false));
        }
    }

    void ReadAgents(DataFolder data)
    {
        using var table = new TsvFile(data.Open(AgentsPath), AgentsPath, "term", "code", "sector", "second", "follows", "kind");
        var (term, code, sector) = (table.Column("term"), table.Column("code"), table.Column("sector"));
        var (second, follows, kind) = (table.Column("second"), table.Column("follows"), table.Column("kind"));
        while (table.Read())
        {
            var key = NameKey.Of(table[term]);
            // An office says more than the bare role of the same words.
            if (!senses.ContainsKey(key))
                Add(key, new Sense(null, null, new Role(table[term], null, Known(table[code]), Known(table[sector]), Known(table[second]), table[follows], table[kind]), Casing.Any, Period.Always, false));
        }
    }

    void ReadOrganisations(DataFolder data)
    {
        using var table = new TsvFile(
            data.Open(OrganisationsPath), OrganisationsPath, "name", "aliases", "code", "sector", "second", "second_from", "kind", "since", "until", "ambiguous");
        var (name, aliases, code) = (table.Column("name"), table.Column("aliases"), table.Column("code"));
        var (sector, second, secondFrom) = (table.Column("sector"), table.Column("second"), table.Column("second_from"));
        var (kind, since, until, ambiguous) = (table.Column("kind"), table.Column("since"), table.Column("until"), table.Column("ambiguous"));
        while (table.Read())
        {
            var from = table[secondFrom].Length > 0 ? PartialDate.Parse(table[secondFrom])?.FirstDay ?? throw table.Problem($"'{table[secondFrom]}' is no date") : int.MinValue;
            var organisation = new Organisation(table[name], Known(table[code]), Known(table[sector]), Known(table[second]), from, table[kind]);
            organisations[organisation.Name] = organisation;
            var period = Period.Of(table, since, until);
            var shared = table.List(ambiguous);
            AddName(organisation.Name);
            foreach (var alias in table.List(aliases))
                AddName(alias);

            void AddName(string spelling) =>
                Add(NameKey.Of(spelling), new Sense(null, organisation, null, CasingOf(spelling), period, shared.Contains(spelling)));
        }
    }

    void Add(DictionaryEntry entry, StateNames states)
    {
        foreach (var name in entry.Names)
        {
            var key = NameKey.Of(name);
            // What holds on some days goes before what holds at all times, and of those the first.
            foreach (var code in entry.Codes.Where(code => code.Period == Period.Always).Concat(entry.Codes.Where(code => code.Period != Period.Always).Reverse()))
            {
                var sense = entry.IsAgent ? RoleOf(name, code) : PartyOf(entry.Names[0], code, states);
                // The office says more than the same sector without it.
                if (!entry.IsAgent || !(senses.TryGetValue(key, out var known) && known.Role is { } ours && ours.Sector == sense.Role!.Sector))
                    Add(key, sense);
            }
        }
    }

    static Sense RoleOf(string name, DictionaryCode code)
    {
        var actor = CameoActor.Read(code.Code);
        return new Sense(null, null, new Role(name, null, actor.Code, actor.Sectors.FirstOrDefault(), actor.Sectors.ElementAtOrDefault(1), "", "person"), Casing.Any, code.Period, false) { OnlyThen = true };
    }

    /// <summary>A state where the code has nothing else, so that its people, offices and soldiers are found beside it.</summary>
    static Sense PartyOf(string name, DictionaryCode code, StateNames states)
    {
        var actor = CameoActor.Read(code.Code);
        var called = Called(name);
        if (code.Code.Length == 3 && actor.Code is { } state && !Sectors.InternationalCodes.Contains(state))
        {
            var entry = states.OfCode(state) ?? new StateEntry(state, "dictionary", called, "", state, []);
            return new Sense(new StateName(called, StateNameKind.Name, entry, false, null, null, code.Period.From, code.Period.To), null, null, Casing.Name, code.Period, false) { OnlyThen = true };
        }
        var body = new Organisation(called, actor.Code, actor.Sectors.FirstOrDefault(), actor.Sectors.ElementAtOrDefault(1), int.MinValue, "dictionary");
        return new Sense(null, body, null, Casing.Name, code.Period, false) { OnlyThen = true };
    }

    // "MINAS TIRITH" is Minas Tirith; what has figures, dots or three letters at most stays.
    static string Called(string name) => string.Join(' ', name.Split(' ').Select(word =>
        word.Length > 3 && word.All(c => char.IsAsciiLetterUpper(c) || c is '-' or '\'') ? word[0] + word[1..].ToLowerInvariant() : word));

    void Add(string key, Sense sense)
    {
        if (key.Length == 0)
            return;
        if (senses.TryGetValue(key, out var first))
            sense.Next = first;
        senses[key] = sense;
    }

    static Casing CasingOf(string name) => NameKey.IsAbbreviation(name) ? Casing.Capitals
        : name.Any(char.IsUpper) ? Casing.Name
        : Casing.Any;

    static string? Known(string cell) => cell.Length > 0 ? cell : null;
}
