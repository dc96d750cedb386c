using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language.Quotations;

/// <summary>The words that the search for quotations asks about beside those that report: <c>data/lexicon/en/quotations.txt</c>, which explains each list.</summary>
public sealed class QuotationWords
{
    QuotationWords(WordLists lists)
    {
        Relaying = lists["relaying"];
        ContentPrepositions = lists["content-prepositions"];
        Openers = lists["openers"];
        Contrasts = lists["contrasts"];
        ClauseEnds = lists["clause-ends"];
        Giving = lists["giving"];
        Reflexives = lists["reflexives"];
    }

    public FrozenSet<string> Relaying { get; }

    public FrozenSet<string> ContentPrepositions { get; }

    public FrozenSet<string> Openers { get; }

    public FrozenSet<string> Contrasts { get; }

    public FrozenSet<string> ClauseEnds { get; }

    public FrozenSet<string> Giving { get; }

    public FrozenSet<string> Reflexives { get; }

    public static QuotationWords Load(DataFolder data, string language) => new(WordLists.Load(data, language, "quotations",
        "relaying", "content-prepositions", "openers", "contrasts", "clause-ends", "giving", "reflexives"));
}
