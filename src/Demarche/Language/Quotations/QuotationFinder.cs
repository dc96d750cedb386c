using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language.Quotations;

/// <summary>
/// Finds what a text lets somebody say: direct (between marks, over paragraphs), indirect ("said that", "according to", "accused
/// of"), mixed, and one inside the other. Nothing here is a judgement on whether the content is true.
/// </summary>
public sealed class QuotationFinder(ReportingLexicon lexicon, QuotationWords words)
{
    public static QuotationFinder Load(DataFolder data, string language = "en") => new(ReportingLexicon.Load(data, language), QuotationWords.Load(data, language));

    /// <summary>In text order; of two that share their content the outer holder comes first.</summary>
    public ImmutableArray<Quotation> Find(Article article, TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
    {
        if (sentences.IsDefaultOrEmpty)
            return [];
        var search = new QuotationSearch(lexicon, words, article, tokens, sentences, names);
        search.Indirect();
        search.Labelled();
        search.Direct();
        search.Nested();
        return search.Result();
    }
}
