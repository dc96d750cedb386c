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

    // The treebank's web forums end many sentences without a stop, the press does not: a sentence end without one must be surer.
    // 200 costs nothing on EWT (F1 90.1) and wins on GUM (95.6 to 96.0) and on pages of news (dev).
    const int DoubtWithoutStop = 200;

    readonly LinearClassifier boundaries;
    readonly LinearClassifier sentenceEnds;
    readonly FrozenDictionary<string, int[]> splits;
    readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> splitLookup;
    readonly SentenceCues cues;

    public Tokenizer(DataFolder folder, string language)
    {
        using var reader = ModelFile.Read(folder, $"models/{language}/tokenizer.model", Kind, Version);
        boundaries = LinearClassifier.Read(reader);
        sentenceEnds = LinearClassifier.Read(reader);
        splits = ReadSplits(reader);
        cues = new SentenceCues(new Abbreviations(folder, language), ReadCommon(reader));
        splitLookup = splits.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    internal Tokenizer(LinearClassifier boundaries, LinearClassifier sentenceEnds, IReadOnlyDictionary<string, int[]> splits, SentenceCues cues)
    {
        this.boundaries = boundaries;
        this.sentenceEnds = sentenceEnds;
        this.splits = splits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        this.cues = cues;
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
        writer.Write(cues.Common.Count);
        foreach (var word in cues.Common.Order())
            writer.Write(word);
    }

    static FrozenSet<uint> ReadCommon(BinaryReader reader)
    {
        var words = new uint[reader.ReadInt32()];
        for (var i = 0; i < words.Length; i++)
            words[i] = reader.ReadUInt32();
        return words.ToFrozenSet();
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
                else if (at == chunk.End - 1 && text[at] == '.' && chunk.NextStart < text.Length && BelongsToAbbreviation(text, start, at, chunk.NextStart))
                    label = BoundaryFeatures.None;
                else if ((at < protectedSpan.Start || at > protectedSpan.End) && BoundaryFeatures.IsCandidate(text, chunk, at))
                {
                    BoundaryFeatures.Extract(text, chunk, at, start, continues, cues.Abbreviations, features);
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

    /// <summary>"GEN. X", "Mich. (AP)": the stop is the abbreviation's where no sentence can begin behind it.</summary>
    bool BelongsToAbbreviation(string text, int start, int stop, int next) =>
        (CharacterClass.Of(text[next]), cues.Abbreviations.Of(text.AsSpan(start, stop - start))) switch
        {
            (CharacterClass.Upper, AbbreviationKind.BeforeName or AbbreviationKind.BeforeNoun) => true,
            (CharacterClass.Digit, AbbreviationKind.BeforeName or AbbreviationKind.BeforeNoun or AbbreviationKind.BeforeNumber) => true,
            (CharacterClass.Lower or CharacterClass.Open or CharacterClass.Dash, AbbreviationKind.Anywhere or AbbreviationKind.BeforeNoun) => true,
            _ => false,
        };

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
                pieces.Add(Piece.Of(text, from, start + place, continues, false, false, cues));
                (from, continues) = (start + place, true);
            }
            start = from;
        }
        pieces.Add(Piece.Of(text, start, end, continues, breakAfter, spaceAfter, cues));
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
        if (Forbids(pieces[index], pieces[index + 1]))
            return false;
        SentenceFeatures.Extract(pieces, index, state, features);
        sentenceEnds.Score(features, scores);
        var isStop = pieces[index].Last is CharacterClass.Stop or CharacterClass.Question or CharacterClass.Ellipsis or CharacterClass.Quote or CharacterClass.Close;
        return scores[1] - scores[0] > (isStop ? 0 : DoubtWithoutStop);
    }

    /// <summary>"Gen. Milley", "etc. and", "HAMILTON, Ont. (Reuters) -": no stop of an abbreviation ends a sentence here.</summary>
    internal static bool Forbids(Piece current, Piece next) =>
        current.Abbreviation switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.BeforeName => true,
            AbbreviationKind.BeforeNumber when next.First == CharacterClass.Digit => true,
            AbbreviationKind.BeforeNoun when !next.IsCommon && next.First != CharacterClass.Quote => true,
            _ => next.First is CharacterClass.Lower or CharacterClass.Open or CharacterClass.Comma or CharacterClass.Hyphen or CharacterClass.Dash,
        };

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
