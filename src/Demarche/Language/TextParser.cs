using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>The language stage: an article in, a complete document out. Safe for any number of threads.</summary>
public sealed class TextParser(Tokenizer tokenizer, Tagger tagger, Lemmatizer lemmatizer, DependencyParser parser)
{
    /// <summary>Loads the models of a language ("en").</summary>
    public static TextParser Load(DataFolder folder, string language) =>
        new(new Tokenizer(folder, language), new Tagger(folder, language), new Lemmatizer(folder, language), new DependencyParser(folder, language));

    /// <summary>Parses the article's body blocks; the whole text where it has no blocks.</summary>
    public Document Parse(Article article) => Complete(article, tokenizer.Split(article.Text, BodyOf(article)));

    /// <summary>Parses anew a document whose words and sentences are given; nothing else of it is kept.</summary>
    public Document Reparse(Document given) =>
        Complete(given.Article, new Segmentation(given.Tokens.Spans, given.Tokens.Forms, given.Tokens.Continues, given.Sentences));

    Document Complete(Article article, Segmentation words)
    {
        var tagging = tagger.Tag(words.Forms, words.Sentences);
        var lemmas = lemmatizer.Lemmatize(words.Forms, tagging);
        var syntax = parser.Parse(words.Forms, tagging, words.Sentences);
        return new Document
        {
            Article = article,
            Tokens = new TokenTable
            {
                Spans = words.Spans,
                Forms = words.Forms,
                Continues = words.Continues,
                Lemmas = lemmas,
                Tags = tagging.Tags,
                FineTags = tagging.FineTags,
                Features = tagging.Features,
                Heads = syntax.Heads,
                Relations = syntax.Relations,
            },
            Sentences = words.Sentences,
        };
    }

    static TextSpan[] BodyOf(Article article) =>
        article.Blocks.IsEmpty
            ? [new TextSpan(0, article.Text.Length)]
            : [.. article.Blocks.Where(block => block.Kind == BlockKind.Body).Select(block => block.Span)];
}
