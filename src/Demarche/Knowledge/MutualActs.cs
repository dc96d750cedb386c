using System.Collections.Frozen;

namespace Demarche.Knowledge;

/// <summary>
/// Which acts of several doers that are done to nobody told are done to each other (data/ontology/mutual.tsv): "France and Germany met"
/// is of the two, "France and Germany condemned the raid" is of each alone, unless the words say "each other".
/// </summary>
public sealed class MutualActs
{
    const string Path = "data/ontology/mutual.tsv";
    const string Always = "*";

    readonly FrozenDictionary<EventType, (string[] Words, string[] Unless)> types;
    readonly string[] anyType;

    public MutualActs(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "type", "words", "unless");
        int type = table.Column("type"), words = table.Column("words"), unless = table.Column("unless");
        var found = new Dictionary<EventType, (string[], string[])>();
        var any = new List<string>();
        while (table.Read())
            if (table[type] == "any")
                any.AddRange(table.List(words));
            else if (!found.TryAdd(EventTypes.Parse(table[type]) ?? throw table.Problem($"'{table[type]}' is no event type; expected one or 'any'"), ([.. table.List(words)], [.. table.List(unless)])))
                throw table.Problem($"'{table[type]}' stands here twice");
        (types, anyType) = (found.ToFrozenDictionary(), [.. any]);
    }

    /// <param name="trigger">The words that tell the act.</param>
    public bool IsMutual(EventType type, string trigger) =>
        Has(trigger, anyType) || (types.TryGetValue(type, out var told) && (told.Words is [Always] || Has(trigger, told.Words)) && !Has(trigger, told.Unless));

    // Words are told by their beginnings.
    static bool Has(string text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
            for (var at = text.IndexOf(beginning, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(beginning, at + 1, StringComparison.OrdinalIgnoreCase))
                if (at == 0 || !char.IsLetter(text[at - 1]))
                    return true;
        return false;
    }
}
