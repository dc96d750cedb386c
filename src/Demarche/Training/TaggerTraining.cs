using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Trains the tagger.</summary>
public static class TaggerTraining
{
    const int Epochs = 8;
    const int Bits = 21;

    // Fewer sightings say too little about what else a word may be.
    const int KnownFrom = 3;
    const int CertainFrom = 30;

    public static TrainedModel Train(TrainingRun run)
    {
        var documents = run.Treebank("nlp/ud/ud-en-train.conllu.gz").ToArray();
        var tagger = Train(documents, run, "all");
        ModelFile.Write(run.PathOf("en/tagger.model"), Tagger.Kind, Tagger.Version, tagger.Write);
        return new TrainedModel("tagger", "en/tagger.model", "UD English EWT, GUM (free genres)", "CC-BY-SA-4.0 AND CC-BY-4.0", Measure(tagger, run.Treebank("nlp/ud/ud-en-dev.conllu.gz")));
    }

    internal static Tagger Train(Document[] documents, TrainingRun run, string step)
    {
        var tags = FindTags(documents);
        var lexicon = FindLexicon(documents, tags);
        var examples = documents.Select(document => new Example(document, tags, lexicon)).ToArray();
        var trainer = new PerceptronTrainer(tags.Count, Bits);
        var random = new SeededRandom(run.Seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            run.Report("tagger", step, epoch, Epochs);
            random.Shuffle(examples.AsSpan());
            foreach (var example in examples)
                foreach (var sentence in example.Sentences)
                    TrainSentence(example, sentence, trainer);
        }
        return new Tagger(tags, lexicon, trainer.Average(0.15f));
    }

    static void TrainSentence(Example example, Sentence sentence, PerceptronTrainer trainer)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[trainer.Current.ScoresLength];
        var allCapitals = Tagger.AllCapitals(example.Words, sentence);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            example.Labels[i] = example.Only[i];
            if (example.Only[i] >= 0)
                continue;
            TagFeatures.Extract(example.Words, example.Ambiguities, sentence.First, sentence.End, i, example.Labels, allCapitals, features);
            trainer.Current.Score(features, scores);
            var guess = example.Labels[i] = trainer.Current.Best(scores);
            if (guess == example.Gold[i])
                trainer.Confirm();
            else
                trainer.Update(features, example.Gold[i], guess);
        }
    }

    static TagSet FindTags(Document[] documents)
    {
        var byLabel = new Dictionary<(PartOfSpeech, string), Counter<string>>();
        var byWord = new Dictionary<(PartOfSpeech, string, uint), Counter<string>>();
        foreach (var table in documents.Select(document => document.Tokens))
            for (var i = 0; i < table.Count; i++)
            {
                Add(byLabel, (table.Tags[i], table.FineTags[i]), table.Features[i]);
                Add(byWord, (table.Tags[i], table.FineTags[i], WordFeatures.WordHash(table.Forms[i])), table.Features[i]);
            }
        var labels = byLabel.Where(entry => entry.Value.Total > 4 || documents.Length < 50)
            .OrderBy(entry => entry.Key.Item1).ThenBy(entry => entry.Key.Item2, StringComparer.Ordinal)
            .Select(entry => (entry.Key.Item1, entry.Key.Item2, entry.Value.Most())).ToImmutableArray();
        var places = labels.Select((label, index) => (label, index)).ToDictionary(pair => (pair.label.Item1, pair.label.Item2), pair => (pair.index, pair.label.Item3));
        var exceptions = new Dictionary<(int, uint), string>();
        foreach (var ((tag, fine, word), features) in byWord)
            if (places.TryGetValue((tag, fine), out var label) && features.Most() is { } most && most != label.Item2)
                exceptions[(label.index, word)] = most;
        return new TagSet(labels, exceptions);
    }

    static TagLexicon FindLexicon(Document[] documents, TagSet tags)
    {
        var seen = new Dictionary<uint, Counter<int>>();
        foreach (var table in documents.Select(document => document.Tokens))
            for (var i = 0; i < table.Count; i++)
                Add(seen, WordFeatures.WordHash(table.Forms[i]), tags.Find(table.Tags[i], table.FineTags[i]));
        var entries = new Dictionary<uint, TagLexicon.Entry>();
        foreach (var (word, labels) in seen)
        {
            if (labels.Total < KnownFrom)
                continue;
            var most = labels.Most();
            var only = labels.Total >= CertainFrom && labels[most] >= labels.Total * 0.998 ? most : -1;
            var ambiguity = 1u;
            foreach (var label in labels.Keys.Where(label => labels[label] * 50 >= labels.Total).Order())
                ambiguity = FeatureHash.Mix(ambiguity, (uint)label);
            entries[word] = new TagLexicon.Entry(ambiguity, only);
        }
        return new TagLexicon(entries);
    }

    static void Add<TKey, T>(Dictionary<TKey, Counter<T>> counters, TKey key, T item) where TKey : notnull where T : notnull
    {
        if (!counters.TryGetValue(key, out var counter))
            counters[key] = counter = new Counter<T>();
        counter.Add(item);
    }

    internal static string Measure(Tagger tagger, IReadOnlyList<Document> documents)
    {
        int words = 0, universal = 0, fine = 0, features = 0;
        foreach (var document in documents)
        {
            var found = tagger.Tag(document.Tokens.Forms, document.Sentences);
            for (var i = 0; i < document.Tokens.Count; i++)
            {
                words++;
                universal += found.Tags[i] == document.Tokens.Tags[i] ? 1 : 0;
                fine += found.FineTags[i] == document.Tokens.FineTags[i] ? 1 : 0;
                features += found.Features[i] == document.Tokens.Features[i] ? 1 : 0;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"UPOS {100.0 * universal / words:F2}, XPOS {100.0 * fine / words:F2}, UFeats {100.0 * features / words:F2}");
    }

    /// <summary>A document as the tagger sees it, with the labels it should and does give.</summary>
    sealed class Example
    {
        public readonly WordFeatures Words;
        public readonly uint[] Ambiguities;
        public readonly int[] Only;
        public readonly int[] Gold;
        public readonly int[] Labels;
        public readonly ImmutableArray<Sentence> Sentences;

        public Example(Document document, TagSet tags, TagLexicon lexicon)
        {
            var table = document.Tokens;
            Words = new WordFeatures(table.Forms.AsSpan());
            Sentences = document.Sentences;
            Labels = new int[table.Count];
            Ambiguities = new uint[table.Count];
            Only = new int[table.Count];
            Gold = new int[table.Count];
            for (var i = 0; i < table.Count; i++)
            {
                (Ambiguities[i], Only[i]) = lexicon[Words.Words[i]];
                // A pair too rare to be a label counts as the first pair with its universal tag.
                Gold[i] = tags.Find(table.Tags[i], table.FineTags[i]) is >= 0 and var label ? label : Math.Max(0, tags.FindFirst(table.Tags[i]));
            }
        }
    }
}
