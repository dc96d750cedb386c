namespace Demarche.Language;

/// <summary>What the network sees of a word's form: its norm, and hashes of its prefixes, suffixes and shape.</summary>
static class FormFeatures
{
    public const int AffixCount = 8;

    // Of a form longer than any word (an address, a line without spaces) the beginning and the end are enough.
    const int LongestForm = 64;
    const int ShapeLength = 8;

    /// <summary>Lower case, every digit as 0.</summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> norm)
    {
        var length = Cut(form, norm);
        for (var i = 0; i < length; i++)
            norm[i] = char.IsAsciiDigit(norm[i]) ? '0' : char.ToLowerInvariant(norm[i]);
        return length;
    }

    public static string Normalize(string form)
    {
        Span<char> norm = stackalloc char[LongestForm];
        return norm[..Normalize(form, norm)].ToString();
    }

    /// <summary>Rows of the affix table for prefixes of 1 to 3, suffixes of 1 to 4 characters, and the shape ("Xxdd-").</summary>
    public static void Affixes(ReadOnlySpan<char> form, int rows, Span<int> affixes)
    {
        Span<char> text = stackalloc char[LongestForm];
        text = text[..Cut(form, text)];
        Span<char> lower = stackalloc char[LongestForm];
        lower = lower[..text.Length];
        for (var i = 0; i < text.Length; i++)
            lower[i] = char.ToLowerInvariant(text[i]);
        for (var length = 1; length <= 3; length++)
            affixes[length - 1] = Row(lower[..Math.Min(length, lower.Length)], length, rows);
        for (var length = 1; length <= 4; length++)
            affixes[length + 2] = Row(lower[Math.Max(0, lower.Length - length)..], length + 3, rows);
        Span<char> shape = stackalloc char[ShapeLength];
        affixes[AffixCount - 1] = Row(shape[..Shape(text, shape)], AffixCount, rows);
    }

    static int Cut(ReadOnlySpan<char> form, Span<char> target)
    {
        if (form.Length <= LongestForm)
        {
            form.CopyTo(target);
            return form.Length;
        }
        form[..(LongestForm / 2)].CopyTo(target);
        form[^(LongestForm / 2)..].CopyTo(target[(LongestForm / 2)..]);
        return LongestForm;
    }

    static int Shape(ReadOnlySpan<char> text, Span<char> shape)
    {
        var length = 0;
        var run = 0;
        var last = '\0';
        foreach (var c in text)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLower(c) ? 'x' : char.IsDigit(c) ? 'd' : char.IsLetter(c) ? 'y' : c;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2 && length < shape.Length)
                shape[length++] = kind;
        }
        return length;
    }

    // FNV-1a with a last mixing step; the kind keeps the prefix "in" and the suffix "in" apart.
    static int Row(ReadOnlySpan<char> text, int kind, int rows)
    {
        var hash = 2166136261u ^ ((uint)kind * 0x9E3779B1u);
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        return (int)(hash % (uint)rows);
    }
}
