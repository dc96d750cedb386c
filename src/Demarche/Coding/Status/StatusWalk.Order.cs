using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>What the order of words says where the tree may err: prepositional attachment is where parsers err most.</summary>
sealed partial class StatusWalk
{
    // What stands further off belongs to another clause; and the work grows with the words however long a sentence is.
    const int Reach = 32;

    /// <summary>
    /// The word right before the preposition or "to" of a phrase, if it is an operator for it: "denied plans | for a curfew",
    /// "are close | to signing". Prepositional attachment is where parsers err most.
    /// </summary>
    (int Word, string? Frame) LeftGovernor(int node, int parent)
    {
        var link = -1;
        // "was due to strike": whatever the tree makes of the adjective.
        if (node > sentence.First + 1 && Lower(node - 1) == "to" && node - 2 != parent && tokens.Tags[node - 2] == PartOfSpeech.ADJ && Clause.FormOf(tokens, node) == VerbForm.Base
            && OperatorOf(node - 2, "inf") is not null and not StatusOperator.Carry)
            return (node - 2, "inf");
        foreach (var child in tokens.Children[node])
            if (child < node && tokens.Relations[child] is "case" or "mark")
            {
                link = child;
                break;
            }
        if (link < 0 && node > sentence.First && tokens.Tags[node - 1] is PartOfSpeech.SCONJ or PartOfSpeech.ADP && tokens.Tags[node] == PartOfSpeech.VERB)
            link = node - 1;
        if (link < 0 || Lower(link) is not "to" && ClauseOf(node).IsFinite)
            link = That(node) is >= 0 and var that ? that : link;
        var word = link - 1;
        // "It is not true, the mayor wrote, that partisans blew up the bridge"
        if (link >= 0 && word > sentence.First && Lower(link) == "that" && tokens.Forms[word] == ",")
            word = BeforeParenthesis(word);
        if (link >= 0 && word >= sentence.First && Lower(link) is "that" or "to")
            word = PastAdverbials(word, Lower(link) == "that" ? "that" : "inf");
        // "held off on sending", "stepped back from closing": the particle is the verb's.
        if (word > sentence.First && tokens.Tags[word] is PartOfSpeech.ADP or PartOfSpeech.ADV && IsParticle(word) && tokens.Tags[word - 1] == PartOfSpeech.VERB)
            word--;
        if (word >= sentence.First && Lower(word) is "not" or "n't")
            word--;
        if (link < 0 || word < sentence.First || (word == parent && !(tokens.Relations[node] is "conj" or "acl:relcl" && Lower(link) == "that")) || word == node || tokens.Tags[word] is not (PartOfSpeech.NOUN or PartOfSpeech.ADJ or PartOfSpeech.ADV or PartOfSpeech.VERB)
            || IsConsumed(word))
            return (-1, null);
        var preposition = Lower(link);
        var form = Clause.FormOf(tokens, node);
        var frame = preposition == "to" && form == VerbForm.Base ? "inf" : preposition == "that" ? "that" : form == VerbForm.Gerund ? preposition + "+ing" : preposition;
        return OperatorOf(word, frame) is { } found && found != StatusOperator.Carry ? (word, frame) : (-1, null);
    }

    // Back from the comma that closes a saying between commas to the word before it.
    int BeforeParenthesis(int closing)
    {
        for (var i = closing - 1; i > sentence.First && i > closing - 9; i--)
            if (tokens.Forms[i] == ",")
                return Enumerable.Range(i, closing - i).Any(word => tokens.Tags[word] == PartOfSpeech.VERB && OperatorOf(word, "that") == StatusOperator.Report) ? i - 1 : closing;
        return closing;
    }

    /// <summary>The "that" which opens a finite verb's clause by the order of words, or -1.</summary>
    int That(int node)
    {
        if (tokens.Tags[node] != PartOfSpeech.VERB && !HasCopula(node))
            return -1;
        var coordinated = false;
        for (var i = node - 1; i > sentence.First && i > node - Reach; i--)
        {
            if (Lower(i) == "that" && tokens.Relations[i] != "det")
                return i;
            coordinated |= tokens.Tags[i] == PartOfSpeech.CCONJ;
            if (tokens.Forms[i] is "," or ";" or ":" or "”" || tokens.FineTags[i] is "WP" or "WDT" || (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.SCONJ && !coordinated))
                return -1;
        }
        return -1;
    }

