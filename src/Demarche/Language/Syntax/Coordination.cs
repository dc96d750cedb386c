using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language.Quotations;

namespace Demarche.Language;

/// <summary>
/// Lifts conjoined finite verbs that the parser hung too low. "Foiled a plot to kill him and arrested a man" joins "arrested" to "foiled": an
/// infinitive or a gerund takes no finite verb beside it. "Denied that it had sent arms and accused Washington" joins "accused" to "denied": who
/// is reported with one tense and answers in another is the reporter. Left below, the arrest would have been foiled and the charge denied.
/// </summary>
sealed class Coordination(ReportingLexicon lexicon)
{
    // What stands further above belongs to another sentence or to a broken tree.
    const int MostSteps = 6;

    public Syntax Lift(Syntax syntax, ImmutableArray<string> lemmas)
    {
        ImmutableArray<int>.Builder? heads = null;
        var tree = new Tree(syntax, lemmas);
        for (var word = 0; word < lemmas.Length; word++)
            if (syntax.Relations[word] == "conj" && syntax.Tagging.Tags[word] == PartOfSpeech.VERB && Above(tree, word) is >= 0 and var above)
                (heads ??= syntax.Heads.ToBuilder())[word] = above;
        return heads is null ? syntax : syntax with { Heads = heads.MoveToImmutable() };
    }

    int Above(Tree tree, int word)
    {
        var first = tree.Heads[word];
        if (first < 0 || tree.Tags[first] != PartOfSpeech.VERB || !tree.IsFinite(word))
            return -1;
        if (!tree.IsFinite(first) && tree.FineTags[first] is "VB" or "VBG" && !tree.HasAuxiliary(first))
            return tree.FiniteAbove(first);
        return !tree.HasAuxiliary(word) && !tree.HasSubject(word) && lexicon.IsAnswer(tree.Lemmas[word]) && (tree.HasAuxiliary(first) || tree.FineTags[first] != tree.FineTags[word])
            ? ReportAbove(tree, first, tree.FineTags[word])
            : -1;
    }

    int ReportAbove(Tree tree, int word, string tense)
    {
        for (var (at, steps) = (tree.Heads[word], MostSteps); at >= 0 && steps > 0; at = tree.Heads[at], steps--)
            if (tree.Tags[at] == PartOfSpeech.VERB && at < word && tree.FineTags[at] == tense && lexicon.IsVerb(tree.Lemmas[at], "that"))
                return at;
        return -1;
    }

    /// <summary>The tree as it was parsed, with the children of its words.</summary>
    sealed class Tree
    {
        readonly bool[] auxiliary, finiteAuxiliary, subject;

        public Tree(Syntax syntax, ImmutableArray<string> lemmas)
        {
            (Heads, Tags, FineTags, Lemmas) = (syntax.Heads, syntax.Tagging.Tags, syntax.Tagging.FineTags, lemmas);
            (auxiliary, finiteAuxiliary, subject) = (new bool[lemmas.Length], new bool[lemmas.Length], new bool[lemmas.Length]);
            for (var word = 0; word < lemmas.Length; word++)
                if (Heads[word] is >= 0 and var head)
                {
                    var isAuxiliary = syntax.Relations[word] is "aux" or "aux:pass" or "cop";
                    auxiliary[head] |= isAuxiliary;
                    finiteAuxiliary[head] |= isAuxiliary && FineTags[word] is "MD" or "VBD" or "VBZ" or "VBP";
                    subject[head] |= syntax.Relations[word] is "nsubj" or "nsubj:pass";
                }
        }

        public ImmutableArray<int> Heads { get; }

        public ImmutableArray<PartOfSpeech> Tags { get; }

        public ImmutableArray<string> FineTags { get; }

        public ImmutableArray<string> Lemmas { get; }

        public bool HasAuxiliary(int word) => auxiliary[word];

        public bool HasSubject(int word) => subject[word];

        // A present without -s may be an infinitive.
        public bool IsFinite(int word) => finiteAuxiliary[word] || (FineTags[word] is "VBD" or "VBZ" && !auxiliary[word]);

        public int FiniteAbove(int word)
        {
            for (var (at, steps) = (Heads[word], MostSteps); at >= 0 && steps > 0; at = Heads[at], steps--)
                if (Tags[at] == PartOfSpeech.VERB && at < word && (IsFinite(at) || (FineTags[at] == "VBP" && !auxiliary[at])))
                    return at;
            return -1;
        }
    }
}
