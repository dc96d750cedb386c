using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>
/// Gives each word its lemma: from the lexicon of the treebank by word and tag, else by the longest known
/// ending that makes a known lemma, else by the longest known ending
/// (after the lemma rules of UDPipe; Straka and Straková 2017).
/// </summary>
public sealed class Lemmatizer
{
    internal const string Kind = "lemmatizer";
    internal const int Version = 2;
    internal const int LongestEnding = 6;

    readonly LemmaScript[] scripts;
    readonly FrozenDictionary<ulong, ushort> words;
    readonly FrozenDictionary<ulong, ushort> endings;
    readonly FrozenSet<uint> known;

    public Lemmatizer(DataFolder folder, string language)
    {
        using var reader = ModelFile.Read(folder, $"models/{language}/lemmatizer.model", Kind, Version);
        scripts = new LemmaScript[reader.ReadInt32()];
        for (var i = 0; i < scripts.Length; i++)
            scripts[i] = new LemmaScript((LemmaCase)reader.ReadByte(), reader.Read7BitEncodedInt(), reader.ReadString());
        words = ReadTable(reader);
        endings = ReadTable(reader);
        var hashes = new uint[reader.ReadInt32()];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = reader.ReadUInt32();
        known = hashes.ToFrozenSet();
    }

    internal Lemmatizer(LemmaScript[] scripts, IReadOnlyDictionary<ulong, ushort> words, IReadOnlyDictionary<ulong, ushort> endings, IEnumerable<uint> known)
    {
        this.scripts = scripts;
        this.words = words.ToFrozenDictionary();
        this.endings = endings.ToFrozenDictionary();
        this.known = known.ToFrozenSet();
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(scripts.Length);
        foreach (var script in scripts)
        {
            writer.Write((byte)script.Case);
            writer.Write7BitEncodedInt(script.Strip);
            writer.Write(script.Add);
        }
        WriteTable(writer, words);
        WriteTable(writer, endings);
        writer.Write(known.Count);
        foreach (var lemma in known.Order())
            writer.Write(lemma);
    }

    static void WriteTable(BinaryWriter writer, FrozenDictionary<ulong, ushort> table)
    {
        writer.Write(table.Count);
        foreach (var (key, script) in table.OrderBy(entry => entry.Key))
        {
            writer.Write(key);
            writer.Write(script);
        }
    }

    static FrozenDictionary<ulong, ushort> ReadTable(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var table = new Dictionary<ulong, ushort>(count);
        while (count-- > 0)
            table[reader.ReadUInt64()] = reader.ReadUInt16();
        return table.ToFrozenDictionary();
    }

    public ImmutableArray<string> Lemmatize(ImmutableArray<string> forms, Tagging tagging)
    {
        var lemmas = new string[forms.Length];
        var seen = new Dictionary<(string, PartOfSpeech, string), string>();
        for (var i = 0; i < lemmas.Length; i++)
        {
            ref var lemma = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, (forms[i], tagging.Tags[i], tagging.FineTags[i]), out var known);
            lemmas[i] = known ? lemma! : lemma = Lemmatize(forms[i], tagging.Tags[i], tagging.FineTags[i]);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(lemmas);
    }

    string Lemmatize(string form, PartOfSpeech tag, string fineTag)
    {
        var context = Context(form, tag, fineTag);
        if (words.TryGetValue(Key(context, form), out var script))
            return scripts[script].Apply(form);
        // "shelled" ends like "travelled", but the lemma that a shorter ending gives is a word we know.
        string? first = null;
        for (var length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
        {
            if (!endings.TryGetValue(EndingKey(context, form, length), out script))
                continue;
            var lemma = scripts[script].Apply(form);
            if (known.Contains(FeatureHash.Of(lemma)))
                return lemma;
            first ??= lemma;
        }
        return first ?? form;
    }

    /// <summary>What lemmas depend on besides the letters: the tags and the case pattern.</summary>
    internal static uint Context(string form, PartOfSpeech tag, string fineTag)
    {
        var hasLower = form.Any(char.IsLower);
        var casing = !char.IsUpper(form[0]) ? 0u : hasLower || form.Length == 1 ? 1u : 2u;
        return FeatureHash.Mix(casing + 1, (uint)tag, FeatureHash.Of(fineTag));
    }

    internal static ulong Key(uint context, string form) => (ulong)context << 32 | BoundaryFeatures.HashOf(form);

    /// <summary>The length is part of the key, so that a whole word is not taken for an ending.</summary>
    internal static ulong EndingKey(uint context, string form, int length) =>
        (ulong)context << 32 | FeatureHash.Mix((uint)length, BoundaryFeatures.HashOf(form.AsSpan(form.Length - length)));
}
