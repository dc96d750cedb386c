using System.Globalization;
using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Briefing.Lint;

/// <summary>A sentence or list item of a Markdown brief.</summary>
/// <param name="Lead">The words set off before the sentence in italics; null where there are none.</param>
/// <param name="Cites">Numbers in square brackets.</param>
/// <param name="HasMark">Whether it cites the method ([M]) or names its author ([@Name]).</param>
/// <param name="Slot">The analyst's slot it stands in, or null.</param>
public sealed record CitedSentence(int Line, string Text, string? Lead, IReadOnlyList<int> Cites, bool HasMark, string? Slot);

/// <summary>A citation as the list at the end of a brief gives it.</summary>
public sealed record ListedCitation(int Number, ArticleId Document, TextSpan Span, string TextSha256);

/// <summary>Markdown with our citations: sentences with their marks, and the list of what they point to.</summary>
public sealed partial class CitedMarkdown
{
    public IReadOnlyList<CitedSentence> Sentences { get; }

    public IReadOnlyList<ListedCitation> Citations { get; }

    /// <summary>The day of the row "As of" in the head, or null.</summary>
    public DateOnly? AsOf { get; }

    public CitedMarkdown(string markdown)
    {
        var sentences = new List<CitedSentence>();
        var citations = new List<ListedCitation>();
        string? slot = null;
        var number = 0;
        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.StartsWith(AnalystSlots.Begin, StringComparison.Ordinal))
                slot = line[AnalystSlots.Begin.Length..].Replace(AnalystSlots.Close, "", StringComparison.Ordinal);
            else if (line == AnalystSlots.End)
                slot = null;
            else if (Listed().Match(line) is { Success: true } listed)
                citations.Add(new ListedCitation(
                    int.Parse(listed.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), new ArticleId(listed.Groups["document"].Value),
                    new TextSpan(int.Parse(listed.Groups["start"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(listed.Groups["end"].ValueSpan, CultureInfo.InvariantCulture)),
                    listed.Groups["hash"].Value));
            else if (AsOfRow().Match(line) is { Success: true } row)
                AsOf ??= DateOnly.TryParseExact(row.Groups["day"].ValueSpan, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            else if (IsText(line))
                sentences.AddRange(SentencesOf(line, number, slot));
        }
        Sentences = sentences;
        Citations = citations;
    }

    // Headings and tables (whose captions carry the mark), rules, labels of empty slots and the note on [M] are no sentences.
    static bool IsText(string line) =>
        line.Length > 0 && line[0] is not ('#' or '|' or '<') && !line.StartsWith("*[", StringComparison.Ordinal) && !line.StartsWith("[M]:", StringComparison.Ordinal)
        && line.Any(char.IsLetter) && line is not MarkdownBrief.NoCitations;

    static IEnumerable<CitedSentence> SentencesOf(string line, int number, string? slot)
    {
        var text = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) ? line[2..] : line;
        string? lead = null;
        if (LeadOf().Match(text) is { Success: true } led)
        {
            lead = led.Groups["lead"].Value;
            text = text[led.Length..];
        }
        // One made by template is one sentence, whatever full stops its names hold; an analyst's line may hold several.
        foreach (var sentence in slot is null ? [text] : SentenceEnd().Split(text).Where(part => part.Any(char.IsLetter)))
            yield return new CitedSentence(number, Unescape(sentence).Trim(), lead,
                [.. Mark().Matches(sentence).Select(mark => mark.Groups["number"]).Where(group => group.Success).Select(group => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture))],
                OtherMark().IsMatch(sentence), slot);
    }

    static string Unescape(string text) => Escape().Replace(text, "$1");

    [GeneratedRegex(@"^(?<number>\d{1,6})\. .*\(`(?<document>[^`]+)`, characters (?<start>\d{1,9}) to (?<end>\d{1,9}), text (?<hash>[0-9a-f]{12})\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^\| As of \| (?<day>[^|]+) \|$", RegexOptions.NonBacktracking)]
    private static partial Regex AsOfRow();

    [GeneratedRegex(@"^\*(?<lead>[^*]+)\*: ", RegexOptions.NonBacktracking)]
    private static partial Regex LeadOf();

    [GeneratedRegex(@"\[(?<number>\d{1,6})\]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[(M|@[^\]\n]{1,80})\]", RegexOptions.NonBacktracking)]
    private static partial Regex OtherMark();

    // After a full stop and the marks that belong to it, before a capital letter.
    [GeneratedRegex(@"(?<=[.!?]['”""]?(?:\s*\[[^\]]{1,80}\])*)\s+(?=[A-Z“""])", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\\([*_`\[\]<>\\#|])", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();
}
