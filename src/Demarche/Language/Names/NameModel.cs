using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Demarche.Knowledge;

namespace Demarche.Language.Names;

/// <summary>Everything the name finder learned: made by <c>demarche train names</c>, loaded from <c>models/</c>.</summary>
public sealed class NameModel
{
    public const string Kind = "names";

    public const int Version = 2;

    /// <summary>Most entries a part of a model may have; a larger number is a damaged file.</summary>
    const int MostEntries = 1 << 24;

    internal NameModel(
        NameWeights weights, float[] transitions, WordLexicon lexicon, NameGazetteer gazetteer)
    {
        Weights = weights;
        Transitions = transitions;
        Lexicon = lexicon;
        Gazetteer = gazetteer;
    }

    internal NameWeights Weights { get; }

    /// <summary>Log weight of going from one label to the next: row <see cref="NameLabel.Count"/> is the sentence's start.</summary>
    internal float[] Transitions { get; }

    internal WordLexicon Lexicon { get; }

    internal NameGazetteer Gazetteer { get; }

    /// <summary>Loads the model of a language ("en").</summary>
    public static NameModel Load(DataFolder folder, string language)
    {
        var path = $"models/{language}/names.model";
        using var reader = ModelFile.Read(folder, path, Kind, Version);
        try
        {
            return Read(reader, path);
        }
        catch (EndOfStreamException problem)
        {
            throw Damaged(path, problem);
        }
    }

    internal static NameModel Read(BinaryReader reader, string path)
    {
        const int Steps = (NameLabel.Count + 1) * NameLabel.Count;
        var model = new NameModel(
            new NameWeights(ReadArray<ulong>(reader, path, NameHash.Buckets / 64), ReadArray<sbyte>(reader, path), reader.ReadSingle()),
            ReadArray<float>(reader, path, Steps),
            ReadLexicon(reader, path),
            ReadGazetteer(reader, path));
        return model.Weights.Weights.Length == model.Weights.Rows * NameLabel.Count ? model : throw Damaged(path, null);
    }

    public void Write(BinaryWriter writer)
    {
        WriteArray(writer, Weights.Used);
        WriteArray(writer, Weights.Weights);
        writer.Write(Weights.Scale);
        WriteArray<float>(writer, Transitions);
        WriteArray<uint>(writer, Lexicon.Keys);
        WriteArray<ushort>(writer, Array.ConvertAll(Lexicon.Values, value => (ushort)(value.Cluster | value.Capital << 13)));
        WriteArray<uint>(writer, Gazetteer.Keys);
        WriteArray<ushort>(writer, Array.ConvertAll(Gazetteer.Values, value => (ushort)value));
    }

    static WordLexicon ReadLexicon(BinaryReader reader, string path)
    {
        var keys = ReadArray<uint>(reader, path);
        var values = ReadArray<ushort>(reader, path, keys.Length);
        return new WordLexicon(keys, Array.ConvertAll(values, value => new WordEntry((ushort)(value & 0x1FFF), (byte)(value >> 13))));
    }

    static NameGazetteer ReadGazetteer(BinaryReader reader, string path)
    {
        var keys = ReadArray<uint>(reader, path);
        return new NameGazetteer(keys, Array.ConvertAll(ReadArray<ushort>(reader, path, keys.Length), value => (GazetteerKinds)value));
    }

    static T[] ReadArray<T>(BinaryReader reader, string path, int expected = -1)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        if (count < 0 || count > MostEntries || (expected >= 0 && count != expected))
            throw Damaged(path, null);
        var array = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(array.AsSpan()));
        Arrange(array);
        return array;
    }

    static void WriteArray<T>(BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        var copy = values.ToArray();
        Arrange(copy);
        writer.Write(MemoryMarshal.AsBytes(copy.AsSpan()));
    }

    // The file is little-endian on every machine.
    static void Arrange<T>(T[] values)
        where T : unmanaged
    {
        if (BitConverter.IsLittleEndian)
            return;
        if (values is ulong[] longs)
            BinaryPrimitives.ReverseEndianness(longs, longs);
        else if (values is ushort[] shorts)
            BinaryPrimitives.ReverseEndianness(shorts, shorts);
        else if (values is uint[] or float[])
        {
            var words = MemoryMarshal.Cast<T, uint>(values.AsSpan());
            BinaryPrimitives.ReverseEndianness(words, words);
        }
    }

    static DataFileException Damaged(string path, Exception? inner) =>
        new(path, "its parts do not fit together; make it again with 'demarche train names'", inner);
}
