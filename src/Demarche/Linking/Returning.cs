using Demarche.Documents;

namespace Demarche.Linking;

/// <summary>
/// How a text comes back to an act: it says again what was done to a person it named, or lets him who spoke speak in his own words.
/// That two reports are of one text and of one kind is not enough: a text on a war tells many blows.
/// </summary>
static class Returning
{
    // A speaker's words stand in the sentences behind those that tell what he did with them.
    const int Near = 600;

    // Between two sentences: a blank, a quotation mark, the break between two paragraphs.
    const int Gap = 4;

    public static bool Is(Traits a, Traits b) => Comparison.SameText(a, b) && (IsQuoted(a, b) || IsQuoted(b, a) || IsOfOnePerson(a, b));

    public static bool IsInOwnWords(Traits a, Traits b) => Comparison.SameText(a, b) && (IsQuoted(a, b) || IsQuoted(b, a));

    public static double Evidence(Traits a, Traits b) =>
        IsQuoted(a, b) || IsQuoted(b, a) ? 3 : IsOfOnePerson(a, b) ? 2 : IsToldAlike(a, b) || IsByTheSame(a, b) || IsByTheSame(b, a) ? 1.25 : 0;

    /// <summary>"The minister accused them of intimidation. "We oppose any bullying", he said": the quotation is what he did.</summary>
    static bool IsQuoted(Traits told, Traits quoted) =>
        Act.IsSpoken(told.Act) && told.Report.Type == quoted.Report.Type && told.Status == quoted.Status
        && quoted.Report.Evidence.Start is var start && start >= told.Report.Evidence.End && start - told.Report.Evidence.End <= Near
        && IsQuotation(quoted) && !IsQuotation(told)
        && !told.Actors.IsUnknown && (told.Actors.SameCodes(quoted.Actors) || told.Actors.SharesName(quoted.Actors))
        && Overlap.Shared(told.Sentence, quoted.Sentence) > 0
        && (told.Recipients.IsUnknown || quoted.Recipients.IsUnknown || quoted.Recipients.IsGuessed || told.Recipients.SameCodes(quoted.Recipients));

    static bool IsQuotation(Traits report) => report.Report.Sentence is ['"' or '“' or '‘', ..];

    /// <summary>
    /// The same kind of act done to the same person, or the same word of the same speaker. Of what somebody is accused must be said alike, too:
    /// nobody is charged but once.
    /// </summary>
    static bool IsOfOnePerson(Traits a, Traits b)
    {
        if (Act.FamilyOf(a.Act) != Act.FamilyOf(b.Act) || a.Status != b.Status || Act.IsMutual(a.Act) || Act.IsMutual(b.Act))
            return false;
        var sharesTrigger = Overlap.Shared(a.Trigger, b.Trigger) > 0;
        if (a.Recipients.SharesPerson(b.Recipients))
            return Act.IsSpoken(a.Act)
                ? (sharesTrigger || a.Report.Modes.Intersect(b.Report.Modes).Any()) && (Overlap.Shared(a.Objects, b.Objects) > 0 || Follows(a, b))
                : sharesTrigger || a.Kind is not null && a.Kind == b.Kind;
        return Act.IsSpoken(a.Act) && sharesTrigger && a.Actors.SharesPerson(b.Actors);
    }

    static bool Follows(Traits a, Traits b)
    {
        TextSpan first = a.Report.Evidence, second = b.Report.Evidence;
        return Math.Max(first.Start, second.Start) - Math.Min(first.End, second.End) is >= 0 and <= Gap;
    }

    /// <summary>"Russian missiles hit the town ... The missiles hit a school": the article says that they were told before.</summary>
    static bool IsByTheSame(Traits first, Traits second) =>
        !Act.IsMutual(first.Act) && first.Report.Type == second.Report.Type && Overlap.Shared(first.Trigger, second.Trigger) > 0
        && second.Report.Actors is [{ Text: { } again, Name: null }] && again.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
        && first.Report.Actors is [{ Text: { } before }] && !before.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
        && first.Report.Trigger.Start < second.Report.Trigger.Start && (before.EndsWith(again[3..], StringComparison.Ordinal) || first.Report.Sentence.Contains(before + again[3..], StringComparison.Ordinal));

    static bool IsToldAlike(Traits a, Traits b) =>
        !Act.IsMutual(a.Act) && (Overlap.Shared(a.Trigger, b.Trigger) > 0 || a.Kind is not null && a.Kind == b.Kind) && a.Report.Modes.Intersect(b.Report.Modes).Any() && a.Report.Type == b.Report.Type;
}
