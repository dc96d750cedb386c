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
    readonly Dictionary<int, SortedDictionary<string, List<TextSpan>>> bySentence = [];
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
            foreach (var (context, inSentence) in found)
            {
                if (!sentences.TryGetValue(context, out var spans))
                    sentences.Add(context, spans = []);
                spans.Add(inSentence[0]);
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
        foreach (var (context, spans) in bySentence[sentence.First])
            if (spans.Find(span => !IsOfAnotherStatement(sentence, one.Trigger, span)) is { Length: > 0 } span)
                Add(context, "a word of its sentence", span);
        foreach (var (context, span) in ofDocument)
            Add(context, "words of the whole document", span);
        return [.. found.Values];

        void Add(string context, string reason, TextSpan? span) => found.TryAdd(context, new ContextReading(context, reason, span));
    }

    // "The one denied it, however, the other said so", "The one denied it; the other said so".
    bool IsOfAnotherStatement(Sentence sentence, TextSpan trigger, TextSpan word)
    {
        int first = Math.Min(trigger.Start, word.Start), last = Math.Max(trigger.Start, word.Start);
        for (var token = sentence.First + 1; token < sentence.End && document.Tokens.Spans[token].Start < last; token++)
            if (document.Tokens.Spans[token].Start > first
                && (document.Tokens.Forms[token] == ";" || (document.Tokens.Lemmas[token] is "however" or "meanwhile" or "whereas" && document.Tokens.Forms[token - 1] == ",")))
                return true;
        return false;
    }

    SortedDictionary<string, List<TextSpan>> Words(Sentence sentence, FrozenDictionary<string, ImmutableArray<string>> byWord)
    {
        var found = new SortedDictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        for (var token = sentence.First; token < sentence.End; token++)
            if (document.Tokens.Tags[token] is PartOfSpeech.NOUN or PartOfSpeech.ADJ or PartOfSpeech.PROPN or PartOfSpeech.VERB
                && byWord.TryGetValue(document.Tokens.Lemmas[token].ToLowerInvariant(), out var contexts))
                foreach (var context in contexts)
                    if (found.TryGetValue(context, out var spans))
                        spans.Add(document.Tokens.Spans[token]);
                    else
                        found.Add(context, [document.Tokens.Spans[token]]);
        return found;
    }
}
