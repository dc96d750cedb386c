using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;
using Demarche.Training;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// Trains the dependency parser with the dynamic oracle of arc-hybrid (Goldberg and Nivre 2013), on tags as taggers give them
/// that did not see the sentence.
/// </summary>
static class ParserTraining
{
    const int Epochs = 12;
    const int Bits = 22;
    const int Folds = 4;

    // From the second epoch on, the parser mostly follows its own moves, so that it learns to go on from its errors.
    const double Exploration = 0.9;

    public static DependencyParser Train(Document[] documents, ulong seed)
    {
        var sentences = Jackknife(documents, seed).ToArray();
        var transitions = FindTransitions(documents);
        var trainer = new PerceptronTrainer(transitions.Count, Bits);
        var random = new SeededRandom(seed);
        var state = new ParserState();
        foreach (var sentence in sentences)
            sentence.Resolve(transitions);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(sentences.AsSpan());
            foreach (var sentence in sentences)
                TrainSentence(sentence, transitions, trainer, state, random, epoch > 0);
        }
        return new DependencyParser(transitions, trainer.Average(0.15f));
    }

    static List<TreebankSentence> Jackknife(Document[] documents, ulong seed)
    {
        var sentences = new List<TreebankSentence>();
        var folds = Math.Min(Folds, documents.Length);
        for (var fold = 0; fold < folds; fold++)
        {
            var others = documents.Where((_, index) => index % folds != fold || folds == 1).ToArray();
            var tagger = TaggerTraining.Train(others, seed);
            foreach (var document in documents.Where((_, index) => index % folds == fold))
            {
                var tagging = tagger.Tag(document.Tokens.Forms, document.Sentences);
                sentences.AddRange(document.Sentences.Select(sentence => new TreebankSentence(document, sentence, tagging)));
            }
        }
        return sentences;
    }

    static TransitionSet FindTransitions(Document[] documents)
    {
        var relations = documents.SelectMany(document => document.Tokens.Relations).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var arcs = new HashSet<(bool IsLeft, int Relation)> { (false, Math.Max(0, relations.IndexOf("root"))) };
        foreach (var table in documents.Select(document => document.Tokens))
            for (var i = 0; i < table.Count; i++)
                if (table.Heads[i] >= 0)
                    arcs.Add((table.Heads[i] > i, relations.IndexOf(table.Relations[i])));
        return new TransitionSet(relations, [.. arcs.OrderBy(arc => arc.IsLeft).ThenBy(arc => arc.Relation)]);
    }

    static void TrainSentence(TreebankSentence sentence, TransitionSet transitions, PerceptronTrainer trainer, ParserState state, SeededRandom random, bool explore)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Count];
        Span<int> scores = stackalloc int[trainer.Current.ScoresLength];
        var columns = new ParserFeatures.Columns { Words = sentence.Words, Tags = sentence.Tags };
        state.Start(sentence.Count);
        while (!state.IsFinal)
        {
            ParserFeatures.Extract(state, columns, features);
            trainer.Current.Score(features, scores);
            var guess = transitions.BestAllowed(state, scores);
            var right = BestRight(sentence, transitions, state, scores, out var isGuessRight, guess);
            if (isGuessRight)
            {
                trainer.Confirm();
                right = guess;
            }
            else
            {
                trainer.Update(features, right, guess);
            }
            transitions.Apply(state, explore && random.NextDouble() < Exploration ? guess : right);
        }
    }

    /// <summary>The highest scored among the moves that lose the fewest gold arcs.</summary>
    static int BestRight(TreebankSentence sentence, TransitionSet transitions, ParserState state, ReadOnlySpan<int> scores, out bool isGuessRight, int guess)
    {
        var shift = state.CanShift ? sentence.ShiftCost(state) : int.MaxValue;
        var left = state.CanLeft ? sentence.LeftCost(state) : int.MaxValue;
        var right = state.CanRight ? sentence.RightCost(state) : int.MaxValue;
        var top = state.StackAt(0);
        // An arc that is in the tree needs its own relation; one that is not loses nothing more by any.
        var leftRelation = left != int.MaxValue && sentence.Heads[top] == state.Next ? sentence.Relations[top] : -1;
        var rightRelation = right != int.MaxValue && sentence.Heads[top] == state.StackAt(1) ? sentence.Relations[top] : -1;
        var least = Math.Min(shift, Math.Min(left, right));
        var best = -1;
        isGuessRight = false;
        for (var move = 0; move < transitions.Count; move++)
        {
            int cost, relation;
            if (move == TransitionSet.Shift)
                (cost, relation) = (shift, -1);
            else
                (cost, relation) = transitions.IsLeft(move) ? (left, leftRelation) : (right, rightRelation);
            if (cost != least || relation >= 0 && relation != transitions.RelationOf(move))
                continue;
            isGuessRight |= move == guess;
            if (best < 0 || scores[move] > scores[best])
                best = move;
        }
        return best;
    }
}
