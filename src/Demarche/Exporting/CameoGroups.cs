using System.Collections.Frozen;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Exporting;

/// <summary>CAMEO's codes for known groups, peoples and religions: <c>data/exporting/cameo-groups.tsv</c>.</summary>
sealed class CameoGroups
{
    const string Path = "data/exporting/cameo-groups.tsv";

    readonly FrozenDictionary<string, string> groups;
    readonly FrozenDictionary<string, string> peoples;
    readonly FrozenDictionary<string, (string Code, string? Branch)> religions;

    public CameoGroups(DataFolder data)
    {
        Dictionary<string, string> bodies = [], nations = [];
        Dictionary<string, (string, string?)> faiths = [];
        using var table = new TsvFile(data.Open(Path), Path, "kind", "name", "code", "second");
        int kind = table.Column("kind"), name = table.Column("name"), code = table.Column("code"), second = table.Column("second");
        while (table.Read())
            if (!(table[kind] switch
            {
                "group" => bodies.TryAdd(table[name], table[code]),
                "ethnic" => nations.TryAdd(table[name], table[code]),
                "religion" => faiths.TryAdd(table[name], (table[code], table[second].Length > 0 ? table[second] : null)),
                _ => throw table.Problem($"'{table[kind]}' is no kind: ethnic, group or religion"),
            }))
                throw table.Problem($"'{table[name]}' stands here twice");
        (groups, peoples, religions) = (bodies.ToFrozenDictionary(), nations.ToFrozenDictionary(), faiths.ToFrozenDictionary());
    }

    public string? KnownGroup(Party party) => party.Name is { } name ? groups.GetValueOrDefault(name) : null;

    public string? Ethnic(Party party) => Words(party).Select(peoples.GetValueOrDefault).FirstOrDefault(code => code is not null);

    public (string? Code, string? Branch) Religion(Party party) => Words(party).Where(religions.ContainsKey).Select(word => religions[word]).FirstOrDefault();

    /// <summary>The words of a party's name and of the text, each alone, without the ending of a plural, and with the one behind it.</summary>
    static IEnumerable<string> Words(Party party)
    {
        foreach (var told in new[] { party.Name, party.Text })
        {
            var words = (told ?? "").ToLowerInvariant().Split([' ', '\u00a0', '\t', '\n', ',', '.', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i++)
            {
                // "orthodox church" before "orthodox".
                if (i + 1 < words.Length)
                    yield return $"{words[i]} {words[i + 1]}";
                yield return words[i];
                if (words[i][^1] == 's')
                    yield return words[i][..^1];
            }
        }
    }
}
