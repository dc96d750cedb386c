using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>Content in the writer's words, found through the tree.</summary>
sealed partial class QuotationSearch
{
    public void Indirect()
    {
        for (var token = 0; token < tokens.Count; token++)
        {
            if (IsVerb(token) && tokens.Tags[token] == PartOfSpeech.VERB)
                OfVerb(token);
            else if (tokens.Tags[token] == PartOfSpeech.NOUN)
                OfNoun(token);
            if (Lower(token) == "according" && token + 1 < tokens.Count && Lower(token + 1) == "to")
                AccordingTo(token);
        }
        for (var token = 0; token < tokens.Count; token++)
            // "The ruling party" says nothing.
            if (tokens.Tags[token] == PartOfSpeech.VERB && !(tokens.Relations[token] == "amod" && tokens.Heads[token] > token) && !words.Relaying.Contains(Lower(token)) && Reports(token, "that"))
                Linear(token);
            else if (tokens.Tags[token] == PartOfSpeech.NOUN && !usedCues.Contains(token) && token + 1 < tokens.Count && Lower(token + 1) == "that"
                && tokens.Tags[token + 1] == PartOfSpeech.SCONJ && lexicon.IsNoun(Lemma(token), "that"))
                Add(token, SpanOf(token + 2, ClauseEnd(token + 2, SentenceOf(token))), token);
            else if (tokens.Tags[token] == PartOfSpeech.NOUN && !usedCues.Contains(token) && lexicon.IsNoun(Lemma(token), "that") && ThatBehindOwner(token) is > 0 and var that)
                Add(token, SpanOf(that + 1, ClauseEnd(that + 1, SentenceOf(token))), token);
    }

    // "claims by rights groups that officers had fired": parsers hang the clause on the owner.
    int ThatBehindOwner(int noun)
    {
        if (noun + 1 >= tokens.Count || Lower(noun + 1) is not ("by" or "from"))
            return -1;
        var end = SentenceOf(noun).End;
        var i = noun + 2;
        while (i < end && i < noun + 9 && tokens.Tags[i] is PartOfSpeech.DET or PartOfSpeech.ADJ or PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PART or PartOfSpeech.ADP)
            i++;
        return i + 1 < end && Lower(i) == "that" && tokens.Tags[i + 1] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON or PartOfSpeech.DET or PartOfSpeech.ADJ or PartOfSpeech.NUM ? i : -1;
    }

    void OfVerb(int verb)
    {
        if (words.Relaying.Contains(Lower(verb)))
            return;
        foreach (var child in tokens.Children[verb])
            if (!words.Relaying.Contains(Lower(child)) && FrameOf(child) is { } frame && (Reports(verb, frame) || (frame.EndsWith("+ing", StringComparison.Ordinal) && Reports(verb, frame[..^4]))))
                Add(verb, Content(child, verb), child);
        // "Talks will resume, he said": the verb of saying hangs on what is said.
        if (tokens.Relations[verb] == "parataxis" && tokens.FineTags[verb] != "VB" && Reports(verb, "that") && !tokens.Children[verb].Any(child => tokens.Relations[child] is "ccomp" or "obj"))
            Add(verb, Surroundings(verb), tokens.Heads[verb]);
    }

    void OfNoun(int noun)
    {
        foreach (var child in tokens.Children[noun])
            if (Phrases.Relation(tokens, child) is "acl" or "nmod" && tokens.Relations[child] is not ("acl:relcl" or "nmod:poss")
                && FrameOf(child) is { } frame && lexicon.IsNoun(Lemma(noun), frame.Replace("+ing", "", StringComparison.Ordinal)))
                Add(noun, Content(child, noun), child);
    }

