namespace Demarche.Language.Names;

/// <summary>What the parse says of a word: its tags, and the word that governs the phrase it belongs to.</summary>
sealed partial class NameFeatures
{
    uint[] tags = [];
    uint[] relations = [];

    /// <summary>By place in the sentence; below 0 for none.</summary>
    int[] heads = [];

    /// <summary>For each word the head of the phrase of nouns that it is in: of "Leeds" in "the University of Leeds" it is "University".</summary>
    int[] tops = [];
    bool[] inner = [];

    void OpenSyntax(Syntax syntax, int start)
    {
        if (tags.Length < count)
        {
            tags = new uint[count * 2];
            relations = new uint[tags.Length];
            heads = new int[tags.Length];
            tops = new int[tags.Length];
            inner = new bool[tags.Length];
        }
        for (var i = 0; i < count; i++)
        {
            tags[i] = NameHash.Of(syntax.Tagging.FineTags[start + i]);
            relations[i] = NameHash.Of(syntax.Relations[start + i]);
            heads[i] = syntax.Heads[start + i] - start;
            inner[i] = heads[i] >= 0 && syntax.Relations[start + i] is "flat" or "compound" or "nmod" or "amod" or "appos" or "punct";
        }
        // Words inside a name hang on its head, mostly one step away, at most a few.
        for (var i = 0; i < count; i++)
        {
            tops[i] = i;
            for (var step = 0; step < 4 && inner[tops[i]]; step++)
                tops[i] = heads[tops[i]];
        }
    }

    void AddSyntax(Span<int> buckets, ref int n, int index)
    {
        uint tag = tags[index], before = index > 0 ? tags[index - 1] : 1, after = index + 1 < count ? tags[index + 1] : 2;
        var w0 = words[index];
        var head = heads[index] < 0 ? WordTraits.Before : Word(heads[index]);
        var headTag = heads[index] < 0 ? 3 : tags[heads[index]];
        var top = tops[index];
        var above = heads[top] < 0 ? WordTraits.Before : Word(heads[top]);
        Add(buckets, ref n, 80, tag);
        Add(buckets, ref n, 81, NameHash.Join(before, tag));
        Add(buckets, ref n, 82, NameHash.Join(tag, after));
        Add(buckets, ref n, 83, NameHash.Join(NameHash.Join(before, tag), after));
        Add(buckets, ref n, 84, NameHash.Join(tag, w0.Norm));
        Add(buckets, ref n, 85, NameHash.Join(NameHash.Join(relations[index], head.Norm), tag));
        Add(buckets, ref n, 86, NameHash.Join(NameHash.Join(relations[index], headTag), tag));
        Add(buckets, ref n, 87, NameHash.Join(NameHash.Join(tag, relations[top]), above.Norm));
        Add(buckets, ref n, 88, NameHash.Join(NameHash.Join(tag, relations[top]), (uint)above.Entry.Cluster));
        Add(buckets, ref n, 89, NameHash.Join(NameHash.Join(tag, Word(top).Norm), top == index ? 1u : 0u));
        Add(buckets, ref n, 90, NameHash.Join(NameHash.Join(tag, (uint)Word(top).Entry.Cluster), top == index ? 1u : 0u));
        Add(buckets, ref n, 91, NameHash.Join(NameHash.Join(tag, (uint)w0.Entry.Cluster / WordEntry.Fine), w0.IsCapital ? 1u : 0u));
    }
}
