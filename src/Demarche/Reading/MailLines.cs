using System.Text.RegularExpressions;

namespace Demarche.Reading;

/// <summary>The lines that programs for mail add to a text.</summary>
static partial class MailLines
{
    /// <summary>"Subject: ..." and the like; what follows the colon is the group "value".</summary>
    [GeneratedRegex(@"^(?:(?<from>from|von|de|da|от|від)|(?<subject>subject|betreff|objet|asunto|oggetto|assunto|тема)|(?<date>date|sent|datum|gesendet|envoyé|fecha|enviado|data|дата)|(?:to|cc|bcc|reply-to|an|à|para|a|кому|копия)):[ \t]+(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternLimits.Milliseconds)]
    public static partial Regex Header();

    /// <summary>"On 9 March 2021, Ann wrote:" and the rules that part an older message from its answer.</summary>
    [GeneratedRegex(@"^(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|mensaje original)\b.*|(?:on|am|le|el|il)\s[^\n]{4,120}(?:wrote|schrieb|a écrit|escribió|ha scritto)[^\n]{0,40}:)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    public static partial Regex Older();

    /// <summary>The rule above a signature.</summary>
    public static bool IsRule(ReadOnlySpan<char> line) => line.Trim() is "--" or "__" or "___" or "-- ";

    /// <summary>Whether a line is quoted from an older message.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> line) => line.Length > 1 && line[0] == '>';

    /// <summary>Whether a line is never part of the paragraph above or below.</summary>
    public static bool StandsAlone(ReadOnlySpan<char> line) => IsRule(line) || Header().IsMatch(line) || Older().IsMatch(line);
}
