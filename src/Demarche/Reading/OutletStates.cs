using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Reading;

/// <summary>The state an outlet belongs to: by the news media of data/actors, by what its page says, by the ending of its address.</summary>
sealed class OutletStates
{
    const string Organisations = "data/actors/organisations.tsv";

    // Endings that registries sell to the whole world for their letters: ".tv" is no word of Tuvalu.
    static readonly string[] SoldEndings =
        ["ac", "ag", "ai", "am", "as", "bz", "cc", "cd", "cf", "co", "cx", "dj", "fm", "ga", "gg", "gl", "gq", "gs", "io", "la", "ly", "me", "ml", "mn", "ms", "mu", "nu", "pw", "sc", "sh", "so", "st", "tk", "tl", "to", "tv", "vc", "vg", "ws"];

    const int ShortestLabel = 3;

    readonly Dictionary<string, string?> byName = [];
    readonly Dictionary<string, string> byState = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> byEnding = new(StringComparer.OrdinalIgnoreCase);

    OutletStates()
    {
    }

    public static OutletStates Load(DataFolder data)
    {
        var result = new OutletStates();
        using (var table = new TsvFile(data.Open(StateNames.Path), StateNames.Path, "code", "kind", "iso2", "iso3", "name"))
        {
            int code = table.Column("code"), kind = table.Column("kind"), iso2 = table.Column("iso2"), iso3 = table.Column("iso3"), name = table.Column("name");
            while (table.Read())
            {
                if (table[kind] is "former" or "unrecognised")
                    continue;
                result.byState.TryAdd(table[name], table[code]);
                if (table[iso3].Length > 0)
                    result.byState.TryAdd(table[iso3], table[code]);
                if (table[iso2].Length == 0)
                    continue;
                result.byState.TryAdd(table[iso2], table[code]);
                if (!SoldEndings.Contains(table[iso2], StringComparer.OrdinalIgnoreCase))
                    result.byEnding.TryAdd(table[iso2], table[code]);
            }
        }
        if (result.byState.TryGetValue("GB", out var britain))
            result.byEnding["uk"] = britain;
        result.LoadMedia(data);
        return result;
    }

    void LoadMedia(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Organisations), Organisations, "name", "aliases", "code", "sector");
        int name = table.Column("name"), aliases = table.Column("aliases"), code = table.Column("code"), sector = table.Column("sector");
        while (table.Read())
        {
            // Media of no state have a code like IMG.
            if (table[sector] != "JRN" || !byState.ContainsValue(table[code]))
                continue;
            var plain = table[name];
            if (plain.EndsWith(')') && plain.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket)
                plain = plain[..bracket];
            foreach (var known in table.List(aliases).Append(plain).Select(Key).Where(key => key.Length > 0).Distinct())
                // Two media of one name in two states tell nothing.
                byName[known] = byName.TryGetValue(known, out var other) && other != table[code] ? null : table[code];
        }
    }

    /// <param name="country">Where the page says that its publisher is, by name or ISO 3166.</param>
    public OutletState? Of(string? outlet, string? url, string? country, MetadataConflicts conflicts)
    {
        var host = url is not null && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "";
        OutletState?[] all =
        [
            Listed(outlet) is { } listed ? new OutletState(listed, "register") : Listed(Label(host)) is { } known ? new OutletState(known, "register") : null,
            country is not null && byState.TryGetValue(country.Trim(), out var stated) ? new OutletState(stated, "json-ld") : null,
            byEnding.TryGetValue(host[(host.LastIndexOf('.') + 1)..], out var ending) ? new OutletState(ending, "domain") : null,
        ];
        var first = Array.Find(all, state => state is not null);
        conflicts.Add("outlet_state", first is null ? null : new MetadataValue(first.Code, first.Basis), all.Select(state => state is null ? null : new MetadataValue(state.Code, state.Basis)));
        return first;
    }

    string? Listed(string? name)
    {
        if (name is null || Key(name) is not { Length: >= ShortestLabel } key)
            return null;
        return byName.TryGetValue(key, out var code) || (key.StartsWith("the", StringComparison.Ordinal) && byName.TryGetValue(key[3..], out code)) || byName.TryGetValue("the" + key, out code) ? code : null;
    }

    /// <summary>The part of a host's name that somebody chose: "thepost" of "www.thepost.co.uk".</summary>
    static string? Label(string host)
    {
        var labels = host.Split('.');
        var last = labels.Length - 2;
        if (last > 0 && labels[^1].Length == 2 && labels[last].Length <= 3)
            last--;
        return last >= 0 ? labels[last] : null;
    }

    /// <summary>Letters and digits alone: "Le Monde", "lemonde".</summary>
    static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
