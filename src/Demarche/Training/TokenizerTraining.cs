using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Trains the tokenizer's two classifiers and its list of words that are always cut ("cannot").</summary>
public static class TokenizerTraining
{
    const int Epochs = 10;
    const int Bits = 19;
    const int CommonWords = 200;

    public static TrainedModel Train(TrainingRun run)
    {
        var abbreviations = new Abbreviations(run.Shipped, "en");
        var documents = run.Treebank("nlp/ud/ud-en-train.conllu.gz").ToArray();
        var splits = FindSplits(documents);
        var boundaries = TrainBoundaries(run, documents, abbreviations);
        var cues = new SentenceCues(abbreviations, FindCommon(documents));
        var sentences = TrainSentenceEnds(run, documents, cues);
        var tokenizer = new Tokenizer(boundaries, sentences, splits, cues);
        ModelFile.Write(run.PathOf("en/tokenizer.model"), Tokenizer.Kind, Tokenizer.Version, tokenizer.Write);
        var dev = run.Treebank("nlp/ud/ud-en-dev.conllu.gz");
        return new TrainedModel("tokenizer", "en/tokenizer.model", "UD English EWT, GUM (free genres)", "CC-BY-SA-4.0 AND CC-BY-4.0", TokenizerScores.Measure(tokenizer, dev));
    }

    /// <summary>Tokens that are cut between two letters more often than not, each with its places.</summary>
    static SortedDictionary<string, int[]> FindSplits(Document[] documents)
    {
        var whole = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var cut = new Dictionary<string, (int Count, int[] Places)>(StringComparer.OrdinalIgnoreCase);
        foreach (var document in documents)
        {
            var (text, table) = (document.Article.Text, document.Tokens);
            for (var i = 0; i < table.Count;)
            {
                var end = i + 1;
                while (end < table.Count && table.Continues[end] && !BoundaryFeatures.IsCandidate(text, new Chunk(0, text.Length, text.Length), table.Spans[end].Start))
                    end++;
                var start = table.Spans[i].Start;
                var token = text[start..table.Spans[end - 1].End];
                if (end == i + 1)
                    whole[token] = whole.GetValueOrDefault(token) + 1;
                else if (token.All(char.IsLetter))
                    cut[token] = (cut.GetValueOrDefault(token).Count + 1, [.. Enumerable.Range(i + 1, end - i - 1).Select(word => table.Spans[word].Start - start)]);
                i = end;
            }
        }
        var splits = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var (token, (count, places)) in cut)
            if (count > 1 && count > whole.GetValueOrDefault(token) && token.Length is > 2 and <= 16)
                splits[token.ToLowerInvariant()] = places;
        return splits;
    }

    static FrozenSet<uint> FindCommon(Document[] documents)
    {
        var counter = new Counter<uint>();
        foreach (var form in documents.SelectMany(document => document.Tokens.Forms).Where(form => char.IsLower(form[0])))
            counter.Add(BoundaryFeatures.HashOf(form));
        return counter.Keys.OrderByDescending(word => counter[word]).Take(CommonWords).ToFrozenSet();
    }

    static LinearClassifier TrainBoundaries(TrainingRun run, Document[] documents, Abbreviations abbreviations)
    {
        var trainer = new PerceptronTrainer(3, Bits);
        var random = new SeededRandom(run.Seed);
        var order = documents.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            run.Report("tokenizer", "words", epoch, Epochs);
            random.Shuffle(order.AsSpan());
            foreach (var document in order)
                TrainBoundaries(document, abbreviations, trainer);
        }
        return trainer.Average(0.1f);
    }

    static void TrainBoundaries(Document document, Abbreviations abbreviations, PerceptronTrainer trainer)
    {
        var text = document.Article.Text;
        var gold = new byte[text.Length + 1];
        for (var i = 0; i < document.Tokens.Count; i++)
            gold[document.Tokens.Spans[i].Start] = (byte)(document.Tokens.Continues[i] ? BoundaryFeatures.Part : BoundaryFeatures.Token);
        Span<uint> features = stackalloc uint[BoundaryFeatures.Count];
        Span<int> scores = stackalloc int[trainer.Current.ScoresLength];
        foreach (var paragraph in Paragraphs.Of(text, new TextSpan(0, text.Length)))
            foreach (var (chunk, _) in paragraph)
            {
                var address = Addresses.Find(text, chunk);
                var (start, inPart) = (chunk.Start, false);
                for (var at = chunk.Start + 1; at < chunk.End; at++)
                {
                    var isFree = address.IsEmpty || at < address.Start || at > address.End;
                    if (isFree && BoundaryFeatures.IsCandidate(text, chunk, at))
                    {
                        BoundaryFeatures.Extract(text, chunk, at, start, inPart, abbreviations, features);
                        trainer.Current.Score(features, scores);
                        var guess = trainer.Current.Best(scores);
                        if (guess == gold[at])
                            trainer.Confirm();
                        else
                            trainer.Update(features, gold[at], guess);
                    }
                    if (gold[at] != BoundaryFeatures.None)
                        (start, inPart) = (at, gold[at] == BoundaryFeatures.Part);
                }
            }
    }

    static LinearClassifier TrainSentenceEnds(TrainingRun run, Document[] documents, SentenceCues cues)
    {
        var trainer = new PerceptronTrainer(2, Bits);
        var random = new SeededRandom(run.Seed);
        var order = documents.ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            run.Report("tokenizer", "sentences", epoch, Epochs);
            random.Shuffle(order.AsSpan());
            foreach (var document in order)
                foreach (var paragraph in document.Article.Blocks)
                    TrainSentenceEnds(document, paragraph.Span, cues, trainer);
        }
        return trainer.Average(0.1f);
    }

    static void TrainSentenceEnds(Document document, TextSpan paragraph, SentenceCues cues, PerceptronTrainer trainer)
    {
        var (text, table) = (document.Article.Text, document.Tokens);
        var list = new List<Piece>();
        var ends = new List<bool>();
        foreach (var sentence in document.Sentences.Where(sentence => paragraph.Contains(sentence.Span)))
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var span = table.Spans[i];
                list.Add(Piece.Of(text, span.Start, span.End, table.Continues[i], breakAfter: false, span.End < text.Length && char.IsWhiteSpace(text[span.End]), cues));
                ends.Add(i == sentence.End - 1);
            }
        Span<uint> features = stackalloc uint[SentenceFeatures.Count];
        Span<int> scores = stackalloc int[2];
        var pieces = CollectionsMarshal.AsSpan(list);
        var state = new SentenceState();
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            state.Add(pieces[i]);
            var isEnd = ends[i];
            if (!pieces[i + 1].Continues && !Tokenizer.Forbids(pieces[i], pieces[i + 1]))
            {
                SentenceFeatures.Extract(pieces, i, state, features);
                trainer.Current.Score(features, scores);
                var guess = scores[1] > scores[0];
                if (guess == isEnd)
                    trainer.Confirm();
                else
                    trainer.Update(features, isEnd ? 1 : 0, guess ? 1 : 0);
            }
            if (isEnd)
                state.StartSentence();
        }
    }
}
