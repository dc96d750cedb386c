using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>The blocks of one page while they are being told apart.</summary>
sealed class PageReading
{
    // Between a headline and its article stand a standfirst, a byline, a date and the buttons to share it.
    const int NearBlocks = 16;

    readonly HtmlTree tree;
    readonly PageBlocks page;
    readonly TextCues cues;
    readonly string? title;
    readonly string[] texts;
    readonly int[] wordCounts;
    readonly int[] prose;
    readonly double[] worths;
    readonly string?[] makes, made;
    readonly PageZones zones;
    readonly BlockKind?[] kinds;

    public PageReading(HtmlTree tree, PageBlocks page, string? title, TextCues cues, PageNames names)
    {
        (this.tree, this.page, this.title, this.cues) = (tree, page, title, cues);
        texts = new string[page.Count];
        wordCounts = new int[page.Count];
        prose = new int[page.Count];
        worths = new double[page.Count];
        makes = new string?[page.Count];
        made = new string?[page.Count];
        kinds = new BlockKind?[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            texts[i] = page.TextOf(i).ToString();
            wordCounts[i] = Prose.Words(texts[i]);
            prose[i] = LinkShare(i) < 0.4 && (wordCounts[i] >= 15 || (wordCounts[i] >= 7 && Prose.EndsSentence(texts[i]))) ? texts[i].Length : 0;
        }
        zones = new PageZones(tree, page, prose, names);
        Classify();
    }

    public BlockKind?[] Kinds => kinds;

    /// <summary>Whether a block stands among comments, teasers or advertisements, kept or not.</summary>
    public bool IsElsewhere(int i) => zones.IsElsewhere(page[i].First);

    double LinkShare(int i) => (double)page[i].LinkCharacters / page[i].Length;

    bool hasTitle;

    // Names may mislead: a page all of whose text stands in "related" parts is read again without them.
    bool believeNames = true;

    Zone ZoneOf(int i) => believeNames ? zones.Of(page[i].First) : Zone.None;

    HtmlTag TagOf(int i) => tree.Nodes[page[i].Element].Tag;

    void Classify()
    {
        if (page.Count == 0)
            return;
        Tell();
        if (!kinds.Contains(BlockKind.Body) && prose.Any(length => length > 0))
        {
            believeNames = false;
            Tell();
        }
    }

    void Tell()
    {
        Array.Clear(kinds);
        Array.Clear(makes);
        hasTitle = false;
        var container = Container();
        var end = tree.Nodes[container].End;
        int first = -1, last = -1;
        for (var i = 0; i < page.Count; i++)
        {
            if (page[i].First < container || page[i].First >= end)
                continue;
            first = first < 0 ? i : first;
            last = i;
        }
        for (var i = 0; i < page.Count; i++)
            kinds[i] = i >= first && i <= last ? Alone(i) : Around(i, first);
        if (first >= 0)
        {
            last = CutEnd(first, last);
            TrimStart(first, last);
            TrimEnd(first, last);
        }
    }

    /// <summary>
    /// The element that holds the article: first where paragraphs stand close together, then outwards as long as that wins paragraphs
    /// of the same make. Teasers are running text too, but each stands in a box of its own.
    /// </summary>
    int Container()
    {
        var nodes = tree.Nodes;
        var close = new double[nodes.Length];
        var sums = new double[nodes.Length + 1];
        for (var i = 0; i < page.Count; i++)
        {
            var worth = worths[i] = Worth(i);
            if (worth == 0)
                continue;
            makes[i] = Make(i);
            sums[page[i].First + 1] += worth;
            var share = 1.0;
            for (var node = nodes[page[i].Element].Parent; node >= 0 && share > 0.1; node = nodes[node].Parent, share *= 0.6)
                close[node] += worth * share;
        }
        var best = 0;
        for (var i = 1; i < nodes.Length; i++)
        {
            sums[i] += sums[i - 1];
            if (close[i] > close[best])
                best = i;
        }
        sums[^1] += sums[^2];
        var alike = Makes(best);
        for (var node = nodes[best].Parent; node > 0; node = nodes[node].Parent)
            if (AlikeWorth(node, alike) > AlikeWorth(best, alike) * 1.05)
                best = node;
        return best;
    }

