using System.Collections.Frozen;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Language.Coreference;

enum Gender : byte
{
    Unknown,
    Female,
    Male,
}

/// <summary>What a mention can be.</summary>
enum Animacy : byte
{
    Thing,
    Person,
    Body,
    State,
    Place,
}

/// <summary>A noun that takes up somebody named before.</summary>
/// <param name="Names">Words, one of which stands in the title or name of what is taken up, beside the noun itself.</param>
/// <param name="Any">Whether bodies of any name may be taken up.</param>
sealed record Nominal(Animacy Kind, Gender Gender, FrozenSet<string> Names, bool Any);

/// <summary>What coreference knows of words: <c>nominals.txt</c>, given names with their gender, role words, names of states.</summary>
public sealed class CoreferenceLexicon
{
    readonly Dictionary<string, Nominal> nominals = [];
    readonly Dictionary<string, Gender> givenNames = [];
    readonly Dictionary<string, Animacy> roles = [];

    readonly FrozenSet<string> femaleTitles, maleTitles;

    CoreferenceLexicon(StateNames states, WordLists lists)
    {
        States = states;
        (femaleTitles, maleTitles) = (lists["female-titles"], lists["male-titles"]);
        (BodiesInPairs, StatesInPairs, PersonsInPairs) = (lists["bodies-in-pairs"], lists["states-in-pairs"], lists["persons-in-pairs"]);
        EmptySubjectVerbs = lists["empty-subject-verbs"];
        KillingVerbs = lists["killing-verbs"];
    }

    internal FrozenSet<string> BodiesInPairs { get; }

    internal FrozenSet<string> StatesInPairs { get; }

    internal FrozenSet<string> PersonsInPairs { get; }

    internal FrozenSet<string> EmptySubjectVerbs { get; }

    internal FrozenSet<string> KillingVerbs { get; }

    internal StateNames States { get; }

    public static CoreferenceLexicon Load(DataFolder data, string language)
    {
        var lexicon = new CoreferenceLexicon(new StateNames(data), WordLists.Load(data, language, "coreference",
            "bodies-in-pairs", "states-in-pairs", "persons-in-pairs", "empty-subject-verbs", "killing-verbs", "female-titles", "male-titles"));
        lexicon.ReadRoles(data);
        lexicon.ReadGivenNames(data, $"data/lexicon/{language}/given-names.tsv");
        lexicon.ReadNominals(data, $"data/lexicon/{language}/nominals.txt");
        return lexicon;
    }

    internal Nominal? Nominal(string lemma) => nominals.GetValueOrDefault(lemma);

    internal Gender GenderOfGivenName(string name) => givenNames.GetValueOrDefault(name);

    internal Gender GenderOfTitle(string lower) =>
        femaleTitles.Contains(lower) ? Gender.Female : maleTitles.Contains(lower) ? Gender.Male : Gender.Unknown;

    /// <summary>What a common noun means: a person or a body where the tables say so, else a thing.</summary>
    internal Animacy AnimacyOf(string lemma, string lower) =>
        nominals.TryGetValue(lemma, out var nominal) ? nominal.Kind : roles.TryGetValue(lemma, out var kind) || roles.TryGetValue(lower, out kind) ? kind : Animacy.Thing;

    internal bool IsRole(string lower) => roles.TryGetValue(lower, out var kind) && kind == Animacy.Person;

    void ReadRoles(DataFolder data)
    {
        const string Agents = "data/actors/agents.tsv", Offices = "data/actors/offices.tsv";
        using (var table = new TsvFile(data.Open(Agents), Agents, "term", "kind"))
        {
            int term = table.Column("term"), kind = table.Column("kind");
            while (table.Read())
                if (table[kind] is "person" or "body")
                    roles[table[term]] = table[kind] == "person" ? Animacy.Person : Animacy.Body;
        }
        using var offices = new TsvFile(data.Open(Offices), Offices, "term");
        var office = offices.Column("term");
        while (offices.Read())
            roles[offices[office]] = Animacy.Person;
    }

    void ReadGivenNames(DataFolder data, string path)
    {
        using var table = new TsvFile(data.Open(path), path, "name", "gender");
        int name = table.Column("name"), gender = table.Column("gender");
        while (table.Read())
            givenNames[table[name]] = table[gender] switch
            {
                "f" => Gender.Female,
                "m" => Gender.Male,
                "either" => Gender.Unknown,
                _ => throw table.Problem("expected the gender 'f', 'm' or 'either'"),
            };
    }

    void ReadNominals(DataFolder data, string path)
    {
        using var stream = data.Open(path);
        foreach (var record in RecordFile.Read(stream, path))
        {
            var kind = record.Single("kind") switch
            {
                "person" => Animacy.Person,
                "body" => Animacy.Body,
                "state" => Animacy.State,
                "city" => Animacy.Place,
                _ => throw new DataFileException(path, record.Line, "expected 'kind:' with person, body, state or city"),
            };
            var gender = record.Single("gender") switch
            {
                null => Gender.Unknown,
                "f" => Gender.Female,
                "m" => Gender.Male,
                _ => throw new DataFileException(path, record.Line, "expected 'gender:' with f or m"),
            };
            foreach (var noun in Words(record.Single("nouns")))
                nominals[noun] = new Nominal(kind, gender, Words(record.Single("names")).Append(noun).ToFrozenSet(), record.Single("any") == "yes");
        }
    }

    static string[] Words(string? list) => list?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
