namespace Demarche.Training;

/// <summary>Counts things; remembers the order they came in, so that ties fall the same way every time.</summary>
sealed class Counter<T> where T : notnull
{
    readonly Dictionary<T, int> places = [];
    readonly List<(T Item, int Count)> counts = [];

    public int Total { get; private set; }

    public IEnumerable<T> Keys => counts.Select(count => count.Item);

    public int this[T item] => places.TryGetValue(item, out var place) ? counts[place].Count : 0;

    public void Add(T item, int by = 1)
    {
        Total += by;
        if (places.TryGetValue(item, out var place))
        {
            counts[place] = (item, counts[place].Count + by);
            return;
        }
        places[item] = counts.Count;
        counts.Add((item, by));
    }

    /// <summary>The most frequent; the first to come among equals.</summary>
    public T Most() => counts.MaxBy(count => count.Count).Item;
}
