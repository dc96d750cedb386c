using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    public bool Holds(Article article, string version)
    {
        lock (lookupsGuard)
        {
            var published = lookups.Rows(
                """
                select article.published from article join coding using (article)
                where article.id = $1 and article.sha256 = $2 and coding.version = $3 and coding.current = 1
                """,
                row => row.TextOrNull(0), article.Id.Value, article.Sha256, version);
            return published.Count > 0 && !IsNews(article, published[0]);
        }
    }

    // What is found in a page does not change by reading it again; what the user says may.
    static bool IsNews(Article article, string? kept) =>
        article.Published.Basis == DateBasis.User && Moment(article.Published) != kept;

    public Kept Keep(CodedArticle coded, IReadOnlyList<(Telling Telling, LinkKeys Keys)> reports)
    {
        var article = coded.Article;
        var rows = statements.Rows("select article, published from article where id = $1 and sha256 = $2",
            row => (Key: row.Long(0), Published: row.TextOrNull(1)), article.Id.Value, article.Sha256);
        IReadOnlyList<ReportedEventId> loosened = [];
        long key;
        if (rows.Count == 0)
        {
            key = Insert(article);
        }
        else
        {
            key = rows[0].Key;
            var news = IsNews(article, rows[0].Published);
            var current = statements.Scalar("select version from coding where article = $1 and current = 1", key);
            if ((string?)current == coded.Version && !news)
                return new Kept(KeptAs.Unchanged, []);
            if (news)
                statements.Execute("update article set published = $2, published_precision = $3, published_basis = $4, published_local = $5 where article = $1",
                    key, Moment(article.Published), article.Published.Precision.ToString(), article.Published.Basis.ToString(), article.Published.IsLocal ? 1 : 0);
            loosened = Retire(key, coded.Version);
        }
        var coding = InsertCoding(key, coded, reports.Count == 0 ? null : reports[0].Telling);
        foreach (var (telling, keys) in reports)
            InsertReport(coding, telling, keys);
        foreach (var claim in coded.Claims)
            InsertClaim(coding, claim);
        return new Kept(rows.Count == 0 ? KeptAs.New : KeptAs.Recoded, loosened);
    }

    long Insert(Article article)
    {
        return statements.Number(
            """
            insert into article (id, sha256, input, url, title, authors, outlet, published, published_precision, published_basis, language, text, blocks, published_local, details)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            returning article
            """,
            article.Id.Value, article.Sha256, article.Input, article.Url, article.Title, Json(article.Authors), article.Outlet,
            Moment(article.Published), article.Published.Precision.ToString(), article.Published.Basis.ToString(), article.Language, article.Text,
            JsonSerializer.Serialize(article.Blocks, StoredJson.Default.ImmutableArrayBlock), article.Published.IsLocal ? 1 : 0,
            JsonSerializer.Serialize(article.Details, StoredJson.Default.ArticleDetails));
    }

    /// <summary>
    /// Takes the current coding of an article out of the linking. It stays to be compared with; only a coding by the same version
    /// is replaced.
    /// </summary>
    List<ReportedEventId> Retire(long article, string version) => Retire(article, version, out _);

    List<ReportedEventId> Retire(long article, string version, out HashSet<ReportedEventId> own)
    {
        var retired = statements.Rows("select report.report, report.id from report join coding using (coding) where coding.article = $1 and coding.current = 1",
            row => (Key: row.Long(0), Id: new ReportedEventId(row.Text(1))), article);
        own = [.. retired.Select(report => report.Id)];
        var loosened = retired.SelectMany(report => GroupOf(report.Id)).Distinct().Except(own).ToList();
        foreach (var (key, id) in retired)
        {
            RemoveEventsOn(key);
            statements.Execute("delete from link where other = $1 and report in (select other from link where report = $1)", key);
            statements.Execute("delete from link where report = $1", key);
            statements.Execute("delete from filed where report = $1", key);
            statements.Execute("update report set link_group = null where report = $1", key);
            recent.Remove(id);
        }
        statements.Execute("update coding set current = 0 where article = $1", article);
        if (statements.Scalar("select coding from coding where article = $1 and version = $2", article, version) is long same)
        {
            statements.Execute("delete from report where coding = $1", same);
            statements.Execute("delete from claim where coding = $1", same);
            statements.Execute("delete from coding where coding = $1", same);
        }
        return loosened;
    }

    long InsertCoding(long article, CodedArticle coded, Telling? telling) => statements.Number(
        """
        insert into coding (article, version, current, not_coded, published_day, anchor_day, voice, fingerprint) values ($1, $2, 1, $3, $4, $5, $6, $7)
        returning coding
        """,
        article, coded.Version, coded.NotCoded, StoredDay.Write(coded.Article.Published.Day), StoredDay.Write(telling?.Anchor),
        telling?.Outlet ?? coded.Article.Outlet ?? coded.Article.Id.Value, unchecked((long)(telling?.Fingerprint ?? 0)));

    void InsertReport(long coding, Telling telling, LinkKeys keys)
    {
        var report = telling.Report;
        // Ids are made of 100 bits of a hash: nobody will see two that are equal, and nothing rests on that.
        if (statements.Scalar("select 1 from report join coding using (coding) where report.id = $1 and coding.current = 1", report.Id.Value) is not null)
            throw new InvalidOperationException($"the id {report.Id} is that of another report already");
        var key = statements.Number(
            """
            insert into report (coding, id, type, modes, contexts, underlying, quad, score, cameo, status, hedges, actors, recipients,
                date_start, date_end, date_precision, date_span_start, date_span_end, place, place_span_start, place_span_end,
                attribution, sentence, evidence_start, evidence_end, trigger_start, trigger_end, trigger_text, quantities, rule, confidence)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31)
            returning report
            """,
            coding, report.Id.Value, report.Type.ToString(), Json(report.Modes), Json(report.Contexts), report.Underlying.ToString(), report.Quad,
            report.Score, report.Cameo, report.Status.ToString(), Json(report.Hedges), Json(report.Actors), Json(report.Recipients),
            StoredDay.Write(report.Date.Start), StoredDay.Write(report.Date.End), report.Date.Precision.ToString(), report.Date.Span?.Start, report.Date.Span?.End,
            Json(report.Place?.Place), report.Place?.Span?.Start, report.Place?.Span?.End, Json(report.Attribution), report.Sentence,
            report.Evidence.Start, report.Evidence.End, report.Trigger.Start, report.Trigger.End, report.TriggerText,
            JsonSerializer.Serialize(report.Quantities, StoredJson.Default.ImmutableArrayQuantity), report.Rule, report.Confidence);
        foreach (var filed in keys.Stored)
            statements.Execute("insert into filed (key, first_day, last_day, report) values ($1, $2, $3, $4)", FiledUnder(filed, keys), keys.First, keys.Last, key);
        recent.Add(report.Id, key, telling);
    }

    void InsertClaim(long coding, Claim claim) => statements.Execute(
        """
        insert into claim (coding, id, kind, holder, proposition, proposition_start, proposition_end, hedges, about, attribution,
            sentence, evidence_start, evidence_end, trigger_start, trigger_end, rule)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (coding, id) do nothing
        """,
        coding, claim.Id.Value, claim.Kind.ToString(), claim.Holder is null ? null : Json([claim.Holder]), claim.Proposition,
        claim.PropositionSpan.Start, claim.PropositionSpan.End, Json(claim.Hedges),
        JsonSerializer.Serialize(claim.About, StoredJson.Default.ImmutableArrayReportedEventId), Json(claim.Attribution), claim.Sentence,
        claim.Evidence.Start, claim.Evidence.End, claim.Trigger.Start, claim.Trigger.End, claim.Rule);

    static string? Moment(PublicationDate published) => published.Moment?.ToString("O", CultureInfo.InvariantCulture);

    static string Json(ImmutableArray<string> values) => JsonSerializer.Serialize(values, StoredJson.Default.ImmutableArrayString);

    static string Json(ImmutableArray<Party> parties) => JsonSerializer.Serialize(parties, StoredJson.Default.ImmutableArrayParty);

    static string Json(ImmutableArray<Attribution> chain) => JsonSerializer.Serialize(chain, StoredJson.Default.ImmutableArrayAttribution);

    static string? Json(Place? place) => place is null ? null : JsonSerializer.Serialize(place, StoredJson.Default.Place);
}
