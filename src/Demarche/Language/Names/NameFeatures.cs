namespace Demarche.Language.Names;

/// <summary>Turns the words of one sentence into buckets of hashed features, for training and for use alike.</summary>
sealed partial class NameFeatures(WordLexicon lexicon, NameGazetteer gazetteer)
{
    /// <summary>No word has more features than this.</summary>
    public const int Most = 128;

    readonly Dictionary<string, WordTraits> known = new(StringComparer.Ordinal);
    WordTraits[] words = [];
    byte[] marks = [];
    (int Start, int End)[] runs = [];
    int count;
    bool shouting;

    /// <summary>Takes in a sentence; <see cref="Extract"/> is then about it.</summary>
    /// <param name="forms">Its words.</param>
    /// <param name="syntax">The parse of the document.</param>
    /// <param name="start">Where the sentence starts in the document.</param>
    public void Open(ReadOnlySpan<string> forms, Syntax syntax, int start)
    {
        count = forms.Length;
        OpenSyntax(syntax, start);
        if (words.Length < count)
        {
            words = new WordTraits[count * 2];
            marks = new byte[words.Length * NameGazetteer.Kinds];
            runs = new (int, int)[words.Length];
        }
        int capitals = 0, letters = 0;
        for (var i = 0; i < count; i++)
        {
            if (!known.TryGetValue(forms[i], out var traits))
                known[forms[i]] = traits = new WordTraits(forms[i], lexicon);
            words[i] = traits;
            letters += traits.IsWord ? 1 : 0;
            capitals += traits.IsCapital ? 1 : 0;
        }
        shouting = letters > 3 && capitals * 10 > letters * 6;
        gazetteer.Mark(words.AsSpan(0, count), marks.AsSpan(0, count * NameGazetteer.Kinds));
        FindRuns();
    }

    public WordTraits Word(int index) => index < 0 ? WordTraits.Before : index >= count ? WordTraits.After : words[index];

    // A run is a stretch of capitalised words, bridged by single "of", "the", "-" and the like: mostly the extent of a name.
    void FindRuns()
    {
        for (var i = 0; i < count;)
        {
            if (!words[i].IsCapital)
            {
                runs[i] = (i, i);
                i++;
                continue;
            }
            var end = i + 1;
            while (end < count)
            {
                if (words[end].IsCapital)
                    end++;
                else if (words[end].IsJoint && end + 1 < count && words[end + 1].IsCapital)
                    end += 2;
                else if (words[end].IsJoint && end + 2 < count && words[end + 1].IsJoint && words[end + 2].IsCapital)
                    end += 3;
                else
                    break;
            }
            for (var k = i; k < end; k++)
                runs[k] = (i, end);
            i = end;
        }
    }

    /// <summary>Writes the buckets of a word's features and returns their number.</summary>
    public int Extract(int index, Span<int> buckets)
    {
        var n = 0;
        WordTraits w0 = Word(index), l1 = Word(index - 1), l2 = Word(index - 2), r1 = Word(index + 1), r2 = Word(index + 2);
        Add(buckets, ref n, 1, w0.Form);
        Add(buckets, ref n, 2, w0.Norm);
        Add(buckets, ref n, 3, l1.Norm);
        Add(buckets, ref n, 4, r1.Norm);
        Add(buckets, ref n, 5, l2.Norm);
        Add(buckets, ref n, 6, r2.Norm);
        Add(buckets, ref n, 7, NameHash.Join(l1.Norm, w0.Norm));
        Add(buckets, ref n, 8, NameHash.Join(w0.Norm, r1.Norm));
        Add(buckets, ref n, 9, NameHash.Join(l2.Norm, l1.Norm));
        Add(buckets, ref n, 10, NameHash.Join(r1.Norm, r2.Norm));
        Add(buckets, ref n, 11, w0.Shape);
        Add(buckets, ref n, 12, NameHash.Join(l1.ShortShape, w0.ShortShape));
        Add(buckets, ref n, 13, NameHash.Join(w0.ShortShape, r1.ShortShape));
        Add(buckets, ref n, 14, NameHash.Join(NameHash.Join(l1.ShortShape, w0.ShortShape), r1.ShortShape));
        Add(buckets, ref n, 15, NameHash.Join(l1.Norm, w0.ShortShape));
        Add(buckets, ref n, 16, NameHash.Join(r1.Norm, w0.ShortShape));
        Add(buckets, ref n, 17, NameHash.Join(w0.ShortShape, (uint)(index == 0 ? 1 : 0) + (shouting ? 2u : 0u)));
        for (var k = 0; k < 4; k++)
        {
            if (w0.Prefixes[k] != 0)
                Add(buckets, ref n, 20 + k, NameHash.Join(w0.Prefixes[k], w0.IsCapital ? 1u : 0u));
            if (w0.Suffixes[k] != 0)
                Add(buckets, ref n, 24 + k, NameHash.Join(w0.Suffixes[k], w0.IsCapital ? 1u : 0u));
        }
        Add(buckets, ref n, 28, l1.Suffixes[2]);
        Add(buckets, ref n, 29, r1.Suffixes[2]);
        AddLexicon(buckets, ref n, w0, l1, r1, l2, r2);
        AddGazetteer(buckets, ref n, index);
        AddSyntax(buckets, ref n, index);
        if (w0.IsCapital || w0.IsJoint && runs[index].End > runs[index].Start)
            AddRun(buckets, ref n, index);
        return n;
    }

