namespace Demarche.Reading;

/// <summary>An element or a run of text. Nodes stand in document order, so the subtree of node i is [i, End).</summary>
struct HtmlNode
{
    public HtmlTag Tag;

    /// <summary>Index of the parent; -1 for the root.</summary>
    public int Parent;

    /// <summary>One past the last node of the subtree.</summary>
    public int End;

    /// <summary>For text: where it stands in the source. For an element: the content of a raw element, if it is one.</summary>
    public int TextStart, TextEnd;

    /// <summary>[AttributeStart, AttributeEnd) of <see cref="HtmlTree.Attributes"/>.</summary>
    public int AttributeStart, AttributeEnd;
}

/// <summary>An attribute as ranges of the source; values are decoded when somebody asks.</summary>
readonly record struct HtmlAttribute(int Name, int NameEnd, int Value, int ValueEnd);

/// <summary>
/// A page as a flat tree over its source. It keeps to the parsing rules of the HTML standard that move text (implied end tags, raw text,
/// void elements, scopes) and leaves out those that only move formatting (the adoption agency, foster parenting): no reader of text
/// can tell the difference, and a page parses several times faster than into a DOM.
/// </summary>
sealed partial class HtmlTree
{
    readonly string source;
    HtmlNode[] nodes;
    HtmlAttribute[] attributes;

    HtmlTree(string source)
    {
        this.source = source;
        nodes = new HtmlNode[Math.Max(64, source.Length / 40)];
        attributes = new HtmlAttribute[Math.Max(64, source.Length / 60)];
    }

    public int Count { get; private set; }

    public ReadOnlySpan<HtmlNode> Nodes => nodes.AsSpan(0, Count);

    /// <summary>The raw characters of a text node or raw element, entities and all.</summary>
    public ReadOnlySpan<char> Source(HtmlNode node) => source.AsSpan(node.TextStart, node.TextEnd - node.TextStart);

    /// <summary>The raw value of an attribute; empty where it is absent or empty.</summary>
    public ReadOnlySpan<char> Raw(int node, ReadOnlySpan<char> name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.AttributeStart; i < element.AttributeEnd; i++)
        {
            ref readonly var attribute = ref attributes[i];
            if (attribute.NameEnd - attribute.Name == name.Length && source.AsSpan(attribute.Name, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
                return source.AsSpan(attribute.Value, attribute.ValueEnd - attribute.Value);
        }
        return default;
    }

    public bool Has(int node, ReadOnlySpan<char> name)
    {
        ref readonly var element = ref nodes[node];
        for (var i = element.AttributeStart; i < element.AttributeEnd; i++)
            if (source.AsSpan(attributes[i].Name, attributes[i].NameEnd - attributes[i].Name).Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>The decoded value of an attribute, trimmed; null where it is absent or blank.</summary>
    public string? Attribute(int node, ReadOnlySpan<char> name) =>
        Raw(node, name).Trim() is { IsEmpty: false } raw ? HtmlEntities.Decode(raw) : null;

    /// <summary>The text below a node with blanks squeezed; elements that begin a line separate words.</summary>
    public string Text(int node)
    {
        var text = new System.Text.StringBuilder();
        for (var i = node; i < nodes[node].End; i++)
        {
            if (nodes[i].Tag == HtmlTag.Text)
                HtmlEntities.AppendDecoded(text, Source(nodes[i]));
            else if (HtmlTags.IsRaw(nodes[i].Tag) && i != node)
                continue;
            else if (nodes[i].Tag == HtmlTag.Title)
                HtmlEntities.AppendDecoded(text, Source(nodes[i]));
            else if (nodes[i].Tag == HtmlTag.Br || HtmlTags.IsBlock(nodes[i].Tag))
                text.Append(' ');
        }
        return Squeeze(text.ToString());
    }

    public static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