    /// <summary>"According to X" governs its whole sentence.</summary>
    void AccordingTo(int according)
    {
        var source = tokens.Relations[according] is "case" or "mark" ? tokens.Heads[according] : tokens.Children[according].FirstOrDefault(child => Phrases.Relation(tokens, child) == "obl", -1);
        if (source < 0 || source < according)
            return;
        var sentence = SentenceOf(according);
        var (_, end) = Phrases.Subtree(tokens, source);
        end = Math.Min(end, sentence.End);
        // The phrase ends at its own comma where the tree took in more.
        for (var i = source; i < end; i++)
            if (tokens.Forms[i] == "," && (according <= sentence.First + 1 || tokens.Forms[according - 1] == ","))
            {
                end = i;
                break;
            }
        var content = according <= sentence.First + 2 ? SpanOf(end, sentence.End)
            : end >= sentence.End - 2 ? SpanOf(sentence.First, according)
            : SpanOf(sentence.First, sentence.End);
        found.Add(new Quotation(KindOf(content), content, source, according));
        usedCues.Add(according);
    }

    void Add(int cue, TextSpan content, int head) => Add(cue, content, head, SpeakerOf(cue));

    void Add(int cue, TextSpan content, int head, int speaker)
    {
        if (content.IsEmpty || content.Length < 3)
            return;
        // Bare nouns as objects ("announced plans") are content; pronouns and people are not ("told him").
        if (tokens.Relations[head] == "obj" && tokens.Tags[head] is PartOfSpeech.PRON or PartOfSpeech.PROPN or PartOfSpeech.NUM)
            return;
        // "said in a statement that ...": the verb has it already.
        if (speaker < 0 && found.Exists(other => Math.Abs(other.Content.Start - content.Start) <= 6 && other.Speaker >= 0))
            return;
        var kind = KindOf(content);
        found.Add(new Quotation(kind, kind == QuotationKind.Direct ? WithoutMarks(content) : content, speaker, cue));
        usedCues.Add(cue);
    }

    TextSpan WithoutMarks(TextSpan content)
    {
        var width = Text[content.Start] is '\'' or '`' ? 2 : 1;
        return new TextSpan(content.Start + width, content.End - width);
    }

    QuotationKind KindOf(TextSpan content)
    {
        var text = content.Of(Text);
        var marks = text.Count(character => character is '“' or '”' or '"');
        if (marks == 0)
            return text.Length > 4 && text[..2] is "''" or "``" && text.IndexOf("''", 2, StringComparison.Ordinal) == text.Length - 2 ? QuotationKind.Direct
                : text.Contains("''", StringComparison.Ordinal) ? QuotationKind.Mixed : QuotationKind.Indirect;
        return marks <= 2 && text[0] is '“' or '"' && text[^1] is '”' or '"' ? QuotationKind.Direct : QuotationKind.Mixed;
    }

    /// <summary>How a dependent hangs on its word, in the terms of the lexicon; null where it cannot be content.</summary>
    string? FrameOf(int child)
    {
        var relation = Phrases.Relation(tokens, child);
        switch (relation)
        {
            // "he said, talking of Ukraine" says nothing of the kind.
            case "ccomp":
                return child > 0 && tokens.Forms[child - 1] == "," && tokens.FineTags[child] == "VBG" ? null : "that";
            case "parataxis":
                return tokens.Children[child].Any(inner => Lower(inner) is "who" or "which") ? null : IsVerb(child) || tokens.Children[child].Any(inner => Phrases.Relation(tokens, inner) is "nsubj" or "cop") ? "that" : null;
            case "advcl" when IsUnmarkedFinite(child):
                return "that";
            case "xcomp" or "acl" or "advcl":
                var connector = Connector(child);
                if (connector is "to")
                    return "inf";
                if (connector is null or "that")
                    return relation == "acl" && connector is null ? null : tokens.Features[child].Contains("VerbForm=Ger", StringComparison.Ordinal) || tokens.FineTags[child] == "VBG"
                        ? relation == "advcl" ? null : "ing" : relation == "advcl" ? null : "that";
                return words.ContentPrepositions.Contains(connector) ? connector + "+ing" : null;
            case "obj":
                return "noun";
            // "reported on Wednesday" tells when, not what.
            case "obl" or "nmod":
                return tokens.Tags[child] is PartOfSpeech.NOUN or PartOfSpeech.PRON || Connector(child) is not "on" ? Connector(child) : null;
            default:
                return null;
        }
    }

