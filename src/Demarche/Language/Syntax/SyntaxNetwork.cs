namespace Demarche.Language;

/// <summary>
/// A syntax model made ready for use: weights packed, the first layer worked out for frequent forms. Never changes; what one run
/// needs lies in its <see cref="SyntaxBuffers"/>.
/// </summary>
sealed class SyntaxNetwork
{
    readonly SyntaxModel model;
    readonly SyntaxShape shape;
    readonly PackedMatrix[] inputs;
    readonly PackedMatrix[] forward;
    readonly PackedMatrix[] backward;
    readonly PackedMatrix projection;
    readonly PackedMatrix tagInput;
    readonly PackedMatrix arc;
    readonly PackedMatrix distance;
    readonly PackedMatrix label;
    readonly PackedMatrix tag;

    // A word's part of the first layer's gates and of the tagger, one row for each frequent form.
    readonly float[] frequentGates;
    readonly float[] frequentTags;

    public SyntaxNetwork(SyntaxModel model)
    {
        this.model = model;
        shape = model.Shape;
        inputs = [.. model.InputWeights.Select(weights => weights.Pack())];
        forward = [.. model.Forward.Select(weights => weights.Pack())];
        backward = [.. model.Backward.Select(weights => weights.Pack())];
        projection = model.Projection.Pack();
        tagInput = model.TagInput.Pack();
        arc = model.Arc.Pack();
        distance = model.Distance.PackTransposed();
        label = model.Label.Pack();
        tag = model.Tag.Pack();

        var frequent = model.Vocabulary.FrequentForms.Words;
        var rows = new float[frequent.Length * shape.Input];
        for (var i = 0; i < frequent.Length; i++)
            model.CopyInput(frequent[i], rows.AsSpan(i * shape.Input, shape.Input));
        frequentGates = new float[frequent.Length * shape.Gates];
        frequentTags = new float[frequent.Length * shape.Tag];
        FirstLayer(rows, frequent.Length, frequentGates, frequentTags);
    }

