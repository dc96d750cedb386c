using System.Buffers;

namespace Demarche.Reading;

/// <summary>Everything a page states about itself, by the name it states it under, gathered in one pass.</summary>
sealed class PageStatements
{
    // Bylines are short; what is longer only stands near one.
    const int LongestLine = 240;

    readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    readonly List<PageHeading> headings = [];

    public SchemaOrg Schema { get; } = new();

    /// <summary>Elements that are named as bylines or dates, and time elements, in page order.</summary>
    public List<PageLine> Lines { get; } = [];

    /// <summary>The headings of the first three levels, in page order.</summary>
    public IReadOnlyList<PageHeading> Headings => headings;

    /// <summary>The node of the heading that names the article, or -1.</summary>
    public int Heading { get; private set; } = -1;

    /// <summary>Who publishes the page.</summary>
    public string? Outlet { get; private set; }

    public bool IsHeading(string? title) => title is not null && headings.Exists(heading => heading.Text == title);

    public string? First(string name) => values.TryGetValue(name, out var list) ? list[0] : null;

    public IReadOnlyList<string> All(string name) => values.TryGetValue(name, out var list) ? list : [];

    public static PageStatements Collect(HtmlTree tree, PageNames names)
    {
        var said = new PageStatements();
        var nodes = tree.Nodes;
        // Of every node, the innermost part it stands in that is named as comments, teasers or menus; 0 for none.
        var elsewhere = new int[nodes.Length];
        for (var i = 1; i < nodes.Length; i++)
        {
            elsewhere[i] = elsewhere[nodes[i].Parent];
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
                case HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3:
                    said.headings.Add(PageHeading.Of(tree, i));
                    break;
                case HtmlTag.Time:
                    said.Lines.Add(new PageLine(i, PageLineKind.Time, tree.Text(i), tree.Attribute(i, "datetime"), IsUpdate(tree, i)) { Part = elsewhere[i], IsMarked = tree.Raw(i, "itemprop").Equals("datePublished", StringComparison.OrdinalIgnoreCase) });
                    continue;
                case HtmlTag.Aside or HtmlTag.Nav:
                    elsewhere[i] = i;
                    break;
            }
            if (nodes[i].AttributeEnd > nodes[i].AttributeStart)
                elsewhere[i] = said.Element(tree, i, names, elsewhere[i]);
        }
        said.Outlet = said.First("og:site_name") ?? said.Schema.Outlet ?? said.First("application-name") ?? said.First("dc.publisher") ?? said.First("twitter:app:name:iphone");
        said.Heading = (MainHeading.Choose(said) ?? MainHeading.Fallback(said))?.Node ?? -1;
        said.PlaceLines(tree, names);
        return said;
    }

    /// <summary>A part that has the heading or much of the page's text in it is the article, whatever its name; comments do outgrow articles.</summary>
    void PlaceLines(HtmlTree tree, PageNames names)
    {
        const double MuchText = 0.4;
        // No page has more lines that tell when or who; a hostile one may have a hundred thousand.
        const int MostTeasers = 500;
        var longest = new Dictionary<int, int>();
        var nodes = tree.Nodes;
        var sums = new int[nodes.Length + 1];
        for (var i = 0; i < nodes.Length; i++)
            sums[i + 1] = sums[i] + (nodes[i].Tag == HtmlTag.Text ? nodes[i].Text!.Length : 0);
        for (var i = 0; i < Lines.Count; i++)
        {
            var part = Lines[i].Part;
            var isOwn = part == 0 || (Heading >= part && Heading < nodes[part].End);
            if (!isOwn && (names.OfClass(part).Zone == Zone.Comment || names.OfId(part) == Zone.Comment))
                Lines[i] = Lines[i] with { Place = PagePlace.Comment };
            else if ((i < MostTeasers && IsInTeaser(tree, Lines[i].Node, longest)) || (!isOwn && sums[nodes[part].End] - sums[part] < sums[^1] * MuchText))
                Lines[i] = Lines[i] with { Place = PagePlace.Elsewhere };
        }
    }

    /// <summary>Whether a line stands with a link that is longer than any byline, in an item of a list or a small article: those tell of other pages.</summary>
    /// <param name="longest">The longest link of the items that were looked at; 0 of those too large to be teasers.</param>
    bool IsInTeaser(HtmlTree tree, int line, Dictionary<int, int> longest)
    {
        const int Levels = 6, LongLink = 24;
        var nodes = tree.Nodes;
        var inLink = 0;
        for (var (i, item) = (0, line); i < Levels && item > 0; i++, item = nodes[item].Parent)
        {
            if (Heading >= item && Heading < nodes[item].End)
                return false;
            if (nodes[item].Tag == HtmlTag.A)
                inLink = Length(tree, line);
            if (nodes[item].Tag is not (HtmlTag.Li or HtmlTag.Article or HtmlTag.A))
                continue;
            if (!longest.TryGetValue(item, out var link))
                longest.Add(item, link = LongestLink(tree, item));
            if (link >= LongLink + inLink)
                return true;
        }
        return false;
    }

    static int LongestLink(HtmlTree tree, int item)
    {
        const int LongItem = 600;
        var longest = 0;
        if (tree.Nodes[item].End - item > LongItem || Length(tree, item) >= LongItem)
            return 0;
        for (var inside = item; inside < tree.Nodes[item].End; inside++)
            if (tree.Nodes[inside].Tag == HtmlTag.A)
                longest = Math.Max(longest, Length(tree, inside));
        return longest;
    }

    static int Length(HtmlTree tree, int node)
    {
        var length = 0;
        for (var i = node; i < tree.Nodes[node].End; i++)
            length += tree.Nodes[i].Tag == HtmlTag.Text ? tree.Nodes[i].Text!.AsSpan().Trim().Length : 0;
        return length;
    }

    /// <summary>Notes what one element says, and gives the part it belongs to, which it may begin itself.</summary>
    int Element(HtmlTree tree, int node, PageNames names, int part)
    {
        var property = tree.Raw(node, "itemprop");
        if (property.Equals("datePublished", StringComparison.OrdinalIgnoreCase) || property.Equals("dateCreated", StringComparison.OrdinalIgnoreCase))
        {
            Lines.Add(new PageLine(node, PageLineKind.Time, tree.Text(node), tree.Attribute(node, "content") ?? tree.Attribute(node, "datetime"), IsUpdate: false) { IsMarked = true });
            return part;
        }
        if (property.Equals("dateModified", StringComparison.OrdinalIgnoreCase))
        {
            Lines.Add(new PageLine(node, PageLineKind.Time, tree.Text(node), tree.Attribute(node, "content") ?? tree.Attribute(node, "datetime"), IsUpdate: true));
            return part;
        }
        if (property.Equals("articleSection", StringComparison.OrdinalIgnoreCase))
            Add("articleSection", tree.Text(node));
        // A microformat: the day stands in the title of an abbreviation.
        if (IsStamp(tree, node))
        {
            Lines.Add(new PageLine(node, PageLineKind.Time, tree.Text(node), tree.Attribute(node, "title"), IsUpdate(tree, node)) { Part = part });
            return part;
        }
        if (IsFullName(tree, node))
        {
            if (Text(tree, node) is { Length: > 0 } name)
                Lines.Add(new PageLine(node, PageLineKind.Author, name, null, IsUpdate: false) { IsMarked = true, IsName = true, Part = part });
            return part;
        }
        if (tree.Raw(node, "rel").Contains("author", StringComparison.OrdinalIgnoreCase) || IsAuthorLink(tree, node) || property.Equals("author", StringComparison.OrdinalIgnoreCase))
        {
            // A link to the front page names the site that the author writes for.
            if (Text(tree, node) is { Length: > 0 } author && !(PageHeading.IsFrontPage(tree.Raw(node, "href")) && !AuthorNames.IsName(author)))
                Lines.Add(new PageLine(node, PageLineKind.Author, author, null, IsUpdate: false) { IsMarked = true, Part = part });
            return part;
        }
        var (zone, isAuthor, isDate) = names.OfClass(node);
        if (zone is Zone.Comment or Zone.Related or Zone.Nav && tree.Nodes[node].Tag is not (HtmlTag.Html or HtmlTag.Body))
            part = node;
        if ((zone == Zone.Byline || isAuthor || isDate || names.OfId(node) == Zone.Byline) && Text(tree, node) is { Length: > 1 } line)
            Lines.Add(new PageLine(node, isAuthor ? PageLineKind.Author : PageLineKind.Byline, line, null, IsUpdate(tree, node)) { Part = part, IsUnlinked = !HasLink(tree, node) });
        return part;
    }

    static bool HasLink(HtmlTree tree, int node)
    {
        for (var i = node; i < tree.Nodes[node].End; i++)
            if (tree.Nodes[i].Tag == HtmlTag.A)
                return true;
        return false;
    }

    static bool IsStamp(HtmlTree tree, int node) =>
        tree.Raw(node, "title").Trim() is { Length: >= 10 } title && char.IsAsciiDigit(title[0])
        && tree.Raw(node, "class") is { Length: > 0 } name && (name.Contains("published", StringComparison.OrdinalIgnoreCase) || name.Contains("updated", StringComparison.OrdinalIgnoreCase));

    /// <summary>A "fn" of a card within an element that is named as the author's.</summary>
    static bool IsFullName(HtmlTree tree, int node)
    {
        const int Near = 3;
        if (!Names(tree.Raw(node, "class"), "fn"))
            return false;
        for (var (i, parent) = (0, node); i < Near && parent > 0; i++, parent = tree.Nodes[parent].Parent)
            if (tree.Raw(parent, "class").Contains("author", StringComparison.OrdinalIgnoreCase) || tree.Raw(parent, "class").Contains("byline", StringComparison.OrdinalIgnoreCase))
                return !tree.Raw(parent, "class").Contains("comment", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    static bool Names(ReadOnlySpan<char> names, string name)
    {
        foreach (var range in names.Split(' '))
            if (names[range].SequenceEqual(name))
                return true;
        return false;
    }

    /// <summary>The address of an author's page says so on most of the systems that make pages.</summary>
    static bool IsAuthorLink(HtmlTree tree, int node) =>
        tree.Nodes[node].Tag == HtmlTag.A && tree.Raw(node, "href").ContainsAny(AuthorPaths);

    static readonly SearchValues<string> AuthorPaths = SearchValues.Create(["/author/", "/authors/", "/autor/"], StringComparison.OrdinalIgnoreCase);

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
sealed record PageLine(int Node, PageLineKind Kind, string Text, string? Value, bool IsUpdate)
{
    /// <summary>Whether markup (microdata, rel) says what it is, rather than a class name.</summary>
    public bool IsMarked { get; init; }

    /// <summary>Whether nothing in it leads anywhere: sections and tags are links.</summary>
    public bool IsUnlinked { get; init; }

    /// <summary>Whether it is a name and nothing else, however it is written.</summary>
    public bool IsName { get; init; }

    /// <summary>The node of the part it stands in that is named as comments, teasers or menus; 0 for none.</summary>
    public int Part { get; init; }

    public PagePlace Place { get; init; }
}

/// <summary>Where on a page a line stands.</summary>
enum PagePlace
{
    Article,
    Elsewhere,
    Comment,
}
