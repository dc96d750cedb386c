using System.Text.RegularExpressions;

namespace Demarche.Briefing;

/// <summary>English around names: articles, number, lists.</summary>
static partial class Wording
{
    /// <summary>"the Russian Defence Ministry", "the United States", "the minister"; names of persons and outlets stay as they are.</summary>
    public static string WithArticle(string name)
    {
        if (name.Length == 0 || Determined().IsMatch(name))
            return name;
        var head = HeadOf(name);
        return Bodies().IsMatch(head) || (char.IsLower(name[0]) && !IsPlural(name)) ? "the " + name : name;
    }

    /// <summary>Whether a verb after it is plural: "witnesses", "Russian troops", "A and B"; a name of one's own is singular.</summary>
    public static bool IsPlural(string name)
    {
        var head = HeadOf(name);
        if (head.Length == 0 || char.IsUpper(head[0]))
            return false;
        return PluralWords().IsMatch(head) || (head.EndsWith('s') && !SingularEnds().IsMatch(head));
    }

    public static string Together(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>"The ministry" inside a sentence is "the ministry".</summary>
    public static string Within(string name) => SmallWord().IsMatch(name) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The last word before what is hung on: "troops" of "Russian troops in Belarus".</summary>
    static string HeadOf(string name)
    {
        var words = Hung().Split(name, 2)[0].Trim();
        return words[(words.LastIndexOf(' ') + 1)..];
    }

    [GeneratedRegex(@"^(the|an?|this|that|these|those|its|his|her|their|our|my|some|several|many|most|all|no|one|two|three|both)\b|^\p{Lu}[\p{L}.]*['’]s\b|^\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Determined();

    [GeneratedRegex(@"^(Ministry|Department|Government|Council|Agency|Army|Navy|Office|Parliament|Commission|Institute|Embassy|Committee|Court|Service|Union|Bank|Forces|Command|Guard|Senate|Congress|House|Kremlin|Pentagon|States|Kingdom|Nations|Emirates|Republic|Islands|Netherlands|Philippines|Association|Organization|Organisation|Foundation|Administration|Assembly|Alliance|Front|Movement|League)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bodies();

    [GeneratedRegex("^(police|people|men|women|children|media)$", RegexOptions.CultureInvariant)]
    private static partial Regex PluralWords();

    [GeneratedRegex("(ss|us|is|news|series|politics)$", RegexOptions.CultureInvariant)]
    private static partial Regex SingularEnds();

    [GeneratedRegex("^(The|An?|This|That|These|Those|Its|Their|Some|Several|Many|Two|Three) ", RegexOptions.CultureInvariant)]
    private static partial Regex SmallWord();

    [GeneratedRegex(@" (?:of|for|in|on|to|at|from|with|who|which|that|near|against)\b|,", RegexOptions.CultureInvariant)]
    private static partial Regex Hung();
}
