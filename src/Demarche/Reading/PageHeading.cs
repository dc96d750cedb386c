using System.Buffers;

namespace Demarche.Reading;

/// <summary>A heading of a page.</summary>
/// <param name="IsHome">Whether it leads to the front page: then it names the site.</param>
/// <param name="IsEntry">Whether its markup calls it the title of the piece.</param>
readonly record struct PageHeading(int Node, HtmlTag Level, string Text, bool IsHome, bool IsEntry)
{
    public static PageHeading Of(HtmlTree tree, int node)
    {
        var home = false;
        for (var i = node; i < tree.Nodes[node].End && !home; i++)
            home = tree.Nodes[i].Tag == HtmlTag.A && IsFrontPage(tree.Raw(i, "href"));
        var parent = tree.Nodes[node].Parent;
        home |= tree.Nodes[parent].Tag == HtmlTag.A && IsFrontPage(tree.Raw(parent, "href"));
        return new PageHeading(node, tree.Nodes[node].Tag, TextOf(tree, node), home, NamesEntry(tree.Raw(node, "class")) || tree.Raw(node, "itemprop").Contains("headline", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The heading without the kicker that many systems set into it, if anything is left.</summary>
    static string TextOf(HtmlTree tree, int node)
    {
        const int Elements = 40;
        var whole = tree.Text(node);
        if (tree.Nodes[node].End - node > Elements)
            return whole;
        foreach (var name in (ReadOnlySpan<string>)["class", "id"])
            for (var i = node + 1; i < tree.Nodes[node].End; i++)
                if (tree.Nodes[i].Tag != HtmlTag.Text && tree.Raw(i, name).ContainsAny(Kickers) && tree.Text(i) is { Length: > 0 } kicker && whole.Length > kicker.Length && whole.StartsWith(kicker, StringComparison.Ordinal))
                    return whole[kicker.Length..].TrimStart(' ', ':', '|', '-', '–', '—', '·', '/') is { Length: > 8 } headline ? headline : whole;
        return whole;
    }

    static readonly SearchValues<string> Kickers = SearchValues.Create(
        ["kicker", "overline", "topline", "dachzeile", "spitzmarke", "roofline", "oberzeile", "ueberzeile", "headline-prefix", "title-prefix", "headline-intro", "headline-mark", "antetitulo", "volanta", "occhiello", "surtitre", "pretitle", "pre-title", "eyebrow", "vignette", "tagline", "topic"],
        StringComparison.OrdinalIgnoreCase);

    static bool NamesEntry(ReadOnlySpan<char> name) =>
        name.Contains("title", StringComparison.OrdinalIgnoreCase) || name.Contains("headline", StringComparison.OrdinalIgnoreCase);

    /// <summary>"/", "https://x.example" and "https://x.example/", the last also at the end of an archive's address.</summary>
    public static bool IsFrontPage(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        var scheme = address.LastIndexOf("://");
        if (scheme < 0)
            return address is "/";
        var rest = address[(scheme + 3)..].TrimEnd('/');
        return rest.Length > 0 && rest.IndexOfAny('/', '?', '#') < 0;
    }
}
