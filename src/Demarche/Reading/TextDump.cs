using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>The lines of one plain text and what each is for.</summary>
sealed partial class TextDump
{
    readonly string text;
    readonly TextCues cues;
    readonly bool[] prose;
    readonly bool[] running;
    readonly BlockKind[] kinds;

    // Sentences of speech are short, labels are too; five words and a full stop make a sentence.
    const int SentenceWords = 5;
    const int ProseWords = 12;

    public TextDump(string text, List<TextSpan> lines, TextCues cues)
    {
        this.text = text;
        this.cues = cues;
        Lines = lines;
        kinds = new BlockKind[lines.Count];
        running = RunningLines.Find(text, lines);
        prose = [.. lines.Select(line => IsProse(line.Of(text)))];
    }

    public List<TextSpan> Lines { get; }

    public string? Title { get; private set; }

    public ImmutableArray<string> Authors { get; private set; } = [];

    public string? Outlet { get; private set; }

    public PublicationDate Published { get; private set; }

    static bool IsProse(ReadOnlySpan<char> line)
    {
        var words = Prose.Words(line);
        return words >= ProseWords || (words >= SentenceWords && Prose.EndsSentence(line));
    }

    public BlockKind[] Classify()
    {
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = Alone(i);
        FindMail();
        if (Title is null)
            FindTitle();
        FindBiography();
        FindEnd();
        MarkShortLines();
        if (!kinds.Contains(BlockKind.Body))
            KeepSomething();
        Authors = FindAuthors();
        Outlet = FindOutlet();
        Published = FindDate();
        return kinds;
    }

    string Line(int i) => Lines[i].Of(text);

    /// <summary>What a line is by itself.</summary>
    BlockKind Alone(int i)
    {
        var line = Line(i);
        var words = Prose.Words(line);
        if (words == 0 || running[i] || cues.Line(line) == LineCue.Noise)
            return BlockKind.Other;
        if (words < 60 && IsCaption(line, words))
            return BlockKind.Caption;
        if (words < 40 && cues.IsLegal(line))
            return BlockKind.Legal;
        if (cues.Appeal(line) is var appeals && (appeals >= 3 || (appeals > 0 && words < 40 * appeals && Address().IsMatch(line))))
            return BlockKind.Appeal;
        if (words <= 12 && AuthorNames.Split(cues.AfterByline(line).ToString()).Length > 0)
            return BlockKind.Byline;
        if (IsDateline(line, words))
            return BlockKind.Dateline;
        if (words < 30 && cues.IsPointer(line))
            return BlockKind.Related;
        return prose[i] ? BlockKind.Body : BlockKind.Other;
    }

    /// <summary>A credit closes a caption or is all of it; in running text the same words stand in the middle.</summary>
    bool IsCaption(string line, int words)
    {
        if (!cues.IsCredit(line))
            return false;
        return words < 16 || !Prose.EndsSentence(line) || cues.IsCredit(line.AsSpan(Math.Max(0, line.Length - 70))) || cues.IsCredit(line.AsSpan(0, Math.Min(line.Length, 20)));
    }

    static bool IsDateline(string line, int words) =>
        words <= 14 && !Prose.EndsSentence(line.TrimEnd('.')) && line.Any(char.IsDigit)
        && (DateParser.Parse(line, DateBasis.Text).Basis != DateBasis.None || Stamp().IsMatch(line));

    void FindTitle()
    {
        var first = Array.IndexOf(kinds, BlockKind.Body);
        // The first paragraph of a text without blank lines may itself look like a long headline.
        var end = first < 0 ? kinds.Length : Math.Min(kinds.Length, first + 4);
        var best = -1;
        for (var i = 0; i < end; i++)
        {
            var line = Line(i);
            var words = Prose.Words(line);
            if (words is < 3 or > 30 || line.EndsWith('.') || kinds[i] is not (BlockKind.Other or BlockKind.Body) || cues.Line(line) != LineCue.None || running[i] || IsMenu(line))
                continue;
            if (kinds[i] == BlockKind.Body && (i > 0 && best >= 0 || Lines.Count == 1 || Prose.EndsSentence(line)))
                continue;
            if (!IsWording(line))
                continue;
            var repeated = Enumerable.Range(i + 1, Math.Min(end, kinds.Length) - i - 1).Any(later => SameWords(Line(later), line));
            // "Subscribe for a pound" and the name of the paper are shorter than headlines.
            if (repeated || best < 0 || (Prose.Words(Line(best)) < HeadlineWords && words >= HeadlineWords && kinds[i] == BlockKind.Other))
                best = i;
            if (repeated)
                break;
        }
        if (best < 0 || (first >= 0 && best > first))
            return;
        Title = Line(best);
        for (var i = best; i < kinds.Length; i++)
            if (SameWords(Line(i), Title))
                kinds[i] = BlockKind.Title;
        // The alternative text of a picture is copied as a line of its own above the caption.
        for (var i = best + 1; i + 1 < kinds.Length; i++)
            if (kinds[i] == BlockKind.Other && kinds[i + 1] == BlockKind.Caption && Prose.Words(Line(i)) > 1)
                kinds[i] = BlockKind.Caption;
    }

