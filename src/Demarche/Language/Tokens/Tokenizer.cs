using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>
/// Cuts text into words and sentences as Universal Dependencies does ("don't" is "do" and "n't"). White space always ends a
/// word; inside a chunk of text a trained classifier says where words end, and a second one where sentences do. A blank line,
/// and a line that was ended on purpose, always ends a sentence.
/// </summary>
public sealed class Tokenizer
{
    internal const string Kind = "tokenizer";
    internal const int Version = 1;

    // Hostile text only: the longest word of the treebanks has 87 characters, the longest sentence 300 words.
    internal const int LongestWord = 256;
    internal const int LongestSentence = 400;

    readonly LinearClassifier boundaries;
    readonly LinearClassifier sentenceEnds;
    readonly FrozenDictionary<string, int[]> splits;
    readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> splitLookup;
    readonly Abbreviations abbreviations;

    public Tokenizer(DataFolder folder, string language)
    {
        abbreviations = new Abbreviations(folder, language);
        using var reader = ModelFile.Read(folder, $"models/{language}/tokenizer.model", Kind, Version);
        boundaries = LinearClassifier.Read(reader);
        sentenceEnds = LinearClassifier.Read(reader);
        splits = ReadSplits(reader);
        splitLookup = splits.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal Tokenizer(LinearClassifier boundaries, LinearClassifier sentenceEnds, IReadOnlyDictionary<string, int[]> splits, Abbreviations abbreviations)
    {
        this.boundaries = boundaries;
        this.sentenceEnds = sentenceEnds;
        this.splits = splits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        this.abbreviations = abbreviations;
        splitLookup = this.splits.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal void Write(BinaryWriter writer)
    {
        boundaries.Write(writer);
        sentenceEnds.Write(writer);
        writer.Write(splits.Count);
        foreach (var (word, places) in splits.OrderBy(split => split.Key, StringComparer.Ordinal))
        {
            writer.Write(word);
            writer.Write7BitEncodedInt(places.Length);
            foreach (var place in places)
                writer.Write7BitEncodedInt(place);
        }
    }

    static FrozenDictionary<string, int[]> ReadSplits(BinaryReader reader)
    {
        var read = new Dictionary<string, int[]>(StringComparer.OrdinalIgnoreCase);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var word = reader.ReadString();
            var places = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < places.Length; i++)
                places[i] = reader.Read7BitEncodedInt();
            read[word] = places;
        }
        return read.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Cuts the given stretches of a text, which stand in text order; no sentence crosses from one into the next.</summary>
    public Segmentation Split(string text, params ReadOnlySpan<TextSpan> stretches)
    {
        var result = new Builder(text);
        foreach (var stretch in stretches)
            foreach (var paragraph in Paragraphs.Of(text, stretch))
            {
                foreach (var (chunk, lineBreakAfter) in paragraph)
                    AddChunk(text, chunk, lineBreakAfter, result.Pieces);
                SplitSentences(result);
            }
        return result.Build();
    }

    void AddChunk(string text, Chunk chunk, bool lineBreakAfter, List<Piece> pieces)
    {
        var start = chunk.Start;
        var continues = false;
        if (!IsPlainWord(text, chunk))
        {
            Span<uint> features = stackalloc uint[BoundaryFeatures.Count];
            Span<int> scores = stackalloc int[boundaries.ScoresLength];
            var protectedSpan = Addresses.Find(text, chunk);
            for (var at = chunk.Start + 1; at < chunk.End; at++)
            {
                var label = BoundaryFeatures.None;
                if (at - start >= LongestWord)
                    label = char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? BoundaryFeatures.None : BoundaryFeatures.Token;
                else if (at == protectedSpan.Start || at == protectedSpan.End)
                    label = BoundaryFeatures.Token;
                else if ((at < protectedSpan.Start || at > protectedSpan.End) && BoundaryFeatures.IsCandidate(text, chunk, at))
                {
                    BoundaryFeatures.Extract(text, chunk, at, start, continues, abbreviations, features);
                    boundaries.Score(features, scores);
                    label = boundaries.Best(scores);
                }
                if (label == BoundaryFeatures.None)
                    continue;
                AddToken(text, start, at, continues, breakAfter: false, spaceAfter: false, pieces);
                continues = label == BoundaryFeatures.Part;
                start = at;
            }
        }
        AddToken(text, start, chunk.End, continues, lineBreakAfter, spaceAfter: true, pieces);
    }

    static bool IsPlainWord(string text, Chunk chunk)
    {
        if (chunk.End - chunk.Start > LongestWord)
            return false;
        for (var i = chunk.Start; i < chunk.End; i++)
            if (!CharacterClass.IsLetter(CharacterClass.Of(text[i])))
                return false;
        return true;
    }

    /// <summary>Adds a token, cut into its words where it is one that is always cut ("cannot").</summary>
    void AddToken(string text, int start, int end, bool continues, bool breakAfter, bool spaceAfter, List<Piece> pieces)
    {
        if (end - start is > 2 and <= 16 && splitLookup.TryGetValue(text.AsSpan(start, end - start), out var places))
        {
            var from = start;
            foreach (var place in places)
            {
                pieces.Add(Piece.Of(text, from, start + place, continues, false, false, abbreviations));
                (from, continues) = (start + place, true);
            }
            start = from;
        }
        pieces.Add(Piece.Of(text, start, end, continues, breakAfter, spaceAfter, abbreviations));
    }

    void SplitSentences(Builder result)
    {
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        Span<int> scores = stackalloc int[sentenceEnds.ScoresLength];
        var pieces = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(result.Pieces);
        var state = new SentenceState();
        var first = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            state.Add(pieces[i]);
            if (i + 1 < pieces.Length && !EndsSentence(pieces, i, state, features, scores))
                continue;
            result.AddSentence(first, i + 1);
            first = i + 1;
            state.StartSentence();
        }
        result.Pieces.Clear();
    }

