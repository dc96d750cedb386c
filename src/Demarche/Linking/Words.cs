using System.Collections.Frozen;

namespace Demarche.Linking;

/// <summary>A word reduced to what linking compares, with the place it stands at.</summary>
readonly record struct Word(string Stem, int Start, int End, bool Capitalised);

/// <summary>Words without grammar: enough to ask whether two sentences speak of the same thing.</summary>
static class Words
{
    // Grammar and newsroom furniture: found in any report, so that sharing them says nothing.
    static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        """
        a about after again against ahead all also am an and any are as at be been before being between both but by can could
        day did do does during each earlier for from further had has have he her here him his how i if in into is it its just last
        late later latest least less made make many may might more most much must near next no nor not now of off on once one only
        or other our out over own part per said same say saying says she should since so some still such than that the their them
        then there these they this those though through time to today tomorrow two under until up upon us was we week were what
        when where which while who whom whose why will with within without would year yesterday yet you your
        january february march april june july august september october november december
        jan feb mar apr jun jul aug sept sep oct nov dec
        monday tuesday wednesday thursday friday saturday sunday
        accord according announc told tell spokes spokeswoman spokesman statem govern offici presid minist ministry countr nation state people
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => StemOf(word)),
        StringComparer.Ordinal);

    public static bool IsEmpty(string stem) => stem.Length < 2 || Empty.Contains(stem);

    /// <summary>Letters and digits in a row, in text order; possessive endings are cut off.</summary>
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 6);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInnerMark(text, i)))
                i++;
            var end = i;
            if (end - start > 2 && text[end - 1] is 's' && text[end - 2] is '\'' or '’')
                end -= 2;
            words.Add(new Word(StemOf(text.AsSpan(start, end - start)), start, i, char.IsUpper(text[start])));
        }
        return words;
    }

    /// <summary>
    /// Lower case without the commonest endings, cut after six letters, so that "visits", "visited" and "visiting",
    /// "confer" and "conference" are one.
    /// </summary>
    public static string StemOf(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[Math.Min(word.Length, 64)];
        word[..lower.Length].ToLowerInvariant(lower);
        var length = lower.Length;
        if (length > 3 && lower[length - 1] == 's' && lower[length - 2] is not ('s' or 'u' or 'i'))
            length--;
        if (length > 5 && lower[..length].EndsWith("ing"))
            length -= 3;
        else if (length > 4 && lower[..length].EndsWith("ed"))
            length -= 2;
        if (length > 4 && lower[length - 1] == 'e')
            length--;
        return lower[..Math.Min(length, 6)].ToString();
    }

    // Decimal points and the hyphens and apostrophes of names belong to the word.
    static bool IsInnerMark(string text, int i) =>
        text[i] is '\'' or '’' or '.' or ','
        && i + 1 < text.Length
        && (text[i] is '.' or ',' ? char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) : char.IsLetter(text[i + 1]));
}