    bool IsParticle(int word) => listed.Particles.Contains(Lower(word));

    // "denied on Thursday that", "came under pressure on Monday to": back over a short adverbial to the word that governs.
    int PastAdverbials(int word, string frame)
    {
        var i = word;
        while (i > sentence.First && i > word - 5 && tokens.Tags[i] is PartOfSpeech.PROPN or PartOfSpeech.NUM or PartOfSpeech.ADV or PartOfSpeech.ADP or PartOfSpeech.DET or PartOfSpeech.NOUN
            && OperatorOf(i, frame) is null)
            i--;
        return OperatorOf(i, frame) is not null && (i == word || (frame == "that" ? tokens.Tags[i] == PartOfSpeech.VERB : tokens.Tags[i] == PartOfSpeech.NOUN && tokens.Tags[i + 1] == PartOfSpeech.ADP)) ? i : word;
    }

    // "Police deny having arrested him", "Ghana mulls sending nurses": a participle is no sentence of its own; its verb was taken
    // for a noun.
    (int Word, StatusOperator? Operator) VerbBeforeParticiple(int node)
    {
        var having = node - 1;
        while (having > sentence.First && Lower(having) is not ("having" or "being") && tokens.Tags[having] is PartOfSpeech.AUX or PartOfSpeech.ADV or PartOfSpeech.PART)
            having--;
        var verb = having > sentence.First && Lower(having) is "having" or "being" ? having - 1 : Clause.FormOf(tokens, node) == VerbForm.Gerund ? node - 1 : -1;
        if (verb <= sentence.First || IsConsumed(verb) || tokens.Tags[verb] is not (PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.VERB))
            return (-1, null);
        return (verb, lexicon.Find(OperatorClass.Verb, Lower(verb), "ing") ?? (Lower(verb).EndsWith('s') ? FindGuessed(verb, "ing") : null));
    }

    /// <summary>What the next words of a headline make of a noun ("Deal hopes fade", "Deal 'close'"), or what became of it.</summary>
    void NounAhead(int noun)
    {
        var ahead = noun + 1;
        while (ahead < sentence.End && tokens.Tags[ahead] == PartOfSpeech.PUNCT)
            ahead++;
        // "the strike that never was cost millions"
        if (status.IsReal() && ahead + 2 < sentence.End && Lower(ahead) == "that" && Lower(ahead + 1) == "never" && Lower(ahead + 2) is "was" or "were")
            Modified(ahead + 1, StatusOperator.Prevent);
        // "the coup that was not"
        if (status.IsReal() && ahead + 2 < sentence.End && Lower(ahead) == "that" && Lower(ahead + 1) + " " + Lower(ahead + 2) is "was not" or "was n't" or "were not" && (ahead + 3 == sentence.End || tokens.Tags[ahead + 3] == PartOfSpeech.PUNCT))
            Modified(ahead + 1, StatusOperator.Prevent);
        // "the killings, if they took place at all, were the work of bandits"
        if (status.IsReal() && ahead + 1 < sentence.End && tokens.Forms[noun + 1] == "," && ahead == noun + 2 && listed.Conditions.Contains(Lower(ahead)))
            Suppose(ahead);
        if (status.IsReal() && ahead < sentence.End && !EndsWithStop())
        {
            if (ahead == noun + 1 && lexicon.Find(OperatorClass.Noun, Lower(ahead).TrimEnd('s'), "noun") is { } hoped and not StatusOperator.Carry and not StatusOperator.Presuppose and not StatusOperator.Topic)
                Modified(ahead, hoped);
            else if (tokens.Tags[ahead] == PartOfSpeech.ADJ && lexicon.Find(OperatorClass.Adjective, Lower(ahead), "subject") is { } judged)
                Modified(ahead, judged);
        }
        TailOf(noun);
        if (status.IsReal())
            WhatBecameOf(noun);
    }

