using Demarche.Tests;

namespace Demarche.SystemTests.Sample;

/// <summary>What one telling in the sample is to be coded as. Alternatives are set off by blanks; an empty cell asks for nothing.</summary>
/// <param name="Need">must: has to be found; may: right if found.</param>
sealed record GoldRow(string Document, string Trigger, string[] Types, string[] Statuses, string[] Actors, string[] Recipients, string Holder, string Need)
{
    public static List<GoldRow> All { get; } = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "sample", "events.gold.tsv")).Skip(1)
        .Select(line => line.Split('\t')).Select(cells => new GoldRow(cells[0], cells[1], Words(cells[2]), Words(cells[3]), Words(cells[4]), Words(cells[5]), cells[6], cells[7]))];

    /// <summary>Whether the report tells of this: it stands in the document and its trigger holds, or stands within, the words.</summary>
    public bool Fits(ReportRow report) => report.Document == Document && Types.Contains(report.Type)
        && Trigger.Split(' ').Any(word => report.Trigger.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase));

    public bool Agrees(ReportRow report) => Statuses.Contains(report.Status)
        && Actors.All(report.Actors.Contains) && Recipients.All(report.Recipients.Contains)
        && (Holder.Length == 0 || report.Holder.Contains(Holder, StringComparison.Ordinal));

    static string[] Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A reported event as <c>demarche code</c> writes it, cut to what is compared.</summary>
sealed record ReportRow(string Document, string Type, string Status, string Trigger, string[] Actors, string[] Recipients, string Holder);
