using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>Gathers the words of one predicate into a <see cref="Clause"/>.</summary>
sealed class ClauseBuilder(TokenTable tokens, int head)
{
    readonly HashSet<int> seen = [];
    Modality modality;
    int modalWord = -1, negationWord = -1, subject = -1, be = -1, finiteBe = -1, toWord = -1;
    bool to, past, present, perfect, progressive, passive, auxiliary, until;

    public void AddChild(int child)
    {
        switch (tokens.Relations[child])
        {
            case "aux" or "aux:pass" or "cop":
                Auxiliary(child);
                break;
            case "mark" when tokens.Lemmas[child] == "to" && tokens.Tags[child] == PartOfSpeech.PART:
                Infinitive(child);
                break;
            case "advmod" or "cc:preconj" or "cc":
                Adverb(child);
                break;
            case "nsubj" or "nsubj:pass" or "nsubj:outer" or "csubj" or "csubj:pass":
                if (subject < 0)
                    subject = child;
                Quantified(child);
                break;
            case "obj":
                Quantified(child);
                break;
            case "det":
                Determiner(child);
                break;
            case "obl" or "advcl" when HasUntil(child):
                until = true;
                break;
        }
    }

    public void AddWordBefore(int token)
    {
        if (seen.Contains(token))
            return;
        switch (tokens.Tags[token])
        {
            case PartOfSpeech.AUX:
                Auxiliary(token);
                break;
            case PartOfSpeech.PART when Lower(token) == "to":
                Infinitive(token);
                break;
            default:
                Adverb(token);
                break;
        }
    }

    public Clause Build()
    {
        var form = Clause.FormOf(tokens, head);
        if (form == VerbForm.Gerund && be >= 0)
            progressive = true;
        if (form == VerbForm.PastParticiple && be >= 0)
            passive = true;
        return new Clause
        {
            Form = form,
            Modality = modality,
            ModalWord = modalWord,
            // "did not withdraw until June" withdrew.
            Negated = negationWord >= 0 && !until,
            NegationWord = negationWord,
            HasTo = to,
            IsToInfinitive = to && finiteBe >= 0 && finiteBe < toWord && toWord - finiteBe <= 3,
            HasPastAuxiliary = past,
            HasPresentAuxiliary = present,
            HasAuxiliary = auxiliary,
            Perfect = perfect,
            Progressive = progressive,
            Passive = passive,
            Subject = subject,
        };
    }

    void Auxiliary(int token)
    {
        if (!seen.Add(token))
            return;
        auxiliary = true;
        switch (Lower(token))
        {
            case "will" or "'ll" or "’ll" or "wo" or "shall" or "sha" or "gon":
                Modal(Modality.Future, token);
                break;
            case "would" or "'d" or "’d" when tokens.Lemmas[token] is not "have":
                Modal(Modality.Would, token);
                break;
            case "may" or "might" or "can" or "ca" or "could" or "should" or "must" or "ought" or "need" or "dare":
                Modal(Modality.Open, token);
                break;
            case "is" or "'s" or "’s" or "are" or "'re" or "’re" or "am" or "'m" or "’m":
                be = finiteBe = token;
                present = true;
                break;
            case "was" or "were":
                be = finiteBe = token;
                past = true;
                break;
            case "be" or "being":
                be = be < 0 ? token : be;
                break;
            case "been":
                be = be < 0 ? token : be;
                perfect = true;
                break;
            case "has" or "have" or "'ve" or "’ve":
                perfect = true;
                present = true;
                break;
            case "had" or "'d" or "’d":
                perfect = true;
                past = true;
                break;
            case "having":
                perfect = true;
                break;
            case "did":
                past = true;
                break;
            case "do" or "does":
                present = true;
                break;
        }
    }

    void Modal(Modality kind, int token)
    {
        modality = kind;
        modalWord = token;
    }

    void Adverb(int token)
    {
        if (!seen.Add(token))
            return;
        var word = Lower(token);
        var negates = word switch
        {
            "not" or "n't" or "n’t" or "nt" => !IsNotOnly(token),
            "never" or "nor" or "neither" => true,
            "longer" or "more" => token > 0 && Lower(token - 1) == "no",
            // "has yet to sign"
            "yet" => token + 1 < tokens.Count && Lower(token + 1) == "to",
            _ => false,
        };
        if (negates && negationWord < 0)
            negationWord = token;
    }

    bool IsNotOnly(int token) =>
        token + 1 < tokens.Count && Lower(token + 1) is "only" or "just" or "merely" or "simply" or "solely";

    // "No troops crossed", "signed no agreement", "none of them came"
    void Quantified(int noun)
    {
        if (Lower(noun) is "nobody" or "none" or "nothing" or "neither" or "no-one")
        {
            negationWord = negationWord < 0 ? noun : negationWord;
            return;
        }
        // "had no choice but to withdraw" withdrew.
        if (Lower(noun) is "option" or "choice" or "alternative" or "doubt")
            return;
        foreach (var child in tokens.Children[noun])
        {
            Determiner(child);
            // "Not a single embassy closed", but "not all", "not every"
            if (Lower(child) == "not" && child + 1 < noun && Lower(child + 1) is "a" or "one" or "even" && negationWord < 0)
                negationWord = child;
        }
    }

    void Determiner(int token)
    {
        if (tokens.Relations[token] is "det" or "advmod" or "cc:preconj" or "cc" && Lower(token) is "no" or "neither" && negationWord < 0
            && !(token + 1 < tokens.Count && Lower(token + 1) is "longer" or "doubt"))
            negationWord = token;
    }

    bool HasUntil(int token)
    {
        if (token < head)
            return false;
        foreach (var child in tokens.Children[token])
            if (Lower(child) is "until" or "till")
                return true;
        return false;
    }

    void Infinitive(int token)
    {
        to = true;
        toWord = token;
    }

    string Lower(int token) => tokens.Forms[token].ToLowerInvariant();
}
