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
        return new PageHeading(node, tree.Nodes[node].Tag, tree.Text(node), home, NamesEntry(tree.Raw(node, "class")) || tree.Raw(node, "itemprop").Contains("headline", StringComparison.OrdinalIgnoreCase));
    }

    static bool NamesEntry(ReadOnlySpan<char> name) =>
        name.Contains("title", StringComparison.OrdinalIgnoreCase) || name.Contains("headline", StringComparison.OrdinalIgnoreCase);

    /// <summary>"/", "https://x.example" and "https://x.example/", the last also at the end of an archive's address.</summary>
    static bool IsFrontPage(ReadOnlySpan<char> address)
    {
        address = address.Trim();
        var scheme = address.LastIndexOf("://");
        if (scheme < 0)
            return address is "/";
        var rest = address[(scheme + 3)..].TrimEnd('/');
        return rest.Length > 0 && rest.IndexOfAny('/', '?', '#') < 0;
    }
}
