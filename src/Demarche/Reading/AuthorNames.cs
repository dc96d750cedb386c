using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Reading;

/// <summary>Takes bylines apart into the names of people.</summary>
static partial class AuthorNames
{
    // No byline is longer, and what the patterns below take grows with the square of a run of blanks.
    const int LongestByline = 1000;

    /// <summary>The people of a byline without its "By", in order; empty where it names nobody.</summary>
    public static ImmutableArray<string> Split(string byline)
    {
        if (byline.Length is 0 or > LongestByline)
            return [];
        // Soft hyphens are no part of a name.
        byline = WithoutLead(Email().Replace(byline.Replace("\u00AD", "", StringComparison.Ordinal), " "));
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Separator().Split(byline))
        {
            var name = Clean(part);
            if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                names.Add(name);
        }
        return names.ToImmutable();
    }

    /// <summary>Whether two names have a word in common, as "Ann Smith" and "A. Smith" have.</summary>
    public static bool ShareWord(string one, string other) =>
        one.Split(' ', '-').Any(word => word.Length > 2 && other.Split(' ', '-').Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>A part of a byline without what leads to the name and what follows it.</summary>
    public static string Clean(string part)
    {
        var name = Spaces().Replace(part, " ").Trim(' ', ',', ';', ':', '|', '-', '–', '—', '/', '•', '·', '.', '(', ')');
        return Tail().Replace(WithoutLead(name), "").Trim();
    }

    /// <summary>A byline without "By", "Published by" or "Author:".</summary>
    public static string WithoutLead(string byline) => Lead().Replace(byline.Trim(), "").Trim();

    /// <summary>One word that may be the name a blogger goes by; only where a page says that it is an author.</summary>
    public static bool IsHandle(string name) =>
        name.Trim() is { Length: >= 2 and <= 30 } handle && !handle.Contains(' ', StringComparison.Ordinal) && !handle.Contains('@', StringComparison.Ordinal)
        && !DotInside(handle) && !handle.Contains(':', StringComparison.Ordinal) && !handle.Contains('|', StringComparison.Ordinal) && !IsAcronym(handle) && !NoPerson().IsMatch(handle) && handle.Any(char.IsLetter);

    /// <summary>What a person goes by in words of any kind: "die Lotte"; only where markup says that it is a name and nothing else.</summary>
    public static bool IsAlias(string name) =>
        name.Trim() is { Length: >= 2 and <= 40 } alias && Prose.Words(alias) <= 4 && alias.Any(char.IsLetter) && !alias.Contains('@', StringComparison.Ordinal) && !alias.Contains("://", StringComparison.Ordinal)
        && !DotInside(alias.Replace(". ", " ", StringComparison.Ordinal).TrimEnd('.')) && !NoPerson().IsMatch(alias);

    // "Ann.Smith" is a person, "courier.example" is none.
    static bool DotInside(string handle) =>
        handle.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot && !(dot > 0 && dot + 1 < handle.Length && char.IsUpper(handle[0]) && char.IsUpper(handle[dot + 1]));

    /// <summary>A first name and a family name that somebody typed without its capital.</summary>
    public static bool IsLooseName(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var last] && first.Length > 1 && last.Length > 2 && char.IsUpper(first[0]) && first.All(char.IsLetter) && last.All(char.IsLetter) && !NoPerson().IsMatch(name);

    /// <summary>Two to five capitalised words and no digits.</summary>
    public static bool IsName(string name)
    {
        if (name.Length is < 3 or > 60 || name.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || NoPerson().IsMatch(name))
            return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 1 or > 5)
            return false;
        foreach (var c in name)
            if (!char.IsLetter(c) && c is not (' ' or '.' or '\'' or '’' or '‘' or '-' or '‐' or '·' or 'ʻ') && char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                return false;
        // "Leiterin der Schule" is an office: what is small inside a name leads to a family name.
        for (var i = 1; i < words.Length - 1; i++)
            if (char.IsLower(words[i][0]) && !Particles.Contains(words[i]) && !(words[i] is "der" or "den" && words[i - 1] is "von" or "van" or "zu"))
                return false;
        return words.Length > 1
            ? char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) || char.IsLetter(words[0][0]) && !char.IsUpper(words[0][0]) && !char.IsLower(words[0][0])
            : name.Any(c => c >= '\u3040');
    }

    static readonly FrozenSet<string> Particles =
    [
        "von", "van", "vom", "zu", "zur", "zum", "und", "de", "da", "do", "di", "du", "del", "della", "des", "dos", "das", "la", "le", "les", "lo", "los", "y", "e", "af", "av", "ten", "ter", "te", "bin", "ben", "ibn", "al", "el",
        "abu", "v.", "d'", "d’", "st.", "san", "o'", "mac", "op", "in", "'t",
    ];

    // "JF" and "AFP" are desks and agencies.
    static bool IsAcronym(string word) => word.Length is 2 or 3 && word.All(char.IsUpper);

    [GeneratedRegex(@"\s+im Gespräch mit\s+|\s+(?:and|und|et|y|e|и|та|i|en|och|og|with)\s+|\s*[,;&|/•·]\s*|\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\S+@\S+|https?://\S+|(?<!\S)@\w+", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Email();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:text\s*(?:&|und|and|\+|,)\s*(?:fotos?|photos?|bilder?|pictures?)\s*(?:by|von)?\s*:?|(?:written|posted|published|reported|story|words|photos?|interview|created|submitted|text|veröffentlicht|eingestellt|geschrieben|verfasst|erstellt|gepostet|publié|publicado|escrito|scritto|pubblicato|(?:ein\s+)?(?:gast)?(?:beitrag|artikel|kommentar|kolumne|rede|pressemitteilung|essay|reportage|bericht|analyse|rezension)(?=\s+(?:by|von))|im wortlaut(?=\s+von)|über|about)\s*(?:by|von|par|por|da|di)?\s*:?\s*(?:the\s+)?(?:author|autor)?|alle (?:artikel|beiträge) von|all (?:posts|articles) by|by|von|par|por|di|da|door|av|authors?|autor(?:in|en|es)?|auteurs?|автор|автори|авторы|redaktion)\b[\s:]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s+(?:am|on|um|at|alle\s+(?:artikel|beiträge)|all\s+(?:posts|articles)|see\s+all|view\s+all|follow|mehr|more|\||-|–|—)\s.*$|\s+in\s+(?!['’]t\b).*$|\s+(?:alle\s+(?:artikel|beiträge)|all\s+posts|follow|kontakt|contact|Mo|Di|Mi|Do|Fr|Sa|So|Mon|Tue|Wed|Thu|Fri|Sat|Sun)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Tail();

    [GeneratedRegex(@"\b(?:staff|editor|editors|editorial|redaktion|redaction|redacción|redazione|newsroom|desk|team|admin|administrator|news|press|agency|agencies|reuters|associated|afp|ap|dpa|tass|reporter|reporters|correspondent|writer|journalist|author|editor-in-chief|contributor|contributors|updated|published|website|online|magazine|редакция|редакція|the|die|das|alle|beiträge|artikel|posts|kommentare?|comments?|datum|quelle|bureau|wire|service|mehr|more|name|kontakt|impressum|facebook|twitter|instagram|youtube|newsletter|department|ministry|office|council|government|authority|institute|university|ministerium|behörde|universität|verband|verein|gmbh|stiftung|foundation|association|committee|commission|media|verlag|zeitung|newspaper|group|gruppe|benutzername|username|password|passwort|login|guest|gast|anonym|anonymous|unbekannt|unknown)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex NoPerson();
}
