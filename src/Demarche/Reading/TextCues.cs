using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Demarche.Knowledge;

namespace Demarche.Reading;

/// <summary>What the words of a line say about its part on a page (data/reading/cues.tsv): phrases of the press, never names of sites.</summary>
sealed partial class TextCues
{
    readonly FrozenDictionary<string, LineCue> lines;
    readonly FrozenDictionary<string, string[]> pointers;
    readonly FrozenDictionary<string, string[]> bylines;
    readonly FrozenDictionary<string, string[]> dated;
    readonly FrozenDictionary<string, string[]> updated;
    readonly CuePhrases credits;
    readonly CuePhrases trades;
    readonly CuePhrases appeals;
    readonly CuePhrases legal;

    TextCues(List<(string Kind, string Phrase)> cues)
    {
        lines = cues.Where(cue => cue.Kind is "noise" or "end").GroupBy(cue => cue.Phrase).ToFrozenDictionary(
            group => group.Key,
            group => group.Any(cue => cue.Kind == "end") ? LineCue.End : LineCue.Noise);
        pointers = ByFirstWord("pointer");
        bylines = ByFirstWord("byline");
        dated = ByFirstWord("dated");
        updated = ByFirstWord("updated");
        credits = Search("credit");
        trades = Search("trade");
        appeals = Search("appeal");
        legal = Search("legal");

        CuePhrases Search(string kind) => new([.. cues.Where(cue => cue.Kind == kind).Select(cue => cue.Phrase)]);

        FrozenDictionary<string, string[]> ByFirstWord(string kind) => cues.Where(cue => cue.Kind == kind)
            .GroupBy(cue => FirstWord(cue.Phrase).ToString(), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Select(cue => cue.Phrase).OrderByDescending(phrase => phrase.Length).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    public static TextCues Load(DataFolder data)
    {
        const string Path = "data/reading/cues.tsv";
        using var table = new TsvFile(data.Open(Path), Path, "kind", "match", "language", "phrase");
        int kind = table.Column("kind"), phrase = table.Column("phrase");
        var cues = new List<(string, string)>();
        while (table.Read())
            cues.Add((table[kind], table[phrase]));
        return new TextCues(cues);
    }

    /// <summary>What a line is by its words as a whole.</summary>
    public LineCue Line(ReadOnlySpan<char> line)
    {
        line = line.Trim(" \t\u00A0:»«›‹→>|·•…-–—.!+▼▾▸");
        if (line.Length is 0 or > 60)
            return LineCue.None;
        Span<char> lower = stackalloc char[60];
        line.ToLowerInvariant(lower);
        for (var i = 0; i < line.Length; i++)
            if (lower[i] == '’')
                lower[i] = '\'';
        return lines.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..line.Length], out var cue) ? cue
            : line.IndexOfAnyInRange('0', '9') >= 0 && (ReadingTime().IsMatch(line) || Counter().IsMatch(line)) ? LineCue.Noise
            : LineCue.None;
    }

    /// <summary>Whether a line sends the reader elsewhere: "Read also: ...".</summary>
    public bool IsPointer(ReadOnlySpan<char> line) => Prefix(pointers, line) > 0;

    /// <summary>What follows "By" or "Author:" at the start of a line, or an empty span.</summary>
    public ReadOnlySpan<char> AfterByline(ReadOnlySpan<char> line) =>
        Prefix(bylines, line) is > 0 and var length ? line[length..].TrimStart(" \t:") : default;

    /// <summary>What follows "Published on" or "Date:" at the start of a line, or an empty span.</summary>
    public ReadOnlySpan<char> AfterDated(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("-–—|•· (");
        return Prefix(dated, line) is > 0 and var length ? line[length..].TrimStart(" \t:-–—") : default;
    }

    /// <summary>What follows "Last updated:" at the start of a line, or an empty span.</summary>
    public ReadOnlySpan<char> AfterUpdated(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("-–—|•·[ (");
        return Prefix(updated, line) is > 0 and var length ? line[length..].TrimStart(" \t:-–—") : default;
    }

    public bool IsCredit(ReadOnlySpan<char> text) => credits.AreIn(text);

    public bool IsLegal(ReadOnlySpan<char> text) => legal.AreIn(text);

    /// <summary>How many phrases of the trade (reporter, covers, graduated) a text has.</summary>
    public int Trade(ReadOnlySpan<char> text) => trades.Count(text);

    /// <summary>How many phrases that ask the reader for something a text has.</summary>
    public int Appeal(ReadOnlySpan<char> text) => appeals.Count(text);

    static int Prefix(FrozenDictionary<string, string[]> prefixes, ReadOnlySpan<char> line)
    {
        var first = FirstWord(line);
        if (first.IsEmpty || !prefixes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(first, out var phrases))
            return 0;
        foreach (var phrase in phrases)
            if (line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (line.Length == phrase.Length || !char.IsLetterOrDigit(phrase[^1]) || !char.IsLetterOrDigit(line[phrase.Length])))
                return phrase.Length;
        return 0;
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’'))
            end++;
        return end > 0 ? text[..end] : text[..Math.Min(1, text.Length)];
    }

    [GeneratedRegex(@"^\d{1,3}\s*(?:-\s*)?(?:min(?:ute)?s?\.?|мин\.?|хв\.?|minuten|minutes?)(?:\s+(?:read|de lecture|de lectura|lesezeit|чтения|читання|to read))?$|^(?:reading time|read time|lesezeit|temps de lecture|tiempo de lectura|время чтения|час читання)\b.{0,20}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^\d[\d,. ]*\s?(?:k|m)?\s*(?:comments?|shares?|views?|likes?|retweets?|kommentare?|commentaires?|comentarios?|просмотр\w*|комментари\w*)?$|^(?:comments?|shares?|views?)\s*\(?\d+\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Counter();
}

/// <summary>What a short line is for.</summary>
enum LineCue
{
    None,
    /// <summary>Chrome, wherever it stands.</summary>
    Noise,
    /// <summary>The heading of what is no longer the article.</summary>
    End,
}
