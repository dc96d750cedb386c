using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language.Coreference;
using Demarche.Language.Names;
using Demarche.Language.Places;
using Demarche.Language.Quotations;
using Demarche.Language.Times;

namespace Demarche.Language;

/// <summary>The language stage: an article in, a complete document out. Safe for any number of threads.</summary>
public sealed class TextParser(
    Tokenizer tokenizer, SyntaxParser parser, Lemmatizer lemmatizer, NameFinder nameFinder, CoreferenceResolver coreference,
    TimeFinder timeFinder, PlaceFinder placeFinder, QuotationFinder quotationFinder, ReportingLexicon reporting)
{
    readonly Coordination coordination = new(reporting);

    /// <summary>Loads the models of a language ("en").</summary>
    public static TextParser Load(DataFolder folder, string language)
    {
        var reporting = ReportingLexicon.Load(folder, language);
        return new TextParser(
            new Tokenizer(folder, language),
            new SyntaxParser(folder, language),
            new Lemmatizer(folder, language),
            new NameFinder(folder, language),
            new CoreferenceResolver(folder, language),
            new TimeFinder(Calendar.Load(folder, language)),
            new PlaceFinder(new Gazetteer(folder), new StateNames(folder), new Namesakes(folder)),
            new QuotationFinder(reporting, QuotationWords.Load(folder, language)),
            reporting);
    }

    /// <summary>Parses the article's body blocks; the whole text where it has no blocks.</summary>
    public Document Parse(Article article) => Complete(article, tokenizer.Split(article.Text, BodyOf(article)));

    /// <summary>Parses anew a document whose words and sentences are given; nothing else of it is kept.</summary>
    public Document Reparse(Document given) =>
        Complete(given.Article, new Segmentation(given.Tokens.Spans, given.Tokens.Forms, given.Tokens.Continues, given.Sentences));

    Document Complete(Article article, Segmentation words)
    {
        var syntax = parser.Parse(words.Forms, words.Sentences);
        var lemmas = lemmatizer.Lemmatize(words.Forms, syntax.Tagging, words.Sentences);
        syntax = Arguments.Mend(ReportedSubjects.Return(coordination.Lift(syntax, lemmas)), lemmas);
        var tokens = new TokenTable
        {
            Spans = words.Spans,
            Forms = words.Forms,
            Continues = words.Continues,
            Lemmas = lemmas,
            Tags = syntax.Tagging.Tags,
            FineTags = syntax.Tagging.FineTags,
            Features = syntax.Tagging.Features,
            Heads = syntax.Heads,
            Relations = syntax.Relations,
        };
        var names = nameFinder.Find(words.Forms, words.Sentences, syntax);
        var times = timeFinder.Find(article.Text, tokens, words.Sentences, article.Published);
        return new Document
        {
            Article = article,
            Tokens = tokens,
            Sentences = words.Sentences,
            Names = names,
            Coreference = coreference.Resolve(tokens, words.Sentences, names),
            Times = times,
            // "March 2019" is not in Cambridgeshire.
            Places = [.. placeFinder.Find(tokens, words.Sentences, names, article.Text).Where(place => !times.Any(time => place.First < time.End && time.First < place.End))],
            Quotations = quotationFinder.Find(article, tokens, words.Sentences, names),
        };
    }

    static TextSpan[] BodyOf(Article article) =>
        article.Blocks.IsEmpty
            ? [new TextSpan(0, article.Text.Length)]
            : [.. article.Blocks.Where(block => block.Kind == BlockKind.Body).Select(block => block.Span)];
}
