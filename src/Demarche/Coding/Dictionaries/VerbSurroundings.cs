using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;

namespace Demarche.Coding.Dictionaries;

/// <summary>The words around a verb in which its patterns are looked for, and where its parties may stand.</summary>
sealed class VerbSurroundings
{
    // "is thought to be ready to open": further up stands another matter.
    const int MostStepsUp = 3;

    readonly Document document;

    VerbSurroundings(Document document, int verb, ImmutableArray<int> before, ImmutableArray<int> after) => (this.document, Verb, Before, After) = (document, verb, before, after);

    public int Verb { get; }

    /// <summary>Words before the verb in its clause and in those it hangs on.</summary>
    public ImmutableArray<int> Before { get; }

    /// <summary>Words of its object, phrases and complements; of a passive also those of its subject.</summary>
    public ImmutableArray<int> After { get; }

    /// <summary>The same without those of a complement that has its own subject: there patterns find no words, but parties may stand.</summary>
    public ImmutableArray<int> Own => [.. After.Where(token => !IsInOtherClause(token))];

    public static VerbSurroundings Of(Document document, Sentence sentence, int verb)
    {
        var near = new bool[sentence.Count];
        Mark(verb, withComplements: true);
        var above = verb;
        for (var steps = 0; steps < MostStepsUp && document.Tokens.Relations[above] is "xcomp" or "ccomp" or "advcl" or "conj" or "acl" or "aux" && document.Tokens.Heads[above] >= 0; steps++)
        {
            above = document.Tokens.Heads[above];
            Mark(above, withComplements: false);
        }
        var before = ImmutableArray.CreateBuilder<int>();
        var after = ImmutableArray.CreateBuilder<int>();
        for (var token = sentence.First; token < sentence.End; token++)
            if (near[token - sentence.First] && token != verb)
                (token < verb ? before : after).Add(token);
        // What it is done to stands elsewhere: "the treaty was broken", "the treaty which they broke", "broke and left the treaty".
        if (ClauseRoles.Object(document, verb) is var undergoing and >= 0 && !after.Contains(undergoing))
            foreach (var token in Subtree(document, undergoing))
                if (token != verb && !after.Contains(token))
                    after.Add(token);
        return new VerbSurroundings(document, verb, before.ToImmutable(), after.ToImmutable());

        void Mark(int head, bool withComplements)
        {
            foreach (var token in Subtree(document, head, withComplements))
                if (token >= sentence.First && token < sentence.End)
                    near[token - sentence.First] |= withComplements || token < verb;
        }
    }

    bool IsInOtherClause(int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && at != Verb && steps <= 2 * ClauseRoles.MaxSteps; at = document.Tokens.Heads[at], steps++)
            if (document.Tokens.Relations[at] == "ccomp" && (ClauseRoles.ChildBy(document, at, "nsubj") >= 0 || ClauseRoles.ChildBy(document, at, "nsubj:pass") >= 0))
                return true;
        return false;
    }

    /// <summary>A word and what hangs on it, without clauses that tell an act of their own.</summary>
    static List<int> Subtree(Document document, int head, bool withComplements = true)
    {
        var found = new List<int> { head };
        for (var at = 0; at < found.Count; at++)
            foreach (var child in document.Tokens.Children[found[at]])
                if (!IsApart(document, child, withComplements))
                    found.Add(child);
        return found;
    }

    static bool IsApart(Document document, int token, bool withComplements) => document.Tokens.Relations[token] switch
    {
        "parataxis" or "acl:relcl" or "advcl:relcl" => true,
        "advcl" => ClauseRoles.ChildBy(document, token, "nsubj") >= 0 || !withComplements,
        "ccomp" or "xcomp" => !withComplements,
        "conj" => document.Tokens.Tags[token] == PartOfSpeech.VERB,
        _ => false,
    };

    /// <summary>Where the doer is looked for: the subject with its conjuncts, then whose they are ("Gondor's troops", "a house of Gondor"), then whoever its phrase names first.</summary>
    public ImmutableArray<ImmutableArray<int>> Doer()
    {
        var subject = ClauseRoles.Subject(document, Verb);
        if (subject < 0)
            return [];
        var owners = Conjuncts(subject).SelectMany(member => Owners(member, subject)).Distinct().ToImmutableArray();
        return [[subject], owners, .. Heads(Subtree(document, subject).Order())];
    }

    /// <summary>Where the recipient is looked for: the object, then whatever phrase follows, the nearest first.</summary>
    /// <param name="from">Only from this word on, where a pattern says where the recipient stands.</param>
    public ImmutableArray<ImmutableArray<int>> Recipient(int from)
    {
        var first = new List<int>();
        foreach (var place in (ReadOnlySpan<int>)[ClauseRoles.Object(document, Verb), ClauseRoles.IndirectObject(document, Verb)])
            if (place >= from)
                first.Add(place);
        return Heads(first.Concat(After.Where(token => token >= from)));
    }

    /// <summary>What can name a party, each alone, the head of a phrase before the words that stand in it ("Gondor's main opposition group").</summary>
    ImmutableArray<ImmutableArray<int>> Heads(IEnumerable<int> tokens)
    {
        var places = new List<int>();
        foreach (var token in tokens)
            if (document.Tokens.Tags[token] is PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.ADJ || (document.Tokens.Tags[token] == PartOfSpeech.PRON && document.Tokens.Relations[token] != "nmod:poss"))
            {
                var head = HeadOf(token);
                if (!places.Contains(head))
                    places.Add(head);
                if (!places.Contains(token))
                    places.Add(token);
            }
        return [.. places.Select(place => ImmutableArray.Create(place))];
    }

    int HeadOf(int token)
    {
        var head = token;
        for (var steps = 0; steps < ClauseRoles.MaxSteps && document.Tokens.Relations[head] is "nmod:poss" or "compound" or "amod" or "flat" or "nmod:desc" && document.Tokens.Heads[head] != Verb; steps++)
            head = document.Tokens.Heads[head];
        return head;
    }

    /// <summary>Whether several do it together.</summary>
    public bool IsCompound() => ClauseRoles.Subject(document, Verb) is var subject and >= 0
        && Subtree(document, subject).Any(token => token != subject && document.Tokens.Relations[token] == "conj" && document.Tokens.Tags[token] is PartOfSpeech.PROPN or PartOfSpeech.NOUN);

    /// <summary>The end of the phrase that begins at a word: what a "^" of a pattern stands for.</summary>
    public int EndOfPhrase(int first)
    {
        foreach (var token in After)
            if (token >= first && document.Tokens.Tags[token] is PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.PRON)
                return HeadOf(token) + 1;
        return first;
    }

    IEnumerable<int> Conjuncts(int head)
    {
        yield return head;
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] == "conj" && document.Tokens.Tags[child] is not (PartOfSpeech.VERB or PartOfSpeech.AUX))
                yield return child;
    }

    // "Sheep and goats of Gondor": the phrase hangs on either.
    IEnumerable<int> Owners(int noun, int first)
    {
        var owner = ClauseRoles.Owner(document, noun) is var own and >= 0 ? own : ClauseRoles.First(document, noun, "in");
        if (owner >= 0)
            yield return owner;
        else if (noun != first && ClauseRoles.First(document, first, "of") is var shared and >= 0)
            yield return shared;
    }
}
