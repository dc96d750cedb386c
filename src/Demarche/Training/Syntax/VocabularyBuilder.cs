using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Collects the words and labels of a treebank.</summary>
static class VocabularyBuilder
{
    const int FewestOccurrences = 2;

    // They make up three of four words of news; their first layer fits into the cache.
    const int FrequentForms = 2000;

    public static SyntaxVocabulary Build(IReadOnlyList<Document> treebank, IEnumerable<ImmutableArray<string>> raw, WordVectors vectors)
    {
        var tables = treebank.Select(document => document.Tokens).ToArray();
        var fineTags = Labels(tables.SelectMany(table => table.FineTags));
        var features = Labels(tables.SelectMany(table => table.Features));
        return new SyntaxVocabulary
        {
            Words = new WordList(MostFrequent(tables.SelectMany(table => table.Forms).Select(FormFeatures.Normalize), int.MaxValue)),
            FrequentForms = new WordList(MostFrequent(tables.Select(table => table.Forms).Concat(raw).SelectMany(forms => forms), FrequentForms)),
            Vectors = vectors,
            FineTags = fineTags,
            Features = features,
            Relations = Labels(tables.SelectMany(table => table.Relations)),
            FeaturesOf = FeaturesOf(tables, new WordList(fineTags), new WordList(features)),
        };
    }

    static ImmutableArray<string> Labels(IEnumerable<string> labels) => [.. labels.Distinct().Order(StringComparer.Ordinal)];

    static ImmutableArray<string> MostFrequent(IEnumerable<string> words, int limit) =>
    [
        .. words.CountBy(word => word).Where(count => count.Value >= FewestOccurrences)
            .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(limit).Select(count => count.Key),
    ];

    static ImmutableArray<ImmutableArray<int>> FeaturesOf(TokenTable[] tables, WordList fineTags, WordList features)
    {
        var seen = new SortedSet<int>?[SyntaxModel.PartsOfSpeech * fineTags.Count];
        foreach (var table in tables)
            for (var i = 0; i < table.Count; i++)
                (seen[(int)table.Tags[i] * fineTags.Count + fineTags.IndexOf(table.FineTags[i])] ??= []).Add(features.IndexOf(table.Features[i]));
        return [.. seen.Select(set => set is null ? [] : set.ToImmutableArray())];
    }
}
