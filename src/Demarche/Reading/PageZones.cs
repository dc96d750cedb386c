namespace Demarche.Reading;

/// <summary>The zone of every block of a page, and how much running text each part of the tree holds.</summary>
sealed class PageZones
{
    /// <summary>
    /// A part that holds so much of a page's running text is the article, whatever its maker called it. Comments do outgrow articles,
    /// and so do the cookie notices and addresses of a footer.
    /// </summary>
    static double MainShare(Zone zone) => zone switch
    {
        Zone.Comment => 0.97,
        Zone.Hidden => 0.9,
        Zone.Nav or Zone.Legal => 0.7,
        _ => 0.4,
    };

    readonly Zone[] zones;
    readonly bool[] elsewhere;

    /// <param name="prose">Per block, the characters of running text.</param>
    public PageZones(HtmlTree tree, PageBlocks page, int[] prose, PageNames names)
    {
        var nodes = tree.Nodes;
        // Sums over preorder: the running text of a subtree is a difference of two of these.
        var sums = new long[nodes.Length + 1];
        for (var i = 0; i < page.Count; i++)
            sums[page[i].First + 1] += prose[i];
        for (var i = 1; i < sums.Length; i++)
            sums[i] += sums[i - 1];
        zones = new Zone[nodes.Length];
        elsewhere = new bool[nodes.Length];
        for (var i = 1; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            var inherited = zones[node.Parent];
            elsewhere[i] = elsewhere[node.Parent];
            if (node.Tag == HtmlTag.Text)
            {
                zones[i] = inherited;
                continue;
            }
            var own = OfTag(node.Tag);
            if (node.AttributeEnd > node.AttributeStart && own is Zone.None or Zone.Body)
                own = OfNames(tree, i, names) is not Zone.None and var named ? named : own;
            if (own is not (Zone.None or Zone.Body) && sums[node.End] - sums[i] > sums[^1] * MainShare(own))
                own = Zone.None;
            zones[i] = own == Zone.None || (own == Zone.Body && inherited is not (Zone.None or Zone.Share or Zone.Byline)) ? inherited : own;
            elsewhere[i] |= zones[i] is Zone.Comment or Zone.Related or Zone.Ad;
        }
    }

    public Zone Of(int node) => zones[node];

    /// <summary>Whether a node stands in comments, teasers or advertisements, be it as their byline.</summary>
    public bool IsElsewhere(int node) => elsewhere[node];

    static Zone OfTag(HtmlTag tag) => tag switch
    {
        HtmlTag.Nav or HtmlTag.Footer or HtmlTag.Menu => Zone.Nav,
        HtmlTag.Aside => Zone.Related,
        HtmlTag.Figure or HtmlTag.Figcaption or HtmlTag.Caption => Zone.Caption,
        HtmlTag.Form or HtmlTag.Fieldset or HtmlTag.Label => Zone.Appeal,
        HtmlTag.Address or HtmlTag.Time => Zone.Byline,
        HtmlTag.Article => Zone.Body,
        _ => Zone.None,
    };

    static Zone OfNames(HtmlTree tree, int node, PageNames names)
    {
        if (tree.Nodes[node].Tag is HtmlTag.Html or HtmlTag.Body)
            return Zone.None;
        var property = tree.Raw(node, "itemprop");
        if (property.Contains("articleBody", StringComparison.OrdinalIgnoreCase))
            return Zone.Body;
        var zone = names.OfClass(node).Zone;
        return zone is Zone.None or Zone.Body && names.OfId(node) is not Zone.None and var named ? named : zone;
    }
}
