using Demarche.Language;

namespace Demarche.Training;

/// <summary>
/// One pass over a shard of a batch: forward with dropout, the loss, and back. The forward part computes what
/// <see cref="SyntaxNetwork"/> computes (a test holds them together), but keeps what the way back needs.
/// </summary>
sealed partial class SyntaxPass
{
    // Weights of the losses: arcs and relations 1 each. Tags are learnt sooner and are fewer choices.
    const float TagLoss = 0.6f;
    const float FineTagLoss = 0.4f;
    const float FeatureLoss = 0.3f;

    readonly SyntaxModel model;
    readonly SyntaxShape shape;
    readonly SyntaxTrainingOptions options;
    readonly PackedWeights packed;
    readonly int[] wordCounts;
    readonly Arena arena = new();
    readonly PackedMatrix scratch = new();

    /// <summary>Makes a pass with gradients of its own; the packed weights are shared.</summary>
    /// <param name="wordCounts">How often the word of each row of the table stands in the treebank; rare ones are hidden more often.</param>
    public SyntaxPass(SyntaxModel model, SyntaxTrainingOptions options, PackedWeights packed, int[] wordCounts)
    {
        this.model = model;
        this.options = options;
        this.packed = packed;
        this.wordCounts = wordCounts;
        shape = model.Shape;
        Gradients = new Gradients(model);
    }

    public Gradients Gradients { get; }

    /// <summary>Sum over all words since it was last set to 0.</summary>
    public double Loss { get; set; }

    // The shard in hand.
    TrainingSentence[] sentences = [];
    SentenceBatch batch = new([]);
    float scale;
    SeededRandom random = new(0);
    int[] wordRows = [];
    byte[] droppedParts = [];
    Memory<float> inputs;
    Memory<float> inputMask;
    Memory<float>[] layerInputs = [];
    Memory<float>[] gates = [];
    Memory<float>[] cells = [];
    Memory<float>[] states = [];
    Memory<float>[] stateMasks = [];
    Memory<float> sentenceInputs;
    Memory<float> top;
    Memory<float> words;
    Memory<float> wordMask;
    Memory<float> wordGradients;

    /// <summary>Adds the gradients of these sentences.</summary>
    /// <param name="shard">Longest first.</param>
    /// <param name="scale">The weight of one word's loss.</param>
    public void Run(TrainingSentence[] shard, float scale, ulong seed)
    {
        if (shard.Length == 0)
            return;
        arena.Reset();
        sentences = shard;
        batch = new SentenceBatch([.. shard.Select(sentence => sentence.Count)]);
        this.scale = scale;
        random = new SeededRandom(seed);
        ReadInputs();
        RunLayers();
        Project();
        wordGradients = arena.Take(batch.Rows * shape.Projection);
        LearnArcs();
        LearnRelations();
        LearnTags();
        ProjectBack();
    }

