using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// Trains a syntax network. The same treebank and seed give the same bytes with any number of threads.
/// </summary>
sealed class SyntaxTrainer
{
    const int WarmUpSteps = 100;
    // The rate stays for this share of the training and then falls to nothing in a straight line.
    const float FlatShare = 0.3f;

    readonly SyntaxModel model;
    readonly SyntaxTrainingOptions options;
    readonly PackedWeights packed;
    readonly SyntaxPass[] passes;
    readonly AdamOptimizer optimizer;
    readonly ParallelOptions parallel;

    SyntaxTrainer(SyntaxModel model, SyntaxTrainingOptions options, int threads, int[] wordCounts)
    {
        this.model = model;
        this.options = options;
        SetRandomly();
        packed = new PackedWeights(model);
        passes = [.. Enumerable.Range(0, options.Shards).Select(_ => new SyntaxPass(model, options, packed, wordCounts))];
        optimizer = new AdamOptimizer(model);
        parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
    }

    /// <summary>Sets the model's weights: learns from the treebank and, before the last epochs, from parses of other text as well.</summary>
    /// <param name="progress">Told after every epoch: epoch, and mean loss of a word.</param>
    public static void Train(
        SyntaxModel model, TrainingSentence[] treebank, TrainingSentence[] parsed, SyntaxTrainingOptions options, int threads, Action<int, double>? progress = null)
    {
        var counts = new int[model.Vocabulary.Words.Count + 1];
        foreach (var word in treebank.SelectMany(sentence => sentence.Words))
            counts[word]++;
        new SyntaxTrainer(model, options, threads, counts).Run(treebank, parsed, progress);
    }

    void Run(TrainingSentence[] gold, TrainingSentence[] parsed, Action<int, double>? progress)
    {
        var epochs = Enumerable.Range(0, options.Epochs).Select(epoch => Batches(gold, parsed, epoch)).ToArray();
        var steps = epochs.Sum(batches => batches.Count);
        var step = 0;
        for (var epoch = 0; epoch < epochs.Length; epoch++)
        {
            var random = new SeededRandom((options.Seed * 1000 + (ulong)epoch) * 2 + 1);
            foreach (var pass in passes)
                pass.Loss = 0;
            foreach (var batch in epochs[epoch])
                Learn(batch, random.Next(), Rate(++step, steps));
            progress?.Invoke(epoch, passes.Sum(pass => pass.Loss) / epochs[epoch].Sum(batch => (double)batch.Sum(sentence => sentence.Count)));
        }
        optimizer.UseAverages();
        // What the file keeps is what is measured.
        foreach (var weights in model.All)
            foreach (ref var value in weights.Values.AsSpan())
                value = (float)(Half)value;
    }

    float Rate(int step, int steps)
    {
        var done = (float)step / steps;
        return options.LearningRate * Math.Min(1, (float)step / WarmUpSteps) * (done < FlatShare ? 1 : (1 - done) / (1 - FlatShare) + 0.005f);
    }

    List<TrainingSentence[]> Batches(TrainingSentence[] gold, TrainingSentence[] parsed, int epoch)
    {
        var sentences = new List<TrainingSentence>(gold);
        if (epoch < options.Epochs - options.TreebankEpochs && parsed.Length > 0)
            for (var i = 0; i < options.ParsedSentences; i++)
                sentences.Add(parsed[(int)(((long)epoch * options.ParsedSentences + i) % parsed.Length)]);
        var random = new SeededRandom((options.Seed * 1000 + (ulong)epoch) * 2);
        var order = sentences.ToArray();
        random.Shuffle(order.AsSpan());
        var batches = new List<TrainingSentence[]>();
        var first = 0;
        for (int i = 0, words = 0; i < order.Length; i++)
        {
            words += order[i].Count;
            if (words < options.WordsInBatch && i < order.Length - 1)
                continue;
            batches.Add([.. order[first..(i + 1)].OrderByDescending(sentence => sentence.Count)]);
            first = i + 1;
            words = 0;
        }
        return batches;
    }

    void Learn(TrainingSentence[] batch, ulong seed, float rate)
    {
        var scale = 1f / batch.Sum(sentence => sentence.Count);
        Parallel.For(0, passes.Length, parallel, shard =>
        {
            passes[shard].Gradients.Clear();
            passes[shard].Run([.. batch.Where((_, i) => i % passes.Length == shard)], scale, seed + (ulong)shard);
        });
        for (var shard = 1; shard < passes.Length; shard++)
            passes[0].Gradients.Add(passes[shard].Gradients);
        optimizer.Step(passes[0].Gradients, rate);
        packed.Refresh();
    }

    /// <summary>Random numbers of the usual size for each kind of matrix (Glorot and Bengio 2010); biases 0, of forget gates 1.</summary>
    void SetRandomly()
    {
        var random = new SeededRandom(options.Seed * 7919);
        var shape = model.Shape;
        Set(model.Words, 0.25f);
        Set(model.Affixes, 0.1f);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            Set(model.InputWeights[layer], MathF.Sqrt(6f / (model.InputWeights[layer].Rows + shape.State)));
            Set(model.Forward[layer], MathF.Sqrt(3f / shape.Hidden));
            Set(model.Backward[layer], MathF.Sqrt(3f / shape.Hidden));
            for (var direction = 0; direction < 2; direction++)
                model.GateBias[layer].Values.AsSpan((direction * 4 + 1) * shape.Hidden, shape.Hidden).Fill(1);
        }
        Set(model.Projection, MathF.Sqrt(6f / (shape.State + shape.Arc)));
        Set(model.TagInput, MathF.Sqrt(6f / (shape.Input + shape.Tag)));
        Set(model.Arc, MathF.Sqrt(1.5f / shape.Arc));
        Set(model.ArcRoot, 0.1f);
        Set(model.Distance, 0.1f);
        Set(model.Label, MathF.Sqrt(6f / (shape.Label + model.Label.Columns)));
        Set(model.LabelRoot, 0.1f);
        Set(model.Tag, MathF.Sqrt(6f / (shape.Tag + 50)));
        Set(model.Feature, MathF.Sqrt(6f / (shape.Tag + 50)));

        void Set(Weights weights, float range)
        {
            foreach (ref var value in weights.Values.AsSpan())
                value = ((float)random.NextDouble() * 2 - 1) * range;
        }
    }
}
