namespace Demarche.Knowledge.Actors;

/// <summary>
/// Keys of persons, under which common spellings of one name meet: Sergei and Sergey, Zelenskiy and Zelenskyy, Mohammed and
/// Muhammad, Aleksei and Alexey, al-Assad and el-Assad.
/// </summary>
static class PersonKey
{
    static readonly HashSet<string> Particles =
        ["al", "bin", "ben", "ibn", "von", "van", "der", "de", "del", "dela", "da", "di", "du", "le", "la", "dos", "ter", "den", "zu", "abu", "bint", "ag", "ould"];

    // States whose persons are called by the first word of the name.
    static readonly HashSet<string> FamilyNameFirst = ["CHN", "HKG", "KHM", "KOR", "PRK", "TWN"];

    public static string Of(string name)
    {
        // "al-Assad" and "Bashar Assad" are called the same; "Al Gore" is not.
        var plain = NameKey.Of(name.Length > 3 && name[2] == '-' && name[0] is 'a' or 'A' or 'e' or 'E' && name[1] == 'l' ? name.AsSpan(3) : name);
        Span<char> key = plain.Length <= 120 ? stackalloc char[plain.Length + 8] : new char[plain.Length + 8];
        var end = 0;
        foreach (var range in plain.AsSpan().Split(' '))
        {
            var word = plain.AsSpan(range);
            if (end > 0 && word is "al" or "el" or "ul")
                continue;
            if (end > 0)
                key[end++] = ' ';
            end += Word(word, key[end..]);
        }
        return plain.AsSpan().SequenceEqual(key[..end]) ? plain : key[..end].ToString();
    }

    /// <summary>The parts of a full key by which texts call the person alone: "putin", "asad", "bin salman", "xi".</summary>
    public static IEnumerable<string> Surnames(string key, string state)
    {
        var words = key.Split(' ');
        if (words.Length < 2)
            yield break;
        var last = words.Length - 1;
        if (words[last] is "jr" or "sr" or "ii" or "iii" && last > 1)
            last--;
        yield return words[last];
        if (FamilyNameFirst.Contains(state))
            yield return words[0];
        var first = last;
        while (first > 1 && Particles.Contains(words[first - 1]))
            first--;
        if (first < last)
            yield return string.Join(' ', words[first..(last + 1)]);
        else if (last >= 2)
            yield return words[last - 1] + " " + words[last];
    }

    /// <summary>Writes the key of one word and returns its length, never more than the word's.</summary>
    static int Word(ReadOnlySpan<char> word, Span<char> key)
    {
        var end = 0;
        foreach (var c in word)
        {
            if (end > 0 && key[end - 1] == c)
                continue;
            if (c == 's' && end > 0 && key[end - 1] == 'k' && word.Length > 3)
                key[end - 1] = 'x';
            else
                key[end++] = c;
        }
        if (end > 3)
        {
            if (key[0] == 'y' && key[1] == 'e')
                key[1..end--].CopyTo(key);
            // -iy, -yi, -iyi and the like are one ending.
            while (end > 3 && key[end - 1] is 'i' or 'y' or 'j' && key[end - 2] is 'i' or 'y')
                end--;
            if (key[end - 1] is 'i' or 'j')
                key[end - 1] = 'y';
            if (key[(end - 3)..end] is "ych")
                key[end - 3] = 'i';
        }
        var common = key[..end] switch
        {
            "muhamad" or "mohamad" or "muhamed" or "mohamud" or "mahamed" => "mohamed",
            "ahmad" => "ahmed",
            _ => "",
        };
        if (common.Length == 0)
            return end;
        common.CopyTo(key);
        return common.Length;
    }
}
