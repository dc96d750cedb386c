using System.Collections.Immutable;
using System.Numerics;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>Makes a <see cref="NameModel"/> from corpora with marked names. Same input, same bytes.</summary>
public sealed class NameTrainer(ulong seed, Action<string> report)
{
    const int L = NameLabel.Count;

    /// <summary>Parts the corpora are cut into, so that the second reading learns from first readings of unseen text.</summary>
    const int Folds = 3;

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

        var memory = LearnMemory(documents, buckets.Length, groups, resources);
        var field = Learn(documents.SelectMany(document => document.Sentences), buckets.Length, groups, Epochs);
        return new NameModel(
            Quantize(field, buckets), field.Transitions(), WeightsOf(memory), memory.Transitions(), resources.Words, resources.Gazetteer);
    }

    sealed record TrainingDocument(int Group, ImmutableArray<LabelledSentence> Source, FieldSentence[] Sentences);

    (List<TrainingDocument> Documents, int[] Buckets) Extract(ImmutableArray<NameCorpus> corpora, NameLexicon resources)
    {
        var documents = new List<TrainingDocument>();
        var counts = new int[NameHash.Buckets];
        Span<int> buckets = stackalloc int[NameFeatures.Most];
        foreach (var corpus in corpora)
        {
            var features = new NameFeatures(resources.Words, resources.Gazetteer);
            foreach (var document in corpus.Documents)
            {
                var sentences = new FieldSentence[document.Length];
                for (var s = 0; s < sentences.Length; s++)
                {
                    var all = new List<int>();
                    var offsets = new int[document[s].Forms.Length + 1];
                    features.Open(document[s].Forms.AsSpan());
                    for (var i = 0; i < document[s].Forms.Length; i++)
                    {
                        var n = features.Extract(i, buckets);
                        all.AddRange(buckets[..n]);
                        offsets[i + 1] = all.Count;
                    }
                    all.ForEach(bucket => counts[bucket]++);
                    sentences[s] = new FieldSentence(corpus.Group, [.. all], offsets, Allowed(document[s], corpus), []);
                }
                documents.Add(new TrainingDocument(corpus.Group, document, sentences));
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
    int[] Compact(List<TrainingDocument> documents, int[] counts)
    {
        var kept = Enumerable.Range(0, counts.Length).Where(bucket => counts[bucket] >= Cutoff).ToArray();
        Array.Fill(counts, -1);
        for (var i = 0; i < kept.Length; i++)
            counts[kept[i]] = i;
        foreach (var document in documents)
            for (var s = 0; s < document.Sentences.Length; s++)
            {
                var old = document.Sentences[s];
                var all = new List<int>(old.Features.Length);
                var offsets = new int[old.Offsets.Length];
                for (var i = 0; i < old.Count; i++)
                {
                    for (var f = old.Offsets[i]; f < old.Offsets[i + 1]; f++)
                        if (counts[old.Features[f]] >= 0)
                            all.Add(counts[old.Features[f]]);
                    offsets[i + 1] = all.Count;
                }
                document.Sentences[s] = old with { Features = [.. all], Offsets = offsets };
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

    NameField LearnMemory(List<TrainingDocument> documents, int features, int groups, NameLexicon resources)
    {
        var examples = new List<FieldSentence>();
        for (var fold = 0; fold < Folds; fold++)
        {
            report($"first reading without part {fold + 1} of {Folds}");
            var field = Learn(documents.Where((_, i) => i % Folds != fold).SelectMany(document => document.Sentences), features, groups, Math.Max(1, Epochs * 2 / 3));
            var transitions = field.Transitions();
            for (var i = fold; i < documents.Count; i += Folds)
                examples.AddRange(Recall(documents[i], field, transitions, resources));
        }
        report("second reading");
        var memory = new NameField(NameMemory.Features, 1, 0.1, 0);
        var order = examples.ToArray();
        var random = new SeededRandom(seed);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (var sentence in order)
                memory.Learn(sentence);
        }
        return memory;
    }

    static IEnumerable<FieldSentence> Recall(TrainingDocument document, NameField field, float[] transitions, NameLexicon resources)
    {
        var memory = new NameMemory();
        var words = new List<WordTraits[]>();
        var scores = new List<float[]>();
        var labels = new List<byte[]>();
        var features = new NameFeatures(resources.Words, resources.Gazetteer);
        var first = 0;
        for (var s = 0; s < document.Source.Length; s++)
        {
            var forms = document.Source[s].Forms;
            features.Open(forms.AsSpan());
            words.Add([.. Enumerable.Range(0, forms.Length).Select(features.Word)]);
            scores.Add(field.Score(document.Sentences[s]));
            labels.Add(new byte[forms.Length]);
            LabelPath.Best(scores[s], transitions, labels[s], new byte[forms.Length * L]);
            memory.Add(s, first, words[s], labels[s]);
            first += forms.Length;
        }
        first = 0;
        for (var s = 0; s < words.Count; s++)
        {
            yield return Example(s, first);
            first += words[s].Length;
        }

        FieldSentence Example(int s, int first)
        {
            var all = new List<int>();
            var offsets = new int[words[s].Length + 1];
            Span<int> recalled = stackalloc int[NameMemory.Most];
            for (var i = 0; i < words[s].Length; i++)
            {
                var n = memory.Recall(s, first + i, words[s][i], labels[s][i], recalled);
                all.AddRange(recalled[..n]);
                offsets[i + 1] = all.Count;
            }
            return new FieldSentence(0, [.. all], offsets, document.Sentences[s].Allowed, scores[s]);
        }
    }

    static float[] WeightsOf(NameField memory)
    {
        var weights = new float[NameMemory.Features * L];
        for (var feature = 0; feature < NameMemory.Features; feature++)
            for (var label = 0; label < L; label++)
                weights[feature * L + label] = memory.Weight(feature, label, 0);
        return weights;
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
