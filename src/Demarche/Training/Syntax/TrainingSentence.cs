using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>A sentence as numbers: what the network reads and what it shall say.</summary>
sealed record TrainingSentence
{
    /// <summary>Rows of the table of words.</summary>
    public required int[] Words { get; init; }

    /// <summary>Rows of the vectors, or -1.</summary>
    public required int[] Vectors { get; init; }

    /// <summary>Rows of the table of affixes, <see cref="FormFeatures.AffixCount"/> for each word.</summary>
    public required int[] Affixes { get; init; }

    public required int[] Tags { get; init; }

    public required int[] FineTags { get; init; }

    public required int[] Features { get; init; }

    /// <summary>0 for the root, otherwise 1 + the index of the head.</summary>
    public required int[] Heads { get; init; }

    public required int[] Relations { get; init; }

    public int Count => Words.Length;

    public static IEnumerable<TrainingSentence> Of(Document document, SyntaxModel model)
    {
        var tokens = document.Tokens;
        var tagging = new Tagging(tokens.Tags, tokens.FineTags, tokens.Features);
        return Of(tokens.Forms, document.Sentences, new Language.Syntax(tagging, tokens.Heads, tokens.Relations), model);
    }

    public static IEnumerable<TrainingSentence> Of(
        ImmutableArray<string> forms, ImmutableArray<Sentence> sentences, Language.Syntax syntax, SyntaxModel model)
    {
        var vocabulary = model.Vocabulary;
        var fineTags = new WordList(vocabulary.FineTags);
        var features = new WordList(vocabulary.Features);
        var relations = new WordList(vocabulary.Relations);
        foreach (var sentence in sentences)
        {
            var range = Enumerable.Range(sentence.First, sentence.Count).ToArray();
            var norms = Array.ConvertAll(range, i => FormFeatures.Normalize(forms[i]));
            var affixes = new int[range.Length * FormFeatures.AffixCount];
            for (var i = 0; i < range.Length; i++)
                FormFeatures.Affixes(forms[range[i]], model.Shape.AffixRows, affixes.AsSpan(i * FormFeatures.AffixCount));
            yield return new TrainingSentence
            {
                Words = Array.ConvertAll(norms, norm => vocabulary.Words.IndexOf(norm) + 1),
                Vectors = Array.ConvertAll(norms, norm => vocabulary.Vectors.Words.IndexOf(norm)),
                Affixes = affixes,
                Tags = Array.ConvertAll(range, i => (int)syntax.Tagging.Tags[i]),
                FineTags = Array.ConvertAll(range, i => fineTags.IndexOf(syntax.Tagging.FineTags[i])),
                Features = Array.ConvertAll(range, i => features.IndexOf(syntax.Tagging.Features[i])),
                Heads = Array.ConvertAll(range, i => syntax.Heads[i] < 0 ? 0 : syntax.Heads[i] - sentence.First + 1),
                Relations = Array.ConvertAll(range, i => relations.IndexOf(syntax.Relations[i])),
            };
        }
    }
}
