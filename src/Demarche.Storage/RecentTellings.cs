using Demarche.Events;

namespace Demarche.Storage;

/// <summary>The reports used last, with their keys; the least used half is forgotten when it is full.</summary>
sealed class RecentTellings(int capacity)
{
    readonly Dictionary<ReportedEventId, Entry> byId = [];
    long clock;

    sealed class Entry(long key, Telling telling)
    {
        public long Key => key;

        public Telling Telling => telling;

        public long Used { get; set; }
    }

    public void Add(ReportedEventId id, long key, Telling telling)
    {
        if (byId.Count >= capacity)
            foreach (var (old, _) in byId.OrderBy(entry => entry.Value.Used).Take(capacity / 2).ToList())
                byId.Remove(old);
        byId[id] = new Entry(key, telling) { Used = ++clock };
    }

    public bool TryGet(ReportedEventId id, out long key, out Telling telling)
    {
        if (byId.TryGetValue(id, out var entry))
        {
            entry.Used = ++clock;
            (key, telling) = (entry.Key, entry.Telling);
            return true;
        }
        (key, telling) = (0, null!);
        return false;
    }

    public void Remove(ReportedEventId id) => byId.Remove(id);

    public void Clear() => byId.Clear();
}