    /// <summary>How the paragraphs of an element are made: by tag and class, or by those of what they stand in.</summary>
    HashSet<string> Makes(int container)
    {
        var found = new HashSet<string>();
        for (var i = 0; i < page.Count; i++)
            if (makes[i] is { } make && Within(i, container))
                found.Add(make);
        return found;
    }

    string Make(int i)
    {
        if (made[i] is { } known)
            return known;
        var element = page[i].Element;
        if (tree.Raw(element, "class") is { IsEmpty: false } name)
            return made[i] = $"{tree.Nodes[element].Tag}.{name}";
        var parent = Math.Max(0, tree.Nodes[element].Parent);
        return made[i] = $"{tree.Nodes[element].Tag}<{tree.Nodes[parent].Tag}.{tree.Raw(parent, "class")}";
    }

    double AlikeWorth(int container, HashSet<string> alike)
    {
        var worth = 0.0;
        for (var i = 0; i < page.Count; i++)
            if (makes[i] is { } make && Within(i, container) && alike.Contains(make))
                worth += worths[i];
        return worth;
    }

    bool Within(int i, int container) => page[i].First >= container && page[i].First < tree.Nodes[container].End;

    double Worth(int i)
    {
        if (prose[i] == 0 || ZoneOf(i) is not (Zone.None or Zone.Body))
            return 0;
        // One long paragraph is worth less than three that make an article.
        return (1 + Math.Min(prose[i] / 100.0, 4)) * (1 - LinkShare(i)) * (cues.IsLegal(texts[i]) ? 0.2 : 1);
    }

    /// <summary>
    /// Outside the article's own element only what speaks of the article, or could be taken for it, is worth keeping: menus and lists
    /// of links are not.
    /// </summary>
    BlockKind? Around(int i, int first)
    {
        var before = i < first;
        switch (Alone(i))
        {
            case BlockKind.Title when before && !hasTitle:
                hasTitle = true;
                return BlockKind.Title;
            case (BlockKind.Byline or BlockKind.Dateline or BlockKind.Biography or BlockKind.Caption or BlockKind.Appeal or BlockKind.Legal) and var kind when prose[i] > 0 || before:
                return kind;
            case (BlockKind.Comment or BlockKind.Teaser) and var kind when prose[i] > 0:
                return kind;
            case BlockKind.Body when prose[i] > 0:
                return hasTitle && before && first - i < NearBlocks ? BlockKind.Standfirst : BlockKind.Teaser;
            case BlockKind.Heading when hasTitle && before && first - i < NearBlocks:
                return BlockKind.Standfirst;
            default:
                return null;
        }
    }

    /// <summary>What a block is by its zone, its element and its words.</summary>
    BlockKind? Alone(int i)
    {
        var text = texts[i];
        var count = wordCounts[i];
        if (count == 0 && TagOf(i) is not HtmlTag.P)
            return null;
        switch (ZoneOf(i))
        {
            case Zone.Comment: return BlockKind.Comment;
            case Zone.Related: return prose[i] > 0 ? BlockKind.Teaser : BlockKind.Related;
            case Zone.Appeal: return BlockKind.Appeal;
            case Zone.Legal: return BlockKind.Legal;
            case Zone.Caption: return BlockKind.Caption;
            case Zone.Byline: return count < 30 ? BlockKind.Byline : BlockKind.Biography;
            case Zone.Biography: return BlockKind.Biography;
            case Zone.Share or Zone.Nav or Zone.Ad or Zone.Hidden: return null;
        }
        var tag = TagOf(i);
        var heading = tag is >= HtmlTag.H1 and <= HtmlTag.H6;
        if (title is not null && count > 2 && text.Length <= title.Length + 4 && SameTitle(text))
            return BlockKind.Title;
        if (tag == HtmlTag.H1)
            return BlockKind.Title;
        if (text.StartsWith('—') && text.Contains("(@", StringComparison.Ordinal))
            return BlockKind.Quote;
        var cue = cues.Line(text);
        if (cue != LineCue.None && (count < 5 || heading))
            return cue == LineCue.End ? BlockKind.Related : BlockKind.Other;
        if (count < 60 && cues.IsCredit(text) && (count < 16 || !Prose.EndsSentence(text)))
            return BlockKind.Caption;
        if (heading)
            return LinkShare(i) > 0.5 ? BlockKind.Related : BlockKind.Heading;
        if (LinkShare(i) > 0.9 || (LinkShare(i) > 0.6 && (count < 12 || !Prose.EndsSentence(text))))
            return BlockKind.Related;
        if (count < 30 && cues.IsPointer(text))
            return BlockKind.Related;
        if (cues.Appeal(text) is var appeals && (appeals >= 3 || (appeals >= 2 && count < 60)))
            return BlockKind.Appeal;
        if (count < 40 && cues.IsLegal(text))
            return BlockKind.Legal;
        if (count <= 12 && AuthorNames.Split(cues.AfterByline(text).ToString()).Length > 0)
            return BlockKind.Byline;
        if (count <= 10 && DateParser.Parse(text, DateBasis.Text).Basis != DateBasis.None && !Prose.EndsSentence(text))
            return BlockKind.Dateline;
        if (prose[i] > 0 || Prose.EndsSentence(text))
            return BlockKind.Body;
        return tag is HtmlTag.P or HtmlTag.Li or HtmlTag.Td or HtmlTag.Th or HtmlTag.Dd or HtmlTag.Dt or HtmlTag.Blockquote or HtmlTag.Pre || count > 10 ? BlockKind.Body : BlockKind.Other;
    }

