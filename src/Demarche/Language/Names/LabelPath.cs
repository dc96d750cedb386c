namespace Demarche.Language.Names;

/// <summary>The best sequence of labels for a sentence (Viterbi), with the rule that a later word follows one of its kind.</summary>
static class LabelPath
{
    const int L = NameLabel.Count;

    /// <summary>Fills <paramref name="path"/>.</summary>
    /// <param name="scores">A row of labels for each word.</param>
    /// <param name="transitions">A row for each label before, the last for the start.</param>
    /// <param name="path">One label for each word.</param>
    /// <param name="back">Working room of the size of <paramref name="scores"/>.</param>
    public static void Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, Span<byte> path, Span<byte> back)
    {
        Span<float> current = stackalloc float[L], next = stackalloc float[L];
        var count = path.Length;
        for (var label = 0; label < L; label++)
            current[label] = NameLabel.IsLater(label) ? float.NegativeInfinity : scores[label] + transitions[L * L + label];
        for (var i = 1; i < count; i++)
        {
            for (var label = 0; label < L; label++)
            {
                var best = float.NegativeInfinity;
                var from = 0;
                if (NameLabel.IsLater(label))
                {
                    float first = current[label - 1] + transitions[(label - 1) * L + label], later = current[label] + transitions[label * L + label];
                    (best, from) = first >= later ? (first, label - 1) : (later, label);
                }
                else
                {
                    for (var previous = 0; previous < L; previous++)
                    {
                        var score = current[previous] + transitions[previous * L + label];
                        if (score > best)
                            (best, from) = (score, previous);
                    }
                }
                next[label] = best + scores[i * L + label];
                back[i * L + label] = (byte)from;
            }
            next.CopyTo(current);
        }
        var last = 0;
        for (var label = 1; label < L; label++)
            if (current[label] > current[last])
                last = label;
        for (var i = count - 1; i >= 0; i--)
        {
            path[i] = (byte)last;
            last = i > 0 ? back[i * L + last] : last;
        }
    }
}
