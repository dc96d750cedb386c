using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>What the tagger sees at a word, the labels to its left included.</summary>
static class TagFeatures
{
    public const int Count = 38;

    /// <param name="ambiguities">Of every word of the text, from the lexicon.</param>
    public static void Extract(WordFeatures words, uint[] ambiguities, int first, int end, int at, ReadOnlySpan<int> labels, bool allCapitals, Span<uint> features)
    {
        const int a = WordFeatures.Affixes;
        uint w = words.Words[at], w1 = Of(words.Words, at - 1), w2 = Of(words.Words, at - 2), n1 = Of(words.Words, at + 1), n2 = Of(words.Words, at + 2);
        uint m = ambiguities[at], m1 = Of(ambiguities, at + 1), m2 = Of(ambiguities, at + 2);
        uint shape = words.Shapes[at] | (allCapitals ? 1u << 31 : 0) | (at == first ? 1u << 30 : 0);
        uint s3 = words.Suffixes[at * a + 2], s2 = words.Suffixes[at * a + 1], s4 = words.Suffixes[at * a + 3];
        var t1 = at > first ? (uint)labels[at - 1] : 998;
        var t2 = at > first + 1 ? (uint)labels[at - 2] : 999;

        var i = 0;
        features[i++] = FeatureHash.Mix(200, w);
        features[i++] = FeatureHash.Mix(201, words.Forms[at], at == first ? 1u : 0);
        features[i++] = FeatureHash.Mix(202, words.Suffixes[at * a]);
        features[i++] = FeatureHash.Mix(203, s2);
        features[i++] = FeatureHash.Mix(204, s3);
        features[i++] = FeatureHash.Mix(205, s4);
        features[i++] = FeatureHash.Mix(206, words.Prefixes[at * a]);
        features[i++] = FeatureHash.Mix(207, words.Prefixes[at * a + 1]);
        features[i++] = FeatureHash.Mix(208, words.Prefixes[at * a + 2]);
        features[i++] = FeatureHash.Mix(209, words.Prefixes[at * a + 3]);
        features[i++] = FeatureHash.Mix(210, shape);
        features[i++] = FeatureHash.Mix(211, shape, s3);
        features[i++] = FeatureHash.Mix(212, w1);
        features[i++] = FeatureHash.Mix(213, w2);
        features[i++] = FeatureHash.Mix(214, n1);
        features[i++] = FeatureHash.Mix(215, n2);
        features[i++] = FeatureHash.Mix(216, w1, w);
        features[i++] = FeatureHash.Mix(217, w, n1);
        features[i++] = FeatureHash.Mix(218, w1, n1);
        features[i++] = FeatureHash.Mix(219, t1);
        features[i++] = FeatureHash.Mix(220, t1, t2);
        features[i++] = FeatureHash.Mix(221, t1, w);
        features[i++] = FeatureHash.Mix(222, t1, s3);
        features[i++] = FeatureHash.Mix(223, t1, m, m1);
        features[i++] = FeatureHash.Mix(224, t1, t2, m);
        features[i++] = FeatureHash.Mix(225, m);
        features[i++] = FeatureHash.Mix(226, m1);
        features[i++] = FeatureHash.Mix(227, m, m1);
        features[i++] = FeatureHash.Mix(228, m1, m2);
        features[i++] = FeatureHash.Mix(229, t1, n1);
        features[i++] = FeatureHash.Mix(230, Suffix(at + 1));
        features[i++] = FeatureHash.Mix(231, Suffix(at - 1), s2);
        features[i++] = FeatureHash.Mix(232, Of(words.Shapes, at - 1), words.Shapes[at], Of(words.Shapes, at + 1));
        features[i++] = FeatureHash.Mix(233, t1, shape, s2);
        features[i++] = FeatureHash.Mix(234, t1, t2, w);
        features[i++] = FeatureHash.Mix(235, s3, Suffix(at + 1));
        features[i++] = FeatureHash.Mix(236, t1, Of(words.Shapes, at + 1), shape);
        features[i] = FeatureHash.Mix(237, m, n1);

        uint Of(uint[] column, int place) => place >= first && place < end ? column[place] : 0;
        uint Suffix(int place) => place >= first && place < end ? words.Suffixes[place * a + 2] : 0;
    }
}
