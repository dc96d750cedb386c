using System.Collections.Immutable;
using System.Numerics;
using Demarche.Language;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>Makes a <see cref="NameModel"/> from corpora with marked names. Same input, same bytes.</summary>
public sealed class NameTrainer(SyntaxParser parser, ulong seed, Action<string> report)
{
    const int L = NameLabel.Count;

    public int Epochs { get; init; } = 8;

    /// <summary>A feature must be met this often to count.</summary>
    public int Cutoff { get; init; } = 2;

    public double Rate { get; init; } = 0.15;

    public double Sparsity { get; init; } = 1e-6;

    /// <summary>Weights beyond this are cut off when a weight becomes a byte.</summary>
    public float Ceiling { get; init; } = 4;

    public NameModel Train(ImmutableArray<NameCorpus> corpora, NameLexicon resources)
    {
        var groups = corpora.Max(corpus => corpus.Group) + 1;
        var (documents, buckets) = Extract(corpora, resources);
        report($"{documents.Count} documents, {buckets.Length} features");

        var field = Learn(documents.SelectMany(sentences => sentences), buckets.Length, groups, Epochs);
        return new NameModel(Quantize(field, buckets), field.Transitions(), resources.Words, resources.Gazetteer);
    }

    (List<FieldSentence[]> Documents, int[] Buckets) Extract(ImmutableArray<NameCorpus> corpora, NameLexicon resources)
    {
        var documents = new List<FieldSentence[]>();
        var counts = new int[NameHash.Buckets];
        Span<int> buckets = stackalloc int[NameFeatures.Most];
        foreach (var corpus in corpora)
        {
            var features = new NameFeatures(resources.Words, resources.Gazetteer);
            foreach (var document in corpus.Documents)
            {
                var source = LabelledDocument.Parse(document, parser);
                var sentences = new FieldSentence[document.Length];
                for (var s = 0; s < sentences.Length; s++)
                {
                    var all = new List<int>();
                    var offsets = new int[document[s].Forms.Length + 1];
                    features.Open(document[s].Forms.AsSpan(), source.Syntax, source.Places[s].First);
                    for (var i = 0; i < document[s].Forms.Length; i++)
                    {
                        var n = features.Extract(i, buckets);
                        all.AddRange(buckets[..n]);
                        offsets[i + 1] = all.Count;
                    }
                    all.ForEach(bucket => counts[bucket]++);
                    sentences[s] = new FieldSentence(corpus.Group, [.. all], offsets, Allowed(document[s], corpus));
                }
                documents.Add(sentences);
            }
        }
        return (documents, Compact(documents, counts));
    }

    static ushort[] Allowed(LabelledSentence sentence, NameCorpus corpus)
    {
        const int Open = 1 << NameLabel.Outside | 1 << 7 | 1 << 8;
        return [.. sentence.Labels.Select(label => (ushort)(label == NameLabel.Outside && !corpus.MarksMiscellaneous ? Open : 1 << label))];
    }

    // Buckets met often enough are numbered in order; the others leave the sentences.
    int[] Compact(List<FieldSentence[]> documents, int[] counts)
    {
        var kept = Enumerable.Range(0, counts.Length).Where(bucket => counts[bucket] >= Cutoff).ToArray();
        Array.Fill(counts, -1);
        for (var i = 0; i < kept.Length; i++)
            counts[kept[i]] = i;
        foreach (var document in documents)
            for (var s = 0; s < document.Length; s++)
            {
                var old = document[s];
                var all = new List<int>(old.Features.Length);
                var offsets = new int[old.Offsets.Length];
                for (var i = 0; i < old.Count; i++)
                {
                    for (var f = old.Offsets[i]; f < old.Offsets[i + 1]; f++)
                        if (counts[old.Features[f]] >= 0)
                            all.Add(counts[old.Features[f]]);
                    offsets[i + 1] = all.Count;
                }
                document[s] = old with { Features = [.. all], Offsets = offsets };
            }
        return kept;
    }

    NameField Learn(IEnumerable<FieldSentence> sentences, int features, int groups, int epochs)
    {
        var field = new NameField(features, groups, Rate, Sparsity);
        var order = sentences.ToArray();
        var random = new SeededRandom(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var sentence in order)
                field.Learn(sentence);
            report($"  round {epoch + 1} of {epochs}");
        }
        return field;
    }

    NameWeights Quantize(NameField field, int[] buckets)
    {
        var scale = Ceiling / sbyte.MaxValue;
        var used = new ulong[NameHash.Buckets / 64];
        var rows = new List<sbyte>();
        Span<sbyte> row = stackalloc sbyte[L];
        for (var feature = 0; feature < buckets.Length; feature++)
        {
            for (var label = 0; label < L; label++)
                row[label] = (sbyte)Math.Clamp(MathF.Round(field.Weight(feature, label, 0) / scale), -sbyte.MaxValue, sbyte.MaxValue);
            if (row.IndexOfAnyExcept((sbyte)0) < 0)
                continue;
            used[buckets[feature] >> 6] |= 1UL << (buckets[feature] & 63);
            rows.AddRange(row);
        }
        report($"{rows.Count / L} features in use");
        return new NameWeights(used, [.. rows], scale);
    }
}
