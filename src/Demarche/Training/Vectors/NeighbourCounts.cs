using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>How often words stand beside others, as a sparse matrix: a row for each word, a column for each neighbour at each place.</summary>
sealed class NeighbourCounts
{
    // Neighbours are weighted by their count to this power, which keeps rare ones from dominating (Levy, Goldberg and Dagan 2015, 3.2).
    const double Smoothing = 0.75;

    readonly int[] starts;
    readonly int[] lengths;
    readonly int[] columns;
    readonly float[] values;

    NeighbourCounts(WordList words, int columnCount, int[] starts, int[] columns)
    {
        Words = words;
        ColumnCount = columnCount;
        this.starts = starts;
        this.columns = columns;
        values = new float[columns.Length];
        lengths = new int[words.Count];
    }

    public WordList Words { get; }

    public int ColumnCount { get; }

    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row], lengths[row]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row], lengths[row]);

    /// <summary>Counts, and turns the counts into positive pointwise mutual information.</summary>
    public static NeighbourCounts Of(IEnumerable<ImmutableArray<string>> sentences, WordVectorOptions options)
    {
        var (words, text) = Index(sentences, options.FewestOccurrences);
        var rowStarts = new int[words.Count + 1];
        Visit(text, options, (row, _) => rowStarts[row + 1]++);
        for (var row = 0; row < words.Count; row++)
            rowStarts[row + 1] += rowStarts[row];
        var occurrences = new int[rowStarts[^1]];
        var ends = rowStarts.AsSpan(0, words.Count).ToArray();
        Visit(text, options, (row, column) => occurrences[ends[row]++] = column);
        var counts = new NeighbourCounts(words, 2 * options.Window * options.Neighbours, rowStarts, occurrences);
        counts.Count();
        counts.Weigh();
        return counts;
    }

    /// <summary>The words that are frequent enough, most frequent first, and the text as their places (-1 for other words).</summary>
    static (WordList Words, List<int[]> Text) Index(IEnumerable<ImmutableArray<string>> sentences, int fewest)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        var counts = new List<int>();
        var text = new List<int[]>();
        foreach (var sentence in sentences)
        {
            var row = new int[sentence.Length];
            for (var i = 0; i < row.Length; i++)
            {
                var norm = FormFeatures.Normalize(sentence[i]);
                if (!ids.TryGetValue(norm, out var id))
                {
                    ids.Add(norm, id = names.Count);
                    names.Add(norm);
                    counts.Add(0);
                }
                counts[id]++;
                row[i] = id;
            }
            text.Add(row);
        }
        var kept = Enumerable.Range(0, names.Count).Where(id => counts[id] >= fewest)
            .OrderByDescending(id => counts[id]).ThenBy(id => names[id], StringComparer.Ordinal).ToArray();
        var places = new int[names.Count];
        Array.Fill(places, -1);
        for (var place = 0; place < kept.Length; place++)
            places[kept[place]] = place;
        foreach (var row in text)
            foreach (ref var id in row.AsSpan())
                id = places[id];
        return (new WordList([.. kept.Select(id => names[id])]), text);
    }

    static void Visit(List<int[]> text, WordVectorOptions options, Action<int, int> visit)
    {
        foreach (var sentence in text)
            for (var i = 0; i < sentence.Length; i++)
                for (var place = 0; sentence[i] >= 0 && place < 2 * options.Window; place++)
                {
                    var other = i + place - options.Window + (place < options.Window ? 0 : 1);
                    if ((uint)other < (uint)sentence.Length && (uint)sentence[other] < (uint)options.Neighbours)
                        visit(sentence[i], place * options.Neighbours + sentence[other]);
                }
    }

    /// <summary>Sorts the occurrences of each row and leaves each column once, with its count.</summary>
    void Count()
    {
        for (var row = 0; row < lengths.Length; row++)
        {
            var occurrences = columns.AsSpan(starts[row]..starts[row + 1]);
            occurrences.Sort();
            var kept = 0;
            for (int first = 0, end; first < occurrences.Length; first = end)
            {
                var column = occurrences[first];
                end = first + 1;
                while (end < occurrences.Length && occurrences[end] == column)
                    end++;
                occurrences[kept] = column;
                values[starts[row] + kept++] = end - first;
            }
            lengths[row] = kept;
        }
    }

    void Weigh()
    {
        var columnSums = new double[ColumnCount];
        for (var row = 0; row < lengths.Length; row++)
            for (var i = 0; i < lengths[row]; i++)
                columnSums[columns[starts[row] + i]] += values[starts[row] + i];
        var smoothed = Array.ConvertAll(columnSums, sum => Math.Pow(sum, Smoothing));
        var total = smoothed.Sum();
        for (var row = 0; row < lengths.Length; row++)
        {
            var rowSum = 0.0;
            foreach (var value in Values(row))
                rowSum += value;
            var kept = starts[row];
            for (var i = starts[row]; i < starts[row] + lengths[row]; i++)
            {
                var information = Math.Log(values[i] * total / (rowSum * smoothed[columns[i]]));
                if (information <= 0)
                    continue;
                columns[kept] = columns[i];
                values[kept++] = (float)information;
            }
            lengths[row] = kept - starts[row];
        }
    }
}
