using Demarche.Language;

namespace Demarche.Training;

// The scorers on top: their losses, and back to the gradients of the words' representations.
sealed partial class SyntaxPass
{
    // A word is not its own head.
    const float Never = -1e9f;

    void LearnArcs()
    {
        var rows = batch.Rows;
        var queries = arena.Take(rows * shape.Arc).Span;
        MatrixProduct.Multiply(words.Span, shape.Projection, 1, rows, packed.Plain(model.Arc), queries, shape.Arc);
        AddBias(queries, model.ArcBias);
        var distances = arena.Take(rows * ArcDistance.Buckets).Span;
        MatrixProduct.Multiply(words.Span, shape.Projection, 1, rows, packed.Transposed(model.Distance), distances, ArcDistance.Buckets);
        var queryGradients = arena.Take(queries.Length).Span;
        var distanceGradients = arena.Take(distances.Length).Span;

        for (var s = 0; s < sentences.Length; s++)
        {
            var first = batch.Starts[s];
            var count = sentences[s].Count;
            LearnArcs(
                sentences[s], first,
                queries.Slice(first * shape.Arc, count * shape.Arc),
                distances.Slice(first * ArcDistance.Buckets, count * ArcDistance.Buckets),
                queryGradients.Slice(first * shape.Arc, count * shape.Arc),
                distanceGradients.Slice(first * ArcDistance.Buckets, count * ArcDistance.Buckets));
        }

        AddWeightGradient(model.Arc, words.Span, shape.Projection, queryGradients, shape.Arc);
        AddBiasGradient(model.ArcBias, queryGradients);
        MatrixProduct.Multiply(queryGradients, shape.Arc, 1, rows, packed.Transposed(model.Arc), wordGradients.Span, shape.Projection, add: true);
        MatrixProduct.Multiply(distanceGradients, ArcDistance.Buckets, 1, rows, packed.Plain(model.Distance), wordGradients.Span, shape.Projection, add: true);
        scratch.Fill(words.Span, rows, shape.Arc, shape.Projection);
        MatrixProduct.Multiply(
            distanceGradients, 1, ArcDistance.Buckets, ArcDistance.Buckets, scratch, Gradients.Of(model.Distance), shape.Arc, add: true);
    }

    void LearnArcs(
        TrainingSentence sentence, int first, ReadOnlySpan<float> queries, ReadOnlySpan<float> distances, Span<float> queryGradients, Span<float> distanceGradients)
    {
        var count = sentence.Count;
        var width = count + 1;
        var heads = arena.Take(width * shape.Arc).Span;
        model.ArcRoot.Row(0).CopyTo(heads);
        for (var i = 0; i < count; i++)
            words.Span.Slice((first + i) * shape.Projection + shape.HeadAt, shape.Arc).CopyTo(heads[((i + 1) * shape.Arc)..]);
        var scores = arena.Take(count * width).Span;
        scratch.FillTransposed(heads, shape.Arc, width, shape.Arc);
        MatrixProduct.Multiply(queries, shape.Arc, 1, count, scratch, scores, width);

        for (var i = 0; i < count; i++)
        {
            var row = scores.Slice(i * width, width);
            var far = distances.Slice(i * ArcDistance.Buckets, ArcDistance.Buckets);
            var farGradients = distanceGradients.Slice(i * ArcDistance.Buckets, ArcDistance.Buckets);
            row[0] += far[ArcDistance.Root];
            for (var head = 0; head < count; head++)
                row[head + 1] = head == i ? Never : row[head + 1] + far[ArcDistance.Of(i, head)];
            Learn(row, sentence.Heads[i], 1);
            farGradients[ArcDistance.Root] += row[0];
            for (var head = 0; head < count; head++)
                if (head != i)
                    farGradients[ArcDistance.Of(i, head)] += row[head + 1];
        }

        scratch.Fill(heads, width, shape.Arc, shape.Arc);
        MatrixProduct.Multiply(scores, width, 1, count, scratch, queryGradients, shape.Arc);
        scratch.Fill(queries, count, shape.Arc, shape.Arc);
        var headGradients = arena.Take(heads.Length).Span;
        MatrixProduct.Multiply(scores, 1, width, width, scratch, headGradients, shape.Arc);
        VectorMath.Add(headGradients[..shape.Arc], Gradients.Of(model.ArcRoot));
        for (var i = 0; i < count; i++)
            VectorMath.Add(
                headGradients.Slice((i + 1) * shape.Arc, shape.Arc), wordGradients.Span.Slice((first + i) * shape.Projection + shape.HeadAt, shape.Arc));
    }

