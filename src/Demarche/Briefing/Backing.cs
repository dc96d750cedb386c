using Demarche.Events;

namespace Demarche.Briefing;

/// <summary>
/// The reports that bear an event's status: who announced a visit does not say that it took place. An origin is the innermost
/// holder, or, where the text speaks itself, the text, of which copies share the sentence.
/// </summary>
static class Backing
{
    /// <summary>One report for each origin, those of the very status first.</summary>
    public static IReadOnlyList<ReportedEvent> Of(Event one)
    {
        var bearing = one.Reports.Where(report => Bears(report, one.Status)).OrderByDescending(report => report.Status == one.Status)
            .DistinctBy(report => HolderOf(report) ?? report.Document.Value, StringComparer.Ordinal)
            .DistinctBy(report => HolderOf(report) ?? report.Sentence, StringComparer.Ordinal).ToList();
        if (bearing.Count == 0)
            return [one.Reports[0]];
        // Linking knows better which of them speak with one voice.
        return [.. bearing.Take(Math.Max(1, one.Origins))];
    }

    public static string? HolderOf(ReportedEvent report) => report.Attribution is [.., var inner] ? inner.Name ?? inner.Text : null;

    static bool Bears(ReportedEvent report, EventStatus status) => report.Status == status || (status.IsReal() && report.Status.IsReal());
}
