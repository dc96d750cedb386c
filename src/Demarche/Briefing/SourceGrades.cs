using Demarche.Knowledge;

namespace Demarche.Briefing;

/// <summary>How far a publisher or speaker is relied on (the Admiralty scale), as somebody judged it on a day for a reason.</summary>
/// <param name="Letter">A completely, B usually, C fairly, D not usually, E unreliable, F cannot be judged.</param>
public sealed record SourceGrade(string Source, char Letter, string Date, string Reason);

/// <summary>
/// A register of grades that users set and exchange: a TSV file with the columns source, grade, date, reason. Demarche ships none:
/// who is not in it is F.
/// </summary>
public sealed class SourceGrades
{
    public static readonly SourceGrades None = new([]);

    readonly Dictionary<string, SourceGrade> grades;

    SourceGrades(Dictionary<string, SourceGrade> grades) => this.grades = grades;

    public char Of(string source) => grades.TryGetValue(source, out var grade) ? grade.Letter : 'F';

    public SourceGrade? Entry(string source) => grades.GetValueOrDefault(source);

    /// <exception cref="DataFileException">A grade is not A to F, or a source stands twice on one day.</exception>
    public static SourceGrades Read(Stream stream, string path)
    {
        using var table = new TsvFile(stream, path, "source", "grade", "date", "reason");
        int source = table.Column("source"), grade = table.Column("grade"), date = table.Column("date"), reason = table.Column("reason");
        var found = new Dictionary<string, SourceGrade>(StringComparer.OrdinalIgnoreCase);
        while (table.Read())
        {
            if (table[grade] is not [>= 'A' and <= 'F'])
                throw table.Problem($"'{table[grade]}' is no grade; A, B, C, D, E or F");
            var entry = new SourceGrade(table[source], table[grade][0], table[date], table[reason]);
            if (found.TryGetValue(entry.Source, out var other) && string.Equals(other.Date, entry.Date, StringComparison.Ordinal))
                throw table.Problem($"'{entry.Source}' is graded twice on {entry.Date}");
            // The latest judgement holds.
            if (other is null || string.CompareOrdinal(other.Date, entry.Date) < 0)
                found[entry.Source] = entry;
        }
        return new SourceGrades(found);
    }
}
