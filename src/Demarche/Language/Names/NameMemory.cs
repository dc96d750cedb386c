namespace Demarche.Language.Names;

/// <summary>
/// What the first reading of a document says about the other places where a word stands: "Li" alone is a person because
/// "Li Shangfu" was one. After Krishnan and Manning, "An effective two-stage model for exploiting non-local dependencies
/// in named entity recognition" (ACL 2006).
/// </summary>
sealed class NameMemory
{
    /// <summary>Sentences before and after that are remembered; articles are mostly shorter.</summary>
    const int Reach = 60;

    const int Usual = 10 * 3, Part = 4 * 3 + 1, Own = Usual * NameLabel.Count;

    /// <summary>Number of different features.</summary>
    public const int Features = Usual + Part + Own + 2;

    /// <summary>Features a word has at most.</summary>
    public const int Most = 4;

    readonly record struct Sighting(int Word, int Sentence, byte Label, byte Part);

    readonly Dictionary<uint, List<Sighting>> sightings = [];
    readonly Dictionary<uint, List<int>> lowerCased = [];

    /// <summary>Takes in a sentence with the labels of its first reading. Sentences come in order; a word is named by its index in the document.</summary>
    public void Add(int sentence, int first, ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> labels)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsWord)
                continue;
            if (!words[i].IsCapital)
            {
                List(lowerCased, words[i].Key).Add(sentence);
                continue;
            }
            List(sightings, words[i].Key).Add(new Sighting(first + i, sentence, labels[i], PartOf(labels, i)));
        }
    }

    static List<T> List<T>(Dictionary<uint, List<T>> lists, uint key) =>
        lists.TryGetValue(key, out var list) ? list : lists[key] = [];

    // 0: no part of a name of several words; else 1 + 3 * kind + (0 first, 1 between, 2 last).
    static byte PartOf(ReadOnlySpan<byte> labels, int index)
    {
        var label = labels[index];
        if (label == NameLabel.Outside)
            return 0;
        var begins = NameLabel.IsFirst(label);
        var goesOn = index + 1 < labels.Length && NameLabel.IsLater(labels[index + 1]);
        if (begins && !goesOn)
            return 0;
        return (byte)(1 + 3 * (int)NameLabel.Kind(label) + (begins ? 0 : goesOn ? 1 : 2));
    }

    /// <summary>Writes the features of a word and returns their number; only capitalised words are remembered.</summary>
    public int Recall(int sentence, int word, WordTraits traits, int label, Span<int> features)
    {
        if (!traits.IsCapital || !sightings.TryGetValue(traits.Key, out var others))
            return 0;
        Span<int> labels = stackalloc int[NameLabel.Count];
        Span<int> parts = stackalloc int[Part];
        labels.Clear();
        parts.Clear();
        var seen = 0;
        for (var i = FirstFrom(others, sentence - Reach); i < others.Count && others[i].Sentence <= sentence + Reach; i++)
        {
            if (others[i].Word == word)
                continue;
            labels[others[i].Label]++;
            parts[others[i].Part]++;
            seen++;
        }
        var usual = (seen == 0 ? NameLabel.Count : Largest(labels)) * 3 + (seen < 2 ? 0 : seen < 4 ? 1 : 2);
        var n = 0;
        features[n++] = usual;
        features[n++] = Usual + Part + usual * NameLabel.Count + label;
        parts[0] = 0;
        features[n++] = Usual + (seen == 0 ? 0 : Largest(parts));
        if (lowerCased.TryGetValue(traits.Key, out var plain) && plain.Exists(other => Math.Abs(other - sentence) <= Reach))
            features[n++] = Usual + Part + Own;
        return n;
    }

    static int FirstFrom(List<Sighting> list, int sentence)
    {
        int low = 0, high = list.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Sentence < sentence)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    static int Largest(ReadOnlySpan<int> counts)
    {
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            if (counts[i] > counts[best])
                best = i;
        return best;
    }
}
