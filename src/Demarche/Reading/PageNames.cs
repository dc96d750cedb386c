namespace Demarche.Reading;

/// <summary>
/// What classes and ids name the elements of one page for. Pages repeat few names many times, so each is taken apart once.
/// </summary>
sealed class PageNames(HtmlTree tree, ZoneWords words)
{
    readonly Dictionary<string, NameMeaning> known = [];

    public NameMeaning OfClass(int node) => Of(tree.Value(node, "class"));

    public Zone OfId(int node) => Of(tree.Value(node, "id")).Zone;

    NameMeaning Of(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return default;
        if (!known.TryGetValue(name, out var meaning))
            known.Add(name, meaning = new NameMeaning(words.Of(name), ZoneWords.IsAuthor(name), ZoneWords.IsDate(name)));
        return meaning;
    }
}

/// <param name="IsAuthor">Whether it names the writer.</param>
/// <param name="IsDate">Whether it names a day or the act of publishing.</param>
readonly record struct NameMeaning(Zone Zone, bool IsAuthor, bool IsDate);
