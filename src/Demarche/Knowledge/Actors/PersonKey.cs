using System.Text;

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
        var words = NameKey.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            words[i] = Word(words[i]);
        return string.Join(' ', words);
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

    static string Word(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
            if (key.Length == 0 || key[^1] != c)
                key.Append(c);
        if (key.Length > 3)
        {
            key.Replace("ks", "x");
            if (key[0] == 'y' && key[1] == 'e')
                key.Remove(0, 1);
            // -iy, -yi, -iyi and the like are one ending.
            while (key.Length > 3 && key[^1] is 'i' or 'y' or 'j' && key[^2] is 'i' or 'y')
                key.Length--;
            if (key[^1] is 'i' or 'j')
                key[^1] = 'y';
        }
        return key.ToString() switch
        {
            "muhamad" or "mohamad" or "muhamed" or "mohamed" or "mohamud" or "mahamed" => "mohamed",
            "ahmad" => "ahmed",
            "el" or "ul" => "al",
            var other => other,
        };
    }
}
