using Demarche.Documents;
using Demarche.Reading.Duplicates;

namespace Demarche;

/// <summary>
/// Which of the texts that are one is coded. A text is a duplicate if one that is the same stands before it, and the order of texts is given
/// by what they are (<see cref="TextSketch.Rank"/>), never by which came first: a longer version that comes later takes the place of the shorter.
/// </summary>
sealed class Duplicates(IEventStore store)
{
    readonly record struct Compared(KeptText Text, TextSketch Sketch);

    /// <summary>What stands before an article, and what it stands before.</summary>
    public Standing Find(Article article)
    {
        var name = TextName.Of(article);
        var own = new Compared(new KeptText(name, "", article.Published.Day), TextSketch.Of(article));
        if (own.Sketch.Keys.IsEmpty)
            return new Standing(own.Sketch, null, []);
        var same = store.Sharing(own.Sketch.Keys, TextSketch.KeysForOneShared)
            .Where(text => text.Name != name)
            .Select(Sketched)
            .Where(text => text.Sketch.IsSameTextAs(own.Sketch))
            .ToList();
        var before = same.Where(text => Order(text, own) < 0).ToList();
        return new Standing(
            own.Sketch,
            before.Count == 0 ? null : before.Aggregate((one, other) => Order(one, other) < 0 ? one : other).Text.Name,
            [.. same.Where(text => Order(text, own) > 0 && IsFirstOf(own, text)).Select(text => text.Text.Name)]);
    }

    /// <summary>Whether a text stands before the one that now counts as the original of another.</summary>
    bool IsFirstOf(Compared text, Compared copy) => store.OriginalOf(copy.Text.Name) is not { } original || Order(text, Sketched(original)) < 0;

    static Compared Sketched(KeptText text) => new(text, TextSketch.Of(text.Body, text.Published));

    static int Order(Compared one, Compared other)
    {
        var order = one.Sketch.Rank(other.Sketch);
        if (order == 0)
            order = string.CompareOrdinal(one.Text.Name.Article.Value, other.Text.Name.Article.Value);
        return order != 0 ? order : string.CompareOrdinal(one.Text.Name.Sha256, other.Text.Name.Sha256);
    }

    /// <param name="Original">The first of the texts that are the same and stand before the article; null where it is the original itself.</param>
    /// <param name="Copies">The texts whose original the article now is.</param>
    public readonly record struct Standing(TextSketch Sketch, TextName? Original, IReadOnlyList<TextName> Copies);
}
