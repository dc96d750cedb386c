namespace Demarche.Language.Names;

/// <summary>What the name finder sees of one written word, whatever stands around it. Numbers are hashes unless said otherwise.</summary>
sealed class WordTraits
{
    public static readonly WordTraits Before = new("<s>", WordLexicon.Empty);
    public static readonly WordTraits After = new("</s>", WordLexicon.Empty);

    public WordTraits(string form, WordLexicon lexicon)
    {
        var lower = form.ToLowerInvariant();
        Form = NameHash.Of(form);
        Norm = NameHash.Of(Normalize(lower));
        Key = NameHash.Of(lower);
        (Shape, ShortShape) = Shapes(form);
        IsCapital = char.IsUpper(form[0]);
        IsAllCapitals = form.Length > 1 && IsCapital && !form.Any(char.IsLower);
        IsWord = char.IsLetter(form[0]);
        IsJoint = form is "of" or "the" or "and" or "-" or "'s" or "de" or "al" or "bin" or "von" or "van" or "&" or "for";
        for (var length = 1; length <= 4; length++)
        {
            Prefixes[length - 1] = lower.Length > length ? NameHash.Of(lower.AsSpan(0, length)) : 0;
            Suffixes[length - 1] = lower.Length > length ? NameHash.Of(lower.AsSpan(lower.Length - length)) : 0;
        }
        Entry = lexicon.Find(Key);
    }

    public uint Form { get; }

    /// <summary>Of the lower-cased word with digits folded.</summary>
    public uint Norm { get; }

    /// <summary>Of the lower-cased word.</summary>
    public uint Key { get; }

    public uint Shape { get; }

    public uint ShortShape { get; }

    public bool IsCapital { get; }

    public bool IsAllCapitals { get; }

    public bool IsWord { get; }

    /// <summary>Whether the word may join the capitalised parts of a name.</summary>
    public bool IsJoint { get; }

    /// <summary>Of the first one to four letters, lower-cased; 0 where the word is no longer than that.</summary>
    public uint[] Prefixes { get; } = new uint[4];

    public uint[] Suffixes { get; } = new uint[4];

    public WordEntry Entry { get; }

    static string Normalize(string lower)
    {
        if (!lower.Any(char.IsDigit))
            return lower;
        return string.Create(lower.Length, lower, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = char.IsDigit(source[i]) ? '0' : source[i];
        });
    }

    static (uint Full, uint Short) Shapes(string form)
    {
        Span<char> full = stackalloc char[Math.Min(form.Length, 12)];
        Span<char> compact = stackalloc char[full.Length];
        var length = 0;
        for (var i = 0; i < full.Length; i++)
        {
            var character = form[i];
            full[i] = char.IsUpper(character) ? 'X' : char.IsLetter(character) ? 'x' : char.IsDigit(character) ? '0' : character;
            if (length == 0 || compact[length - 1] != full[i])
                compact[length++] = full[i];
        }
        return (NameHash.Of(full), NameHash.Of(compact[..length]));
    }
}
