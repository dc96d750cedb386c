using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>The search through one document; see <see cref="QuotationFinder"/>.</summary>
sealed partial class QuotationSearch(
    ReportingLexicon lexicon, QuotationWords words, Article article, TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
{
    readonly List<Quotation> found = [];
    readonly HashSet<int> usedCues = [];

    public ImmutableArray<Quotation> Result() =>
        [.. found.Where(quotation => !quotation.Content.IsEmpty && !IsRepeated(quotation)).Distinct()
            .OrderBy(quotation => quotation.Content.Start).ThenByDescending(quotation => quotation.Content.End)];

    // "said in a statement that ...": the verb has the holder, the noun has not.
    bool IsRepeated(Quotation quotation) =>
        quotation.Speaker < 0 && found.Exists(other => other.Speaker >= 0 && Math.Abs(other.Content.Start - quotation.Content.Start) <= 6);

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
        // "A group calling itself The Resistance" says nothing.
        if (tokens.Tags[verb] == PartOfSpeech.AUX || (verb + 1 < tokens.Count && lemma is "call" or "style" && words.Reflexives.Contains(Lower(verb + 1))))
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
        var passive = IsPassive(cue);
        foreach (var child in tokens.Children[cue])
            if (tokens.Relations[child] == "obl:agent" || (passive && tokens.Relations[child] == "obl" && HasCase(child, "by")))
                return child;
        if (passive || IsAccused(cue))
            return -1;
        if (SpeakerBefore(cue) is >= 0 and var same)
            return same;
        // Of two subjects before the verb the nearer one: the other is a dateline or an adverb.
        var subject = -1;
        foreach (var child in tokens.Children[cue])
            if (Phrases.Relation(tokens, child) == "nsubj" && (subject < 0 || child < cue))
                subject = child;
        if (subject >= 0)
            return Antecedent(Adjacent(subject, cue), cue);
        return InheritedSubject(cue) is >= 0 and var inherited ? inherited : SubjectByOrder(cue);
    }

    bool IsPassive(int verb) => tokens.Children[verb].Any(child => tokens.Relations[child] == "aux:pass")
        || (tokens.FineTags[verb] == "VBN" && !tokens.Children[verb].Any(child => tokens.Relations[child] == "aux") && tokens.Children[verb].Any(child => tokens.Relations[child] == "nsubj:pass"));

    // "Rwanda accused of shelling a camp", "a man accused of plotting": who is accused does not say so.
    bool IsAccused(int verb)
    {
        if (tokens.FineTags[verb] is not ("VBD" or "VBN") || Lemma(verb) is not ("accuse" or "suspect" or "charge" or "convict"))
            return false;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] is "obj" or "iobj" or "ccomp" || (tokens.Relations[child] == "aux" && tokens.FineTags[verb] == "VBN"))
                return false;
        return tokens.Relations[verb] != "acl:relcl";
    }

    // "..., adding that": the speaker of the report before goes on.
    int SpeakerBefore(int verb)
    {
        if (verb == 0 || tokens.Forms[verb - 1] != "," || !Lower(verb).EndsWith("ing", StringComparison.Ordinal) || !Reports(verb, "that"))
            return -1;
        var sentence = SentenceOf(verb);
        var earlier = found.FindLast(quotation => quotation.Cue >= sentence.First && quotation.Cue < verb && quotation.Speaker >= 0);
        return earlier.Content.IsEmpty ? -1 : earlier.Speaker;
    }

    // "Afterward, Sondland said": of a subject that reaches over a comma, the part beside the verb.
    int Adjacent(int subject, int cue)
    {
        var beside = Before(cue);
        // "Esper on Wednesday accused": back over the adverbial.
        while (beside > subject && HasCase(beside))
            beside = tokens.Children[beside].First(child => tokens.Relations[child] == "case") - 1;
        if (beside <= subject || beside < 0 || tokens.Tags[beside] is not (PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.PRON) || tokens.Tags[subject] == PartOfSpeech.PRON)
            return subject;
        for (var i = subject; i < beside; i++)
            if (tokens.Forms[i] == "," && Phrases.Subtree(tokens, subject).First == subject)
                return tokens.Relations[beside] is "flat" or "compound" && tokens.Heads[beside] > i ? tokens.Heads[beside] : beside;
        return subject;
    }

    /// <summary>The word before a verb and its auxiliaries and adverbs.</summary>
    int Before(int verb)
    {
        var first = SentenceOf(verb).First;
        var i = verb - 1;
        while (i >= first && (tokens.Tags[i] is PartOfSpeech.AUX or PartOfSpeech.ADV or PartOfSpeech.PART || Lower(i) is "has" or "have" or "had" or "since"))
            i--;
        return i >= first ? i : -1;
    }

    /// <summary>The noun right before the verb, or right after an inverted one ("said Hill"), where the tree names no subject.</summary>
    int SubjectByOrder(int verb)
    {
        var sentence = SentenceOf(verb);
        if (Before(verb) is >= 0 and var before && tokens.Tags[before] is PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.PRON)
            return Top(before, sentence.First, verb);
        // "John Williams, the president of the bank, said": past the apposition.
        if (Before(verb) is >= 0 and var closing && tokens.Forms[closing] == ",")
            for (var i = closing - 2; i > sentence.First; i--)
                if (tokens.Forms[i] == "," && tokens.Tags[i - 1] is PartOfSpeech.PROPN or PartOfSpeech.NOUN)
                    return Top(i - 1, sentence.First, verb);
                else if (IsVerb(i) || IsQuoteMark(i))
                    break;
        if (Before(verb) is >= 0 and var word && tokens.Tags[word] == PartOfSpeech.CCONJ)
            for (var i = sentence.First; i < word; i++)
                if (tokens.Relations[i] is "nsubj" && tokens.Heads[i] >= 0 && (tokens.Relations[tokens.Heads[i]] is "root" or "ccomp"))
                    return i;
        if (verb + 1 < sentence.End && tokens.Tags[verb + 1] is PartOfSpeech.PROPN)
            return Top(verb + 1, verb + 1, sentence.End);
        return -1;
    }

    int Top(int token, int from, int to)
    {
        while (tokens.Heads[token] >= from && tokens.Heads[token] < to && Phrases.Relation(tokens, token) is "flat" or "compound" or "appos" or "nmod")
            token = tokens.Heads[token];
        return token;
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
        return head >= 0 && IsVerb(head) && tokens.Relations[noun] == "obj" && words.Giving.Contains(Lemma(head))
            ? SpeakerOf(head)
            : -1;
    }

    bool HasCase(int token) => tokens.Children[token].Any(child => child < token && tokens.Relations[child] == "case");

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
