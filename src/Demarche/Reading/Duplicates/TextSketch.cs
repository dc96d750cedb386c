using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading.Duplicates;

/// <summary>
/// What tells whether two texts are one: their runs of four words. Longer runs stand for the text in an index, the least hash in each window
/// of the text: MinHash of a window (winnowing: Schleimer, Wilkerson and Aiken, SIGMOD 2003). Unlike signatures of whole texts, those of the
/// windows are the same in an excerpt as in the text it was taken from. The runs of four then decide.
/// </summary>
public sealed class TextSketch
{
    const int RunLength = 4;

    // Shorter runs ("the ministry of foreign affairs") stand in one article of a hundred, and nothing would be found by them.
    const int KeyLength = 6;

    // Texts that share so many words in a row share a key: Window + KeyLength - 1.
    const int Window = 24;

    /// <summary>
    /// Copies share at least one of so many keys of the one that has fewer. It spares comparing texts that have a phrase in common.
    /// </summary>
    public const int KeysForOneShared = 8;

    // Below, even different texts are made of the same words: "There was no comment from the ministry."
    const int FewestWords = 30;

    // Of the runs of the shorter text, as many must stand in the longer. Texts made after one pattern share up to a half, copies that were
    // cut and added to by two outlets seldom less.
    const double SharedRuns = 0.5;

    // Copies change a figure or a spelling, not who it is about. Where nearly all is shared, names are those of the outlets themselves.
    const double SharedNames = 0.7;
    const double NearlyAllRuns = 0.75;

    readonly TextWords words;
    readonly ulong[] runs;

    TextSketch(TextWords words, ulong[] runs, DateOnly? published, ImmutableArray<long> keys)
    {
        (this.words, this.runs, Published, Keys) = (words, runs, published, keys);
    }

    /// <summary>Number of words.</summary>
    public int Words => words.Words.Length;

    public DateOnly? Published { get; }

    /// <summary>Under which the text is found by its copies; none for texts that are too short to be compared.</summary>
    public ImmutableArray<long> Keys { get; }

    public static TextSketch Of(Article article) => Of(article.Body, article.Published.Day);

    public static TextSketch Of(string body, DateOnly? published)
    {
        var found = TextWords.Of(body);
        if (found.Words.Length < FewestWords)
            return new TextSketch(found, [], published, []);
        return new TextSketch(found, [.. Runs(found.Words, RunLength).Distinct().Order()], published, [.. Winnow(Runs(found.Words, KeyLength)).Select(run => unchecked((long)run))]);
    }

    /// <summary>Whether one is a copy, an excerpt or a revision of the other, so that coding both would count one text twice.</summary>
    public bool IsSameTextAs(TextSketch other)
    {
        if (runs.Length == 0 || other.runs.Length == 0)
            return false;
        var (shorter, longer) = runs.Length <= other.runs.Length ? (this, other) : (other, this);
        var shared = Shared(shorter.runs, longer.runs);
        if (shared < SharedRuns * shorter.runs.Length
            || (shared < NearlyAllRuns * shorter.runs.Length && Missing(words.Names, other.words.Names) > 1 - SharedNames))
            return false;
        // A day later with other figures, it is news that is told in the old words.
        return Published == other.Published || Published is null || other.Published is null || Missing(words.Figures, other.words.Figures) == 0;
    }

    /// <summary>
    /// Which of the texts that are the same one stands for all: the longest, for it holds what was cut from the others, then the earliest.
    /// Less than zero where this one does. The names settle what is left, so that it never depends on which came first.
    /// </summary>
    public int Rank(TextSketch other) =>
        Words != other.Words ? other.Words.CompareTo(Words) : (Published ?? DateOnly.MaxValue).CompareTo(other.Published ?? DateOnly.MaxValue);

    static ulong[] Runs(ulong[] text, int length)
    {
        var hashes = new ulong[text.Length - length + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            var hash = 0UL;
            for (var k = 0; k < length; k++)
                hash = Mix(hash * 31 + text[i + k]);
            hashes[i] = hash;
        }
        return hashes;
    }

    static HashSet<ulong> Winnow(ulong[] runs)
    {
        var keys = new HashSet<ulong>();
        // Places whose runs grow from first to last: the first is the least of the window.
        var least = new LinkedList<int>();
        for (var i = 0; i < runs.Length; i++)
        {
            while (least.Last is { } last && runs[last.Value] >= runs[i])
                least.RemoveLast();
            least.AddLast(i);
            if (least.First!.Value <= i - Window)
                least.RemoveFirst();
            if (i >= Window - 1 || i == runs.Length - 1)
                keys.Add(runs[least.First!.Value]);
        }
        return keys;
    }

    static int Shared(ulong[] one, ulong[] other)
    {
        int i = 0, j = 0, shared = 0;
        while (i < one.Length && j < other.Length)
        {
            var order = one[i].CompareTo(other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /// <summary>Of the words that the text with fewer of them has, the share that the other lacks: either may have been added to.</summary>
    static double Missing(HashSet<ulong> one, HashSet<ulong> other)
    {
        var (fewer, more) = one.Count <= other.Count ? (one, other) : (other, one);
        return fewer.Count == 0 ? 0 : (double)fewer.Count(word => !more.Contains(word)) / fewer.Count;
    }

    // The finalizer of MurmurHash3.
    static ulong Mix(ulong hash)
    {
        hash = (hash ^ hash >> 33) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ hash >> 33;
    }
}
