using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

partial class TextDump
{
    ImmutableArray<string> FindAuthors()
    {
        var names = new List<string>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == BlockKind.Byline && MailLines.Header().Match(Line(i)) is { Success: true } head)
                names.AddRange(AuthorNames.Split(head.Groups["value"].Value));
            else if (kinds[i] == BlockKind.Byline)
                names.AddRange(AuthorNames.Split(cues.AfterByline(Line(i)).ToString()));
            else if (kinds[i] == BlockKind.Biography && PageWords.Biography().Match(Line(i)) is { Success: true } start)
                names.Add(start.Groups["name"].Value);
        }
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] == BlockKind.Other && names.Contains(Line(i)))
                kinds[i] = BlockKind.Byline;
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A biography says whom its subject works for; an appeal says whom to support.</summary>
    string? FindOutlet()
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var match = kinds[i] switch
            {
                BlockKind.Biography => Employer().Match(Line(i)),
                BlockKind.Appeal => Supported().Match(Line(i)),
                _ => Match.Empty,
            };
            if (match.Success)
                return match.Groups["name"].Value is var name && name.StartsWith("the ", StringComparison.Ordinal) ? "The " + name[4..] : name;
        }
        return null;
    }

    PublicationDate FindDate()
    {
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] is BlockKind.Dateline or BlockKind.Byline && DateParser.Parse(Line(i), DateBasis.Text) is { Basis: not DateBasis.None } printed)
                return printed;
        return DateInference.Infer([.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] is BlockKind.Body).Select(Line)],
            [.. Enumerable.Range(0, kinds.Length).Where(i => kinds[i] is BlockKind.Caption).Select(Line)]);
    }

    [GeneratedRegex(@"\b(?:you|your|us|our|we|me|вас|нас|вы|ви|наш|Sie|uns|nous|vous|nos|te|tu|su)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Address();

    // Blanks and dashes may stand in three places on end: one that backtracks would try them all.
    [GeneratedRegex(@"^\W*(?:published|updated|posted|last (?:updated|modified)|first published|modified|created|опубликовано|обновлено|оновлено|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)\b\W*(?:on|at|:|am|le|el|il|em)?\W*(?:\d|\W*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Stamp();

    [GeneratedRegex(@"\b(?:reporter|journalist|correspondent|editor|writer|columnist|analyst|fellow|contributor|producer|chief|reports|writes|works)(?:\s+[\p{L}-]+){0,3}?\s+(?:for|at|with|of)\s+(?<name>(?:[Tt]he\s+)?\p{Lu}[\p{L}\d&’'-]*(?:\s+(?:(?:of|and|the|for|&)\s+)?\p{Lu}[\p{L}\d&’'-]*){0,4})", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Employer();

    [GeneratedRegex(@"\b(?:like|support|supporting|help|read|reading|subscribe to|join|donate to|contribute to|follow)\s+(?<name>(?:[Tt]he\s+)?\p{Lu}[\p{L}\d&’'-]*(?:\s+(?:(?:of|and|&)\s+)?\p{Lu}[\p{L}\d&’'-]*){0,4})", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Supported();

    [GeneratedRegex(@"^(?:[-–—•*·▪●■]|\d{1,2}[.)]|\(?[a-z]\))\s*\S", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Bullet();
}
