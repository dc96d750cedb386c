using System.Runtime.InteropServices;

namespace Demarche.Knowledge.Actors;

/// <summary>A part of a word of a mention: hyphens part words, clitics and quotation marks are gone.</summary>
/// <param name="Start">Where its key starts in the mention's buffer; <paramref name="End"/> where it ends.</param>
/// <param name="Word">Index of the word it comes from.</param>
/// <param name="Joined">Whether a hyphen joins it to the part before.</param>
/// <param name="Break">Whether a comma, bracket or dash stands before it.</param>
readonly record struct Piece(int Start, int End, int Word, bool Upper, bool Capitals, bool Proper, bool Joined, bool Break)
{
    public int Length => End - Start;
}

/// <summary>The words of a mention as one buffer of keys, so that a phrase of any length is a slice of it.</summary>
sealed class Mention
{
    readonly char[] buffer;
    readonly List<Piece> pieces;
    readonly string[] forms;

    // A party is named in few words; what a phrase of hundreds says behind them is not read, nor paid for.
    const int MostWords = 64;

    public Mention(ReadOnlySpan<MentionWord> words)
    {
        words = words[..Math.Min(words.Length, MostWords)];
        var length = 0;
        foreach (var word in words)
            length += word.Form.Length * 2 + 2;
        buffer = new char[length];
        pieces = new List<Piece>(words.Length + 2);
        forms = new string[words.Length];
        var end = 0;
        var (broken, joined) = (false, false);
        for (var i = 0; i < words.Length; i++)
        {
            forms[i] = words[i].Form;
            var form = WithoutClitic(words[i].Form.AsSpan());
            if (form.IsEmpty)
                continue;
            if (!HasLetterOrDigit(form))
            {
                joined |= form is "-" or "‑" or "–" && i > 0;
                broken |= form[0] is ',' or '(' or ')' or ';' or ':' or '—' or '[' or ']' or '/';
                continue;
            }
            // "(Commissioner" and "group)" where the tokenizer left brackets on.
            broken |= form[0] is '(' or '[';
            while (!form.IsEmpty)
            {
                var hyphen = form.IndexOfAny('-', '‑', '–');
                var part = hyphen < 0 ? form : form[..hyphen];
                form = hyphen < 0 ? [] : form[(hyphen + 1)..];
                if (Append(part, ref end, i, words[i].Proper, joined, broken))
                    (joined, broken) = (false, false);
                joined |= hyphen >= 0;
            }
            joined = false;
            broken |= words[i].Form[^1] is ')' or ']' or ',' or ';';
        }
    }

    public ReadOnlySpan<Piece> Pieces => CollectionsMarshal.AsSpan(pieces);

    public int Count => pieces.Count;

    /// <summary>The key of the pieces [first, end).</summary>
    public ReadOnlySpan<char> Key(int first, int end) => buffer.AsSpan(pieces[first].Start, pieces[end - 1].End - pieces[first].Start);

    public ReadOnlySpan<char> Key(int index) => Key(index, index + 1);

    /// <summary>The words of the pieces [first, end) as written, without possessive endings.</summary>
    public string Text(int first, int end)
    {
        var (from, to) = (pieces[first].Word, pieces[end - 1].Word);
        return from == to ? WithoutClitic(forms[from].AsSpan()).Trim("()[],.\"“”").ToString() is { Length: > 0 } one ? Keep(one, forms[from]) : forms[from]
            : string.Join(' ', Enumerable.Range(from, to - from + 1).Select(i => i == to ? WithoutClitic(forms[i].AsSpan()).ToString() : forms[i])
                .Where(form => form.Length > 0 && form is not ("'s" or "’s" or "-"))).Trim('(', ')', ',');

        // "U.S." keeps its last dot.
        static string Keep(string trimmed, string form) => form.Count(c => c == '.') > 1 ? form : trimmed;
    }

    bool Append(ReadOnlySpan<char> part, ref int end, int word, bool proper, bool joined, bool broken)
    {
        var start = pieces.Count == 0 ? 0 : end + 1;
        var at = start;
        var (letters, capitals) = (0, 0);
        var first = '\0';
        foreach (var c in part)
        {
            if (char.IsLetter(c))
            {
                letters++;
                if (first == '\0')
                    first = c;
                if (char.IsUpper(c))
                    capitals++;
            }
            NameKey.Append(buffer, ref at, c);
        }
        if (at == start)
            return false;
        if (start > 0)
            buffer[start - 1] = broken ? '|' : ' ';
        pieces.Add(new Piece(start, at, word, capitals > 0, letters >= 2 && capitals == letters, proper, joined, broken && pieces.Count > 0));
        end = at;
        return true;
    }

    static ReadOnlySpan<char> WithoutClitic(ReadOnlySpan<char> form)
    {
        if (form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("’s", StringComparison.Ordinal) || form.EndsWith("'S", StringComparison.Ordinal) || form.EndsWith("’S", StringComparison.Ordinal))
            return form[..^2];
        return form.EndsWith("'", StringComparison.Ordinal) || form.EndsWith("’", StringComparison.Ordinal) ? form[..^1] : form;
    }

    static bool HasLetterOrDigit(ReadOnlySpan<char> form)
    {
        foreach (var c in form)
            if (char.IsLetterOrDigit(c))
                return true;
        return false;
    }
}
