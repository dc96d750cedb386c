using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>The search through one document; see <see cref="QuotationFinder"/>.</summary>
sealed partial class QuotationSearch(
    ReportingLexicon lexicon, Article article, TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
{
    readonly List<Quotation> found = [];
    readonly HashSet<int> usedCues = [];

    public ImmutableArray<Quotation> Result() =>
        [.. found.Where(quotation => !quotation.Content.IsEmpty).Distinct()
            .OrderBy(quotation => quotation.Content.Start).ThenByDescending(quotation => quotation.Content.End)];

    string Text => article.Text;

    string Lower(int token) => tokens.Forms[token].ToLowerInvariant();

    string Lemma(int token) => tokens.Lemmas[token].ToLowerInvariant();

    bool IsVerb(int token) => tokens.Tags[token] is PartOfSpeech.VERB or PartOfSpeech.AUX;

    Sentence SentenceOf(int token)
    {
        int low = 0, high = sentences.Length - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sentences[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return sentences[low];
    }

    /// <summary>The lemma with a particle or preposition where the lexicon lists it so ("point out", "call on").</summary>
    bool Reports(int verb, string frame)
    {
        var lemma = Lemma(verb);
        if (tokens.Tags[verb] == PartOfSpeech.AUX)
            return false;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] == "compound:prt" && lexicon.IsVerb(lemma + " " + Lemma(child), frame))
                return true;
        if (verb + 1 < tokens.Count && tokens.Tags[verb + 1] == PartOfSpeech.ADP && lexicon.IsVerb(lemma + " " + Lower(verb + 1), frame))
            return true;
        return lexicon.IsVerb(lemma, frame);
    }

    /// <summary>Head word of who says what the cue reports, or -1.</summary>
    int SpeakerOf(int cue)
    {
        if (!IsVerb(cue))
            return SpeakerOfNoun(cue);
        var passive = tokens.Children[cue].Any(child => tokens.Relations[child] is "nsubj:pass" or "aux:pass");
        foreach (var child in tokens.Children[cue])
            if (tokens.Relations[child] == "obl:agent" || (passive && tokens.Relations[child] == "obl" && HasCase(child, "by")))
                return child;
        if (passive)
            return -1;
        foreach (var child in tokens.Children[cue])
            if (Phrases.Relation(tokens, child) == "nsubj")
                return Antecedent(child, cue);
        return InheritedSubject(cue);
    }

    // "who said" speaks for the noun the clause hangs on.
    int Antecedent(int subject, int cue)
    {
        if (Lower(subject) is not ("who" or "which" or "that"))
            return subject;
        var verb = cue;
        for (var steps = 8; steps > 0 && tokens.Heads[verb] >= 0; steps--)
        {
            if (tokens.Relations[verb] == "acl:relcl")
                return tokens.Heads[verb];
            verb = tokens.Heads[verb];
        }
        return subject;
    }

    int InheritedSubject(int cue)
    {
        var verb = cue;
        for (var steps = 6; steps > 0 && tokens.Heads[verb] >= 0; steps--)
        {
            var relation = Phrases.Relation(tokens, verb);
            var head = tokens.Heads[verb];
            switch (relation)
            {
                // "said the deaths were caused by gunfire and called on ...": a verb of saying is the outer speaker's.
                case "conj" when tokens.Relations[head] == "ccomp" && tokens.Heads[head] >= 0 && Reports(tokens.Heads[head], "that") && SubjectOf(head) >= 0 && SubjectOf(head) > tokens.Heads[head]:
                    return SpeakerOf(tokens.Heads[head]);
                case "acl":
                    return head;
                case "conj" or "advcl" or "xcomp" or "parataxis":
                    // "quoted Zaitsev as saying"
                    if (Lemma(head) is "quote" or "cite" && tokens.Children[head].FirstOrDefault(child => tokens.Relations[child] == "obj", -1) is >= 0 and var quoted)
                        return quoted;
                    if (relation == "xcomp" && tokens.Children[head].FirstOrDefault(child => tokens.Relations[child] == "obj", -1) is >= 0 and var controller)
                        return controller;
                    if (SubjectOf(head) is >= 0 and var subject)
                        return Antecedent(subject, head);
                    verb = head;
                    break;
                default:
                    return -1;
            }
        }
        return -1;
    }

    int SubjectOf(int verb)
    {
        foreach (var child in tokens.Children[verb])
            if (Phrases.Relation(tokens, child) == "nsubj")
                return child;
        return -1;
    }

    int SpeakerOfNoun(int noun)
    {
        foreach (var child in tokens.Children[noun])
            if (tokens.Relations[child] == "nmod:poss")
                return child;
        foreach (var child in tokens.Children[noun])
            if (Phrases.Relation(tokens, child) == "nmod" && (HasCase(child, "by") || HasCase(child, "from")))
                return child;
        // "issued a statement", "made the claim": who did it holds it.
        var head = tokens.Heads[noun];
        return head >= 0 && IsVerb(head) && tokens.Relations[noun] == "obj" && Lemma(head) is "issue" or "make" or "release" or "give" or "repeat" or "voice" or "express" or "send" or "raise" or "put" or "have"
            ? SpeakerOf(head)
            : -1;
    }

    bool HasCase(int token, string word)
    {
        foreach (var child in tokens.Children[token])
            if (tokens.Relations[child] is "case" or "mark" && Lower(child) == word)
                return true;
        return false;
    }

    TextSpan SpanOf(int first, int end)
    {
        while (first < end && tokens.Tags[first] == PartOfSpeech.PUNCT && !IsQuoteMark(first))
            first++;
        while (end > first && tokens.Tags[end - 1] == PartOfSpeech.PUNCT && !IsQuoteMark(end - 1))
            end--;
        return first < end ? new TextSpan(tokens.Spans[first].Start, tokens.Spans[end - 1].End) : default;
    }

    bool IsQuoteMark(int token) => tokens.Forms[token] is "\"" or "“" or "”" or "``" or "''" or "‘" or "’" or "«" or "»";
}
