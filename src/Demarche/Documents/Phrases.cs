namespace Demarche.Documents;

/// <summary>Stretches of words that belong together by the tree. All results are [First, End) in the token table.</summary>
public static class Phrases
{
    /// <summary>A word and all its descendants, from the leftmost to the rightmost.</summary>
    public static (int First, int End) Subtree(TokenTable tokens, int head)
    {
        var (first, last) = tokens.Extents[head];
        return (first, last + 1);
    }

    /// <summary>
    /// The noun phrase of a head as one would quote it for a name: with determiner, titles, complements and conjuncts, without
    /// relative clauses, appositions set off by commas, and parentheses. One unbroken stretch around the head.
    /// </summary>
    public static (int First, int End) NounPhrase(TokenTable tokens, int head)
    {
        int first = head, last = head;
        foreach (var child in tokens.Children[head])
            if (BelongsToPhrase(tokens, head, child))
                (first, last) = (Math.Min(first, tokens.Extents[child].First), Math.Max(last, tokens.Extents[child].Last));
        while (first < head && IsEdge(tokens, first))
            first++;
        while (last > head && IsEdge(tokens, last))
            last--;
        return (first, last + 1);
    }

    static bool IsEdge(TokenTable tokens, int token) => tokens.Tags[token] is PartOfSpeech.PUNCT or PartOfSpeech.CCONJ;

    static bool BelongsToPhrase(TokenTable tokens, int head, int child)
    {
        switch (Relation(tokens, child))
        {
            case "det" or "amod" or "compound" or "nummod" or "flat" or "fixed" or "goeswith":
                return true;
            case "nmod":
                return child < head || !HasCommaBetween(tokens, head, child);
            case "conj":
                return tokens.Tags[child] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.PRON;
            case "appos":
                return !HasCommaBetween(tokens, head, child);
            // A name hyphenated or with its genitive mark keeps them.
            case "punct":
                return tokens.Forms[child] is "-" or "–" or "’" or "'";
            case "case":
                return child > head;
            default:
                return false;
        }
    }

    static bool HasCommaBetween(TokenTable tokens, int head, int child)
    {
        var (first, _) = Subtree(tokens, child);
        for (var i = Math.Min(head, first); i < Math.Max(head, first); i++)
            if (tokens.Forms[i] is "," or "(" or "—" or "--" or ";")
                return true;
        return false;
    }

    /// <summary>The relation without its subtype: "nsubj" of "nsubj:pass".</summary>
    public static string Relation(TokenTable tokens, int token)
    {
        var relation = tokens.Relations[token];
        // The commonest without a string of their own.
        switch (relation)
        {
            case "nsubj:pass":
                return "nsubj";
            case "acl:relcl":
                return "acl";
            case "aux:pass":
                return "aux";
            case "nmod:poss":
                return "nmod";
            case "obl:agent":
                return "obl";
        }
        var colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    /// <summary>The phrase of one party of several: cut before what is coordinated with its head.</summary>
    public static (int First, int End) WithoutConjuncts(TokenTable tokens, int head, (int First, int End) phrase)
    {
        var (first, end) = phrase;
        foreach (var child in tokens.Children[head])
            if (tokens.Relations[child] == "conj" && child > head)
            {
                var (from, _) = Subtree(tokens, child);
                if (from > head && from < end)
                    end = from;
            }
        while (end - 1 > head && tokens.Tags[end - 1] is PartOfSpeech.PUNCT or PartOfSpeech.CCONJ)
            end--;
        return (first, end);
    }
}
