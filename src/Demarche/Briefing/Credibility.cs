using Demarche.Events;

namespace Demarche.Briefing;

/// <summary>The mark that a rule proposes for a statement: 1 confirmed to 6 cannot be judged. People set it.</summary>
public readonly record struct Credibility(int Mark, string Reason)
{
    public string Name => Mark switch
    {
        1 => "confirmed",
        2 => "probably true",
        3 => "possibly true",
        4 => "doubtful",
        5 => "improbable",
        _ => "cannot be judged",
    };

    /// <summary>
    /// As a person set it; 6 where no origin is named; 5 where two or more independent origins deny it; 4 where it is disputed or hedged; 1 where two or
    /// more origins agree, each on what took place, or each on what was announced; 2 for one origin of grade A or B; else 3.
    /// </summary>
    public static Credibility Of(Event one, SourceGrades grades)
    {
        // What a person set comes before every rule.
        if (one.Grade is [>= 'A' and <= 'F', >= '1' and <= '6'])
            return new Credibility(one.Grade[1] - '0', "set by a person");
        if (one.OriginHolders.IsEmpty)
            return new Credibility(6, "nobody is named who says so");
        var deniers = one.Reports.Where(report => report.Status == EventStatus.Denied).Select(report => HolderOf(report)).Distinct(StringComparer.Ordinal).Count();
        if (deniers >= 2)
            return new Credibility(5, $"denied by {deniers} origins");
        if (deniers == 1 || one.Status is EventStatus.Denied)
            return new Credibility(4, "denied by a party");
        if (one.Contradictions.Any(each => each.IsOfFact))
            return new Credibility(4, "sources disagree: " + string.Join(", ", one.Contradictions.Where(each => each.IsOfFact).Select(each => each.What).Distinct()));
        if (one.Status is EventStatus.Alleged or EventStatus.Hypothetical || one.Reports.All(report => !report.Hedges.IsEmpty))
            return new Credibility(4, "hedged by those who say so");
        var origins = Backing.Of(one).Count;
        if (origins >= 2)
            return new Credibility(1, $"{origins} independent origins, undisputed");
        var grade = grades.Of(one.OriginHolders[0]);
        if (grade is 'A' or 'B')
            return new Credibility(2, $"one origin of grade {grade}, undisputed");
        return IsOwnAnnouncement(one)
            ? new Credibility(2, "the actor announces its own act")
            : new Credibility(3, $"one origin of grade {grade}, undisputed");
    }

    // Strong for "announced", weak for "occurred".
    static bool IsOwnAnnouncement(Event one) =>
        one.Status == EventStatus.Planned && one.Reports.Any(report => report.Attribution is [.., var inner] && inner.Code is { } code && one.Actors.Any(actor => actor.Code == code));

    static string HolderOf(ReportedEvent report) => report.Attribution is [.., var inner] ? inner.Name ?? inner.Text : report.Document.Value;
}