    // "A deal fell apart", "An attack that would have killed many was prevented", "the strike did not happen": the first finite verb
    // after a noun and its relative clause.
    void WhatBecameOf(int noun)
    {
        var relative = false;
        for (var i = noun + 1; i < sentence.End && i < noun + Reach && (tokens.Tags[i] is not (PartOfSpeech.PUNCT or PartOfSpeech.CCONJ) || tokens.Forms[i] is "\"" or "“"); i++)
        {
            if (Lower(i) is "that" or "which" or "who")
                relative = true;
            if (tokens.Tags[i] != PartOfSpeech.AUX && Clause.FormOf(tokens, i) is not (VerbForm.Past or VerbForm.Present))
                continue;
            var verb = i;
            while (verb + 1 < sentence.End && tokens.Tags[verb] is PartOfSpeech.AUX or PartOfSpeech.ADV or PartOfSpeech.PART)
                verb++;
            if (relative)
            {
                relative = false;
                i = verb;
                continue;
            }
            if (Fate(noun, verb) is { } fate)
                Modified(verb, fate);
            else if (verb > i && Clause.FormOf(tokens, verb) == VerbForm.PastParticiple && Lower(verb - 1) is "was" or "were" or "is" or "are" or "been" or "being" && OperatorOf(verb, "noun") is StatusOperator.Prevent or StatusOperator.Cancel)
                Modified(verb, OperatorOf(verb, "noun")!.Value);
            else if (OperatorOf(verb, "subject") == StatusOperator.Carry && ClauseOf(verb) is { Negated: true, NegationWord: var negation } && negation > noun)
                Modified(negation, StatusOperator.Prevent);
            return;
        }
    }

    // "a ceasefire out of reach", "the deal is on hold", "a truce due to start at dawn"
    void TailOf(int noun)
    {
        var first = noun + 1;
        while (first < sentence.End && (tokens.Tags[first] is PartOfSpeech.AUX or PartOfSpeech.ADV || listed.Lasting.Contains(tokens.Lemmas[first])))
            first++;
        var words = "";
        for (var i = first; first < sentence.End && lexicon.StartsTail(Lower(first)) && status.IsReal() && i < sentence.End && i < first + 4; i++)
        {
            words = words.Length == 0 ? Lower(i) : words + " " + Lower(i);
            if (lexicon.Find(OperatorClass.Phrase, words, "after") is { } found)
                Modified(first, found);
        }
    }

    // "What Kampala has not done is disarm the militias"
    void DoingBefore(int node)
    {
        if (node - 2 > sentence.First && Lower(node - 1) is "is" or "was" && tokens.Lemmas[node - 2] == "do" && !IsConsumed(node - 2))
            status = Compose(status, ClauseStatus(node - 2), StatusOperator.Carry);
    }

    /// <summary>
    /// What the words right before an act say together ("all but", "close to", "instead of"), by their order alone, for the parser
    /// hangs such phrases anywhere; -1 for none. Articles, auxiliaries and modifiers may stand between.
    /// </summary>
    (int Word, StatusOperator? Operator) PhraseBefore(int node)
    {
        var gerund = Clause.FormOf(tokens, node) == VerbForm.Gerund;
        for (var first = node; ; first--)
        {
            gerund |= first < node && Lower(first) is "being" or "having";
            var frame = IsNominal(node) ? "noun" : gerund ? "ing" : "verb";
            var words = "";
            for (var i = first - 1; i >= sentence.First && i >= first - 3 && (i < first - 1 || lexicon.EndsPhrase(Lower(i))); i--)
            {
                words = words.Length == 0 ? Lower(i) : Lower(i) + " " + words;
                if (lexicon.Find(OperatorClass.Phrase, words, frame) is { } found)
                    return (i, found);
            }
            if (first == sentence.First || tokens.Tags[first - 1] is not (PartOfSpeech.ADV or PartOfSpeech.DET or PartOfSpeech.ADJ or PartOfSpeech.AUX or PartOfSpeech.PART))
                return (-1, null);
        }
    }

