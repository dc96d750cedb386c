using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// The labels of the tagger: pairs of universal and fine tag. Morphological features follow from label and word, but for a
/// list of exceptions.
/// </summary>
sealed class TagSet(ImmutableArray<(PartOfSpeech Tag, string FineTag, string Features)> labels, IReadOnlyDictionary<(int Label, uint Word), string> exceptions)
{
    readonly FrozenDictionary<(int Label, uint Word), string> exceptions = exceptions.ToFrozenDictionary();

    public int Count => labels.Length;

    public PartOfSpeech TagOf(int label) => labels[label].Tag;

    public string FineTagOf(int label) => labels[label].FineTag;

    public string FeaturesOf(int label, uint word) =>
        exceptions.TryGetValue((label, word), out var features) ? features : labels[label].Features;

    public int Find(PartOfSpeech tag, string fineTag)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i].Tag == tag && labels[i].FineTag == fineTag)
                return i;
        return -1;
    }

    /// <summary>The first label with a universal tag, or -1.</summary>
    public int FindFirst(PartOfSpeech tag)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i].Tag == tag)
                return i;
        return -1;
    }
}
