using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language;

/// <summary>
/// The labels of the tagger: pairs of universal and fine tag. Morphological features follow from label and word, but for a
/// list of exceptions.
/// </summary>
sealed class TagSet(ImmutableArray<(PartOfSpeech Tag, string FineTag, string Features)> labels, IReadOnlyDictionary<(int Label, uint Word), string> exceptions)
{
    readonly FrozenDictionary<(int Label, uint Word), string> exceptions = exceptions.ToFrozenDictionary();

    public int Count => labels.Length;

    public PartOfSpeech TagOf(int label) => labels[label].Tag;

    public string FineTagOf(int label) => labels[label].FineTag;

    public string FeaturesOf(int label, uint word) =>
        exceptions.TryGetValue((label, word), out var features) ? features : labels[label].Features;

    public int Find(PartOfSpeech tag, string fineTag)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i].Tag == tag && labels[i].FineTag == fineTag)
                return i;
        return -1;
    }

    /// <summary>The first label with a universal tag, or -1.</summary>
    public int FindFirst(PartOfSpeech tag)
    {
        for (var i = 0; i < labels.Length; i++)
            if (labels[i].Tag == tag)
                return i;
        return -1;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(labels.Length);
        foreach (var (tag, fineTag, features) in labels)
        {
            writer.Write(tag.ToString());
            writer.Write(fineTag);
            writer.Write(features);
        }
        var values = exceptions.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        writer.Write(values.Count);
        foreach (var value in values)
            writer.Write(value);
        writer.Write(exceptions.Count);
        foreach (var ((label, word), features) in exceptions.OrderBy(entry => entry.Key))
        {
            writer.Write((byte)label);
            writer.Write(word);
            writer.Write((short)values.BinarySearch(features, StringComparer.Ordinal));
        }
    }

    public static TagSet Read(BinaryReader reader)
    {
        var pairs = ImmutableArray.CreateBuilder<(PartOfSpeech, string, string)>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            pairs.Add((Enum.Parse<PartOfSpeech>(reader.ReadString()), reader.ReadString(), reader.ReadString()));
        var values = new string[reader.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
            values[i] = reader.ReadString();
        var special = new Dictionary<(int, uint), string>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            special[(reader.ReadByte(), reader.ReadUInt32())] = values[reader.ReadInt16()];
        return new TagSet(pairs.ToImmutable(), special);
    }
}