    // An adverbial clause with a finite verb has a marker; without one it is a complement the parser took for an adjunct.
    bool IsUnmarkedFinite(int clause) => clause > tokens.Heads[clause] && Connector(clause) is null or "that"
        && tokens.Children[clause].Any(child => Phrases.Relation(tokens, child) is "nsubj" or "aux")
        && !tokens.Children[clause].Any(child => tokens.Relations[child] == "advmod" && Lower(child) is "when" or "where" or "how" or "why");

    string? Connector(int node)
    {
        foreach (var child in tokens.Children[node])
            if (child < node && tokens.Relations[child] is "mark" or "case")
                return Lower(child);
        return null;
    }

    TextSpan Content(int child, int cue)
    {
        var (first, end) = Phrases.Subtree(tokens, child);
        if (cue > child)
            end = Math.Min(end, cue);
        else
            first = Math.Max(first, cue + 1);
        // "said the deaths were caused by gunfire and called on ...": the second verb of saying is no part of the first's content.
        if (cue < child)
            foreach (var conjunct in tokens.Children[child])
                if (tokens.Relations[conjunct] == "conj" && tokens.Tags[conjunct] == PartOfSpeech.VERB && SubjectOf(conjunct) < 0 && SubjectOf(child) >= 0 && IsOuterSaying(conjunct))
                    end = Math.Min(end, Phrases.Subtree(tokens, conjunct).First);
        if (cue < child)
            end = SemicolonEnd(first, ContrastEnd(first, end));
        // "said it would wait; an official claimed": a sentence of its own.
        if (first > cue + 1 && tokens.Forms[first] == ";")
            return default;
        for (var i = first; i + 1 < end; i++)
            if (tokens.Forms[i] == "," && Lower(i + 1).EndsWith("ing", StringComparison.Ordinal) && IsVerb(i + 1) && Reports(i + 1, "that"))
                end = i;
        // The connecting word is not said; neither is the rest of the cue's own clause.
        while (first < end && tokens.Heads[first] == child && tokens.Relations[first] is "mark" or "case" && words.Openers.Contains(Lower(first)))
            first++;
        return SpanOf(first, end);
    }

    // "recognised him as the winner; a day later the palace said": a semicolon outside quotation marks ends what was said before it.
    int SemicolonEnd(int from, int end)
    {
        var quoted = false;
        for (var i = from; i < end; i++)
        {
            quoted ^= IsQuoteMark(i) && tokens.Forms[i] is not ("‘" or "’");
            if (tokens.Forms[i] == ";" && i > from && !quoted)
                return i;
        }
        return end;
    }

    bool IsOuterSaying(int verb) => tokens.FineTags[verb] is "VBD" or "_" && (Reports(verb, "that") || Reports(verb, "inf") || Reports(verb, "of"));

    TextSpan Surroundings(int verb)
    {
        var sentence = SentenceOf(verb);
        var (first, end) = Phrases.Subtree(tokens, verb);
        var (outerFirst, outerEnd) = Phrases.Subtree(tokens, tokens.Heads[verb]);
        outerFirst = Math.Max(outerFirst, sentence.First);
        outerEnd = Math.Min(outerEnd, sentence.End);
        var before = SpanOf(outerFirst, Math.Max(outerFirst, first));
        var after = SpanOf(Math.Min(end, outerEnd), outerEnd);
        return after.Length <= 2 ? before : before.Length <= 2 ? after : SpanOf(outerFirst, outerEnd);
    }
}
