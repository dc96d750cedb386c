using Demarche.Documents;
using Demarche.Reading.Duplicates;

namespace Demarche;

/// <summary>
/// Which of the texts that are one is coded. A text is a duplicate if one that is the same stands before it, and the order of texts is given
/// by what they are (<see cref="TextSketch.Rank"/>), never by which came first: a longer version that comes later takes the place of the shorter.
/// </summary>
sealed class Duplicates(ITextIndex texts, KeptSketches sketches)
{
    readonly record struct Compared(TextName Name, TextSketch Sketch);

    /// <summary>The first of the texts that are the same as an article's and stand before it; null where it is the original itself.</summary>
    public TextName? OriginalOf(Article article)
    {
        var own = Of(article);
        return First(SameAs(own), own);
    }

    /// <summary>What stands before an article, and what it stands before.</summary>
    /// <param name="originalOf">The text that counts as the original of another by now.</param>
    public Standing Find(Article article, Func<TextName, TextName?> originalOf)
    {
        var own = Of(article);
        var same = SameAs(own);
        return new Standing(
            own.Sketch,
            First(same, own),
            [.. same.Where(text => Order(text, own) > 0 && (originalOf(text.Name) is not { } original || Order(own, Sketched(original)) < 0)).Select(text => text.Name)]);
    }

    static Compared Of(Article article) => new(TextName.Of(article), TextSketch.Of(article));

    List<Compared> SameAs(Compared own) => own.Sketch.Keys.IsEmpty
        ? []
        : [.. texts.Sharing(own.Sketch.Keys, TextSketch.KeysForOneShared).Where(name => name != own.Name).Select(Sketched).Where(text => text.Sketch.IsSameTextAs(own.Sketch))];

    static TextName? First(List<Compared> same, Compared own)
    {
        Compared? first = null;
        foreach (var text in same)
            if (Order(text, own) < 0 && (first is not { } best || Order(text, best) < 0))
                first = text;
        return first?.Name;
    }

    Compared Sketched(TextName name) => new(name, sketches.Of(name, texts));

    static int Order(Compared one, Compared other)
    {
        var order = one.Sketch.Rank(other.Sketch);
        if (order == 0)
            order = string.CompareOrdinal(one.Name.Article.Value, other.Name.Article.Value);
        return order != 0 ? order : string.CompareOrdinal(one.Name.Sha256, other.Name.Sha256);
    }

    /// <param name="Original">The first of the texts that are the same and stand before the article; null where it is the original itself.</param>
    /// <param name="Copies">The texts whose original the article now is.</param>
    public readonly record struct Standing(TextSketch Sketch, TextName? Original, IReadOnlyList<TextName> Copies);
}
