using Demarche.Documents;

namespace Demarche.Coding.Rules;

/// <summary>
/// Who does what in a clause, read off its dependencies. Roles are logical: in "the town was shelled by troops" the troops are
/// the subject. Every method returns the head word of a phrase, or -1.
/// </summary>
static class ClauseRoles
{
    // Chains of control, coordination and relative clauses longer than this do not occur in sound parses.
    public const int MaxSteps = 8;

    public static bool IsPassive(Document document, int verb) => IsPassive(document, verb, 0);

    static bool IsPassive(Document document, int verb, int steps)
    {
        var tokens = document.Tokens;
        var subject = false;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] == "aux:pass")
                return true;
            else
                subject |= tokens.Relations[child] is "nsubj:pass" or "csubj:pass";
        // Parsers take "may have killed four men" for a passive now and then.
        if (subject)
            return ChildBy(document, verb, "obj") < 0;
        if (!IsPastParticiple(document, verb) || HasAuxiliary(document, verb))
            return false;
        return tokens.Relations[verb] switch
        {
            "acl" => ChildBy(document, verb, "obj") < 0 && (tokens.Heads[tokens.Heads[verb]] >= 0 || Agent(document, verb) >= 0),
            "amod" => true,
            "advcl" => ChildBy(document, verb, "nsubj") < 0 && ChildBy(document, verb, "obj") < 0,
            "conj" when steps < MaxSteps && ChildBy(document, verb, "nsubj") < 0 && ChildBy(document, verb, "obj") < 0 =>
                IsPassive(document, tokens.Heads[verb], steps + 1),
            _ => false,
        };
    }

    public static bool IsPastParticiple(Document document, int token) =>
        document.Tokens.FineTags[token] == "VBN" || document.Tokens.Features[token].Contains("Tense=Past|VerbForm=Part", StringComparison.Ordinal);

    static bool HasAuxiliary(Document document, int verb)
    {
        foreach (var child in document.Tokens.Children[verb])
            if (document.Tokens.Relations[child].StartsWith("aux", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>The logical subject: the doer, also behind "by".</summary>
    public static int Subject(Document document, int predicate) =>
        IsPassive(document, predicate) ? Agent(document, predicate) : SurfaceSubject(document, predicate);

    /// <summary>The logical object: what it is done to, also as the subject of a passive.</summary>
    public static int Object(Document document, int predicate)
    {
        var tokens = document.Tokens;
        var passive = IsPassive(document, predicate);
        if (passive && tokens.Relations[predicate] == "amod")
            return tokens.Heads[predicate];
        var own = ChildBy(document, predicate, "obj");
        if (own < 0)
            own = NominalComplement(document, predicate);
        if (IsGiving(document, predicate) && ChildBy(document, predicate, "iobj") < 0 && ThingGiven(document, predicate) is var given and >= 0)
            return given;
        if (passive)
            return SurfaceSubject(document, predicate) is var surface and >= 0 ? surface : own;
        if (own >= 0 && IsRelativePronoun(document, own))
            return ObjectAfter(document, predicate) is var second and >= 0 ? second : Antecedent(document, predicate, own);
        if (own >= 0)
            return own;
        return RelativeObject(document, predicate) is var antecedent and >= 0 ? antecedent : SharedObject(document, predicate);
    }

    // "claims that officers shot them": of two objects the "that" before the verb is none.
    static int ObjectAfter(Document document, int verb)
    {
        foreach (var child in document.Tokens.Children[verb])
            if (child > verb && document.Tokens.Relations[child] == "obj")
                return child;
        return -1;
    }

    /// <summary>What a relative clause is about where its verb has no object of its own: "the tariffs that they planned to impose"; or -1.</summary>
    public static int RelativeObject(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (ChildBy(document, verb, "obj") is var own and >= 0 && !IsRelativePronoun(document, own))
            return -1;
        var clause = verb;
        for (var steps = 0; tokens.Relations[clause] == "xcomp" && steps < MaxSteps; steps++)
            clause = tokens.Heads[clause];
        return tokens.Relations[clause] == "acl:relcl" && SubjectChild(document, clause) is var subject and >= 0 && !IsRelativePronoun(document, subject) ? tokens.Heads[clause] : -1;
    }

    // Parsers take an object for a complement now and then: "halted its offensive".
    static int NominalComplement(Document document, int verb)
    {
        var tokens = document.Tokens;
        var complement = ChildBy(document, verb, "xcomp");
        return complement >= 0 && tokens.Tags[complement] is not (PartOfSpeech.VERB or PartOfSpeech.AUX)
            && (ChildBy(document, complement, "det") >= 0 || ChildBy(document, complement, "nmod:poss") >= 0 || tokens.Tags[complement] == PartOfSpeech.PROPN) ? complement : -1;
    }

    // "arrested and deported the men": the object stands with the last verb.
    static int SharedObject(Document document, int verb)
    {
        var tokens = document.Tokens;
        if (ChildBy(document, verb, "ccomp") >= 0 || ChildBy(document, verb, "xcomp") >= 0)
            return -1;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] == "conj" && tokens.Tags[child] == PartOfSpeech.VERB && child - verb <= 3 && SubjectChild(document, child) < 0)
                return ChildBy(document, child, "obj");
        return -1;
    }

    /// <summary>To whom a thing is given, promised or refused: "promised Kyiv more batteries", also "was refused a visa".</summary>
    public static int IndirectObject(Document document, int verb)
    {
        if (ChildBy(document, verb, "iobj") is var own and >= 0)
            return own;
        if (!IsGiving(document, verb) || ThingGiven(document, verb) < 0)
            return -1;
        return IsPassive(document, verb) ? SurfaceSubject(document, verb) : ChildBy(document, verb, "obj");
    }

    static bool IsMeasure(Document document, int token) =>
        IsTime(document, token) || document.Tokens.Lemmas[token] is "mile" or "kilometer" or "kilometre" or "km" or "meter" or "metre" or "foot" or "time" or "way";

    static bool IsGiving(Document document, int verb) => document.Tokens.Lemmas[verb] is "give" or "offer" or "promise" or "pledge" or "grant" or "guarantee" or "lend" or "hand" or "send" or "award"
        or "deny" or "refuse" or "allow" or "accord" or "allot" or "allocate" or "assign" or "pay" or "sell" or "supply" or "deliver" or "set" or "owe" or "extend" or "issue";

    // Parsers call both objects direct ones, or the second a measure: "offered 73 states a pause".
    static int ThingGiven(Document document, int verb)
    {
        var tokens = document.Tokens;
        var first = IsPassive(document, verb) ? verb : ChildBy(document, verb, "obj");
        if (first < verb || IsRelativePronoun(document, first))
            return -1;
        foreach (var child in tokens.Children[verb])
            if (child > first && tokens.Tags[child] is PartOfSpeech.NOUN or PartOfSpeech.SYM && (tokens.Relations[child] == "obj" || (tokens.Relations[child] == "obl:unmarked" && !IsMeasure(document, child))))
                return child;
        return -1;
    }

    /// <summary>The doer behind "by"; also of a conjoined participle ("hailed and backed by").</summary>
    public static int Agent(Document document, int predicate) => Agent(document, predicate, 0);

    static int Agent(Document document, int predicate, int steps)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[predicate])
            if (tokens.Relations[child] is "obl:agent" or "obl" or "nmod" && HasCase(document, child, "by") && !IsTime(document, child))
                return child;
        if (steps >= MaxSteps)
            return -1;
        // "Were shot dead | by troops": the phrase hangs on what they became.
        foreach (var child in tokens.Children[predicate])
            if (tokens.Relations[child] == "xcomp" && tokens.Tags[child] == PartOfSpeech.ADJ && Agent(document, child, steps + 1) is var doer and >= 0)
                return doer;
        foreach (var child in tokens.Children[predicate])
            // "was imposed on the generals | by the union"
            if (child > predicate && tokens.Relations[child] == "obl" && ChildBy(document, predicate, "aux:pass") >= 0 && (HasCase(document, child, "on") || HasCase(document, child, "against") || HasCase(document, child, "to") || HasCase(document, child, "from")))
                foreach (var inner in tokens.Children[child])
                    if (tokens.Relations[inner] == "nmod" && HasCase(document, inner, "by") && !IsTime(document, inner))
                        return inner;
        foreach (var child in tokens.Children[predicate])
            if (tokens.Relations[child] == "conj" && SubjectChild(document, child) < 0 && IsPastParticiple(document, child) && Agent(document, child, steps + 1) is var shared and >= 0)
                return shared;
        return -1;
    }

    /// <summary>The "are" of "there are protests in Chad | against Niger", on which parsers hang what belongs to the noun; or -1.</summary>
    public static int Existence(Document document, int noun)
    {
        var head = document.Tokens.Heads[noun];
        return head >= 0 && document.Tokens.Relations[noun] == "nsubj" && document.Tokens.Lemmas[head] == "be" && ChildBy(document, head, "expl") >= 0 ? head : -1;
    }

    /// <summary>The subject as the sentence has it, found through coordination, control, participles and relative clauses.</summary>
    public static int SurfaceSubject(Document document, int predicate) => SurfaceSubject(document, predicate, 0);

    static int SurfaceSubject(Document document, int predicate, int steps)
    {
        var tokens = document.Tokens;
        var own = SubjectChild(document, predicate);
        if (own >= 0)
            return IsRelativePronoun(document, own) ? Speaker(document, Antecedent(document, predicate, own), steps) : own;
        var head = tokens.Heads[predicate];
        if (head < 0 || steps >= MaxSteps)
            return -1;
        switch (tokens.Relations[predicate])
        {
            case "conj" or "aux" or "aux:pass" or "cop" or "parataxis" when IsPredicate(document, head):
                return tokens.Relations[predicate] == "parataxis" ? -1 : SurfaceSubject(document, head, steps + 1);
            // "accused X of doing it", "stopped X from doing it"
            case "advcl" or "obl" or "acl" or "ccomp" when IsGerund(document, predicate) && HasCase(document, predicate, "of") || HasCase(document, predicate, "from") || HasCase(document, predicate, "into"):
                return Object(document, head) is var accused and >= 0 ? accused : SurfaceSubject(document, head, steps + 1);
            // "jailed a student for helping": who is punished or thanked did it.
            case "advcl" or "obl" when tokens.FineTags[predicate] == "VBG" && HasCase(document, predicate, "for") && Object(document, head) is var blamed and >= 0
                && (tokens.Tags[blamed] is PartOfSpeech.PROPN or PartOfSpeech.PRON || Modifier(document, blamed) >= 0):
                return blamed;
            case "xcomp":
                var controller = ChildBy(document, head, "obj") is var patient and >= 0 ? patient : ChildBy(document, head, "iobj");
                // "the road which protesters tried to block": parsers hang the pronoun on the nearer verb.
                if (controller >= 0 && IsRelativePronoun(document, controller) && tokens.Lemmas[head] is "try" or "attempt" or "plan" or "want" or "seek" or "hope" or "vow" or "threaten" or "intend" or "manage" or "fail" or "refuse" or "agree" or "continue" or "begin" or "start" or "have" or "need" or "decide" or "promise")
                    controller = -1;
                return controller >= 0 && controller < predicate ? controller : SurfaceSubject(document, head, steps + 1);
            case "ccomp":
                return IsInfinitive(document, predicate) ? SurfaceSubject(document, head, steps + 1) : -1;
            // "was quick to congratulate": parsers take the infinitive for the subject of the adjective.
            case "csubj" when predicate > head && IsInfinitive(document, predicate):
                return SurfaceSubject(document, head, steps + 1);
            case "advcl":
                return ChildBy(document, predicate, "mark") is var mark and >= 0 && !IsInfinitive(document, predicate) && tokens.FineTags[predicate] is not ("VBG" or "VBN")
                    ? -1
                    : SurfaceSubject(document, head, steps + 1);
            case "acl" when IsInfinitive(document, predicate):
                return Owner(document, head) is var owner and >= 0 ? owner : SubjectOfSupport(document, head, steps);
            case "acl":
                return head;
            case "acl:relcl":
                return head;
            case "obl" or "nmod" or "obj" when tokens.FineTags[predicate] == "VBG":
                return SurfaceSubject(document, head, steps + 1);
            default:
                return -1;
        }
    }

    // "the ministry said in a statement, which accused X": what the statement does the ministry does.
    static int Speaker(Document document, int words, int steps)
    {
        var tokens = document.Tokens;
        return words >= 0 && tokens.Heads[words] >= 0 && tokens.Relations[words] == "obl" && HasCase(document, words, "in")
            && tokens.Lemmas[words] is "statement" or "speech" or "letter" or "interview" or "communique" or "communiqué" or "tweet" or "post" or "message" or "note" or "address" or "declaration"
            && Owner(document, words) < 0 && SurfaceSubject(document, tokens.Heads[words], steps + 1) is var speaker and >= 0 ? speaker : words;
    }

    // "made a promise to withdraw", "has plans to attack": whoever makes or has it.
    static int SubjectOfSupport(Document document, int noun, int steps)
    {
        var tokens = document.Tokens;
        return tokens.Relations[noun] is "obj" or "obl" && tokens.Heads[noun] >= 0 ? SurfaceSubject(document, tokens.Heads[noun], steps + 1) : -1;
    }

    /// <summary>Who has, made or gave a thing: "the report's", "by the ministry", "of the court", "Russian".</summary>
    public static int Owner(Document document, int noun)
    {
        var owner = Possessor(document, noun);
        if (owner < 0)
            owner = First(document, noun, "by");
        if (owner < 0)
            owner = First(document, noun, "from");
        if (owner < 0)
            owner = First(document, noun, "of");
        return owner >= 0 ? owner : Modifier(document, noun);
    }

    public static int Possessor(Document document, int noun)
    {
        var owner = ChildBy(document, noun, "nmod:poss");
        if (owner >= 0 && document.Tokens.Forms[owner].Equals("whose", StringComparison.OrdinalIgnoreCase) && RelativeClauseOf(document, noun) is var clause and >= 0)
            return document.Tokens.Heads[clause];
        return owner;
    }

    /// <summary>A noun's modifier that can name a party: "the U.S. offer", "a Russian plan", "police raids".</summary>
    public static int Modifier(Document document, int noun)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[noun])
            if (tokens.Relations[child] is "amod" or "compound" or "nmod" or "nmod:unmarked" or "nmod:desc" && child < noun && NamesParty(document, child))
                return child;
        return -1;
    }

    static bool NamesParty(Document document, int token) =>
        document.Tokens.Tags[token] is PartOfSpeech.PROPN ||
        (document.Tokens.Tags[token] is PartOfSpeech.ADJ or PartOfSpeech.NOUN && (char.IsUpper(document.Tokens.Forms[token][0]) || document.Tokens.Lemmas[token] is "police" or "government" or "army" or "militant" or "rebel" or "opposition" or "court" or "parliament" or "ministry" or "military"));

    /// <summary>The first phrase that hangs on a word by a preposition.</summary>
    public static int First(Document document, int head, string preposition)
    {
        var found = new List<int>();
        Prepositional(document, head, preposition, found);
        return found.Count > 0 ? found[0] : -1;
    }

    /// <summary>
    /// The phrases of a preposition: the word's own and, since parsers differ there, those of its object
    /// ("launched an attack | on the town").
    /// </summary>
    public static void Prepositional(Document document, int head, string preposition, List<int> found)
    {
        var tokens = document.Tokens;
        var noun = tokens.Tags[head] is PartOfSpeech.NOUN or PartOfSpeech.PROPN;
        foreach (var child in tokens.Children[head])
        {
            if (IsOblique(document, child) && HasCase(document, child, preposition))
            {
                if (!IsTimeExpression(document, child))
                    found.Add(child);
            }
            // Why it was done has parties of its own: "cut exports due to fears of their use in Ukraine".
            else if (IsReason(document, child))
                continue;
            // "the arrest of the editor | by police": phrases in a row are hung on each other or on the first noun.
            else if (preposition == "of" ? tokens.Relations[child] is "obj" or "nsubj:pass" : child > head && (noun ? IsOblique(document, child) : tokens.Relations[child] is "obj" or "nsubj:pass" or "compound:lvc" or "obl" || (tokens.Relations[child] == "xcomp" && tokens.Tags[child] is PartOfSpeech.NOUN)))
                Below(document, child, preposition, found, preposition == "of" ? 1 : 3);
        }
        if (tokens.Relations[head] == "acl:relcl" && tokens.Heads[head] >= 0)
            foreach (var child in tokens.Children[head])
                if (IsRelativePronoun(document, child) && HasCase(document, child, preposition))
                    found.Add(tokens.Heads[head]);
    }

    static void Below(Document document, int head, string preposition, List<int> found, int steps)
    {
        foreach (var inner in document.Tokens.Children[head])
            if (inner > head && IsOblique(document, inner) && !IsReason(document, inner))
            {
                if (HasCase(document, inner, preposition) && !IsTimeExpression(document, inner))
                    found.Add(inner);
                else if (steps > 1)
                    Below(document, inner, preposition, found, steps - 1);
            }
    }

    static bool IsReason(Document document, int token) =>
        IsOblique(document, token) && (HasCase(document, token, "due") || HasCase(document, token, "because") || HasCase(document, token, "owing") || HasCase(document, token, "despite"));

    static bool IsOblique(Document document, int token) =>
        document.Tokens.Relations[token] is "obl" or "nmod" or "obl:agent" or "obl:arg" or "nmod:agent" or "obl:unmarked";

    public static bool HasCase(Document document, int token, string preposition)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[token])
            if (tokens.Relations[child] is "case" or "mark" && tokens.Lemmas[child] == preposition)
                return true;
        return false;
    }

    /// <summary>The clauses that complete a word: "agreed to send", "demanded that X leave", "accused of sending", "a promise to leave".</summary>
    public static void Complements(Document document, int head, List<int> found)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[head])
            if (StartsAnew(document, child))
                continue;
            else if (tokens.Relations[child] is "xcomp" or "ccomp" || (tokens.Relations[child] is "advcl" or "acl" or "obl" or "nmod" && IsPredicate(document, child) && tokens.Tags[child] == PartOfSpeech.VERB && child > head))
                found.Add(child);
            else if (tokens.Relations[child] is "obj" or "nsubj:pass")
                foreach (var inner in tokens.Children[child])
                    if (tokens.Relations[inner] == "acl" && inner > head && (IsInfinitive(document, inner) || (tokens.FineTags[inner] == "VBG" && ChildBy(document, inner, "mark") >= 0)))
                        found.Add(inner);
    }

    /// <summary>
    /// Whether it is a statement of its own that the parser hung on the verb before: "denied that it had sent arms, however, a report
    /// said that it had".
    /// </summary>
    public static bool StartsAnew(Document document, int clause)
    {
        var tokens = document.Tokens;
        if (tokens.Relations[clause] != "ccomp" || tokens.Heads[clause] is not (>= 0 and var head) || head > clause)
            return false;
        var isSecond = false;
        foreach (var sibling in tokens.Children[head])
            isSecond |= sibling < clause && sibling > head && tokens.Relations[sibling] is "ccomp" or "obj" or "xcomp";
        if (!isSecond || SubjectChild(document, clause) is not (>= 0 and var subject) || subject < head)
            return false;
        foreach (var child in tokens.Children[clause])
            if (child < subject && tokens.Relations[child] is "advmod" && tokens.Lemmas[child] is "however" or "meanwhile" or "whereas" or "nevertheless" or "nonetheless")
                return true;
        return false;
    }

    public static bool IsInfinitive(Document document, int verb)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] == "mark" && tokens.Lemmas[child] == "to")
                return true;
        return false;
    }

    /// <summary>Whether a clause tells what is or was, by its own verb or an auxiliary, and not what should be ("insisted that it free him").</summary>
    public static bool IsTold(Document document, int verb)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[verb])
            if (tokens.Relations[child] is "aux" or "aux:pass" or "cop" && tokens.FineTags[child] is "VBD" or "VBZ" or "VBP")
                return true;
        return tokens.FineTags[verb] is "VBD" or "VBZ" && !IsInfinitive(document, verb);
    }

    // "fighting", "having fought"
    static bool IsGerund(Document document, int verb)
    {
        foreach (var child in document.Tokens.Children[verb])
            if (document.Tokens.Relations[child].StartsWith("aux", StringComparison.Ordinal))
                return document.Tokens.FineTags[child] == "VBG";
        return document.Tokens.FineTags[verb] == "VBG";
    }

    public static bool IsPredicate(Document document, int token)
    {
        if (document.Tokens.Tags[token] is PartOfSpeech.VERB)
            return true;
        return SubjectChild(document, token) >= 0 || ChildBy(document, token, "cop") >= 0;
    }

    public static bool IsNegated(Document document, int token)
    {
        var tokens = document.Tokens;
        foreach (var child in tokens.Children[token])
            if (IsNegation(document, child))
                return true;
        return false;
    }

    public static bool IsNegation(Document document, int token) =>
        document.Tokens.Lemmas[token] is "not" or "never" or "n't" or "no" or "neither" or "nor" && document.Tokens.Relations[token] is "advmod" or "det" or "cc" or "cc:preconj" or "neg";

    public static bool IsFuture(Document document, int token) =>
        document.Tokens.Relations[token] == "aux" && (document.Tokens.Lemmas[token] is "will" or "shall" or "'ll" or "wo"
            // The past of will: "said it would not".
            || (document.Tokens.Lemmas[token] == "would" && document.Tokens.Relations[document.Tokens.Heads[token]] == "ccomp"));

    public static int ChildBy(Document document, int head, string relation)
    {
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] == relation)
                return child;
        return -1;
    }

    // Of two subjects before the verb the nearer one: the other is a dateline or an adverb.
    static int SubjectChild(Document document, int predicate)
    {
        var found = -1;
        foreach (var child in document.Tokens.Children[predicate])
            if (document.Tokens.Relations[child] is "nsubj" or "nsubj:pass" or "nsubj:outer" && (found < 0 || child < predicate))
                found = child;
        return found;
    }

    static bool IsRelativePronoun(Document document, int token) =>
        document.Tokens.Lemmas[token] is "who" or "which" or "that" or "whom" or "whose" && document.Tokens.Tags[token] is PartOfSpeech.PRON or PartOfSpeech.DET or PartOfSpeech.SCONJ;

    // The relative clause's own head; a coordinated verb inside the clause goes up to it.
    static int Antecedent(Document document, int predicate, int pronoun)
    {
        var clause = RelativeClauseOf(document, predicate);
        return clause >= 0 ? document.Tokens.Heads[clause] : pronoun;
    }

    static int RelativeClauseOf(Document document, int token)
    {
        for (var (at, steps) = (token, 0); at >= 0 && steps < MaxSteps; at = document.Tokens.Heads[at], steps++)
            if (document.Tokens.Relations[at] == "acl:relcl")
                return at;
        return -1;
    }

    // "by Tuesday" is no agent.
    static bool IsTime(Document document, int token) => IsTimeExpression(document, token) || document.Tokens.Lemmas[token] is "day" or "week" or "month" or "year" or "end" or "percent" or "number";

    // "on Tuesday" names nobody.
    static bool IsTimeExpression(Document document, int token)
    {
        foreach (var time in document.Times)
            if (time.First <= token && token < time.End)
                return true;
        return false;
    }
}
