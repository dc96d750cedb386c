using System.Text;

namespace Demarche.Reading;

/// <summary>A line or paragraph of a page: text between two places where the layout breaks.</summary>
struct PageBlock
{
    /// <summary>Where its text stands in <see cref="PageBlocks.Text"/>.</summary>
    public int Start, Length;

    /// <summary>The innermost element that makes the break, and the first node of the block's text.</summary>
    public int Element, First;

    public int LinkCharacters;
}

/// <summary>The text of a page cut into blocks, hidden and scripted parts left out.</summary>
sealed class PageBlocks
{
    readonly List<PageBlock> blocks = [];
    readonly StringBuilder text = new();

    /// <summary>All blocks, one after the other.</summary>
    public string Text { get; private set; } = "";

    public int Count => blocks.Count;

    public PageBlock this[int i] => blocks[i];

    public ReadOnlySpan<char> TextOf(int i) => Text.AsSpan(blocks[i].Start, blocks[i].Length);

    public static PageBlocks Of(HtmlTree tree)
    {
        var page = new PageBlocks();
        page.Walk(tree);
        page.Text = page.text.ToString();
        return page;
    }

    void Walk(HtmlTree tree)
    {
        var nodes = tree.Nodes;
        var current = new PageBlock { Element = 0 };
        var linkEnd = 0;
        var ends = new Stack<(int End, int Element)>();
        var blank = false;
        for (var i = 0; i < nodes.Length; i++)
        {
            while (ends.TryPeek(out var top) && top.End <= i)
            {
                ends.Pop();
                Close();
            }
            ref readonly var node = ref nodes[i];
            if (node.Tag == HtmlTag.Text)
            {
                Append(node.Text, i < linkEnd, i);
                continue;
            }
            if (IsSkipped(tree, i, node.Tag))
            {
                i = node.End - 1;
                continue;
            }
            if (node.Tag == HtmlTag.A && tree.Has(i, "href"))
                linkEnd = Math.Max(linkEnd, node.End);
            if (node.Tag == HtmlTag.Br || HtmlTags.IsBlock(node.Tag))
            {
                Close();
                if (node.Tag != HtmlTag.Br && node.End > i + 1)
                {
                    ends.Push((node.End, i));
                    current.Element = i;
                }
            }
        }
        Close();

        void Close()
        {
            blank = false;
            while (text.Length > current.Start && text[^1] == ' ')
                text.Length--;
            current.Length = text.Length - current.Start;
            if (current.Length > 0)
                blocks.Add(current);
            current = new PageBlock { Start = text.Length, Element = ends.TryPeek(out var top) ? top.Element : 0 };
        }

        void Append(ReadOnlySpan<char> words, bool linked, int node)
        {
            var before = text.Length;
            foreach (var c in words)
                Put(c);
            if (text.Length > before && current.First == 0)
                current.First = node;
            current.LinkCharacters += linked ? text.Length - before : 0;
        }

        void Put(char c)
        {
            if (char.IsWhiteSpace(c))
            {
                blank = text.Length > current.Start;
                return;
            }
            if (c is '\u200B' or '\uFEFF' or '\u00AD')
                return;
            if (blank)
                text.Append(' ');
            blank = false;
            text.Append(c);
        }
    }

    static bool IsSkipped(HtmlTree tree, int node, HtmlTag tag) => tag switch
    {
        HtmlTag.Head => false,
        HtmlTag.Script or HtmlTag.Style or HtmlTag.Title or HtmlTag.Noscript or HtmlTag.Iframe or HtmlTag.Select or HtmlTag.Textarea or HtmlTag.Svg or HtmlTag.Math or HtmlTag.Template
            or HtmlTag.Option or HtmlTag.Button or HtmlTag.Audio or HtmlTag.Video or HtmlTag.Object or HtmlTag.Canvas or HtmlTag.Noframes or HtmlTag.Noembed => true,
        HtmlTag.Body or HtmlTag.Html => false,
        _ => IsHidden(tree, node),
    };

    static bool IsHidden(HtmlTree tree, int node)
    {
        if (tree.Nodes[node].AttributeStart == tree.Nodes[node].AttributeEnd)
            return false;
        var style = tree.Raw(node, "style");
        return tree.Has(node, "hidden") || (!style.IsEmpty && style.Contains("display", StringComparison.OrdinalIgnoreCase) && HiddenStyle(style));
    }

    static bool HiddenStyle(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        var value = style[(at + 7)..].TrimStart(" :");
        return value.StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
