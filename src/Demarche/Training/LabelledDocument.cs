using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Sentences with gold labels and the parse that the name finder stands on.</summary>
/// <param name="Forms">The words of all sentences.</param>
/// <param name="Places">Where among them each sentence stands.</param>
sealed record LabelledDocument(ImmutableArray<LabelledSentence> Sentences, ImmutableArray<string> Forms, ImmutableArray<Sentence> Places, Syntax Syntax)
{
    public static LabelledDocument Parse(ImmutableArray<LabelledSentence> sentences, SyntaxParser parser)
    {
        var places = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        foreach (var sentence in sentences)
            places.Add(new Sentence(default, first, first += sentence.Forms.Length));
        ImmutableArray<string> forms = [.. sentences.SelectMany(sentence => sentence.Forms)];
        return new LabelledDocument(sentences, forms, places.ToImmutable(), parser.Parse(forms, places.ToImmutable()));
    }
}
