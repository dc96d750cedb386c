using System.Buffers;
using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>What a part of a page is for, as its tags, classes and ids name it.</summary>
enum Zone : byte
{
    None,
    Body,
    Comment,
    Related,
    Share,
    Nav,
    Appeal,
    Ad,
    Legal,
    Caption,
    Byline,
    Biography,
    Hidden,
}

/// <summary>The words by which page makers name the parts of their pages (data/reading/zones.tsv): of the trade, never of a site.</summary>
sealed class ZoneWords
{
    readonly FrozenDictionary<string, Zone> zones;

    ZoneWords(FrozenDictionary<string, Zone> zones) => this.zones = zones;

    public static ZoneWords Load(DataFolder data)
    {
        const string Path = "data/reading/zones.tsv";
        using var table = new TsvFile(data.Open(Path), Path, "word", "zone");
        int word = table.Column("word"), zone = table.Column("zone");
        var byWord = new Dictionary<string, Zone>();
        while (table.Read())
            byWord[table[word]] = Enum.TryParse<Zone>(table[zone], ignoreCase: true, out var value) ? value : throw table.Problem($"unknown zone '{table[zone]}'");
        return new ZoneWords(byWord.ToFrozenDictionary());
    }

    /// <summary>
    /// The zone that a class or id names. Names are cut at hyphens and capitals, and the parts are also read joined: "related-posts",
    /// "relatedPosts" and "relatedposts" are one. Of several, what is not the article wins over what may be: "article-share".
    /// </summary>
    public Zone Of(ReadOnlySpan<char> names)
    {
        var result = Zone.None;
        foreach (var range in names.SplitAny(" \t\n\r\f"))
        {
            var name = names[range];
            if (name.Length is 0 or > 80)
                continue;
            // "tag-markets category-world" file an article; they do not say what its element is.
            if (name.StartsWith("tag-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("category-", StringComparison.OrdinalIgnoreCase))
                continue;
            if (OfName(name) is not Zone.None and var zone && (result is Zone.None or Zone.Body))
                result = zone;
        }
        return result;
    }

    /// <summary>Whether a class names the writer rather than the time.</summary>
    public static bool IsAuthor(ReadOnlySpan<char> names) => names.Length > 0 && names.ContainsAny(AuthorWords);

    /// <summary>Whether a class names a day or the act of publishing.</summary>
    public static bool IsDate(ReadOnlySpan<char> names) => names.Length > 0 && names.ContainsAny(DateWords);

    static readonly SearchValues<string> AuthorWords = SearchValues.Create(["author", "autor", "byline", "writer", "username", "user-name", "itemposter"], StringComparison.OrdinalIgnoreCase);

    static readonly SearchValues<string> DateWords = SearchValues.Create(["publication", "datum", "fecha", "pubdate", "pub-date", "timedata"], StringComparison.OrdinalIgnoreCase);

    Zone OfName(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[name.Length];
        Span<int> starts = stackalloc int[name.Length + 1];
        int length = 0, parts = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetter(name[i]))
                continue;
            if (length == 0 || !char.IsLetter(name[i - 1]) || (char.IsUpper(name[i]) && char.IsLower(name[i - 1])))
                starts[parts++] = length;
            lower[length++] = char.ToLowerInvariant(name[i]);
        }
        starts[parts] = length;
        var lookup = zones.GetAlternateLookup<ReadOnlySpan<char>>();
        var result = Zone.None;
        for (var i = 0; i < parts; i++)
        {
            var wide = i + 1 < parts && lookup.TryGetValue(lower[starts[i]..starts[i + 2]], out var joined) ? joined : Zone.None;
            var zone = wide != Zone.None ? wide : lookup.TryGetValue(lower[starts[i]..starts[i + 1]], out var single) ? single : Zone.None;
            // "hidden" and "is-hidden" hide; "hidden-xs" does on small screens, "label-hidden" a label.
            if (zone == Zone.Hidden && wide == Zone.None && parts > 1)
                continue;
            if (zone != Zone.None && (result is Zone.None or Zone.Body))
                result = zone;
            i += wide != Zone.None ? 1 : 0;
        }
        return result;
    }
}
