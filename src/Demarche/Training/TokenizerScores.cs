using System.Globalization;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>F1 of words and sentences from raw text, by exact spans.</summary>
static class TokenizerScores
{
    public static string Measure(Tokenizer tokenizer, IReadOnlyList<Document> gold)
    {
        int words = 0, goldWords = 0, foundWords = 0, sentences = 0, goldSentences = 0, foundSentences = 0;
        foreach (var document in gold)
        {
            var text = document.Article.Text;
            var found = tokenizer.Split(text, new TextSpan(0, text.Length));
            goldWords += document.Tokens.Count;
            foundWords += found.Spans.Length;
            words += document.Tokens.Spans.Intersect(found.Spans).Count();
            goldSentences += document.Sentences.Length;
            foundSentences += found.Sentences.Length;
            sentences += document.Sentences.Select(sentence => sentence.Span).Intersect(found.Sentences.Select(sentence => sentence.Span)).Count();
        }
        return string.Create(CultureInfo.InvariantCulture, $"words {200.0 * words / (goldWords + foundWords):F2}, sentences {200.0 * sentences / (goldSentences + foundSentences):F2}");
    }
}
