using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>
/// What linking must know of words: which of them name the same kind of act within a type ("talks", "met", "discussed"), and
/// which bylines are those of an agency. From <c>data/linking</c>.
/// </summary>
public sealed class LinkingWords
{
    readonly FrozenDictionary<(EventType, string), string> kinds;
    readonly ImmutableArray<(string Pattern, string Name)> agencies;

    LinkingWords(Dictionary<(EventType, string), string> kinds, ImmutableArray<(string, string)> agencies)
    {
        this.kinds = kinds.ToFrozenDictionary();
        this.agencies = agencies;
    }

    public static LinkingWords Load(DataFolder data)
    {
        const string KindsPath = "data/linking/kinds-of-act.tsv", AgenciesPath = "data/linking/agencies.tsv";
        var kindOf = new Dictionary<(EventType, string), string>();
        using (var table = new TsvFile(data.Open(KindsPath), KindsPath, "type", "kind", "words"))
            while (table.Read())
            {
                if (!Enum.TryParse<EventType>(table[table.Column("type")], ignoreCase: true, out var type))
                    throw table.Problem($"no event type '{table[table.Column("type")]}'");
                foreach (var word in table.List(table.Column("words")))
                    if (!kindOf.TryAdd((type, Words.StemOf(word)), table[table.Column("kind")]))
                        throw table.Problem($"'{word}' already has a kind within {type}");
            }
        var credits = ImmutableArray.CreateBuilder<(string, string)>();
        using (var table = new TsvFile(data.Open(AgenciesPath), AgenciesPath, "name", "credits"))
            while (table.Read())
                foreach (var credit in table.List(table.Column("credits")))
                    credits.Add((credit, table[table.Column("name")]));
        return new LinkingWords(kindOf, credits.ToImmutable());
    }

    /// <summary>The kind of act a word names within a type, or null.</summary>
    public string? KindOf(EventType act, string stem) => kinds.GetValueOrDefault((act, stem));

    /// <summary>The agency a byline credits ("By Jane Doe, Reuters"), or null.</summary>
    public string? AgencyIn(string byline)
    {
        foreach (var (credit, name) in agencies)
            for (var at = byline.IndexOf(credit, StringComparison.Ordinal); at >= 0; at = byline.IndexOf(credit, at + 1, StringComparison.Ordinal))
                if ((at == 0 || !char.IsLetterOrDigit(byline[at - 1]))
                    && (at + credit.Length == byline.Length || !char.IsLetterOrDigit(byline[at + credit.Length])))
                    return name;
        return null;
    }
}
