using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing;

/// <summary>Numbers citations in the order in which a brief first needs them; the same words are one citation.</summary>
sealed class CitationList(IReadOnlyDictionary<ArticleId, Article> sources)
{
    readonly List<Citation> citations = [];
    readonly Dictionary<(ArticleId, TextSpan), int> numbers = [];

    public ImmutableArray<Citation> All => [.. citations];

    /// <summary>The reports that give the event its status first, then others, at most three.</summary>
    public ImmutableArray<int> Of(Event one) => Of(one.Reports.OrderByDescending(report => report.Status == one.Status).Take(3));

    public ImmutableArray<int> Of(IEnumerable<ReportedEvent> reports) => [.. reports.Select(Number).Distinct().Order()];

    public int Of(Claim claim) => Number(claim.Document, claim.TextSha256, claim.Evidence, claim.Sentence, claim.Id.Value);

    int Number(ReportedEvent report) => Number(report.Document, report.TextSha256, report.Evidence, report.Sentence, report.Id.Value);

    int Number(ArticleId document, string sha256, TextSpan span, string sentence, string statement)
    {
        if (numbers.TryGetValue((document, span), out var known))
            return known;
        var source = sources.GetValueOrDefault(document);
        numbers.Add((document, span), citations.Count + 1);
        citations.Add(new Citation(citations.Count + 1, document, sha256, span, sentence, statement, source is null ? document.Value : SourceName.Of(source), source?.Published.Day));
        return citations.Count;
    }
}
