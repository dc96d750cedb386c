using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>Words between quotation marks, without the marks.</summary>
/// <param name="Continues">The quotation was open at the end of the paragraph before, and this paragraph opens with a mark again.</param>
readonly record struct MarkedSpan(TextSpan Content, bool Continues);

/// <summary>Pairs quotation marks, paragraph by paragraph. By the custom of the press a mark left open runs on in the next paragraph.</summary>
static class QuotationMarks
{
    public static ImmutableArray<MarkedSpan> Pair(string text, TextSpan range)
    {
        var found = ImmutableArray.CreateBuilder<MarkedSpan>();
        var open = -1;
        var continues = false;
        var runsOn = false;
        for (var i = range.Start; i < range.End; i++)
        {
            var mark = text[i];
            var atStart = StartsParagraph(text, i, range.Start);
            if (atStart)
            {
                if (open >= 0)
                    Close(ParagraphEnd(text, i));
                runsOn = open >= 0;
                open = -1;
            }
            if (IsOpening(text, i, range, open >= 0))
            {
                continues = atStart && runsOn;
                open = i + (IsDoubled(text, i, range) ? 2 : 1);
                runsOn = false;
                i = open - 1;
            }
            else if (open >= 0 && IsClosing(text, i, range, open))
            {
                Close(i);
                i += text[i] == '\'' && IsDoubled(text, i, range) ? 1 : 0;
                open = -1;
            }
        }
        if (open >= 0)
            Close(range.End);
        return found.ToImmutable();

        void Close(int end)
        {
            while (end > open && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (end > open)
                found.Add(new MarkedSpan(new TextSpan(open, end), continues));
            continues = false;
        }
    }

    static bool StartsParagraph(string text, int at, int start)
    {
        if (char.IsWhiteSpace(text[at]))
            return false;
        var breaks = 0;
        var i = at - 1;
        for (; i >= start && char.IsWhiteSpace(text[i]); i--)
            if (text[i] == '\n')
                breaks++;
        // One line end is a paragraph's only after the end of a sentence: dumps wrap their lines.
        return i < start ? at == start || breaks > 0 : breaks > 1 || (breaks == 1 && ".?!:\"”’'".Contains(text[i], StringComparison.Ordinal));
    }

    static int ParagraphEnd(string text, int next)
    {
        while (next > 0 && char.IsWhiteSpace(text[next - 1]))
            next--;
        return next;
    }

    static bool IsOpening(string text, int i, TextSpan range, bool isOpen) => text[i] switch
    {
        '“' or '«' or '„' => !isOpen,
        '"' => !isOpen && i + 1 < range.End && !char.IsWhiteSpace(text[i + 1]),
        // Agencies write two single marks for a double one.
        '\'' or '`' when IsDoubled(text, i, range) => !isOpen && i + 2 < range.End && !char.IsWhiteSpace(text[i + 2]),
        '‘' or '\'' => !isOpen && (i == range.Start || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '—')
            && i + 1 < range.End && char.IsLetter(text[i + 1]) && HasSingleClose(text, i, range),
        _ => false,
    };

    static bool IsDoubled(string text, int i, TextSpan range) => text[i] is '\'' or '`' && i + 1 < range.End && text[i + 1] == text[i];

    static bool IsClosing(string text, int i, TextSpan range, int open) => text[open - 1] switch
    {
        '\'' or '`' when open >= range.Start + 2 && text[open - 2] == text[open - 1] => text[i] == '\'' && IsDoubled(text, i, range),
        '‘' or '\'' => IsSingleClose(text, i, range),
        '«' => text[i] == '»',
        '„' => text[i] is '“' or '”',
        _ => text[i] is '”' or '"',
    };

    static bool IsSingleClose(string text, int i, TextSpan range) => text[i] is '’' or '\''
        && !char.IsWhiteSpace(text[i - 1])
        && (i + 1 == range.End || char.IsWhiteSpace(text[i + 1]) || ".,;:!?)—".Contains(text[i + 1], StringComparison.Ordinal));

    static bool HasSingleClose(string text, int open, TextSpan range)
    {
        for (var i = open + 1; i < range.End && text[i] != '\n'; i++)
            if (IsSingleClose(text, i, range))
                return true;
        return false;
    }
}