    void AddLexicon(Span<int> buckets, ref int n, WordTraits w0, WordTraits l1, WordTraits r1, WordTraits l2, WordTraits r2)
    {
        var case0 = (uint)w0.Entry.Capital * 4 + (w0.IsAllCapitals ? 2u : w0.IsCapital ? 1u : 0u);
        Add(buckets, ref n, 40, case0);
        Add(buckets, ref n, 41, NameHash.Join(case0, ReferenceEquals(l1, WordTraits.Before) ? 1u : shouting ? 2u : 0u));
        Add(buckets, ref n, 42, NameHash.Join(case0, (uint)r1.Entry.Capital * 4 + (r1.IsCapital ? 1u : 0u)));
        uint c0 = w0.Entry.Cluster, cl = l1.Entry.Cluster, cr = r1.Entry.Cluster, cl2 = l2.Entry.Cluster, cr2 = r2.Entry.Cluster;
        Add(buckets, ref n, 43, c0);
        Add(buckets, ref n, 44, cl);
        Add(buckets, ref n, 45, cr);
        Add(buckets, ref n, 46, NameHash.Join(cl, c0 / WordEntry.Fine));
        Add(buckets, ref n, 47, NameHash.Join(c0 / WordEntry.Fine, cr));
        Add(buckets, ref n, 48, NameHash.Join(cl2 / WordEntry.Fine, cl));
        Add(buckets, ref n, 49, NameHash.Join(cr, cr2 / WordEntry.Fine));
        Add(buckets, ref n, 39, NameHash.Join(c0 / WordEntry.Fine, case0));
        Add(buckets, ref n, 38, NameHash.Join(NameHash.Join(cl / WordEntry.Fine, c0 / WordEntry.Fine), cr / WordEntry.Fine));
    }

    void AddGazetteer(Span<int> buckets, ref int n, int index)
    {
        uint all = 0;
        for (var offset = -1; offset <= 1; offset++)
        {
            if (index + offset < 0 || index + offset >= count)
                continue;
            var row = marks.AsSpan((index + offset) * NameGazetteer.Kinds, NameGazetteer.Kinds);
            for (var kind = 0; kind < row.Length; kind++)
            {
                if (row[kind] == 0)
                    continue;
                Add(buckets, ref n, 51 + offset, (uint)(kind * 8 + row[kind] + (words[index + offset].IsCapital ? 0 : 256)));
                if (offset == 0)
                    all |= 1u << kind;
            }
        }
        Add(buckets, ref n, 53, NameHash.Join(all, words[index].IsCapital ? 1u : 0u));
    }

    void AddRun(Span<int> buckets, ref int n, int index)
    {
        var (start, end) = runs[index];
        WordTraits before = Word(start - 1), after = Word(end), last = Word(end - 1), first = Word(start);
        var place = (index == start ? 1u : 0u) + (index == end - 1 ? 2u : 0u);
        Add(buckets, ref n, 60, NameHash.Join(before.Norm, place));
        Add(buckets, ref n, 61, NameHash.Join(after.Norm, place));
        Add(buckets, ref n, 62, NameHash.Join(last.Norm, place));
        Add(buckets, ref n, 63, NameHash.Join(first.Norm, place));
        Add(buckets, ref n, 64, NameHash.Join((uint)Math.Min(end - start, 6), place));
        Add(buckets, ref n, 65, NameHash.Join(NameHash.Join(before.Norm, after.Norm), (uint)Math.Min(end - start, 4)));
        Add(buckets, ref n, 66, NameHash.Join(last.Entry.Cluster, place));
        Add(buckets, ref n, 67, NameHash.Join(before.Entry.Cluster, place));
        Add(buckets, ref n, 68, NameHash.Join(after.Entry.Cluster, place));
    }

    static void Add(Span<int> buckets, ref int n, int template, uint value) =>
        buckets[n++] = NameHash.Bucket(NameHash.Join(value, (uint)template * 0x01000193u));
}
