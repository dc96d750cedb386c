using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// Who independently says so. An origin is the innermost named holder: outlets that cite the same one are one origin, and so
/// are near-identical texts, whoever prints them.
/// </summary>
static partial class Origins
{
    /// <summary>Names of the independent origins of an act, sorted.</summary>
    public static ImmutableArray<string> Of(IReadOnlyList<Telling> tellings)
    {
        var holders = tellings.Select(telling => HolderOf(telling.Report)).OfType<string>();
        // A text that names nobody speaks itself; what a copy of it prints is the same voice.
        var voices = new List<Telling>();
        foreach (var telling in tellings.Where(telling => HolderOf(telling.Report) is null))
            if (!voices.Any(voice => SameVoice(voice, telling)))
                voices.Add(telling);
        return [.. holders.Concat(voices.Select(voice => voice.Outlet)).Distinct().Order(StringComparer.Ordinal)];
    }

    static bool SameVoice(Telling one, Telling other) =>
        one.Outlet == other.Outlet
        || Fingerprint.AreNearlySame(one.Fingerprint, other.Fingerprint)
        || (one.Report.Sentence.Length > 60 && one.Report.Sentence == other.Report.Sentence);

    /// <summary>The innermost holder that can be named, by the body spoken for; null where the text speaks itself.</summary>
    static string? HolderOf(ReportedEvent report)
    {
        for (var i = report.Attribution.Length - 1; i >= 0; i--)
        {
            var holder = report.Attribution[i];
            if (holder.Name is null && holder.Code is null && !holder.Text.Any(char.IsUpper))
                continue;
            if (MinistryOf(holder) is { } ministry)
                return ministry;
            return holder.Name ?? holder.Text;
        }
        return null;
    }

    // "The Chinese Defense Ministry" and its spokesperson "Wu Qian" speak with one voice.
    static string? MinistryOf(Attribution holder)
    {
        if (holder.Code is null || Ministry().Match(holder.Text) is not { Success: true } match || !Body().IsMatch(holder.Text))
            return null;
        var subject = match.Value.ToLowerInvariant() switch
        {
            "defense" or "defence" => "Ministry of Defence",
            "foreign" => "Ministry of Foreign Affairs",
            "interior" or "home" => "Ministry of the Interior",
            _ => "Ministry of Finance",
        };
        return $"{holder.Code} {subject}";
    }

    [GeneratedRegex(@"\b(defen[sc]e|foreign|interior|home|finance)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ministry();

    [GeneratedRegex(@"\b(ministry|office|department|spokes\w+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Body();
}
