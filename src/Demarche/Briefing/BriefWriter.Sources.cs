using System.Collections.Immutable;
using System.Globalization;
using Demarche.Analysis;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Briefing;

public sealed partial class BriefWriter
{
    static BriefSection Sources(Work work)
    {
        var material = work.Material;
        return new BriefSection("Sources and method",
        [
            Register(work),
            new SubHeading("Method"),
            new Statement($"Coded by Demarche {material.Version} with the PLOVER codebook; every sentence above names the span it rests on, and every event the rule or model that made it.", []),
            new Statement(Formulas.Counted, []),
            new BriefTable("Formulas", ["measure", "formula", "range"], [.. Formulas.All.Select(formula => (ImmutableArray<string>)[formula.Measure, formula.Text, formula.Range])]),
            new BriefTable($"Weights and floors, version {material.Settings.Version}", ["name", "value", "meaning"],
                [.. material.Settings.Rows.Select(row => (ImmutableArray<string>)[row.Name, row.Value.ToString("0.###", CultureInfo.InvariantCulture), row.Meaning])]),
            material.Accuracy.IsEmpty
                ? new Statement("Accuracy: not measured for this installation.", [])
                : new BriefTable("Measured accuracy of coding on hand-coded news: what this version is held to at least", ["task", "data", "measure", "at least"],
                    [.. material.Accuracy.Select(row => (ImmutableArray<string>)[row.Task, row.Data, row.Measure, row.Floor])]),
            material.Reviewed.IsEmpty
                ? new Statement("Precision by review: not measured, since nobody has reviewed an event of this store.", [])
                : new BriefTable("Precision by review in this store: events accepted as they were coded, with Wilson's interval at 95 %", ["by", "value", "accepted", "reviewed", "precision"],
                    [.. Reviewed(material.Reviewed)]),
        ]);
    }

    static string Printed(TextCopy copy) =>
        $"{copy.Outlet ?? copy.Document.Value}{(copy.Published is { } day ? ", " + EventDays.Of(day) : "")}{(copy.Outlet is null ? "" : $" ({copy.Document.Value})")}";

    /// <summary>The documents with their grades and hashes; of more than a list shows, those that are cited, which every reader may ask for.</summary>
    static BriefTable Register(Work work)
    {
        var material = work.Material;
        var copies = material.Events.SelectMany(one => one.Copies).Distinct().OrderBy(copy => copy.Published ?? DateOnly.MaxValue).ThenBy(copy => copy.Document.Value, StringComparer.Ordinal).ToLookup(copy => copy.Of);
        var cited = work.Citations.All.Select(citation => citation.Document).ToHashSet();
        var shown = material.Sources.Length <= material.ItemsShown ? material.Sources : [.. material.Sources.Where(source => cited.Contains(source.Id))];
        var left = material.Sources.Length - shown.Length;
        return new BriefTable($"Register of sources; grades are the user's, F where nobody graded{(left > 0 ? $"; {Count(left)} more documents are not cited here and stand in the evidence file" : "")}",
            ["document", "publisher", "grade", "published", "basis of the date", "title", "the same text also in", "SHA-256 of the text"],
        [
            .. shown.Select(source => (ImmutableArray<string>)
            [
                source.Id.Value, SourceName.Of(source), Grade(material.Grades, source), source.Published.Day is { } day ? EventDays.Of(day) : "unknown",
                source.Published.Basis.ToString(), source.Title ?? "", string.Join("; ", copies[source.Id].Select(Printed)), source.Sha256,
            ]),
        ]);
    }

    /// <summary>Types and statuses one by one; of outlets and rules, which are many, those that are measured, and how many are not.</summary>
    static IEnumerable<ImmutableArray<string>> Reviewed(ImmutableArray<ReviewedPrecision> reviewed)
    {
        foreach (var what in reviewed.GroupBy(row => row.What))
        {
            var areMany = what.Key is "source" or "rule";
            foreach (var row in what.Where(row => row.IsMeasured || !areMany))
                yield return [row.What, areMany ? row.Name : row.Name.ToLowerInvariant(), Count(row.Right), Count(row.All), Precision(row)];
            var others = what.Where(row => areMany && !row.IsMeasured).ToList();
            if (others.Count > 0)
                yield return [what.Key, $"{Count(others.Count)} {(what.Any(row => row.IsMeasured) ? "others" : "in all")}", Count(others.Sum(row => row.Right)), Count(others.Sum(row => row.All)), Precision(others[0])];
        }
    }

    static string Precision(ReviewedPrecision row)
    {
        if (!row.IsMeasured)
            return string.Create(CultureInfo.InvariantCulture, $"not measured (under {ReviewedPrecision.Floor})");
        var (low, high) = row.Interval();
        return string.Create(CultureInfo.InvariantCulture, $"{row.Precision:0.00} [{low:0.00}, {high:0.00}]");
    }

    static string Grade(SourceGrades grades, Article source) =>
        grades.Entry(SourceName.Of(source)) is { } entry ? $"{entry.Letter} ({entry.Date}: {entry.Reason})" : "F";
}