    void LearnRelations()
    {
        var pairs = arena.Take(batch.Rows * shape.Label).Span;
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var word = batch.Starts[s] + i;
                var head = sentences[s].Heads[i];
                var pair = pairs.Slice(word * shape.Label, shape.Label);
                words.Span.Slice(word * shape.Projection + shape.LabelDependentAt, shape.Label).CopyTo(pair);
                VectorMath.Add(head == 0 ? model.LabelRoot.Row(0) : LabelHead(words.Span, s, head), pair);
            }
        VectorMath.Rectify(pairs);
        var relations = model.Vocabulary.Relations.Length;
        var scores = arena.Take(batch.Rows * relations).Span;
        MatrixProduct.Multiply(pairs, shape.Label, 1, batch.Rows, packed.Plain(model.Label), scores, relations);
        AddBias(scores, model.LabelBias);
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
                Learn(scores.Slice((batch.Starts[s] + i) * relations, relations), sentences[s].Relations[i], 1);

        AddWeightGradient(model.Label, pairs, shape.Label, scores, relations);
        AddBiasGradient(model.LabelBias, scores);
        var gradients = arena.Take(pairs.Length).Span;
        MatrixProduct.Multiply(scores, relations, 1, batch.Rows, packed.Transposed(model.Label), gradients, shape.Label);
        VectorMath.RectifyBack(pairs, gradients);
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var word = batch.Starts[s] + i;
                var head = sentences[s].Heads[i];
                var gradient = gradients.Slice(word * shape.Label, shape.Label);
                VectorMath.Add(gradient, wordGradients.Span.Slice(word * shape.Projection + shape.LabelDependentAt, shape.Label));
                VectorMath.Add(gradient, head == 0 ? Gradients.Of(model.LabelRoot) : LabelHead(wordGradients.Span, s, head));
            }
    }

    Span<float> LabelHead(Span<float> rows, int sentence, int head) =>
        rows.Slice((batch.Starts[sentence] + head - 1) * shape.Projection + shape.LabelHeadAt, shape.Label);

    void LearnTags()
    {
        var rows = batch.Rows;
        var tags = model.Tag.Columns;
        var scores = arena.Take(rows * tags).Span;
        MatrixProduct.Multiply(words.Span[shape.TagAt..], shape.Projection, 1, rows, packed.Plain(model.Tag), scores, tags);
        AddBias(scores, model.TagBias);
        var features = model.Feature.Rows;
        var featureScores = arena.Take(rows * features).Span;
        MatrixProduct.Multiply(words.Span[shape.TagAt..], shape.Projection, 1, rows, packed.Transposed(model.Feature), featureScores, features);
        AddBias(featureScores, model.FeatureBias);
        for (var s = 0; s < sentences.Length; s++)
            for (var i = 0; i < sentences[s].Count; i++)
            {
                var row = scores.Slice((batch.Starts[s] + i) * tags, tags);
                Learn(row[..SyntaxModel.PartsOfSpeech], sentences[s].Tags[i], TagLoss);
                Learn(row[SyntaxModel.PartsOfSpeech..], sentences[s].FineTags[i], FineTagLoss);
                Learn(featureScores.Slice((batch.Starts[s] + i) * features, features), sentences[s].Features[i], FeatureLoss);
            }

        AddWeightGradient(model.Tag, words.Span[shape.TagAt..], shape.Projection, scores, tags);
        AddBiasGradient(model.TagBias, scores);
        MatrixProduct.Multiply(scores, tags, 1, rows, packed.Transposed(model.Tag), wordGradients.Span[shape.TagAt..], shape.Projection, add: true);
        scratch.Fill(words.Span[shape.TagAt..], rows, shape.Tag, shape.Projection);
        MatrixProduct.Multiply(featureScores, 1, features, features, scratch, Gradients.Of(model.Feature), shape.Tag, add: true);
        AddBiasGradient(model.FeatureBias, featureScores);
        MatrixProduct.Multiply(featureScores, features, 1, rows, packed.Plain(model.Feature), wordGradients.Span[shape.TagAt..], shape.Projection, add: true);
    }

    /// <summary>Cross entropy: scores become their gradients. A label the model does not know teaches nothing.</summary>
    void Learn(Span<float> scores, int right, float weight)
    {
        if (right < 0)
        {
            scores.Clear();
            return;
        }
        VectorMath.Softmax(scores);
        Loss -= weight * Math.Log(Math.Max(scores[right], 1e-20f));
        scores[right] -= 1;
        foreach (ref var score in scores)
            score *= weight * scale;
    }
}
