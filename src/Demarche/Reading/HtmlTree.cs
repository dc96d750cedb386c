using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Demarche.Reading;

/// <summary>An element or a run of text. Nodes stand in document order, so the subtree of node i is [i, End).</summary>
struct HtmlNode
{
    public HtmlTag Tag;

    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;

    /// <summary>One past the last node of the subtree.</summary>
    public int End;

    /// <summary>The characters of a text node, a script or a title.</summary>
    public string? Text;

    /// <summary>[AttributeStart, AttributeEnd) of the tree's attributes.</summary>
    public int AttributeStart, AttributeEnd;
}

/// <summary>
/// A page as AngleSharp reads it, in one flat table: what the reading of a page asks for (is this below that, how much text is in it) are
/// then sums over ranges, and no page nests too deep to be walked.
/// </summary>
sealed class HtmlTree
{
    readonly List<(string Name, string Value)> attributes = [];
    HtmlNode[] nodes;

    HtmlTree(int nodes) => this.nodes = new HtmlNode[nodes];

    public int Count { get; private set; }

    public ReadOnlySpan<HtmlNode> Nodes => nodes.AsSpan(0, Count);

    /// <summary>Parses; throws <see cref="UnreadableException"/> for a page that nests deeper or has more elements than the limits allow.</summary>
    public static HtmlTree Parse(string source, ReadLimits limits)
    {
        var size = new HtmlSize(limits, source.Length);
        var options = new HtmlParserOptions
        {
            IsScripting = false,
            IsKeepingSourceReferences = false,
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipProcessingInstructions = true,
            SkipRawText = true,
            ShouldEmitAttribute = static (ref token, name) => IsKept(name.Span),
            OnCreated = (element, _) => size.Add(element),
        };
        using var document = new HtmlParser(options).ParseDocument(source);
        // Markup makes a node of some twenty to forty characters.
        var tree = new HtmlTree(Math.Max(256, source.Length / 32));
        tree.Fill(document);
        return tree;
    }

    /// <summary>The value of an attribute; empty where it is absent or empty.</summary>
    public ReadOnlySpan<char> Raw(int node, string name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.AttributeStart; i < element.AttributeEnd; i++)
            if (attributes[i].Name == name)
                return attributes[i].Value;
        return default;
    }

    /// <summary>The value of an attribute as it stands; null where it is absent.</summary>
    public string? Value(int node, string name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.AttributeStart; i < element.AttributeEnd; i++)
            if (attributes[i].Name == name)
                return attributes[i].Value;
        return null;
    }

    public bool Has(int node, string name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.AttributeStart; i < element.AttributeEnd; i++)
            if (attributes[i].Name == name)
                return true;
        return false;
    }

    /// <summary>The value of an attribute, trimmed; null where it is absent or blank.</summary>
    public string? Attribute(int node, string name) => Raw(node, name).Trim() is { IsEmpty: false } value ? value.ToString() : null;

    /// <summary>The text below a node with blanks squeezed; elements that begin a line separate words.</summary>
    public string Text(int node)
    {
        var text = new StringBuilder();
        for (var i = node; i < nodes[node].End; i++)
        {
            var tag = nodes[i].Tag;
            if (tag is HtmlTag.Text or HtmlTag.Title)
                text.Append(nodes[i].Text);
            else if (tag == HtmlTag.Br || HtmlTags.IsBlock(tag))
                text.Append(' ');
        }
        return Squeeze(text.ToString());
    }

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    void Fill(IDocument document)
    {
        // Children by index: AngleSharp finds a next sibling by searching for the node among its siblings.
        var open = new Stack<(INodeList Children, int Next, int Node)>();
        open.Push((document.ChildNodes, 0, Add(HtmlTag.Root, -1, null)));
        while (open.TryPop(out var parent))
        {
            if (parent.Next == parent.Children.Length)
            {
                nodes[parent.Node].End = Count;
                continue;
            }
            var child = parent.Children[parent.Next];
            open.Push(parent with { Next = parent.Next + 1 });
            switch (child)
            {
                case IText text:
                    Add(HtmlTag.Text, parent.Node, text.Data);
                    break;
                case IElement element:
                    var tag = HtmlTags.Of(element.LocalName);
                    // Scripts state much about a page, and its title is no less.
                    var node = Add(tag, parent.Node, tag is HtmlTag.Script or HtmlTag.Title ? (element.FirstChild as IText)?.Data : null);
                    AddAttributes(node, element.Attributes);
                    if (HtmlTags.IsOpaque(tag) || !element.HasChildNodes)
                        break;
                    open.Push((element.ChildNodes, 0, node));
                    break;
            }
        }
    }

    int Add(HtmlTag tag, int parent, string? text)
    {
        if (Count == nodes.Length)
            Array.Resize(ref nodes, Count * 2);
        nodes[Count] = new HtmlNode { Tag = tag, Parent = parent, Text = text, End = Count + 1, AttributeStart = attributes.Count, AttributeEnd = attributes.Count };
        return Count++;
    }

    void AddAttributes(int node, INamedNodeMap map)
    {
        for (var i = 0; i < map.Length; i++)
            attributes.Add((map[i]!.Name, map[i]!.Value));
        nodes[node].AttributeEnd = attributes.Count;
    }

    /// <summary>Whether some reader of pages asks for an attribute. Most say how to draw or load what no reader of text sees.</summary>
    static bool IsKept(ReadOnlySpan<char> name) =>
        name is "class" or "id" or "href" or "rel" or "style" or "hidden" or "itemprop" or "datetime" or "content" or "name" or "property" or "type" or "lang" or "xml:lang" or "http-equiv" or "title";
}
