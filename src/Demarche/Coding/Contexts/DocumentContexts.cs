using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding.Contexts;

/// <summary>A context of an event and what it rests on.</summary>
/// <param name="Reason">"words of its sentence", "the rule", or a condition of contexts.txt.</param>
/// <param name="Span">The word that set it, where one did.</param>
public sealed record ContextReading(string Context, string Reason, TextSpan? Span);

/// <summary>
/// The words of contexts in one document, sentence by sentence. Surest first: an event has the contexts of its rule, of its act and
/// parties, and of its sentence; then of the document as a whole, if it is clearly about one.
/// </summary>
sealed class DocumentContexts
{
    // A document is about what half of its sentences have a word for; in fewer than four sentences chance decides. Measured on the
    // hand-coded events: a third of the sentences, or the sentences before and after, told more contexts, but too many wrong ones.
    const int FewestSentences = 4;
    const int Share = 2;

    readonly Document document;
    readonly FrozenDictionary<string, ImmutableArray<ContextCondition>> conditions;
    readonly Dictionary<int, SortedDictionary<string, TextSpan>> bySentence = [];
    readonly SortedDictionary<string, TextSpan> ofDocument = new(StringComparer.Ordinal);

    public DocumentContexts(Document document, FrozenDictionary<string, ImmutableArray<string>> byWord, FrozenDictionary<string, ImmutableArray<ContextCondition>> conditions)
    {
        this.document = document;
        this.conditions = conditions;
        var sentences = new Dictionary<string, List<TextSpan>>();
        foreach (var sentence in document.Sentences)
        {
            var found = Words(sentence, byWord);
            bySentence[sentence.First] = found;
            foreach (var (context, span) in found)
            {
                if (!sentences.TryGetValue(context, out var spans))
                    sentences.Add(context, spans = []);
                spans.Add(span);
            }
        }
        foreach (var (context, spans) in sentences)
            if (spans.Count >= FewestSentences && spans.Count * Share >= document.Sentences.Length)
                ofDocument.Add(context, spans[0]);
    }

    /// <summary>The contexts of an event, sorted by name.</summary>
    public ImmutableArray<ContextReading> Read(Sentence sentence, EventRule rule, ReportedEvent one)
    {
        var found = new SortedDictionary<string, ContextReading>(StringComparer.Ordinal);
        foreach (var context in rule.Contexts)
            Add(context, "the rule", null);
        foreach (var (context, alternatives) in conditions)
            if (alternatives.FirstOrDefault(condition => condition.Holds(one)) is { } condition)
                Add(context, condition.Text, null);
        foreach (var (context, span) in bySentence[sentence.First])
            Add(context, "a word of its sentence", span);
        foreach (var (context, span) in ofDocument)
            Add(context, "words of the whole document", span);
        return [.. found.Values];

        void Add(string context, string reason, TextSpan? span) => found.TryAdd(context, new ContextReading(context, reason, span));
    }

    SortedDictionary<string, TextSpan> Words(Sentence sentence, FrozenDictionary<string, ImmutableArray<string>> byWord)
    {
        var found = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
        for (var token = sentence.First; token < sentence.End; token++)
            if (document.Tokens.Tags[token] is PartOfSpeech.NOUN or PartOfSpeech.ADJ or PartOfSpeech.PROPN or PartOfSpeech.VERB
                && byWord.TryGetValue(document.Tokens.Lemmas[token].ToLowerInvariant(), out var contexts))
                foreach (var context in contexts)
                    found.TryAdd(context, document.Tokens.Spans[token]);
        return found;
    }
}
