using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>
/// Tells what each block of a page is for: first the element that holds the article, by how much running text stands in it and how
/// little else; then block by block within. A block that belongs to the page rather than to the article gets null.
/// </summary>
sealed class PageClassifier(TextCues cues)
{
    public PageReading Classify(HtmlTree tree, PageBlocks page, string? title, PageNames names) => new(tree, page, title, cues, names);
}
