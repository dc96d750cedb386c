namespace Demarche.Reading;

partial class HtmlTree
{
    /// <summary>Open elements, outermost first.</summary>
    readonly List<int> open = [];
    readonly int[] openOf = new int[byte.MaxValue];
    readonly bool[] neverEnds = new bool[byte.MaxValue];

    /// <summary>Parses; throws <see cref="UnreadableException"/> for a page nested deeper than <paramref name="depthLimit"/>.</summary>
    public static HtmlTree Parse(string source, int depthLimit)
    {
        var tree = new HtmlTree(source);
        tree.Push(HtmlTag.Root, 0, 0);
        tree.Build(depthLimit);
        while (tree.open.Count > 0)
            tree.Pop();
        return tree;
    }

    void Build(int depthLimit)
    {
        var position = 0;
        while (position < source.Length)
        {
            var angle = source.AsSpan(position).IndexOf('<');
            var textEnd = angle < 0 ? source.Length : position + angle;
            if (textEnd > position)
                AddText(position, textEnd);
            if (angle < 0)
                break;
            position = Markup(textEnd);
            if (open.Count > depthLimit)
                throw new UnreadableException($"elements nested more than {depthLimit:N0} deep");
        }
    }

    /// <summary>Reads what begins with the angle bracket at <paramref name="at"/>; the position after it.</summary>
    int Markup(int at)
    {
        var next = at + 1 < source.Length ? source[at + 1] : '\0';
        if (char.IsAsciiLetter(next))
            return StartTag(at + 1);
        switch (next)
        {
            case '/':
                if (at + 2 < source.Length && char.IsAsciiLetter(source[at + 2]))
                    return EndTag(at + 2);
                return After('>', at + 2);
            case '!':
                if (source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
                {
                    // "<!-->" is a whole comment.
                    var end = source.IndexOf("-->", at + 2, StringComparison.Ordinal);
                    return end < 0 ? source.Length : end + 3;
                }
                return After('>', at + 2);
            case '?':
                return After('>', at + 2);
            default:
                AddText(at, at + 1);
                return at + 1;
        }
    }

    int After(char c, int from)
    {
        var end = from < source.Length ? source.IndexOf(c, from) : -1;
        return end < 0 ? source.Length : end + 1;
    }

    int StartTag(int at)
    {
        var nameEnd = NameEnd(at);
        var tag = HtmlTags.Of(source.AsSpan(at, nameEnd - at));
        var firstAttribute = attributeCount;
        var position = Attributes(nameEnd, out var selfClosing);
        if (position < 0)
            return source.Length;
        CloseImplied(tag);
        var node = Push(tag, firstAttribute, attributeCount);
        nodes[node].TextStart = nodes[node].TextEnd = at;
        if (HtmlTags.IsRaw(tag))
            return RawText(node, tag, position);
        if (HtmlTags.IsVoid(tag) || (selfClosing && (tag is HtmlTag.Unknown or HtmlTag.Svg or HtmlTag.Math)))
            Pop();
        return position;
    }

    int RawText(int node, HtmlTag tag, int start)
    {
        var name = tag.ToString();
        for (var position = start; ;)
        {
            var end = neverEnds[(int)tag] ? -1 : source.IndexOf("</", position, StringComparison.Ordinal);
            if (end < 0)
            {
                // An unclosed title must not swallow the page, nor a thousand of them make it be searched a thousand times.
                neverEnds[(int)tag] = true;
                Pop();
                return tag is HtmlTag.Script or HtmlTag.Style ? source.Length : start;
            }
            if (source.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (end + 2 + name.Length == source.Length || !char.IsAsciiLetterOrDigit(source[end + 2 + name.Length])))
            {
                (nodes[node].TextStart, nodes[node].TextEnd) = (start, end);
                Pop();
                return After('>', end);
            }
            position = end + 2;
        }
    }

    int EndTag(int at)
    {
        var nameEnd = NameEnd(at);
        var tag = HtmlTags.Of(source.AsSpan(at, nameEnd - at));
        var position = After('>', nameEnd);
        if (tag is HtmlTag.Body or HtmlTag.Html || HtmlTags.IsVoid(tag))
        {
            if (tag == HtmlTag.Br)
            {
                Push(tag, attributeCount, attributeCount);
                Pop();
            }
            return position;
        }
        var heading = tag is >= HtmlTag.H1 and <= HtmlTag.H6;
        if (!heading && openOf[(int)tag] == 0)
            return position;
        for (var i = open.Count - 1; i > 0; i--)
        {
            var candidate = nodes[open[i]].Tag;
            if (candidate == tag || (heading && candidate is >= HtmlTag.H1 and <= HtmlTag.H6))
            {
                if (tag != HtmlTag.Unknown || SameName(open[i], at, nameEnd))
                {
                    PopTo(i);
                    break;
                }
            }
            // The end tag of formatting never closes a block, nor any end tag what lies outside a table cell.
            if (IsScope(candidate) && tag is not (HtmlTag.Table or HtmlTag.Tr or HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot))
                break;
            if (HtmlTags.IsBlock(candidate) && !HtmlTags.IsBlock(tag) && tag != HtmlTag.Unknown)
                break;
        }
        return position;
    }

    bool SameName(int node, int at, int nameEnd)
    {
        // The text of an element that is not raw is empty, and stands where its name begins.
        var start = nodes[node].TextStart;
        return source.AsSpan(start, NameEnd(start) - start).Equals(source.AsSpan(at, nameEnd - at), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Ends what the start of an element ends: a paragraph, a list item, a row, a cell, a link in a link.</summary>
    void CloseImplied(HtmlTag tag)
    {
        if (openOf[(int)HtmlTag.P] > 0 && HtmlTags.ClosesParagraph(tag))
            CloseUpTo(HtmlTag.P, HtmlTag.P, HtmlTag.Button, HtmlTag.Button);
        switch (tag)
        {
            case HtmlTag.Li:
                CloseUpTo(HtmlTag.Li, HtmlTag.Li, HtmlTag.Ul, HtmlTag.Ol);
                break;
            case HtmlTag.Dt or HtmlTag.Dd:
                CloseUpTo(HtmlTag.Dt, HtmlTag.Dd, HtmlTag.Dl, HtmlTag.Dl);
                break;
            case HtmlTag.Option:
                CloseUpTo(HtmlTag.Option, HtmlTag.Option, HtmlTag.Select, HtmlTag.Optgroup);
                break;
            case HtmlTag.Td or HtmlTag.Th:
                CloseUpTo(HtmlTag.Td, HtmlTag.Th, HtmlTag.Tr, HtmlTag.Table);
                break;
            case HtmlTag.Tr:
                CloseUpTo(HtmlTag.Tr, HtmlTag.Tr, HtmlTag.Table, HtmlTag.Tbody);
                break;
            case HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot:
                CloseUpTo(HtmlTag.Tbody, HtmlTag.Thead, HtmlTag.Table, HtmlTag.Table);
                break;
            case HtmlTag.A:
                for (var i = open.Count - 1; i > 0 && !HtmlTags.IsBlock(nodes[open[i]].Tag); i--)
                {
                    if (nodes[open[i]].Tag == HtmlTag.A)
                    {
                        PopTo(i);
                        break;
                    }
                }
                break;
        }
    }

    void CloseUpTo(HtmlTag a, HtmlTag b, HtmlTag stop, HtmlTag otherStop)
    {
        if (openOf[(int)a] + openOf[(int)b] == 0)
            return;
        var inTable = a is HtmlTag.Td or HtmlTag.Tr or HtmlTag.Tbody;
        for (var i = open.Count - 1; i > 0; i--)
        {
            var tag = nodes[open[i]].Tag;
            if (tag == a || tag == b)
            {
                PopTo(i);
                return;
            }
            if (tag == stop || tag == otherStop || (IsScope(tag) && !(inTable && tag is (HtmlTag.Td or HtmlTag.Th))))
                return;
        }
    }

    static bool IsScope(HtmlTag tag) => tag is HtmlTag.Td or HtmlTag.Th or HtmlTag.Table or HtmlTag.Caption or HtmlTag.Object or HtmlTag.Template;

    int Push(HtmlTag tag, int attributeStart, int attributeEnd)
    {
        var node = Add(tag);
        (nodes[node].AttributeStart, nodes[node].AttributeEnd) = (attributeStart, attributeEnd);
        open.Add(node);
        openOf[(int)tag]++;
        return node;
    }

    void Pop()
    {
        var node = open[^1];
        open.RemoveAt(open.Count - 1);
        nodes[node].End = Count;
        openOf[(int)nodes[node].Tag]--;
    }

    void PopTo(int depth)
    {
        while (open.Count > depth)
            Pop();
    }

    void AddText(int start, int end)
    {
        // A lone "<" was text: one run, not two.
        if (Count > 0 && nodes[Count - 1].Tag == HtmlTag.Text && nodes[Count - 1].TextEnd == start)
        {
            nodes[Count - 1].TextEnd = end;
            return;
        }
        var node = Add(HtmlTag.Text);
        (nodes[node].TextStart, nodes[node].TextEnd, nodes[node].End) = (start, end, Count);
    }

    int Add(HtmlTag tag)
    {
        if (Count == nodes.Length)
            Array.Resize(ref nodes, Count * 2);
        nodes[Count] = new HtmlNode { Tag = tag, Parent = open.Count > 0 ? open[^1] : -1 };
        return Count++;
    }
}