    /// <summary>The "whether" or "in case" before an act in its own clause, wherever the parser hung it; -1 for none.</summary>
    int QuestionBefore(int node)
    {
        for (var i = node - 1; i >= sentence.First && i > node - Reach; i--)
            if (OpeningAt(i, node) is >= 0 and var open)
                return IsInSubjectOf(open, node) ? -1 : open;
            else if (tokens.Tags[i] is PartOfSpeech.SCONJ or PartOfSpeech.PUNCT || listed.QuestionEnds.Contains(Lower(i)))
                return -1;
        return -1;
    }

    // Of two words the second stands nearer to the act: "as though".
    int OpeningAt(int word, int act)
    {
        for (var first = word; first >= Math.Max(sentence.First, word - 1); first--)
            if (PhraseAt(listed.OpenClauses, first, act) && !IsOf(first + 1) && !IsOf(first + 2))
                return first;
        return -1;
    }

    // "In case of an attack" opens no clause.
    bool IsOf(int word) => word < sentence.End && Lower(word) == "of";

    // "The question whether troops fired divided the council"
    bool IsInSubjectOf(int word, int node)
    {
        for (var steps = MostSteps; steps > 0 && word >= 0; steps--)
        {
            if (tokens.Heads[word] == node && tokens.Relations[word].Contains("subj", StringComparison.Ordinal))
                return true;
            word = tokens.Heads[word];
        }
        return false;
    }

    /// <summary>"... ready to step in had the vote been annulled": the auxiliary before the subject makes a condition; -1 for none.</summary>
    int InvertedAuxiliary(int node)
    {
        var subject = false;
        for (var i = node - 1; i > sentence.First && i > node - Reach; i--)
        {
            if (subject && tokens.Tags[i] is PartOfSpeech.AUX or PartOfSpeech.VERB && Lower(i) is "had" or "should" or "were")
                return OpensCondition(i) && (Lower(i) != "were" || Lower(node - 1) == "to") ? i : -1;
            if (tokens.Tags[i] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON)
                subject = true;
            else if (tokens.Tags[i] is not (PartOfSpeech.DET or PartOfSpeech.ADJ or PartOfSpeech.NUM or PartOfSpeech.ADV or PartOfSpeech.PART)
                && !(tokens.Tags[i] == PartOfSpeech.AUX && !subject && Lower(i) is "been" or "be" or "have") && !(subject && Lower(i) is "of" or "in"))
                return -1;
        }
        return -1;
    }

    // "Nor had the army fired", "Only then had troops entered" turn the order for another reason, and "had the men arrested" does not.
    bool OpensCondition(int auxiliary)
    {
        var before = auxiliary - 1;
        if (IsQuestion() || tokens.Tags[before] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON or PartOfSpeech.DET)
            return false;
        for (var i = before; i >= sentence.First && i > before - 2; i--)
            if (listed.Inverting.Contains(Lower(i)))
                return false;
        return tokens.Tags[before] != PartOfSpeech.PUNCT || HasModalBetween(sentence.First, sentence.End);
    }

    // "Had Russia shelled the city, thousands would have died." "He said that had troops fired he would have resigned."
    bool IsInvertedCondition()
    {
        for (var i = sentence.First + 1; i < trigger; i++)
            if (Lower(i) is "had" or "should" or "were" && Lower(i - 1) == "that" && tokens.Tags[i + 1] is PartOfSpeech.DET or PartOfSpeech.PROPN or PartOfSpeech.PRON or PartOfSpeech.NOUN)
                return HasModalBetween(trigger + 1, sentence.End) && !HasModalBetween(i, trigger);
        if (Lower(sentence.First) is not ("had" or "should" or "were") || IsQuestion())
            return false;
        var comma = -1;
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens.Forms[i] == ",")
                comma = i;
            else if (comma >= 0 && Lower(i) is "would" or "could" or "might" or "will")
                return trigger < comma;
        return false;
    }
}
