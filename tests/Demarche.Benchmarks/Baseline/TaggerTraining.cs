using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;
using Demarche.Training;

namespace Demarche.Benchmarks.Baseline;

/// <summary>Trains the tagger.</summary>
static class TaggerTraining
{
    const int Epochs = 8;
    const int Bits = 21;

    // Fewer sightings say too little about what else a word may be.
    const int KnownFrom = 3;
    const int CertainFrom = 30;

    public static Tagger Train(Document[] documents, ulong seed)
    {
        var tags = FindTags(documents);
        var lexicon = FindLexicon(documents, tags);
        var examples = documents.Select(document => new Example(document, tags, lexicon)).ToArray();
        var trainer = new PerceptronTrainer(tags.Count, Bits);
        var random = new SeededRandom(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
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
