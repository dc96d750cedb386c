namespace Demarche.Reading;

/// <summary>Everything a page states about itself, by the name it states it under, gathered in one pass.</summary>
sealed class PageStatements
{
    // Bylines are short; what is longer only stands near one.
    const int LongestLine = 240;

    readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    bool headingRepeats;

    public SchemaOrg Schema { get; } = new();

    /// <summary>Elements that are named as bylines or dates, and time elements, in page order.</summary>
    public List<PageLine> Lines { get; } = [];

    /// <summary>The node of the first main heading, or -1.</summary>
    public int Heading { get; private set; } = -1;

    public string? First(string name) => values.TryGetValue(name, out var list) ? list[0] : null;

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var list) ? list : [];

    public static PageStatements Collect(HtmlTree tree, ZoneWords words)
    {
        var said = new PageStatements();
        var nodes = tree.Nodes;
        for (var i = 1; i < nodes.Length; i++)
        {
            switch (nodes[i].Tag)
            {
                case HtmlTag.Text:
                    continue;
                case HtmlTag.Html:
                    said.Add("lang", tree.Attribute(i, "lang") ?? tree.Attribute(i, "xml:lang"));
                    continue;
                case HtmlTag.Title:
                    said.Add("title", tree.Text(i));
                    continue;
                case HtmlTag.Link:
                    if (tree.Raw(i, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase))
                        said.Add("canonical", tree.Attribute(i, "href"));
                    continue;
                case HtmlTag.Meta:
                    said.Add(tree.Attribute(i, "property") ?? tree.Attribute(i, "name") ?? tree.Attribute(i, "itemprop") ?? tree.Attribute(i, "http-equiv"), tree.Attribute(i, "content"));
                    if (tree.Attribute(i, "property") is not null)
                        said.Add(tree.Attribute(i, "name"), tree.Attribute(i, "content"));
                    continue;
                case HtmlTag.Script:
                    if (tree.Raw(i, "type").Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                        said.Schema.Add(nodes[i].Text);
                    continue;
                case HtmlTag.H1:
                    said.AddHeading(i, tree.Text(i));
                    break;
                case HtmlTag.Time:
                    said.Lines.Add(new PageLine(i, PageLineKind.Time, tree.Text(i), tree.Attribute(i, "datetime"), IsUpdate(tree, i)));
                    continue;
            }
            if (nodes[i].AttributeEnd > nodes[i].AttributeStart)
                said.Element(tree, i, words);
        }
        return said;
    }

    /// <summary>The main heading is the one that the page's title repeats; some sites head every page with their own name.</summary>
    void AddHeading(int node, string text)
    {
        var repeated = text.Length > 8 && (Contains("title", text) || Contains("og:title", text));
        if (Heading < 0 || (repeated && !headingRepeats))
            Heading = node;
        headingRepeats |= repeated;
        Add("h1", text);
    }

    bool Contains(string name, string text) => First(name)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    void Element(HtmlTree tree, int node, ZoneWords words)
    {
        var property = tree.Raw(node, "itemprop");
        if (property.Equals("datePublished", StringComparison.OrdinalIgnoreCase) || property.Equals("dateCreated", StringComparison.OrdinalIgnoreCase))
        {
            Lines.Add(new PageLine(node, PageLineKind.Time, tree.Text(node), tree.Attribute(node, "content") ?? tree.Attribute(node, "datetime"), IsUpdate: false) { IsMarked = true });
            return;
        }
        if (tree.Raw(node, "rel").Contains("author", StringComparison.OrdinalIgnoreCase) || IsAuthorLink(tree, node) || property.Equals("author", StringComparison.OrdinalIgnoreCase))
        {
            if (Text(tree, node) is { Length: > 0 } author)
                Lines.Add(new PageLine(node, PageLineKind.Author, author, null, IsUpdate: false) { IsMarked = true });
            return;
        }
        if (words.Of(tree.Raw(node, "class")) == Zone.Byline || words.Of(tree.Raw(node, "id")) == Zone.Byline)
            if (Text(tree, node) is { Length: > 1 } line)
                Lines.Add(new PageLine(node, ZoneWords.IsAuthor(tree.Raw(node, "class")) ? PageLineKind.Author : PageLineKind.Byline, line, null, IsUpdate(tree, node)));
    }

    /// <summary>The address of an author's page says so on most of the systems that make pages.</summary>
    static bool IsAuthorLink(HtmlTree tree, int node) =>
        tree.Nodes[node].Tag == HtmlTag.A && tree.Raw(node, "href") is var address
        && (address.Contains("/author/", StringComparison.OrdinalIgnoreCase) || address.Contains("/authors/", StringComparison.OrdinalIgnoreCase) || address.Contains("/autor/", StringComparison.OrdinalIgnoreCase));

    static string? Text(HtmlTree tree, int node)
    {
        var length = 0;
        var nodes = tree.Nodes;
        for (var i = node; i < nodes[node].End && length <= LongestLine * 2; i++)
            length += nodes[i].Tag == HtmlTag.Text ? nodes[i].Text!.Length : 0;
        return length <= LongestLine * 2 && tree.Text(node) is { Length: <= LongestLine } text ? text : null;
    }

    static bool IsUpdate(HtmlTree tree, int node) =>
        tree.Raw(node, "itemprop").Contains("modified", StringComparison.OrdinalIgnoreCase)
        || tree.Raw(node, "class").Contains("update", StringComparison.OrdinalIgnoreCase)
        || tree.Raw(node, "class").Contains("modif", StringComparison.OrdinalIgnoreCase);

    void Add(string? name, string? value)
    {
        if (name is null || string.IsNullOrWhiteSpace(value))
            return;
        if (!values.TryGetValue(name, out var list))
            values.Add(name, list = []);
        list.Add(value);
    }
}

enum PageLineKind
{
    Time,
    Byline,
    Author,
}

/// <summary>A short element near an article that tells who or when.</summary>
/// <param name="Value">The machine-readable value, if it has one.</param>
readonly record struct PageLine(int Node, PageLineKind Kind, string Text, string? Value, bool IsUpdate)
{
    /// <summary>Whether markup (microdata, rel) says what it is, rather than a class name.</summary>
    public bool IsMarked { get; init; }
}