    bool EndsSentence(ReadOnlySpan<Piece> pieces, int index, SentenceState state, Span<uint> features, Span<int> scores)
    {
        if (pieces[index + 1].Continues)
            return false;
        if (pieces[index].BreakAfter || state.Words >= LongestSentence)
            return true;
        if (pieces[index].Abbreviation == AbbreviationKind.BeforeName)
            return false;
        SentenceFeatures.Extract(pieces, index, state, features);
        sentenceEnds.Score(features, scores);
        return scores[1] > scores[0];
    }

    /// <summary>The columns under construction. Equal forms of one text share one string.</summary>
    sealed class Builder(string text)
    {
        readonly ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>(text.Length / 5);
        readonly ImmutableArray<string>.Builder forms = ImmutableArray.CreateBuilder<string>(text.Length / 5);
        readonly ImmutableArray<bool>.Builder continues = ImmutableArray.CreateBuilder<bool>(text.Length / 5);
        readonly ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
        readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<Piece> Pieces { get; } = [];

        public void AddSentence(int first, int end)
        {
            var lookup = seen.GetAlternateLookup<ReadOnlySpan<char>>();
            var start = spans.Count;
            for (var i = first; i < end; i++)
            {
                var span = new TextSpan(Pieces[i].Start, Pieces[i].End);
                var characters = text.AsSpan(span.Start, span.Length);
                if (!lookup.TryGetValue(characters, out var form))
                    seen.Add(form = characters.ToString());
                spans.Add(span);
                forms.Add(form);
                continues.Add(Pieces[i].Continues);
            }
            sentences.Add(new Sentence(new TextSpan(Pieces[first].Start, Pieces[end - 1].End), start, spans.Count));
        }

        public Segmentation Build() =>
            new(spans.DrainToImmutable(), forms.DrainToImmutable(), continues.DrainToImmutable(), sentences.DrainToImmutable());
    }
}
