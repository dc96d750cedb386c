namespace Demarche.Reading;

/// <summary>
/// What classes and ids name the elements of one page for. Pages repeat few names many times, so each is taken apart once.
/// </summary>
sealed class PageNames(HtmlTree tree, ZoneWords words)
{
    readonly Dictionary<string, Zone> known = [];

    public Zone OfClass(int node) => Of(tree.Value(node, "class"));

    public Zone OfId(int node) => Of(tree.Value(node, "id"));

    Zone Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return Zone.None;
        if (!known.TryGetValue(name, out var zone))
            known.Add(name, zone = words.Of(name));
        return zone;
    }
}
