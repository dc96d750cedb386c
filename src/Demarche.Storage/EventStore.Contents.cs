using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    const string ArticleColumns =
        """
        article.id, article.input, article.url, article.title, article.authors, article.outlet, article.published, article.published_precision, article.published_basis,
            article.language, article.text, article.blocks, article.published_local, article.details
        """;

    /// <summary>An article as it was kept; null where there is none of this id that is coded.</summary>
    public Article? Article(ArticleId id) => statements.Rows(
        $"select {ArticleColumns} from article join coding using (article) where article.id = $1 and coding.current = 1 order by article.article desc limit 1",
        ReadArticle, id.Value).FirstOrDefault();

    /// <summary>The texts of this id out of which the rule reads something now.</summary>
    public IReadOnlyList<Article> CodedTexts(ArticleId id, string rule) => statements.Rows(
        $"""
        select {ArticleColumns} from article join coding using (article)
        where article.id = $1 and coding.current = 1 and exists (select 1 from report where report.coding = coding.coding and report.rule = $2) order by article.article
        """,
        ReadArticle, id.Value, rule);

    static Article ReadArticle(Row row) => new()
    {
        Id = new ArticleId(row.Text(0)),
        Input = row.Text(1),
        Url = row.TextOrNull(2),
        Title = row.TextOrNull(3),
        Authors = Strings(row.Text(4)),
        Outlet = row.TextOrNull(5),
        Published = new PublicationDate(
            row.TextOrNull(6) is { } moment ? DateTimeOffset.ParseExact(moment, "O", CultureInfo.InvariantCulture) : null,
            Enum.Parse<PublicationPrecision>(row.Text(7)), Enum.Parse<DateBasis>(row.Text(8)))
        { IsLocal = row.Int(12) == 1 },
        Language = row.Text(9),
        Text = row.Text(10),
        Blocks = JsonSerializer.Deserialize(row.Text(11), StoredJson.Default.ImmutableArrayBlock),
        Details = row.TextOrNull(13) is { } details ? JsonSerializer.Deserialize(details, StoredJson.Default.ArticleDetails)! : new ArticleDetails(),
    };

    /// <summary>The codes of the parties of all events.</summary>
    public IReadOnlySet<string> Codes() => statements.Rows("select distinct code from event_party where code is not null", row => row.Text(0)).ToHashSet();

    /// <summary>The latest day on which an article of the store was published; null where no article has one.</summary>
    public DateOnly? LatestPublication() =>
        statements.Scalar("select max(published) from article") is string latest ? StoredDay.Read(latest[..10]) : null;

    const string ClaimColumns =
        """
        claim.id, article.id, article.sha256, claim.kind, claim.holder, claim.proposition, claim.proposition_start, claim.proposition_end, claim.hedges,
            claim.about, claim.attribution, claim.sentence, claim.evidence_start, claim.evidence_end, claim.trigger_start, claim.trigger_end, claim.rule, coding.version
        """;

    const string ClaimSource = "from claim join coding using (coding) join article using (article)";

    /// <summary>What the current coding of an article holds without an act, in the order of the text.</summary>
    public IReadOnlyList<Claim> Claims(ArticleId document) => statements.Rows(
        $"select {ClaimColumns} {ClaimSource} where article.id = $1 and coding.current = 1 order by claim.evidence_start, claim.proposition_start, claim.id", ReadClaim, document.Value);

    static Claim ReadClaim(Row row) => new()
    {
        Id = new ClaimId(row.Text(0)),
        Document = new ArticleId(row.Text(1)),
        TextSha256 = row.Text(2),
        Kind = Enum.Parse<ClaimKind>(row.Text(3)),
        Holder = row.TextOrNull(4) is { } holder ? JsonSerializer.Deserialize(holder, StoredJson.Default.ImmutableArrayAttribution)[0] : null,
        Proposition = row.Text(5),
        PropositionSpan = new TextSpan(row.Int(6), row.Int(7)),
        Hedges = Strings(row.Text(8)),
        About = JsonSerializer.Deserialize(row.Text(9), StoredJson.Default.ImmutableArrayReportedEventId),
        Attribution = JsonSerializer.Deserialize(row.Text(10), StoredJson.Default.ImmutableArrayAttribution),
        Sentence = row.Text(11),
        Evidence = new TextSpan(row.Int(12), row.Int(13)),
        Trigger = new TextSpan(row.Int(14), row.Int(15)),
        Rule = row.Text(16),
        Version = row.Text(17),
    };

    /// <summary>The event each report of a document belongs to, by its current coding; what people rejected is left out.</summary>
    public IReadOnlyDictionary<ReportedEventId, EventId> EventsTold(ArticleId document) => statements.Rows(
        """
        select report.id, event.id from article
        join coding on coding.article = article.article and coding.current = 1
        join report on report.coding = coding.coding
        join event_report on event_report.report = report.report
        join event on event.event = event_report.event
        where article.id = $1 and coalesce(event.review, '') <> 'rejected'
        """, row => (new ReportedEventId(row.Text(0)), new EventId(row.Text(1))), document.Value).DistinctBy(row => row.Item1).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>The reported events of the current coding of an article, in the order of the text.</summary>
    public IReadOnlyList<ReportedEvent> Reports(ArticleId document) => statements.Rows(
        $"select {ReportColumns} {ReportSource} where article.id = $1 and coding.current = 1 order by report.evidence_start, report.trigger_start, report.id",
        ReadReport, document.Value);
}