    /// <summary>
    /// The words' representations, sentence by sentence, <see cref="SyntaxShape.Projection"/> numbers each.
    /// </summary>
    /// <param name="forms">In the order of the sentences.</param>
    public Span<float> Project(SentenceBatch batch, ReadOnlySpan<string> forms, SyntaxBuffers buffers)
    {
        var rows = batch.Rows;
        var gates = buffers.Gates(rows * shape.Gates);
        var words = buffers.Projection(rows * shape.Projection);
        ReadWords(batch, forms, buffers, gates, words);
        var below = buffers.Lower(rows * shape.State);
        var above = buffers.Upper(rows * shape.State);
        var cells = buffers.Cells(rows * shape.State);
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            if (layer > 0)
            {
                MatrixProduct.Multiply(below, shape.State, 1, rows, inputs[layer], gates, shape.Gates);
                AddBias(gates, shape.Gates, model.GateBias[layer]);
            }
            Lstm.Run(batch, shape.Hidden, gates, above, cells, forward[layer], backward[layer]);
            var swap = below;
            below = above;
            above = swap;
        }
        batch.ToSentences(below, shape.State, above);
        MatrixProduct.Multiply(above, shape.State, 1, rows, projection, words, shape.Projection, add: true);
        AddBias(words, shape.Projection, model.ProjectionBias);
        VectorMath.Rectify(words);
        return words;
    }

    /// <summary>Fills the first layer's gates, in the order of the steps, and the tagger's columns of the projection.</summary>
    void ReadWords(SentenceBatch batch, ReadOnlySpan<string> forms, SyntaxBuffers buffers, Span<float> gates, Span<float> words)
    {
        words.Clear();
        buffers.RareRows.Clear();
        for (var i = 0; i < forms.Length; i++)
            if (model.Vocabulary.FrequentForms.IndexOf(forms[i]) is var place and >= 0)
            {
                frequentTags.AsSpan(place * shape.Tag, shape.Tag).CopyTo(words[(i * shape.Projection + shape.TagAt)..]);
                frequentGates.AsSpan(place * shape.Gates, shape.Gates).CopyTo(gates[(batch.RowOfWord(i) * shape.Gates)..]);
            }
            else
            {
                buffers.RareRows.Add(i);
            }

        var rare = buffers.RareRows.Count;
        var rows = buffers.Inputs(rare * (shape.Input + shape.Gates + shape.Tag));
        var rareInputs = rows[..(rare * shape.Input)];
        var rareGates = rows.Slice(rareInputs.Length, rare * shape.Gates);
        var rareTags = rows[(rareInputs.Length + rareGates.Length)..];
        for (var i = 0; i < rare; i++)
            model.CopyInput(forms[buffers.RareRows[i]], rareInputs.Slice(i * shape.Input, shape.Input));
        FirstLayer(rareInputs, rare, rareGates, rareTags);
        for (var i = 0; i < rare; i++)
        {
            var word = buffers.RareRows[i];
            rareGates.Slice(i * shape.Gates, shape.Gates).CopyTo(gates[(batch.RowOfWord(word) * shape.Gates)..]);
            rareTags.Slice(i * shape.Tag, shape.Tag).CopyTo(words[(word * shape.Projection + shape.TagAt)..]);
        }
    }

    void FirstLayer(ReadOnlySpan<float> rows, int count, Span<float> gates, Span<float> tags)
    {
        MatrixProduct.Multiply(rows, shape.Input, 1, count, inputs[0], gates, shape.Gates);
        AddBias(gates, shape.Gates, model.GateBias[0]);
        MatrixProduct.Multiply(rows, shape.Input, 1, count, tagInput, tags, shape.Tag);
    }

    /// <summary>
    /// Scores of all arcs of one sentence, as <see cref="TreeDecoder.Decode"/> wants them. The scores of the batch's sentences
    /// share their memory: use one before asking for the next.
    /// </summary>
    /// <param name="words">The representations of this sentence's words.</param>
    public ReadOnlySpan<float> ScoreArcs(ReadOnlySpan<float> words, int count, SyntaxBuffers buffers)
    {
        var queries = buffers.Queries(count * shape.Arc);
        MatrixProduct.Multiply(words, shape.Projection, 1, count, arc, queries, shape.Arc);
        AddBias(queries, shape.Arc, model.ArcBias);
        var distances = buffers.Distances(count * ArcDistance.Buckets);
        MatrixProduct.Multiply(words, shape.Projection, 1, count, distance, distances, ArcDistance.Buckets);

        var scores = buffers.Arcs(count * (count + 1));
        buffers.Heads.FillTransposed(words[shape.HeadAt..], shape.Arc, count, shape.Projection);
        MatrixProduct.Multiply(queries, shape.Arc, 1, count, buffers.Heads, scores[1..], count + 1);
        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * (count + 1), count + 1);
            var far = distances.Slice(i * ArcDistance.Buckets, ArcDistance.Buckets);
            row[0] = VectorMath.Dot(queries.Slice(i * shape.Arc, shape.Arc), model.ArcRoot.Row(0)) + far[ArcDistance.Root];
            for (var head = 0; head < count; head++)
                if (head != i)
                    row[head + 1] += far[ArcDistance.Of(i, head)];
        }
        return scores;
    }

    /// <summary>Scores of all relations, one row a word, given the words' heads (0 for the root, otherwise 1 + index in the sentence).</summary>
    public ReadOnlySpan<float> ScoreRelations(ReadOnlySpan<float> words, ReadOnlySpan<int> heads, SyntaxBuffers buffers)
    {
        var pairs = buffers.Queries(heads.Length * shape.Label);
        for (var i = 0; i < heads.Length; i++)
        {
            var pair = pairs.Slice(i * shape.Label, shape.Label);
            words.Slice(i * shape.Projection + shape.LabelDependentAt, shape.Label).CopyTo(pair);
            VectorMath.Add(
                heads[i] == 0 ? model.LabelRoot.Row(0) : words.Slice((heads[i] - 1) * shape.Projection + shape.LabelHeadAt, shape.Label), pair);
        }
        VectorMath.Rectify(pairs);
        var relations = model.Vocabulary.Relations.Length;
        var scores = buffers.Scores(heads.Length * relations);
        MatrixProduct.Multiply(pairs, shape.Label, 1, heads.Length, label, scores, relations);
        AddBias(scores, relations, model.LabelBias);
        return scores;
    }

    /// <summary>Scores of the parts of speech, then of the fine tags, one row a word.</summary>
    public ReadOnlySpan<float> ScoreTags(ReadOnlySpan<float> words, int count, SyntaxBuffers buffers)
    {
        var scores = buffers.Scores(count * model.Tag.Columns);
        MatrixProduct.Multiply(words[shape.TagAt..], shape.Projection, 1, count, tag, scores, model.Tag.Columns);
        AddBias(scores, model.Tag.Columns, model.TagBias);
        return scores;
    }

    /// <summary>The best of the features seen with these tags, the first of equals.</summary>
    public int BestFeatures(ReadOnlySpan<float> word, int partOfSpeech, int fineTag)
    {
        var candidates = model.Vocabulary.FeaturesOf[partOfSpeech * model.Vocabulary.FineTags.Length + fineTag];
        if (candidates.Length == 1)
            return candidates[0];
        var best = -1;
        var highest = float.NegativeInfinity;
        for (var i = 0; i < (candidates.Length == 0 ? model.Feature.Rows : candidates.Length); i++)
        {
            var candidate = candidates.Length == 0 ? i : candidates[i];
            var score = VectorMath.Dot(word.Slice(shape.TagAt, shape.Tag), model.Feature.Row(candidate)) + model.FeatureBias.Values[candidate];
            if (score > highest)
                (best, highest) = (candidate, score);
        }
        return Math.Max(best, 0);
    }

    static void AddBias(Span<float> rows, int width, Weights bias)
    {
        for (var at = 0; at < rows.Length; at += width)
            VectorMath.Add(bias.Values, rows.Slice(at, width));
    }
}
