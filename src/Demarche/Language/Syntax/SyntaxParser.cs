using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language;

/// <summary>
/// Tags words and finds their heads, in one network: features of the word's form, two recurrent layers over the sentence, and on
/// top of them scorers of tags, of arcs (after Dozat and Manning 2017) and of their relations. Threads may share it.
/// </summary>
public sealed class SyntaxParser
{
    // Enough sentences side by side to fill the tiles of a product, few enough for the cache.
    const int WordsAtOnce = 512;

    // Arcs are quadratic; no sentence of the treebanks is longer than 160. The rest of a longer one is parsed for itself.
    const int LongestSentence = 240;
    const string ContinuationRelation = "parataxis";

    readonly SyntaxVocabulary vocabulary;
    readonly SyntaxShape shape;
    readonly SyntaxNetwork network;
    readonly ConcurrentBag<SyntaxBuffers> idle = [];

    public SyntaxParser(DataFolder folder, string language)
        : this(SyntaxModelFile.Read(folder, SyntaxModelFile.NameFor(language)))
    {
    }

    internal SyntaxParser(SyntaxModel model)
    {
        vocabulary = model.Vocabulary;
        shape = model.Shape;
        network = new SyntaxNetwork(model);
    }

    /// <summary>Words and their sentences, which cover them in order.</summary>
    public Syntax Parse(ImmutableArray<string> forms, ImmutableArray<Sentence> sentences)
    {
        var columns = new Columns(forms.Length);
        var pieces = Pieces(sentences);
        var buffers = idle.TryTake(out var taken) ? taken : new SyntaxBuffers();
        for (var first = 0; first < pieces.Count;)
        {
            var end = first;
            for (var words = 0; end < pieces.Count && words < WordsAtOnce; end++)
                words += pieces[end].Count;
            ParseBatch(forms, pieces.GetRange(first, end - first), buffers, columns);
            first = end;
        }
        idle.Add(buffers);
        foreach (var sentence in sentences)
            if (sentence.Count > LongestSentence)
                JoinPieces(sentence, columns);
        return columns.ToSyntax();
    }

    static List<Sentence> Pieces(ImmutableArray<Sentence> sentences)
    {
        var pieces = new List<Sentence>(sentences.Length);
        foreach (var sentence in sentences)
            for (var first = sentence.First; first < sentence.End; first += LongestSentence)
                pieces.Add(new Sentence(default, first, Math.Min(first + LongestSentence, sentence.End)));
        return pieces;
    }

    static void JoinPieces(Sentence sentence, Columns columns)
    {
        var root = Array.IndexOf(columns.Heads, -1, sentence.First, LongestSentence);
        for (var word = sentence.First + LongestSentence; word < sentence.End; word++)
            if (columns.Heads[word] < 0)
                (columns.Heads[word], columns.Relations[word]) = (root, ContinuationRelation);
    }

    void ParseBatch(ImmutableArray<string> forms, List<Sentence> sentences, SyntaxBuffers buffers, Columns columns)
    {
        sentences.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.First.CompareTo(b.First));
        var batch = new SentenceBatch([.. sentences.Select(sentence => sentence.Count)]);
        var ordered = new string[batch.Rows];
        for (var s = 0; s < sentences.Count; s++)
            forms.CopyTo(sentences[s].First, ordered, batch.Starts[s], sentences[s].Count);

        var projection = network.Project(batch, ordered, buffers);
        for (var s = 0; s < sentences.Count; s++)
        {
            var words = projection.Slice(batch.Starts[s] * shape.Projection, sentences[s].Count * shape.Projection);
            SetTree(sentences[s], words, buffers, columns);
            SetTags(sentences[s], words, buffers, columns);
        }
    }

    void SetTree(Sentence sentence, ReadOnlySpan<float> words, SyntaxBuffers buffers, Columns columns)
    {
        Span<int> heads = stackalloc int[sentence.Count];
        TreeDecoder.Decode(network.ScoreArcs(words, sentence.Count, buffers), heads);
        var scores = network.ScoreRelations(words, heads, buffers);
        for (var i = 0; i < heads.Length; i++)
        {
            columns.Heads[sentence.First + i] = heads[i] == 0 ? -1 : sentence.First + heads[i] - 1;
            columns.Relations[sentence.First + i] = heads[i] == 0 ? "root" : Relation(scores.Slice(i * vocabulary.Relations.Length, vocabulary.Relations.Length));
        }
    }

    string Relation(ReadOnlySpan<float> scores) => vocabulary.Relations[VectorMath.IndexOfHighest(scores)];

    void SetTags(Sentence sentence, ReadOnlySpan<float> words, SyntaxBuffers buffers, Columns columns)
    {
        var width = SyntaxModel.PartsOfSpeech + vocabulary.FineTags.Length;
        var scores = network.ScoreTags(words, sentence.Count, buffers);
        for (var i = 0; i < sentence.Count; i++)
        {
            var row = scores.Slice(i * width, width);
            var partOfSpeech = VectorMath.IndexOfHighest(row[..SyntaxModel.PartsOfSpeech]);
            var fineTag = VectorMath.IndexOfHighest(row[SyntaxModel.PartsOfSpeech..]);
            var features = network.BestFeatures(words.Slice(i * shape.Projection, shape.Projection), partOfSpeech, fineTag);
            columns.Tags[sentence.First + i] = (PartOfSpeech)partOfSpeech;
            columns.FineTags[sentence.First + i] = vocabulary.FineTags[fineTag];
            columns.Features[sentence.First + i] = vocabulary.Features[features];
        }
    }

    sealed class Columns(int words)
    {
        public PartOfSpeech[] Tags { get; } = new PartOfSpeech[words];

        public string[] FineTags { get; } = new string[words];

        public string[] Features { get; } = new string[words];

        public int[] Heads { get; } = new int[words];

        public string[] Relations { get; } = new string[words];

        public Syntax ToSyntax() => new(
            new Tagging(
                ImmutableCollectionsMarshal.AsImmutableArray(Tags),
                ImmutableCollectionsMarshal.AsImmutableArray(FineTags),
                ImmutableCollectionsMarshal.AsImmutableArray(Features)),
            ImmutableCollectionsMarshal.AsImmutableArray(Heads),
            ImmutableCollectionsMarshal.AsImmutableArray(Relations));
    }
}
