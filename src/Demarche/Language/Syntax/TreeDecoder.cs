namespace Demarche.Language;

/// <summary>Finds the best tree with one root over scored arcs (Chu and Liu 1965, Edmonds 1967).</summary>
static class TreeDecoder
{
    // How many words are tried as the root, best first, where the highest heads are no tree.
    const int RootsTried = 8;

    /// <summary>Chooses the heads of one sentence.</summary>
    /// <param name="scores">One row a word, one column a head; column 0 is the root. A word's own column is ignored.</param>
    /// <param name="heads">Receives 0 for the root, otherwise 1 + the index of the head.</param>
    public static void Decode(ReadOnlySpan<float> scores, Span<int> heads)
    {
        var words = heads.Length;
        var width = words + 1;
        var roots = 0;
        for (var word = 0; word < words; word++)
        {
            heads[word] = HighestHead(scores.Slice(word * width, width), word, first: 0);
            if (heads[word] == 0)
                roots++;
        }
        if (roots == 1 && IsTree(heads))
            return;

        var candidates = new (float Gain, int Word)[words];
        for (var word = 0; word < words; word++)
        {
            var row = scores.Slice(word * width, width);
            candidates[word] = (words == 1 ? 0 : row[0] - row[HighestHead(row, word, first: 1)], word);
        }
        Array.Sort(candidates, (a, b) => a.Gain != b.Gain ? b.Gain.CompareTo(a.Gain) : a.Word.CompareTo(b.Word));
        var best = float.NegativeInfinity;
        foreach (var (_, root) in candidates.AsSpan(0, Math.Min(RootsTried, words)))
        {
            var tree = BestTree(Weights(scores, words, root), width);
            var total = 0f;
            for (var word = 0; word < words; word++)
                total += scores[word * width + tree[word + 1]];
            if (total <= best && root != candidates[0].Word)
                continue;
            best = total;
            tree.AsSpan(1).CopyTo(heads);
        }
    }

    static int HighestHead(ReadOnlySpan<float> row, int word, int first)
    {
        var best = -1;
        for (var head = first; head < row.Length; head++)
            if (head != word + 1 && (best < 0 || row[head] > row[best]))
                best = head;
        return best;
    }

    /// <summary>Whether every word reaches the root.</summary>
    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        Span<int> visit = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        visit.Clear();
        for (var word = 0; word < heads.Length; word++)
        {
            var at = word;
            while (visit[at] == 0)
            {
                visit[at] = word + 1;
                if (heads[at] == 0)
                    break;
                at = heads[at] - 1;
                if (visit[at] == word + 1)
                    return false;
            }
        }
        return true;
    }

    /// <summary>Arc weights [head, dependent] with the root fixed: only its arc leaves node 0.</summary>
    static float[] Weights(ReadOnlySpan<float> scores, int words, int root)
    {
        var width = words + 1;
        var weights = new float[width * width];
        Array.Fill(weights, float.NegativeInfinity);
        for (var word = 0; word < words; word++)
            for (var head = 0; head < width; head++)
                if (head != word + 1 && (head == 0) == (word == root))
                    weights[head * width + word + 1] = scores[word * width + head];
        return weights;
    }

    static int[] BestTree(float[] weights, int nodes)
    {
        var heads = new int[nodes];
        for (var node = 1; node < nodes; node++)
        {
            var best = -1;
            for (var head = 0; head < nodes; head++)
                if (head != node && (best < 0 || weights[head * nodes + node] > weights[best * nodes + node]))
                    best = head;
            heads[node] = best;
        }
        var cycle = FindCycle(heads);
        return cycle.Count == 0 ? heads : Expand(weights, nodes, heads, cycle);
    }

    static List<int> FindCycle(int[] heads)
    {
        var cycle = new List<int>();
        var visit = new int[heads.Length];
        for (var node = 1; node < heads.Length; node++)
        {
            var at = node;
            while (at != 0 && visit[at] == 0)
            {
                visit[at] = node;
                at = heads[at];
            }
            if (at == 0 || visit[at] != node)
                continue;
            var end = at;
            do
            {
                cycle.Add(at);
                at = heads[at];
            }
            while (at != end);
            return cycle;
        }
        return cycle;
    }

    /// <summary>Makes the cycle one node (the last), solves the smaller graph, and opens the cycle where the tree enters it.</summary>
    static int[] Expand(float[] weights, int nodes, int[] heads, List<int> cycle)
    {
        var outside = Enumerable.Range(0, nodes).Except(cycle).ToArray();
        var size = outside.Length + 1;
        var inner = size - 1;
        var smaller = new float[size * size];
        Array.Fill(smaller, float.NegativeInfinity);
        var entries = new int[size];
        var exits = new int[size];
        for (var a = 0; a < inner; a++)
        {
            for (var b = 1; b < inner; b++)
                if (a != b)
                    smaller[a * size + b] = weights[outside[a] * nodes + outside[b]];
            entries[a] = exits[a] = cycle[0];
            foreach (var node in cycle)
            {
                var enter = weights[outside[a] * nodes + node] - weights[heads[node] * nodes + node];
                if (enter > smaller[a * size + inner])
                    (smaller[a * size + inner], entries[a]) = (enter, node);
                var exit = weights[node * nodes + outside[a]];
                if (a != 0 && exit > smaller[inner * size + a])
                    (smaller[inner * size + a], exits[a]) = (exit, node);
            }
        }
        var tree = BestTree(smaller, size);
        for (var b = 1; b < inner; b++)
            heads[outside[b]] = tree[b] == inner ? exits[b] : outside[tree[b]];
        heads[entries[tree[inner]]] = outside[tree[inner]];
        return heads;
    }
}
