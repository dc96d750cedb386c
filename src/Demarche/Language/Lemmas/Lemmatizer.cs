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
    internal const int Version = 3;
    internal const int LongestEnding = 6;
    internal const int UsualScripts = 6;

    // Almost any three letters are a word somebody wrote once.
    const int ShortestGuess = 4;

    readonly LemmaScript[] scripts;
    readonly FrozenDictionary<ulong, ushort> words;
    readonly FrozenDictionary<ulong, ushort> endings;
    readonly FrozenDictionary<ulong, ushort> usual;
    readonly FrozenSet<uint> known;

    public Lemmatizer(DataFolder folder, string language)
    {
        using var reader = ModelFile.Read(folder, $"models/{language}/lemmatizer.model", Kind, Version);
        scripts = new LemmaScript[reader.ReadInt32()];
        for (var i = 0; i < scripts.Length; i++)
            scripts[i] = new LemmaScript((LemmaCase)reader.ReadByte(), reader.ReadString(), reader.ReadString());
        words = ReadTable(reader);
        endings = ReadTable(reader);
        usual = ReadTable(reader);
        var hashes = new uint[reader.ReadInt32()];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = reader.ReadUInt32();
        known = hashes.ToFrozenSet();
    }

    internal Lemmatizer(LemmaScript[] scripts, IReadOnlyDictionary<ulong, ushort> words, IReadOnlyDictionary<ulong, ushort> endings,
        IReadOnlyDictionary<ulong, ushort> usual, IEnumerable<uint> known)
    {
        this.scripts = scripts;
        this.words = words.ToFrozenDictionary();
        this.endings = endings.ToFrozenDictionary();
        this.usual = usual.ToFrozenDictionary();
        this.known = known.ToFrozenSet();
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(scripts.Length);
        foreach (var script in scripts)
        {
            writer.Write((byte)script.Case);
            writer.Write(script.Removed);
            writer.Write(script.Added);
        }
        WriteTable(writer, words);
        WriteTable(writer, endings);
        WriteTable(writer, usual);
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

    public ImmutableArray<string> Lemmatize(ImmutableArray<string> forms, Tagging tagging, ImmutableArray<Sentence> sentences)
    {
        var lemmas = new string[forms.Length];
        var seen = new Dictionary<(string Form, PartOfSpeech Tag, string FineTag, bool IsRaised), string>();
        foreach (var sentence in sentences)
        {
            var opening = OpeningWord(tagging, sentence);
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var key = (forms[i], tagging.Tags[i], tagging.FineTags[i], i == opening && IsRaised(forms[i], tagging.Tags[i]));
                ref var lemma = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out var isThere);
                lemmas[i] = isThere ? lemma! : lemma = Lemmatize(key.Item1, key.Item2, key.Item3, key.Item4);
            }
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(lemmas);
    }

    /// <summary>The first word of a sentence that is no punctuation; its capital says nothing.</summary>
    internal static int OpeningWord(Tagging tagging, Sentence sentence)
    {
        var word = sentence.First;
        while (word < sentence.End && tagging.Tags[word] == PartOfSpeech.PUNCT)
            word++;
        return word;
    }

    // Some capitals ("ℕ") have no small letter: they stay what they are.
    internal static bool IsRaised(string form, PartOfSpeech tag) =>
        tag != PartOfSpeech.PROPN && form.Length > 1 && char.IsUpper(form[0]) && !char.IsUpper(char.ToLowerInvariant(form[0])) && !form.AsSpan(1).ContainsAnyInRange('A', 'Z');

    string Lemmatize(string form, PartOfSpeech tag, string fineTag, bool isRaised)
    {
        if (form.Contains("://", StringComparison.Ordinal))
            return form;
        if (isRaised && Lemmatize(form.ToLowerInvariant(), tag, fineTag, isRaised: false) is var lowered && IsKnown(lowered))
            return lowered;
        var context = Context(form, tag, fineTag);
        if (words.TryGetValue(Key(context, form), out var script))
            return scripts[script].Apply(form);
        if (IsRaised(form, tag) && tag is not (PartOfSpeech.NOUN or PartOfSpeech.ADJ) && Lemmatize(form.ToLowerInvariant(), tag, fineTag, isRaised: false) is var small && IsKnown(small))
            return small;
        // "shelled" ends like "travelled", but the lemma that a shorter ending gives is a word we know.
        string? first = null;
        for (var length = Math.Min(LongestEnding, form.Length); length >= 0; length--)
        {
            if (!endings.TryGetValue(EndingKey(context, form, length), out script))
                continue;
            var lemma = scripts[script].Apply(form);
            if (IsKnown(lemma))
                return lemma;
            first ??= lemma;
        }
        // "interfered": no ending that was learnt strips the one letter, but "interfere" is a word we know.
        for (var rank = 0; rank < UsualScripts && usual.TryGetValue(UsualKey(context, rank), out script); rank++)
            if (scripts[script].TryApply(form) is { Length: >= ShortestGuess } lemma && IsKnown(lemma))
                return lemma;
        return first ?? form;
    }

    bool IsKnown(string lemma) => known.Contains(FeatureHash.Of(lemma));

    /// <summary>What lemmas depend on besides the letters: the tags and the case pattern.</summary>
    internal static uint Context(string form, PartOfSpeech tag, string fineTag)
    {
        var hasLower = form.Any(char.IsLower);
        var casing = !char.IsUpper(form[0]) ? 0u : hasLower || form.Length == 1 ? 1u : 2u;
        return FeatureHash.Mix(casing + 1, (uint)tag, FeatureHash.Of(fineTag));
    }

    internal static ulong Key(uint context, string form) => (ulong)context << 32 | BoundaryFeatures.HashOf(form);

    internal static ulong UsualKey(uint context, int rank) => (ulong)context << 32 | (uint)rank;

    /// <summary>The length is part of the key, so that a whole word is not taken for an ending.</summary>
    internal static ulong EndingKey(uint context, string form, int length) =>
        (ulong)context << 32 | FeatureHash.Mix((uint)length, BoundaryFeatures.HashOf(form.AsSpan(form.Length - length)));
}