    void ReadInputs()
    {
        inputs = arena.Take(batch.Rows * shape.Input);
        wordRows = new int[batch.Rows];
        droppedParts = new byte[batch.Rows];
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var row = batch.RowOf(s, i);
                var sentence = sentences[s];
                var word = sentence.Words[i];
                // Dropping a word of count c with 1/4 : c + 1/4 is from Kiperwasser and Goldberg 2016, section 3.
                if ((float)random.NextDouble() < 0.25f / (0.25f + wordCounts[word]))
                    word = 0;
                var input = inputs.Span.Slice(row * shape.Input, shape.Input);
                model.CopyInput(word, sentence.Affixes.AsSpan(i * FormFeatures.AffixCount, FormFeatures.AffixCount), sentence.Vectors[i], input);
                byte dropped = 0;
                for (var part = 0; part < 3; part++)
                    if ((float)random.NextDouble() < options.PartDropout)
                        dropped |= (byte)(1 << part);
                ClearParts(input, dropped);
                wordRows[row] = word;
                droppedParts[row] = dropped;
            }
        inputMask = Drop(inputs.Span, options.InputDropout);
    }

    void ClearParts(Span<float> input, byte dropped)
    {
        if ((dropped & 1) != 0)
            input[..shape.Word].Clear();
        if ((dropped & 2) != 0)
            input.Slice(shape.Word, shape.Affix).Clear();
        if ((dropped & 4) != 0)
            input[(shape.Word + shape.Affix)..].Clear();
    }

    void RunLayers()
    {
        layerInputs = new Memory<float>[shape.Layers + 1];
        gates = new Memory<float>[shape.Layers];
        cells = new Memory<float>[shape.Layers];
        states = new Memory<float>[shape.Layers];
        stateMasks = new Memory<float>[shape.Layers];
        layerInputs[0] = inputs;
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            var weights = model.InputWeights[layer];
            gates[layer] = arena.Take(batch.Rows * shape.Gates);
            cells[layer] = arena.Take(batch.Rows * shape.State);
            states[layer] = arena.Take(batch.Rows * shape.State);
            MatrixProduct.Multiply(layerInputs[layer].Span, weights.Rows, 1, batch.Rows, packed.Plain(weights), gates[layer].Span, shape.Gates);
            AddBias(gates[layer].Span, model.GateBias[layer]);
            Lstm.Run(
                batch, shape.Hidden, gates[layer].Span, states[layer].Span, cells[layer].Span,
                packed.Plain(model.Forward[layer]), packed.Plain(model.Backward[layer]));
            layerInputs[layer + 1] = arena.Take(batch.Rows * shape.State);
            states[layer].CopyTo(layerInputs[layer + 1]);
            stateMasks[layer] = Drop(layerInputs[layer + 1].Span, options.StateDropout);
        }
    }

    void Project()
    {
        top = arena.Take(batch.Rows * shape.State);
        batch.ToSentences(layerInputs[shape.Layers].Span, shape.State, top.Span);
        sentenceInputs = arena.Take(batch.Rows * shape.Input);
        batch.ToSentences(inputs.Span, shape.Input, sentenceInputs.Span);
        words = arena.Take(batch.Rows * shape.Projection);
        MatrixProduct.Multiply(
            sentenceInputs.Span, shape.Input, 1, batch.Rows, packed.Plain(model.TagInput), words.Span[shape.TagAt..], shape.Projection);
        MatrixProduct.Multiply(top.Span, shape.State, 1, batch.Rows, packed.Plain(model.Projection), words.Span, shape.Projection, add: true);
        AddBias(words.Span, model.ProjectionBias);
        VectorMath.Rectify(words.Span);
        wordMask = Drop(words.Span, options.ProjectionDropout);
    }

    void ProjectBack()
    {
        var gradients = wordGradients.Span;
        VectorMath.Multiply(wordMask.Span, gradients);
        VectorMath.RectifyBack(words.Span, gradients);
        AddWeightGradient(model.Projection, top.Span, shape.State, gradients, shape.Projection);
        AddBiasGradient(model.ProjectionBias, gradients);
        AddWeightGradient(model.TagInput, sentenceInputs.Span, shape.Input, gradients[shape.TagAt..], shape.Projection);
        var topGradients = arena.Take(batch.Rows * shape.State);
        MatrixProduct.Multiply(
            gradients, shape.Projection, 1, batch.Rows, packed.Transposed(model.Projection), topGradients.Span, shape.State);
        var upper = arena.Take(batch.Rows * shape.State);
        batch.AddToSteps(topGradients.Span, shape.State, upper.Span);
        for (var layer = shape.Layers - 1; layer >= 0; layer--)
            upper = RunLayerBack(layer, upper);

        var tagged = arena.Take(batch.Rows * shape.Input);
        MatrixProduct.Multiply(
            gradients[shape.TagAt..], shape.Projection, 1, batch.Rows, packed.Transposed(model.TagInput), tagged.Span, shape.Input);
        batch.AddToSteps(tagged.Span, shape.Input, upper.Span);
        VectorMath.Multiply(inputMask.Span, upper.Span);
        LearnInputs(upper.Span);
    }

    Memory<float> RunLayerBack(int layer, Memory<float> upper)
    {
        VectorMath.Multiply(stateMasks[layer].Span, upper.Span);
        var sums = gates[layer].Span;
        Lstm.RunBack(
            batch, shape.Hidden, sums, cells[layer].Span, upper.Span,
            packed.Transposed(model.Forward[layer]), packed.Transposed(model.Backward[layer]));
        var weights = model.InputWeights[layer];
        AddWeightGradient(weights, layerInputs[layer].Span, weights.Rows, sums, shape.Gates);
        AddBiasGradient(model.GateBias[layer], sums);

        var before = arena.Take(batch.Rows * shape.State).Span;
        for (var step = 0; step < batch.Steps; step++)
            for (var s = 0; s < batch.CountAt(step); s++)
            {
                var target = before.Slice(batch.RowOf(s, step) * shape.State, shape.State);
                if (step > 0)
                    states[layer].Span.Slice(batch.RowOf(s, step - 1) * shape.State, shape.Hidden).CopyTo(target);
                if (s < batch.CountAt(step + 1))
                    states[layer].Span.Slice(batch.RowOf(s, step + 1) * shape.State + shape.Hidden, shape.Hidden).CopyTo(target[shape.Hidden..]);
            }
        AddWeightGradient(model.Forward[layer], before, shape.State, sums, shape.Gates);
        AddWeightGradient(model.Backward[layer], before[shape.Hidden..], shape.State, sums[(4 * shape.Hidden)..], shape.Gates);

        var lower = arena.Take(batch.Rows * weights.Rows);
        MatrixProduct.Multiply(sums, shape.Gates, 1, batch.Rows, packed.Transposed(weights), lower.Span, weights.Rows);
        return lower;
    }

    void LearnInputs(ReadOnlySpan<float> gradients)
    {
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var row = batch.RowOf(s, i);
                var gradient = gradients.Slice(row * shape.Input, shape.Input);
                if ((droppedParts[row] & 1) == 0)
                    Gradients.AddRow(model.Words, wordRows[row], gradient[..shape.Word]);
                if ((droppedParts[row] & 2) == 0)
                    for (var k = 0; k < FormFeatures.AffixCount; k++)
                        Gradients.AddRow(model.Affixes, sentences[s].Affixes[i * FormFeatures.AffixCount + k], gradient.Slice(shape.Word, shape.Affix));
                if ((droppedParts[row] & 4) == 0 && sentences[s].Vectors[i] < 0)
                    VectorMath.Add(gradient[(shape.Word + shape.Affix)..], Gradients.Of(model.UnknownVector));
            }
    }

    /// <summary>Sets numbers to 0 with the given chance, the others up to make good for it; returns the factors.</summary>
    Memory<float> Drop(Span<float> x, float chance)
    {
        var mask = arena.Take(x.Length);
        var keep = 1 / (1 - chance);
        var threshold = (uint)(chance * (1 << 16));
        // Four decisions from one number of the generator.
        for (var i = 0; i < x.Length; i += 4)
        {
            var bits = random.Next();
            foreach (ref var factor in mask.Span[i..Math.Min(i + 4, x.Length)])
            {
                factor = (bits & 0xFFFF) < threshold ? 0 : keep;
                bits >>= 16;
            }
        }
        VectorMath.Multiply(mask.Span, x);
        return mask;
    }

    static void AddBias(Span<float> rows, Weights bias)
    {
        for (var at = 0; at < rows.Length; at += bias.Columns)
            VectorMath.Add(bias.Values, rows.Slice(at, bias.Columns));
    }

    void AddBiasGradient(Weights bias, ReadOnlySpan<float> rows)
    {
        for (var at = 0; at < rows.Length; at += bias.Columns)
            VectorMath.Add(rows.Slice(at, bias.Columns), Gradients.Of(bias));
    }

    /// <summary>Gradient of weights in output = input * weights: input transposed, times the output's gradient.</summary>
    void AddWeightGradient(Weights weights, ReadOnlySpan<float> input, int inputStride, ReadOnlySpan<float> output, int outputStride)
    {
        scratch.Fill(output, batch.Rows, weights.Columns, outputStride);
        MatrixProduct.Multiply(input, 1, inputStride, weights.Rows, scratch, Gradients.Of(weights), weights.Columns, add: true);
    }
}
