using System.Collections.Frozen;
using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>The tags words had in the treebank.</summary>
sealed class TagLexicon
{
    /// <param name="Ambiguity">A hash of the set of labels a word had often.</param>
    /// <param name="Only">The one label a frequent word always had, or -1.</param>
    public readonly record struct Entry(uint Ambiguity, int Only);

    readonly FrozenDictionary<uint, Entry> entries;

    public TagLexicon(IReadOnlyDictionary<uint, Entry> entries) => this.entries = entries.ToFrozenDictionary();

    public Entry this[uint word] => entries.TryGetValue(word, out var entry) ? entry : new Entry(0, -1);
}
