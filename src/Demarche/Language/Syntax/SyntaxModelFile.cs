using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>
/// A syntax model on disk: shape, words and labels, then every matrix as 16-bit floats, word vectors as bytes. The trainer rounds
/// the weights before it measures, so that nothing is lost here.
/// </summary>
static class SyntaxModelFile
{
    public const string Kind = "syntax";
    const int Version = 1;

    public static string NameFor(string language) => $"models/{language}/{Kind}.model";

    public static SyntaxModel Read(DataFolder folder, string name)
    {
        using var reader = ModelFile.Read(folder, name, Kind, Version);
        var shape = new SyntaxShape
        {
            Word = reader.ReadInt32(),
            Affix = reader.ReadInt32(),
            AffixRows = reader.ReadInt32(),
            Vector = reader.ReadInt32(),
            Hidden = reader.ReadInt32(),
            Layers = reader.ReadInt32(),
            Arc = reader.ReadInt32(),
            Label = reader.ReadInt32(),
            Tag = reader.ReadInt32(),
        };
        var vocabulary = new SyntaxVocabulary
        {
            Words = new WordList(ReadStrings(reader)),
            FrequentForms = new WordList(ReadStrings(reader)),
            Vectors = ReadVectors(reader, shape.Vector),
            FineTags = ReadStrings(reader),
            Features = ReadStrings(reader),
            Relations = ReadStrings(reader),
            FeaturesOf = ReadLists(reader),
        };
        var model = new SyntaxModel(shape, vocabulary);
        foreach (var weights in model.All)
            ReadHalves(reader, weights.Values);
        return model;
    }

    public static void Write(SyntaxModel model, string path) => ModelFile.Write(path, Kind, Version, writer =>
    {
        var shape = model.Shape;
        foreach (var size in (ReadOnlySpan<int>)[shape.Word, shape.Affix, shape.AffixRows, shape.Vector, shape.Hidden, shape.Layers, shape.Arc, shape.Label, shape.Tag])
            writer.Write(size);
        var vocabulary = model.Vocabulary;
        WriteStrings(writer, vocabulary.Words.Words);
        WriteStrings(writer, vocabulary.FrequentForms.Words);
        WriteStrings(writer, vocabulary.Vectors.Words.Words);
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Vectors.Values));
        foreach (var scale in vocabulary.Vectors.Scales)
            writer.Write(scale);
        WriteStrings(writer, vocabulary.FineTags);
        WriteStrings(writer, vocabulary.Features);
        WriteStrings(writer, vocabulary.Relations);
        writer.Write(vocabulary.FeaturesOf.Length);
        foreach (var list in vocabulary.FeaturesOf)
        {
            writer.Write(list.Length);
            foreach (var item in list)
                writer.Write(item);
        }
        foreach (var weights in model.All)
            foreach (var value in weights.Values)
                writer.Write((Half)value);
    });

    static WordVectors ReadVectors(BinaryReader reader, int width)
    {
        var words = new WordList(ReadStrings(reader));
        var values = new sbyte[words.Count * width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        var scales = new Half[words.Count];
        for (var i = 0; i < scales.Length; i++)
            scales[i] = reader.ReadHalf();
        return new WordVectors(words, width, values, scales);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void ReadHalves(BinaryReader reader, Span<float> values)
    {
        var halves = new Half[values.Length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
        for (var i = 0; i < halves.Length; i++)
            values[i] = (float)halves[i];
    }

    static ImmutableArray<string> ReadStrings(BinaryReader reader)
    {
        var strings = ImmutableArray.CreateBuilder<string>(reader.ReadInt32());
        for (var i = 0; i < strings.Capacity; i++)
            strings.Add(reader.ReadString());
        return strings.MoveToImmutable();
    }

    static void WriteStrings(BinaryWriter writer, ImmutableArray<string> strings)
    {
        writer.Write(strings.Length);
        foreach (var item in strings)
            writer.Write(item);
    }

    static ImmutableArray<ImmutableArray<int>> ReadLists(BinaryReader reader)
    {
        var lists = ImmutableArray.CreateBuilder<ImmutableArray<int>>(reader.ReadInt32());
        for (var i = 0; i < lists.Capacity; i++)
        {
            var list = ImmutableArray.CreateBuilder<int>(reader.ReadInt32());
            for (var k = 0; k < list.Capacity; k++)
                list.Add(reader.ReadInt32());
            lists.Add(list.MoveToImmutable());
        }
        return lists.MoveToImmutable();
    }
}
