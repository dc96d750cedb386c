using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    /// <summary>The versions that coded articles of this store, the one that coded most of the current ones last.</summary>
    public IReadOnlyList<CodingVersion> Versions() => statements.Rows(
        "select version, count(*), sum(current) from coding group by version order by sum(current), version",
        row => new CodingVersion(row.Text(0), row.Long(1), row.Long(2)));

    /// <summary>The articles that both versions coded, by id, each with what either read out of it in the order of the text. Read lazily, as of one moment.</summary>
    public IEnumerable<Recoding> Recodings(string from, string to)
    {
        using var reading = new Statements(database, database.Connect());
        reading.Execute(database.BeginReading);
        var articles = reading.Rows(
            """
            select article.id, older.coding, newer.coding from article join coding as older on older.article = article.article
                join coding as newer on newer.article = article.article
            where older.version = $1 and newer.version = $2 order by article.id, article.sha256
            """,
            row => (Article: new ArticleId(row.Text(0)), From: row.Long(1), To: row.Long(2)), from, to);
        foreach (var (article, older, newer) in articles)
            yield return new Recoding(article, Reports(older), Reports(newer));

        ImmutableArray<ReportedEvent> Reports(long coding) =>
            [.. reading.Rows($"select {ReportColumns} {ReportSource} where report.coding = $1 order by report.evidence_start, report.trigger_start, report.id", ReadReport, coding)];
    }
}

/// <summary>A version of the program and its data.</summary>
/// <param name="Articles">How many articles it coded.</param>
/// <param name="Current">How many of them nothing newer coded since: the events stand on these.</param>
public sealed record CodingVersion(string Version, long Articles, long Current);

/// <summary>What two versions read out of one article.</summary>
public sealed record Recoding(ArticleId Article, ImmutableArray<ReportedEvent> From, ImmutableArray<ReportedEvent> To);
