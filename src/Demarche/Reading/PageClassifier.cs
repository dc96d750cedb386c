using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Tells what each block of a page is for. A block that is no part of the article's surroundings either gets null.</summary>
sealed class PageClassifier(TextCues cues)
{
    public BlockKind?[] Classify(HtmlTree tree, PageBlocks page)
    {
        var weights = new double[tree.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var text = page.TextOf(i);
            var words = Prose.Words(text);
            if (words < 10 || page[i].LinkCharacters > page[i].Length * 0.4)
                continue;
            var score = 1 + Math.Min(words / 10.0, 6);
            var share = 1.0;
            for (var node = tree.Nodes[page[i].Element].Parent; node >= 0 && share > 0.2; node = tree.Nodes[node].Parent, share /= 2)
                weights[node] += score * share;
        }
        var best = Array.IndexOf(weights, weights.Max());
        var end = tree.Nodes[best].End;
        var kinds = new BlockKind?[page.Count];
        for (var i = 0; i < page.Count; i++)
        {
            var text = page.TextOf(i);
            if (page[i].First < best || page[i].First >= end || page[i].LinkCharacters > page[i].Length * 0.5)
                continue;
            var words = Prose.Words(text);
            kinds[i] = tree.Nodes[page[i].Element].Tag is >= HtmlTag.H1 and <= HtmlTag.H6 ? BlockKind.Heading
                : cues.IsCredit(text) && words < 50 ? BlockKind.Caption
                : words > 8 || Prose.EndsSentence(text) ? BlockKind.Body
                : BlockKind.Other;
        }
        return kinds;
    }
}