    const int HeadlineWords = 5;

    /// <summary>Whether it is mostly letters: "XNW0412 4 I 0188 HWR" is the number of a dispatch.</summary>
    static bool IsWording(string line) => line.Count(char.IsLetter) > 0.6 * line.Count(c => !char.IsWhiteSpace(c));

    /// <summary>"World | Politics | Sport" and "Home > World > Valmont".</summary>
    static bool IsMenu(string line) =>
        Array.Exists(MenuSigns, sign => line.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var first && line.IndexOf(sign, first + sign.Length, StringComparison.Ordinal) >= 0);

    static readonly string[] MenuSigns = [" | ", " > ", " › ", " » ", " / ", " · "];

    static bool SameWords(string a, string b) =>
        a.Length == b.Length ? string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
        : string.Equals(a.Trim(' ', '.', '"', '“', '”'), b.Trim(' ', '.', '"', '“', '”'), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Ann Smith is a reporter ...": the words of the trade about a person who has a line of their own, or at an end of the text.</summary>
    void FindBiography()
    {
        int body = kinds.Count(kind => kind == BlockKind.Body), seen = 0;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != BlockKind.Body)
                continue;
            seen++;
            var line = Line(i);
            if (Prose.Words(line) > 200 || PageWords.Biography().Match(line) is not { Success: true } start)
                continue;
            var trade = cues.Trade(line);
            var named = HasOwnLine(start.Groups["name"].Value);
            if (trade >= 2 && (named || seen == body || seen == 1 || seen > body * 0.6) || (trade == 1 && named))
                kinds[i] = BlockKind.Biography;
        }
    }

    bool HasOwnLine(string name) =>
        Enumerable.Range(0, kinds.Length).Any(i => Lines[i].Length < name.Length + 24 && Line(i).Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the article is over: at a biography or a heading such as "Related posts" with enough of an article before it.</summary>
    void FindEnd()
    {
        var weight = new int[kinds.Length + 1];
        for (var i = 0; i < kinds.Length; i++)
            weight[i + 1] = weight[i] + (kinds[i] == BlockKind.Body ? Lines[i].Length : 0);
        var total = weight[^1];
        for (var i = 0; i < kinds.Length; i++)
        {
            var closes = kinds[i] == BlockKind.Biography || cues.Line(Line(i)) == LineCue.End;
            if (cues.Line(Line(i)) == LineCue.End)
                kinds[i] = BlockKind.Related;
            if (!closes || weight[i] == 0)
                continue;
            // A pointer in mid-article is followed by most of the text.
            if (kinds[i] != BlockKind.Biography && weight[i] < total * 0.4)
                continue;
            for (var later = i + 1; later < kinds.Length; later++)
                if (kinds[later] is BlockKind.Body or BlockKind.Other)
                    kinds[later] = prose[later] ? BlockKind.Teaser : BlockKind.Other;
            return;
        }
    }

    /// <summary>Short lines between paragraphs are headings or the items of a list.</summary>
    void MarkShortLines()
    {
        var first = Array.IndexOf(kinds, BlockKind.Body);
        var last = Array.LastIndexOf(kinds, BlockKind.Body);
        for (var i = first + 1; first >= 0 && i < last; i++)
        {
            if (kinds[i] != BlockKind.Other || running[i] || cues.Line(Line(i)) != LineCue.None || Prose.Words(Line(i)) == 0)
                continue;
            kinds[i] = Bullet().IsMatch(Line(i)) ? BlockKind.Body : kinds[i + 1] == BlockKind.Body ? BlockKind.Heading : BlockKind.Other;
        }
    }

    /// <summary>A text of labels only (a headline as a record's text) is its own body.</summary>
    void KeepSomething()
    {
        for (var i = 0; i < kinds.Length; i++)
            if (kinds[i] is BlockKind.Other or BlockKind.Title or BlockKind.Teaser or BlockKind.Heading or BlockKind.Quote && !running[i] && cues.Line(Line(i)) == LineCue.None)
                kinds[i] = BlockKind.Body;
        if (!kinds.Contains(BlockKind.Body) && kinds.Length > 0)
            kinds[Enumerable.Range(0, kinds.Length).MaxBy(i => Lines[i].Length)] = BlockKind.Body;
    }
}
