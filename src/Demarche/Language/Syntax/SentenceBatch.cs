namespace Demarche.Language;

/// <summary>
/// Sentences side by side for a recurrent network, longest first: the words at position t of all sentences that are so long lie in
/// neighbouring rows, so that one step of the network is one matrix product.
/// </summary>
sealed class SentenceBatch
{
    readonly int[] offsets;
    readonly int[] counts;
    readonly int[] rows;

    /// <summary>Lays out sentences by the number of their words: none 0, in falling order.</summary>
    public SentenceBatch(ReadOnlySpan<int> lengths)
    {
        Lengths = lengths.ToArray();
        Starts = new int[lengths.Length];
        Steps = lengths.Length == 0 ? 0 : lengths[0];
        offsets = new int[Steps];
        counts = new int[Steps];
        var longEnough = lengths.Length;
        for (var step = 0; step < Steps; step++)
        {
            while (lengths[longEnough - 1] <= step)
                longEnough--;
            counts[step] = longEnough;
            offsets[step] = Rows;
            Rows += longEnough;
        }
        rows = new int[Rows];
        var word = 0;
        for (var s = 0; s < lengths.Length; s++)
        {
            Starts[s] = word;
            for (var step = 0; step < lengths[s]; step++)
                rows[word++] = RowOf(s, step);
        }
    }

    public int[] Lengths { get; }

    /// <summary>Where each sentence begins when the words are ordered sentence by sentence.</summary>
    public int[] Starts { get; }

    public int Steps { get; }

    public int Rows { get; }

    /// <summary>How many sentences have a word at this position; 0 outside.</summary>
    public int CountAt(int step) => (uint)step < (uint)Steps ? counts[step] : 0;

    public int RowOf(int sentence, int step) => offsets[step] + sentence;

    /// <summary>The row of a word, counted sentence by sentence.</summary>
    public int RowOfWord(int word) => rows[word];

    /// <summary>Rows in the order of the steps to rows in the order of the sentences.</summary>
    public void ToSentences(ReadOnlySpan<float> steps, int width, Span<float> sentences)
    {
        for (var word = 0; word < Rows; word++)
            steps.Slice(rows[word] * width, width).CopyTo(sentences[(word * width)..]);
    }

    /// <summary>Adds rows in the order of the sentences to rows in the order of the steps.</summary>
    public void AddToSteps(ReadOnlySpan<float> sentences, int width, Span<float> steps)
    {
        for (var word = 0; word < Rows; word++)
            VectorMath.Add(sentences.Slice(word * width, width), steps.Slice(rows[word] * width, width));
    }
}
