using System.Collections.Immutable;

namespace Demarche.Language;

/// <summary>Words with their places in a table; looked up without making a string.</summary>
sealed class WordList
{
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> index;

    public WordList(ImmutableArray<string> words)
    {
        Words = words;
        var places = new Dictionary<string, int>(words.Length, StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i++)
            places.Add(words[i], i);
        index = places.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public ImmutableArray<string> Words { get; }

    public int Count => Words.Length;

    /// <summary>The word's place, or -1.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => index.TryGetValue(word, out var place) ? place : -1;
}
