using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language.Names;

/// <summary>
/// Finds the names of persons, organisations and places (and, less surely, others) in the words of a document: a linear-chain
/// conditional random field over hashed features and the parse, then what the document tells of a person elsewhere.
/// </summary>
public sealed class NameFinder(NameModel model)
{
    /// <summary>Loads the model of a language ("en").</summary>
    public NameFinder(DataFolder folder, string language)
        : this(NameModel.Load(folder, language))
    {
    }

    /// <summary>The names among <paramref name="forms"/>; none goes over the end of a sentence.</summary>
    /// <param name="forms">The words.</param>
    /// <param name="sentences">They cover the words in order.</param>
    /// <param name="syntax">The parse of these words: without its tags and heads, organisations are easily missed.</param>
    public ImmutableArray<Name> Find(ImmutableArray<string> forms, ImmutableArray<Sentence> sentences, Syntax syntax)
    {
        // The corpora write the typewriter's apostrophe.
        if (forms.Any(form => form.Contains('’', StringComparison.Ordinal)))
            forms = [.. forms.Select(form => form.Replace('’', '\''))];
        var scores = new float[forms.Length * NameLabel.Count];
        var labels = new byte[forms.Length];
        var words = new WordTraits[forms.Length];
        var back = new byte[LongestOf(sentences) * NameLabel.Count];
        ReadOnce(forms, sentences, syntax, words, scores, labels, back);
        Remember(sentences, words, syntax, labels);

        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (var sentence in sentences)
            for (var i = sentence.First; i < sentence.End;)
            {
                var end = i + 1;
                if (labels[i] != NameLabel.Outside)
                {
                    end = EndOf(forms, labels, i, sentence.End);
                    names.Add(new Name(NameLabel.Kind(labels[i]), i, end));
                }
                i = end;
            }
        return names.ToImmutable();
    }

    // The two halves of "Eva-Marie" are one name, whatever the labels say.
    static int EndOf(ImmutableArray<string> forms, byte[] labels, int first, int limit)
    {
        var end = first + 1;
        while (end < limit && NameLabel.IsLater(labels[end]))
            end++;
        return NameLabel.Kind(labels[first]) == NameKind.Person && end + 1 < limit && forms[end] == "-" && labels[end + 1] == labels[first]
            ? EndOf(forms, labels, end + 1, limit) : end;
    }

    static int LongestOf(ImmutableArray<Sentence> sentences)
    {
        var longest = 0;
        foreach (var sentence in sentences)
            longest = Math.Max(longest, sentence.Count);
        return longest;
    }

    void ReadOnce(ImmutableArray<string> forms, ImmutableArray<Sentence> sentences, Syntax syntax, WordTraits[] words, float[] scores, byte[] labels, byte[] back)
    {
        var features = new NameFeatures(model.Lexicon, model.Gazetteer);
        Span<int> buckets = stackalloc int[NameFeatures.Most];
        foreach (var sentence in sentences)
        {
            if (sentence.Count == 0)
                continue;
            features.Open(forms.AsSpan()[sentence.First..sentence.End], syntax, sentence.First);
            for (var i = 0; i < sentence.Count; i++)
            {
                words[sentence.First + i] = features.Word(i);
                var count = features.Extract(i, buckets);
                model.Weights.Score(buckets[..count], scores.AsSpan((sentence.First + i) * NameLabel.Count, NameLabel.Count));
            }
            LabelPath.Best(Rows(scores, sentence), model.Transitions, labels.AsSpan()[sentence.First..sentence.End], back);
        }
    }

    static void Remember(ImmutableArray<Sentence> sentences, WordTraits[] words, Syntax syntax, byte[] labels)
    {
        var memory = new NameMemory();
        for (var s = 0; s < sentences.Length; s++)
            memory.Add(s, words.AsSpan()[sentences[s].First..sentences[s].End], labels.AsSpan()[sentences[s].First..sentences[s].End]);
        for (var s = 0; s < sentences.Length; s++)
            memory.Correct(s, words.AsSpan()[sentences[s].First..sentences[s].End], syntax.Tagging.Tags.AsSpan()[sentences[s].First..sentences[s].End], labels.AsSpan()[sentences[s].First..sentences[s].End]);
    }

    static ReadOnlySpan<float> Rows(float[] scores, Sentence sentence) =>
        scores.AsSpan(sentence.First * NameLabel.Count, sentence.Count * NameLabel.Count);
}
