using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>The tags words had in the treebank.</summary>
sealed class TagLexicon
{
    /// <param name="Ambiguity">A hash of the set of labels a word had often.</param>
    /// <param name="Only">The one label a frequent word always had, or -1.</param>
    public readonly record struct Entry(uint Ambiguity, int Only);

    readonly FrozenDictionary<uint, Entry> entries;

    public TagLexicon(IReadOnlyDictionary<uint, Entry> entries) => this.entries = entries.ToFrozenDictionary();

    public Entry this[uint word] => entries.TryGetValue(word, out var entry) ? entry : new Entry(0, -1);

    public void Write(BinaryWriter writer)
    {
        writer.Write(entries.Count);
        foreach (var (word, entry) in entries.OrderBy(entry => entry.Key))
        {
            writer.Write(word);
            writer.Write(entry.Ambiguity);
            writer.Write((short)entry.Only);
        }
    }

    public static TagLexicon Read(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var read = new Dictionary<uint, Entry>(count);
        while (count-- > 0)
            read[reader.ReadUInt32()] = new Entry(reader.ReadUInt32(), reader.ReadInt16());
        return new TagLexicon(read);
    }
}