    bool SameTitle(string text) =>
        title!.StartsWith(text, StringComparison.OrdinalIgnoreCase) || text.StartsWith(title, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a heading such as "Related posts" ends the article; the last block that may belong to it.</summary>
    int CutEnd(int first, int last)
    {
        long total = 0, seen = 0;
        for (var i = first; i <= last; i++)
            total += kinds[i] == BlockKind.Body ? texts[i].Length : 0;
        var seenMakes = new HashSet<string>();
        for (var i = first; i <= last; i++)
        {
            if (kinds[i] == BlockKind.Body && prose[i] > 0)
                seenMakes.Add(Make(i));
            seen += kinds[i] == BlockKind.Body ? texts[i].Length : 0;
            if (seen > total * 0.5 && kinds[i] is BlockKind.Heading or BlockKind.Related or BlockKind.Other && PageWords.HeadsComments(texts[i]))
            {
                for (var later = i; later < kinds.Length; later++)
                    kinds[later] = kinds[later] is BlockKind.Body or BlockKind.Heading or BlockKind.Byline or BlockKind.Dateline or BlockKind.Quote ? BlockKind.Comment : kinds[later];
                return i;
            }
            if (kinds[i] is BlockKind.Related or BlockKind.Other && cues.Line(texts[i]) == LineCue.End && seen > total * 0.7 && !GoesOn(i + 1, last, seenMakes))
            {
                for (var later = i + 1; later <= last; later++)
                    kinds[later] = kinds[later] is BlockKind.Body ? BlockKind.Teaser : kinds[later] is BlockKind.Heading ? BlockKind.Related : kinds[later];
                return i;
            }
        }
        return last;
    }

    /// <summary>Whether paragraphs of the article's make follow: then what looked like its end was a pointer in its midst.</summary>
    bool GoesOn(int from, int last, HashSet<string> seenMakes)
    {
        for (var i = from; i <= last; i++)
            if (kinds[i] == BlockKind.Body && prose[i] > 0 && LinkShare(i) < 0.2 && seenMakes.Contains(Make(i)))
                return true;
        return false;
    }

    /// <summary>Before the first running text stand labels, not paragraphs.</summary>
    void TrimStart(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (kinds[i] == BlockKind.Body && (prose[i] > 0 || wordCounts[i] >= 12))
                return;
            if (kinds[i] is BlockKind.Body or BlockKind.Heading)
                kinds[i] = BlockKind.Other;
        }
    }

    /// <summary>After the last running text come labels, links and who wrote it.</summary>
    void TrimEnd(int first, int last)
    {
        for (var i = last; i >= first; i--)
        {
            if (kinds[i] == BlockKind.Body && prose[i] > 0)
            {
                if (IsBiography(texts[i]) || IsCredits(texts[i]))
                {
                    kinds[i] = BlockKind.Biography;
                    continue;
                }
                return;
            }
            if (kinds[i] is BlockKind.Heading)
                kinds[i] = BlockKind.Other;
        }
    }

    bool IsBiography(string text) => text.Length < 700 && PageWords.Biography().IsMatch(text) && cues.Trade(text) >= 1;

    static bool IsCredits(string text) => text.Length < 300 && PageWords.Desk().IsMatch(text);
}
