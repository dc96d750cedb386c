using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Briefing;

/// <summary>How an act is said in a sentence (data/briefing/verbs.tsv).</summary>
/// <param name="Base">"pay a visit".</param>
/// <param name="Participle">"paid a visit".</param>
/// <param name="Gerund">"paying a visit".</param>
/// <param name="Preposition">What leads to the recipient: "to".</param>
public sealed record EventVerb(string Base, string Participle, string Gerund, string Preposition);

/// <summary>A verb for every type of act and for the modes that ask for one of their own.</summary>
public sealed class EventVerbs
{
    const string File = "data/briefing/verbs.tsv";

    readonly FrozenDictionary<EventCategory, EventVerb> verbs;

    EventVerbs(Dictionary<EventCategory, EventVerb> verbs) => this.verbs = verbs.ToFrozenDictionary();

    public EventVerb Of(EventType type, string mode) => verbs.TryGetValue(new EventCategory(type, mode), out var verb) ? verb : verbs[new EventCategory(type, "")];

    /// <exception cref="DataFileException">A type has no verb, or a row names no type and mode of the codebook.</exception>
    public static EventVerbs Load(DataFolder data, Ontology ontology)
    {
        using var table = new TsvFile(data.Open(File), File, "type", "mode", "base", "participle", "gerund", "preposition");
        int type = table.Column("type"), mode = table.Column("mode"), plain = table.Column("base"), participle = table.Column("participle");
        int gerund = table.Column("gerund"), preposition = table.Column("preposition");
        var found = new Dictionary<EventCategory, EventVerb>();
        while (table.Read())
        {
            var category = ontology.Category($"{table[type]} {table[mode]}") ?? throw table.Problem($"'{table[type]} {table[mode]}' is no type and mode of the codebook");
            if (!found.TryAdd(category, new EventVerb(table[plain], table[participle], table[gerund], table[preposition])))
                throw table.Problem($"'{category}' stands here twice");
        }
        foreach (var one in EventTypes.All)
            if (!found.ContainsKey(new EventCategory(one, "")))
                throw new DataFileException(File, $"no row for {EventTypes.Code(one)}");
        return new EventVerbs(found);
    }
}
