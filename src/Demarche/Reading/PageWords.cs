using System.Text.RegularExpressions;

namespace Demarche.Reading;

/// <summary>How the last lines of articles begin that tell who made them.</summary>
static partial class PageWords
{
    [GeneratedRegex(@"^(?:About\s+)?(?:Dr\.?\s+|Prof\.?\s+)?(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+(?:de|da|van|von|der|bin|al|el|\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,4}),?\s+(?:(?:is|was|are|works|writes|covers|has|joined|reports|holds|serves|ist|est|es|является|работает)\b|[—–(-])", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    public static partial Regex Biography();

    [GeneratedRegex(@"^\W*(?:Additional reporting|Reporting|Editing|Written|Compiled|Writing|With (?:additional )?reporting|With inputs?|With files|With agency|Source|Sources|Follow|Contact|Email|E-mail|Reach|The Associated Press|Quelle|Fuente|Fonte|Источник|Джерело)\b[^.]{0,40}\b(?:by|from|contributed|report|at|:|on)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    public static partial Regex Desk();

    [GeneratedRegex(@"^\W*(?:\(?\d{1,5}\)?\s+|(?:one|ein|eine|un|una|uno|één|один)\s+)?(?:comments?|responses?|replies|reader comments|trackbacks?|pingbacks?|kommentare?|antworten|reaktionen|gedanken? zu|commentaires?|réponses?|comentarios?|respuestas?|comentários?|commenti|reacties|komentarze|комментари\w*|коментар\w*|отзыв\w*)\b(?:\s*[:(]|\s+(?:to|on|for|auf|zu|zum|à|sur|a|en|op|к|до)\b|\s*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Comments();

    /// <summary>Whether a line heads the readers' comments: "3 comments", "12 responses to" with the headline.</summary>
    public static bool HeadsComments(ReadOnlySpan<char> line)
    {
        const int Longest = 160;
        return line.Length < Longest && Comments().IsMatch(line);
    }
}
