using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>
/// Reads whether an act is real from the words around its trigger: first its own auxiliaries, negation and modifiers, then every
/// word it hangs on, outward to the root of the sentence; each is an operator on the status so far. Where two readings are open
/// the unreal one is taken: an act that did not happen must never be shown as one that did.
/// </summary>
public sealed class StatusReader(OperatorLexicon lexicon, StatusWords words)
{
    public static StatusReader Load(DataFolder data, string language = "en") => new(OperatorLexicon.Load(data, language), StatusWords.Load(data, language));

    /// <summary>Whether who does this has done nothing to anybody yet ("is weighing sanctions").</summary>
    public bool IsDeliberating(string lemma) => words.Deliberating.Contains(lemma);

    /// <summary>The status of the act told by one word.</summary>
    /// <param name="consumed">
    /// Words that a rule has taken for part of the act itself ("refused" of "refused to meet", read as a refusal): they say nothing
    /// about its status.
    /// </param>
    public StatusReading Read(Document document, int trigger, params ReadOnlySpan<int> consumed) =>
        new StatusWalk(lexicon, words, document, trigger, [.. consumed], [], 0).Read();
}
