using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// Finds heads and relations: one greedy pass per sentence in the arc-hybrid system, trained with a dynamic oracle
/// (Goldberg and Nivre 2013).
/// </summary>
sealed class DependencyParser
{
    readonly TransitionSet transitions;
    readonly LinearClassifier classifier;

    public DependencyParser(TransitionSet transitions, LinearClassifier classifier)
    {
        this.transitions = transitions;
        this.classifier = classifier;
    }

    public Syntax Parse(ImmutableArray<string> forms, Tagging tagging, ImmutableArray<Sentence> sentences)
    {
        var heads = new int[forms.Length];
        var relations = new string[forms.Length];
        var state = new ParserState();
        var longest = sentences.IsEmpty ? 0 : sentences.Max(sentence => sentence.Count);
        var words = new uint[longest + 1];
        var tags = new uint[longest + 1];
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<int> scores = stackalloc int[classifier.ScoresLength];
        foreach (var sentence in sentences)
        {
            FillColumns(forms, tagging, sentence, words, tags);
            var columns = new ParserFeatures.Columns { Words = words, Tags = tags };
            state.Start(sentence.Count);
            while (!state.IsFinal)
            {
                ParserFeatures.Extract(state, columns, features);
                classifier.Score(features, scores);
                transitions.Apply(state, transitions.BestAllowed(state, scores));
            }
            for (var i = 1; i <= sentence.Count; i++)
            {
                var head = state.Heads[i];
                heads[sentence.First + i - 1] = head == ParserState.Root ? -1 : sentence.First + head - 1;
                relations[sentence.First + i - 1] = head == ParserState.Root ? "root" : transitions.Relations[state.Relations[i]];
            }
        }
        return new Syntax(tagging, ImmutableCollectionsMarshal.AsImmutableArray(heads), ImmutableCollectionsMarshal.AsImmutableArray(relations));
    }

    /// <summary>The columns of one sentence, from place 1 on; place 0 is the root's.</summary>
    public static void FillColumns(ImmutableArray<string> forms, Tagging tagging, Sentence sentence, uint[] words, uint[] tags)
    {
        words[0] = tags[0] = 2;
        for (var i = 0; i < sentence.Count; i++)
        {
            words[i + 1] = WordFeatures.WordHash(forms[sentence.First + i]);
            tags[i + 1] = (uint)tagging.Tags[sentence.First + i] << 8 ^ FeatureHash.Of(tagging.FineTags[sentence.First + i]) << 13 >> 16;
        }
    }
}
