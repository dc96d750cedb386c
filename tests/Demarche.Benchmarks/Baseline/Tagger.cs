using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// Gives each word its universal tag, fine tag and features: from left to right, by a perceptron over hashed features
/// (Collins 2002) with the words' possible tags (after Giménez and Màrquez 2004, "SVMTool").
/// </summary>
sealed class Tagger
{
    readonly TagSet tags;
    readonly TagLexicon lexicon;
    readonly LinearClassifier classifier;

    public Tagger(TagSet tags, TagLexicon lexicon, LinearClassifier classifier)
    {
        this.tags = tags;
        this.lexicon = lexicon;
        this.classifier = classifier;
    }

    public Tagging Tag(ImmutableArray<string> forms, ImmutableArray<Sentence> sentences)
    {
        var words = new WordFeatures(forms.AsSpan());
        var only = new int[forms.Length];
        var ambiguities = new uint[forms.Length];
        for (var i = 0; i < forms.Length; i++)
            (ambiguities[i], only[i]) = lexicon[words.Words[i]];
        var labels = new int[forms.Length];
        foreach (var sentence in sentences)
            TagSentence(words, ambiguities, only, sentence, labels);

        var universal = new PartOfSpeech[forms.Length];
        var fine = new string[forms.Length];
        var features = new string[forms.Length];
        for (var i = 0; i < forms.Length; i++)
        {
            universal[i] = tags.TagOf(labels[i]);
            fine[i] = tags.FineTagOf(labels[i]);
            features[i] = tags.FeaturesOf(labels[i], words.Words[i]);
        }
        return new Tagging(ImmutableCollectionsMarshal.AsImmutableArray(universal), ImmutableCollectionsMarshal.AsImmutableArray(fine), ImmutableCollectionsMarshal.AsImmutableArray(features));
    }

    void TagSentence(WordFeatures words, uint[] ambiguities, int[] only, Sentence sentence, int[] labels)
    {
        Span<uint> features = stackalloc uint[TagFeatures.Count];
        Span<int> scores = stackalloc int[classifier.ScoresLength];
        var allCapitals = AllCapitals(words, sentence);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (only[i] >= 0)
            {
                labels[i] = only[i];
                continue;
            }
            TagFeatures.Extract(words, ambiguities, sentence.First, sentence.End, i, labels, allCapitals, features);
            classifier.Score(features, scores);
            labels[i] = classifier.Best(scores);
        }
    }

    /// <summary>Whether a sentence has no lower-case word, so that capitals say nothing.</summary>
    public static bool AllCapitals(WordFeatures words, Sentence sentence)
    {
        var capitals = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var casing = words.Shapes[i] & 7;
            if (casing is 1 or 4 or 5 or 6)
                return false;
            capitals += casing == 3 ? 1 : 0;
        }
        return capitals > 1;
    }
}
