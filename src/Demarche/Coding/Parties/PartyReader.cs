using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>Turns the head words that a rule found into parties: phrase, conjuncts, what pronouns stand for, code and sector.</summary>
/// <param name="known">What the document says of its persons and bodies.</param>
/// <param name="told">The acts of the document so far; grows while it is read.</param>
sealed partial class PartyReader(ActorRegister register, PartyWords words, Document document, KnownActors known, IReadOnlyList<ReportedEvent> told)
{
    // Whose missiles "the missiles" are is told shortly before.
    const int MostActsBack = 6;

    readonly DateOnly? published = document.Article.Published.Day;
    readonly Scene scene = new(document, told);
    readonly int dateline = Dateline.Length(document);
    readonly EarlierParties earlier = new(document, told, register.States);
    ImpliedParties? implied;
    NamedWars? wars;
    OwnCountry? ownCountry;
    List<(int Token, string Sector, string Code)>? forces;

    public KnownActors Known => known;

    /// <summary>The country that the text is about; null where it is about several.</summary>
    public string? About => scene.Main;

    /// <summary>Where an act happens, by its sentence or the text; null where that is not told.</summary>
    public string? CountryAt(int trigger) => scene.CountryAt(trigger, local: true);

    public OwnCountry Own => ownCountry ??= new OwnCountry(document, words.Classes["other-side"]);

    public ImpliedParties Implied => implied ??= new ImpliedParties(document, scene, told, words.Classes);

    public NamedWars Wars => wars ??= new NamedWars(document, register.Conflicts, words.Classes, known);

    /// <summary>The parties of the first alternative that holds any; whoever is known goes before whoever only has a name.</summary>
    public ImmutableArray<Party> Read(ImmutableArray<ImmutableArray<int>> alternatives, int trigger, Func<int, bool> isFree)
    {
        foreach (var wanted in (ReadOnlySpan<bool>)[true, false])
            foreach (var heads in alternatives)
            {
                var parties = ImmutableArray.CreateBuilder<Party>();
                foreach (var head in heads)
                    foreach (var member in Members(head))
                        if (member >= dateline && isFree(member) && (words.CanName(document, member) || Antecedents(member).Length > 0) && !IsAttitude(member))
                            Add(parties, member, trigger, wanted);
                if (parties.Count > 0)
                    return parties.ToImmutable();
            }
        return [];
    }

    /// <summary>Whose the things are that stand where a party should: "tariffs on American goods", "fired at Iranian positions".</summary>
    public ImmutableArray<Party> Owners(ImmutableArray<ImmutableArray<int>> alternatives, Func<int, bool> isFree)
    {
        foreach (var heads in alternatives)
            foreach (var head in heads)
                if (head >= dateline && isFree(head) && document.Tokens.Tags[head] == PartOfSpeech.NOUN && !words.CanName(document, head)
                    && (ClauseRoles.Possessor(document, head) is >= 0 and var possessor ? possessor : ClauseRoles.Modifier(document, head)) is >= 0 and var owner && isFree(owner)
                    && ReadPhrase(owner) is { Code: not null, Kind: ActorKind.State or ActorKind.Nationality or ActorKind.Seat or ActorKind.Metonym } reading)
                    return [Make(owner, owner, reading)];
        return [];
    }

    /// <summary>
    /// Persons of whom the text says nothing but the name, in a story of one country, are of that country where its own police, courts
    /// or people are the other side: "Officers arrested Chad Hull, 37".
    /// </summary>
    public ImmutableArray<Party> AtHome(ImmutableArray<Party> parties, ImmutableArray<Party> others) =>
        scene.Main is { } home && others.Any(other => other.Code == home)
            ? [.. parties.Select(party => party is { Code: null, Sector: null, Span: { } span } && (IsPerson(span) || party.Text is "him" or "her" or "he" or "she") ? party with { Code = home, Sector = "CVL", Implicit = true } : party)]
            : parties;

    bool IsPerson(TextSpan span)
    {
        foreach (var name in document.Names)
            if (name.Kind == NameKind.Person && document.Tokens.Spans[name.First].Start >= span.Start && document.Tokens.Spans[name.First].End <= span.End)
                return true;
        return false;
    }

    /// <summary>Whether the words tell the party, though not who it is: "threatened them", "disagrees with her former boss".</summary>
    public bool IsTold(ImmutableArray<ImmutableArray<int>> alternatives, Func<int, bool> isFree) =>
        alternatives.Any(heads => heads.Any(head => head >= dateline && isFree(head) && words.CanName(document, head)
            && (document.Tokens.Tags[head] is PartOfSpeech.PRON or PartOfSpeech.PROPN || (ClauseRoles.ChildBy(document, head, "nmod:poss") is >= 0 and var owner && document.Tokens.Tags[owner] == PartOfSpeech.PRON))));

    /// <summary>Who did what only a state does to persons, where a passive does not say it ("was arrested in Leeds"): somebody of the country where it was done.</summary>
    public ImmutableArray<Party> OwnerOfPassive(int trigger, string sector) => scene.CountryAt(trigger, local: true) is { } country ? [new Party { Code = country, Sector = sector, Implicit = true }] : [];

    void Add(ImmutableArray<Party>.Builder parties, int head, int trigger, bool onlyKnown)
    {
        foreach (var (party, reading) in Resolve(head, trigger))
            // "A strike in Lagos" is not against the president of that name.
            if (!(reading.Evidence.HasFlag(ActorEvidence.Surname) && PlaceOf(head).Length > 0) && !IsSea(head) && (reading.IsKnown || (!onlyKnown && reading.Kind is ActorKind.Person or ActorKind.Organisation)) && !parties.Any(other => Same(other, party)))
                parties.Add(party);
    }

    static bool Same(Party left, Party right) => left.Code == right.Code && left.Sector == right.Sector && left.Name == right.Name && left.Span == right.Span;

    /// <summary>A head and the heads coordinated with it.</summary>
    IEnumerable<int> Members(int head)
    {
        yield return Counted(head);
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] == "conj" && document.Tokens.Tags[child] is not (PartOfSpeech.VERB or PartOfSpeech.AUX))
                foreach (var inner in Members(child))
                    yield return inner;
    }

    // "Thousands of people", "a group of lawmakers": who is counted is the party.
    int Counted(int head)
    {
        // Parsers take the dateline for the subject and hang the subject on it.
        if (head < dateline)
            foreach (var child in document.Tokens.Children[head])
                if (child >= dateline && words.CanName(document, child))
                    return child;
        if (document.Tokens.Tags[head] == PartOfSpeech.NUM || words.Classes["amount"].Contains(document.Tokens.Lemmas[head]))
            foreach (var child in document.Tokens.Children[head])
                if (child > head && document.Tokens.Relations[child].StartsWith("nmod", StringComparison.Ordinal) && ClauseRoles.HasCase(document, child, "of") && words.CanName(document, child) && document.Tokens.Tags[child] == PartOfSpeech.NOUN)
                    return child;
        // "The outskirts of Tbilisi"
        if (words.Classes["outskirts"].Contains(document.Tokens.Lemmas[head]))
            foreach (var child in document.Tokens.Children[head])
                if (child > head && document.Tokens.Relations[child] == "nmod" && ClauseRoles.HasCase(document, child, "of") && document.Tokens.Tags[child] == PartOfSpeech.PROPN)
                    return child;
        return head;
    }

    IEnumerable<(Party Party, ActorReading Reading)> Resolve(int head, int trigger)
    {
        var own = ReadPhrase(head);
        // "Ministers | from the Kenyan government": parsers hang the phrase on the verb.
        if (own is { IsKnown: true, Code: null, Kind: ActorKind.Role or ActorKind.Office } && Behind(head, "from") is >= 0 and var home && ReadPhrase(home) is { Code: { } sent })
            own = own with { Code = sent };
        // Who fires from a state's soil need not be its government.
        else if (own.Kind == ActorKind.State && document.Tokens.Heads[head] is >= 0 and var fired && document.Tokens.Lemmas[fired] is "fire" or "launch" or "lob" && ClauseRoles.HasCase(document, head, "from"))
            own = own with { Sector = null };
        // "The WHO" and "the US" are none.
        var pronoun = document.Tokens.Tags[head] is PartOfSpeech.PRON or PartOfSpeech.DET && !(document.Tokens.Forms[head].Length > 1 && document.Tokens.Forms[head].All(char.IsUpper) && own.Kind is ActorKind.Organisation or ActorKind.State);
        if (!pronoun && own.IsKnown && own.Code is not null && !(own.Evidence.HasFlag(ActorEvidence.Surname) && Antecedents(head).Length > 0))
        {
            yield return (Make(head, head, own), own);
            foreach (var (first, end, code) in OtherStates(head, own))
            {
                var local = own with { Code = code, Name = null };
                var span = document.SpanOf(first, end);
                yield return (Make(head, head, local) with { Text = span.Of(document.Article.Text), Span = span }, local);
            }
            if (own.Kind is ActorKind.State or ActorKind.Nationality or ActorKind.Role or ActorKind.Office && Twin(head, own.Code) is { } twin)
                yield return (Make(head, head, own with { Code = twin, Name = null }), own with { Code = twin, Name = null });
            yield break;
        }
        if (IsPair(head) && own.Code is null && !(Antecedents(head) is { Length: > 1 } named && named.Select(one => ReadPhrase(one).Code).Where(code => code is not null).Distinct().Count() > 1) && earlier.Sides(head) is { IsEmpty: false } sides)
        {
            foreach (var side in sides)
                yield return (Make(head, head, Reading(side)) with { Implicit = true }, Reading(side));
            yield break;
        }
        var found = false;
        foreach (var antecedent in Antecedents(head))
        {
            var reading = ReadPhrase(antecedent);
            if (!reading.IsKnown && reading.Kind != ActorKind.Person)
                continue;
            found = true;
            // "Melaye" is the senator named before, of the country that the text is about.
            var local = reading.IsKnown && reading.Code is null && Countries(antecedent, reading, trigger) is [var country, ..] ? reading with { Code = country } : reading;
            yield return (Make(head, antecedent, local) with { Implicit = local != reading || document.SentenceOf(head) != document.SentenceOf(antecedent) }, local);
        }
        if (found || pronoun)
            yield break;
        if (TakenUp(head) is { } state)
        {
            var reading = new ActorReading { Code = state.Code, Sector = "GOV", Name = state.Name, Kind = ActorKind.State, Evidence = ActorEvidence.Document | ActorEvidence.AssumedGovernment };
            yield return (Make(head, head, reading) with { Implicit = true }, reading);
            yield break;
        }
        if (own.IsKnown && own.Code is null)
        {
            foreach (var country in Countries(head, own, trigger))
            {
                found = true;
                // The sides of a conflict at home: those in power and the people.
                var local = own.Sector == "UNK" && document.Tokens.Lemmas[head] is "side" or "party" ? own with { Code = country, Sector = "GOV", OtherSectors = ["CVL"] } : own with { Code = country };
                yield return (Make(head, head, local) with { Implicit = true }, local);
            }
            if (found)
                yield break;
        }
        yield return (Make(head, head, own), own);
    }

    /// <summary>The state that "the kingdom" or "its neighbour" is.</summary>
    StateEntry? TakenUp(int head)
    {
        var tokens = document.Tokens;
        if (tokens.FineTags[head] != "NN" || tokens.Children[head].Any(child => tokens.Relations[child] is "amod" or "compound" or "nmod" or "acl:relcl"))
            return null;
        if (words.Classes["other-side"].Contains(tokens.Lemmas[head]))
            return ClauseRoles.ChildBy(document, head, "nmod:poss") is >= 0 and var one && earlier.OtherSide(head, CodesOf(one)) is { } other ? register.States.OfCode(other) : null;
        return words.Classes["state-noun"].Contains(tokens.Lemmas[head]) && ClauseRoles.ChildBy(document, head, "det") is >= 0 and var definite && tokens.Lemmas[definite] == "the" ? earlier.StateOf(head) : null;
    }

    static ActorReading Reading(Party side) => new() { Code = side.Code, Sector = side.Sector, OtherSectors = side.OtherSectors, Name = side.Name, Office = side.Office, Kind = ActorKind.Role, Evidence = ActorEvidence.Document };

    // "The two sides", "both ministers", "the two", "the pair"; "two men" are anybody.
    bool IsPair(int head)
    {
        var tokens = document.Tokens;
        var isDefinite = ClauseRoles.ChildBy(document, head, "det") is >= 0 and var article && tokens.Lemmas[article].ToLowerInvariant() is "the" or "these" or "those" or "both";
        if (tokens.Lemmas[head] is "two" or "both" or "pair" or "duo" or "three")
            return (isDefinite || tokens.Lemmas[head] == "both") && ClauseRoles.ChildBy(document, head, "nmod") < 0;
        // "The two men suspected of it": the words say who.
        if (!words.Classes["pair"].Contains(tokens.Lemmas[head]) || tokens.FineTags[head] != "NNS" || ClauseRoles.ChildBy(document, head, "acl") >= 0)
            return false;
        foreach (var child in tokens.Children[head])
            if (child < head && tokens.Forms[child].ToLowerInvariant() is var word && (word == "both" || (isDefinite && word is "two" or "three")))
                return true;
        return tokens.Lemmas[head] is "side" or "party" && tokens.Children[head] is [var only] && tokens.Lemmas[only] == "the";
    }

    // "Voiced opposition to the sale": no party.
    bool IsAttitude(int head) => document.Tokens.Lemmas[head] == "opposition" && head + 1 < document.Tokens.Count && document.Tokens.Forms[head + 1] == "to";

    /// <summary>"The foreign ministers of France and Italy", "Russian and Chinese diplomats": those of the other states.</summary>
    IEnumerable<(int First, int End, string Code)> OtherStates(int head, ActorReading own)
    {
        if (document.Tokens.FineTags[head] != "NNS" || own.Kind is not (ActorKind.Role or ActorKind.Office))
            yield break;
        var codes = new HashSet<string> { own.Code! };
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] is "amod" or "compound" or "nmod:poss" || (document.Tokens.Relations[child] == "nmod" && (ClauseRoles.HasCase(document, child, "of") || ClauseRoles.HasCase(document, child, "from") || ClauseRoles.HasCase(document, child, "in"))))
                foreach (var member in Members(child))
                    if (member != child && ReadPhrase(child).Code == own.Code && StateAt(member, head) is var (end, code) && code is not null && codes.Add(code))
                        yield return (member, end, code);
    }

    // "North and South Korea": the one that the phrase was not read as.
    string? Twin(int head, string code)
    {
        var (first, end) = Extent(head);
        var codes = SharedNames.In(document.Tokens, first, end).Select(words => register.Read(words, published, known, 1))
            .Where(reading => reading.Kind is ActorKind.State or ActorKind.Nationality).Select(reading => reading.Code).ToList();
        return codes.Contains(code) ? codes.Find(other => other is not null && other != code) : null;
    }

    // "US and South | Korean troops": parsers divide such names.
    (int End, string? Code) StateAt(int token, int head)
    {
        if (ReadPhrase(token) is { Code: { } code, Kind: ActorKind.State or ActorKind.Nationality })
            return (token + 1, code);
        return head >= token + 2 && Read(token, head, head, head, token) is { Code: { } divided, Kind: ActorKind.State or ActorKind.Nationality } ? (head, divided) : (token + 1, null);
    }

    /// <summary>The phrase of a preposition right behind another that hangs on the same word; or -1.</summary>
    int Behind(int head, string preposition)
    {
        var next = document.Tokens.Extents[head].Last + 1;
        return next < document.Tokens.Count && document.Tokens.Lemmas[next] == preposition && document.Tokens.Relations[next] == "case"
            && document.Tokens.Heads[next] is var noun && document.Tokens.Heads[noun] == document.Tokens.Heads[head] ? noun : -1;
    }

    // Whose they are: "his government" that of whoever "his" is, "the leaders of the country" that country's, "police" the scene's.
    ImmutableArray<string> Countries(int head, ActorReading own, int trigger)
    {
        // "All sides" of a conflict at home are of its country.
        if (document.Tokens.Lemmas[head] is "side" or "party" && ClauseRoles.ChildBy(document, head, "det") is >= 0 and var all && document.Tokens.Lemmas[all] is "all" or "both")
            return scene.CountryAt(trigger, local: true) is { } scenery ? [scenery] : [];
        // Somebody's allies are of another country.
        if (words.Classes["other-side"].Contains(document.Tokens.Lemmas[head]))
            return [];
        var owner = ClauseRoles.ChildBy(document, head, "nmod:poss");
        // Whose supporters they are may be unknown; people of the place they still are.
        if (owner >= 0 && CodesOf(owner) is var owned && (!owned.IsEmpty || own.Sector != "CVL" || document.Tokens.Tags[owner] != PartOfSpeech.NOUN))
            return owned;
        if (words.IsThing(document.Tokens.Lemmas[head]) && Origin(head) is >= 0 and var origin && (CodesOf(origin) is { Length: > 0 } sent ? sent : PlaceOf(origin)) is { Length: > 0 } sender)
            return sender;
        if (words.IsThing(document.Tokens.Lemmas[head]) && SentBefore(head) is { } sentBefore)
            return [sentBefore];
        var country = TheCountry(head);
        if (country >= 0 && CodesOf(country) is { Length: > 0 } named)
            return named;
        if (country >= 0 && scene.CountryBefore(country) is { } told)
            return [told];
        if (own.Sector is "MIL" or "REB" or "PRM" && !words.IsThing(document.Tokens.Lemmas[head]) && ClauseRoles.ChildBy(document, head, "amod") < 0 && NamedBefore(head, own.Sector) is { } force)
            return [force];
        return Scene.TakesCountry(own) && !words.IsThing(document.Tokens.Lemmas[head]) && scene.CountryAt(trigger, own.Kind != ActorKind.Person && own.Sector is not ("GOV" or "LEG")) is { } here ? [here] : [];
    }

    // "Russian missiles hit the town ... The missiles": they are those told before.
    string? SentBefore(int thing)
    {
        if (ClauseRoles.ChildBy(document, thing, "det") is not (>= 0 and var article) || document.Tokens.Lemmas[article] is not ("the" or "these" or "those"))
            return null;
        for (var i = told.Count - 1; i >= 0 && told.Count - i <= MostActsBack; i--)
            foreach (var actor in told[i].Actors)
                if (actor is { Code: { } code, Text: { } text } && text.EndsWith(document.Tokens.Forms[thing], StringComparison.Ordinal) && text.Length > document.Tokens.Forms[thing].Length)
                    return code;
        return null;
    }

    /// <summary>
    /// Whose soldiers or police these are where the sentences before named some by their state, and of one state only: "Israeli troops
    /// raided the camp. The military said ...", though the camp is in another.
    /// </summary>
    string? NamedBefore(int head, string sector)
    {
        const int Sentences = 4;
        forces ??= Forces();
        var first = document.Sentences[Math.Max(0, document.SentenceOf(head) - Sentences)].First;
        string? only = null;
        for (var i = forces.Count - 1; i >= 0 && forces[i].Token >= first; i--)
            if (forces[i].Token < head && forces[i].Sector == sector)
            {
                if (only is not null && only != forces[i].Code)
                    return null;
                only = forces[i].Code;
            }
        return only;
    }

    List<(int Token, string Sector, string Code)> Forces()
    {
        var found = new List<(int, string, string)>();
        for (var token = dateline; token < document.Tokens.Count; token++)
            if (document.Tokens.Tags[token] == PartOfSpeech.NOUN && words.CanName(document, token) && ReadPhrase(token) is { Code: { } code, Sector: "MIL" or "REB" or "PRM", Kind: ActorKind.Role or ActorKind.Organisation } reading && !Sectors.InternationalCodes.Contains(code))
                found.Add((token, reading.Sector, code));
        return found;
    }

    // "Rockets from Gaza", "missiles fired from Yemen": whoever sits there sent them.
    int Origin(int thing)
    {
        var from = ClauseRoles.First(document, thing, "from");
        if (from < 0 && ClauseRoles.ChildBy(document, thing, "acl") is >= 0 and var clause && ClauseRoles.IsPassive(document, clause))
            from = ClauseRoles.First(document, clause, "from");
        return from >= 0 && document.Tokens.Tags[from] == PartOfSpeech.PROPN ? from : -1;
    }

    ImmutableArray<string> PlaceOf(int token)
    {
        foreach (var mention in document.Places)
            if (mention.First <= token && token < mention.End && mention.Place?.Country is { } country)
                return [country];
        return [];
    }

    // The South China Sea is no part of China.
    bool IsSea(int token)
    {
        foreach (var mention in document.Places)
            if (mention.First <= token && token < mention.End && mention.Place is { Kind: "sea" })
                return true;
        return false;
    }

    ImmutableArray<string> CodesOf(int owner)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        var antecedents = Antecedents(owner);
        foreach (var named in antecedents.IsEmpty ? [owner] : antecedents)
            if (ReadPhrase(named).Code is { } code && !codes.Contains(code))
                codes.Add(code);
        return codes.ToImmutable();
    }

    // "The government and the leaders of the country": the phrase may hang on the other conjunct.
    int TheCountry(int head)
    {
        foreach (var member in (ReadOnlySpan<int>)[head, ClauseRoles.ChildBy(document, head, "conj"), document.Tokens.Relations[head] == "conj" ? document.Tokens.Heads[head] : -1])
            if (member >= 0)
                foreach (var child in document.Tokens.Children[member])
                    if (child > member && document.Tokens.Relations[child] == "nmod" && words.Classes["land"].Contains(document.Tokens.Lemmas[child]) && ClauseRoles.HasCase(document, child, "of") && ClauseRoles.ChildBy(document, child, "det") >= 0)
                        return child;
        return -1;
    }

    ImmutableArray<int> Antecedents(int head)
    {
        foreach (var link in document.Coreference)
            if (link.Anaphor == head)
                return link.Antecedents;
        if (document.Tokens.Lemmas[head] is not ("we" or "I" or "i" or "us" or "our" or "me" or "my") || Speaker(head) is not (>= 0 and var speaker))
            return [];
        // '"We will act," he said': whoever he is.
        return document.Tokens.Tags[speaker] == PartOfSpeech.PRON && document.Tokens.Lemmas[speaker] is "he" or "she" or "it" or "they" && Antecedents(speaker) is { IsEmpty: false } said ? said : [speaker];
    }

    // "We" in a quotation is the speaker's state or body; for the codes the speaker does.
    int Speaker(int head)
    {
        var span = document.Tokens.Spans[head];
        var found = -1;
        foreach (var quotation in document.Quotations)
            if (quotation.Content.Contains(span))
                found = quotation.Speaker;
        return found;
    }

    Party Make(int head, int named, ActorReading reading)
    {
        var (first, end) = Phrases.NounPhrase(document.Tokens, head);
        (first, end) = Phrases.WithoutConjuncts(document.Tokens, head, (first, end));
        end = WithoutAdverbials(head, end);
        var span = NameAround(head) is { } name ? document.SpanOf(name.First, name.End) : document.SpanOf(first, end);
        return new Party
        {
            Text = span.Of(document.Article.Text),
            Span = span,
            Name = reading.Name,
            Code = reading.Code,
            Sector = reading.Sector,
            OtherSectors = reading.OtherSectors,
            Office = reading.Office,
            Implicit = document.SentenceOf(head) != document.SentenceOf(named),
        };
    }

    ActorReading ReadPhrase(int head)
    {
        var (first, end) = Extent(head);
        var (gap, resume) = OtherNationality(head, first);
        return NameAround(head) is { } name ? Read(name.First, name.End, head, head, head) : Read(first, end, gap, resume, head);
    }

    // "Bombed Islamic | State | positions": parsers hang each word of a name on the noun that it stands before. A word that is a name by itself stays one.
    Name? NameAround(int head)
    {
        if (document.Tokens.Relations[head] is "amod" or "compound")
            foreach (var name in document.Names)
                if (name.First <= head && head < name.End && name.End - name.First > 1 && name.Kind is NameKind.Organisation or NameKind.Miscellaneous)
                    return Read(head, head + 1, head, head, head).IsKnown ? null : name;
        return null;
    }

    /// <summary>What stands in [first, end) without [gap, resume).</summary>
    ActorReading Read(int first, int end, int gap, int resume, int head)
    {
        var mention = new List<MentionWord>(end - first);
        for (var i = first; i < end; i++)
            if (i < gap || i >= resume)
                mention.Add(new MentionWord(document.Tokens.Forms[i], document.Tokens.Lemmas[i], document.Tokens.Tags[i] == PartOfSpeech.PROPN));
        return register.Read([.. mention], published, known, head - first - (head >= resume ? resume - gap : 0));
    }

    /// <summary>"Russian | and Chinese | diplomats": what stands between the first state and those of it.</summary>
    (int First, int End) OtherNationality(int head, int first)
    {
        foreach (var child in document.Tokens.Children[head])
            if (child >= first && child < head && document.Tokens.Relations[child] is "amod" or "compound" && char.IsUpper(document.Tokens.Forms[child][0]))
                foreach (var member in document.Tokens.Children[child])
                    if (document.Tokens.Relations[member] == "conj" && char.IsUpper(document.Tokens.Forms[member][0]) && Phrases.Subtree(document.Tokens, child) is { } whole && whole.End <= head)
                        return (child + 1, whole.End);
        return (head, head);
    }

    // The phrase with its apposition, which the register wants, but without its conjuncts and clauses.
    (int First, int End) Extent(int head)
    {
        int first = head, end = head + 1;
        foreach (var child in document.Tokens.Children[head])
        {
            var relation = document.Tokens.Relations[child];
            if (IsTime(child))
                continue;
            if (relation is "det" or "amod" or "compound" or "nummod" or "flat" or "fixed" or "appos" or "case" or "goeswith" || relation.StartsWith("nmod", StringComparison.Ordinal) || relation.StartsWith("flat", StringComparison.Ordinal))
            {
                var (from, to) = Phrases.Subtree(document.Tokens, child);
                if (relation == "case" && child < head)
                    continue;
                if (from < head)
                    first = Math.Min(first, from);
                else if (from >= end - 1 && !IsGerund(child))
                    end = Math.Max(end, to);
            }
        }
        return Phrases.WithoutConjuncts(document.Tokens, head, (first, end));
    }

    // What the parser hung on the phrase though it tells when or what of: "officials | on Monday", "the chancellor | of stalling".
    int WithoutAdverbials(int head, int end)
    {
        foreach (var child in document.Tokens.Children[head])
            if (child > head && child < end && (IsTime(child) || IsGerund(child) || IsBesideName(head, child) || IsReason(head, child) || (document.Tokens.Relations[child] == "flat" && IsAfterComma(head, child))))
                end = Math.Min(end, Math.Max(head + 1, Phrases.Subtree(document.Tokens, child).First));
        while (end - 1 > head && document.Tokens.Tags[end - 1] is PartOfSpeech.PUNCT)
            end--;
        return end;
    }

    // "An attack by Israel | on Syria": a state has no such phrase of its own, the parser hung it too low.
    // "A visit by the crown prince | to Ankara": so is what the visit goes to.
    bool IsBesideName(int head, int child) => document.Tokens.Tags[head] == PartOfSpeech.NOUN
        ? document.Tokens.Relations[child] == "nmod" && ClauseRoles.HasCase(document, child, "to") && document.Tokens.Tags[child] == PartOfSpeech.PROPN && document.Tokens.Relations[head] == "nmod" && ClauseRoles.HasCase(document, head, "by")
        : IsBesideProperName(head, child);

    bool IsBesideProperName(int head, int child) => document.Tokens.Tags[head] == PartOfSpeech.PROPN && document.Tokens.Relations[child] == "nmod"
        && document.Tokens.Relations[head] is "nmod" or "obl" or "obl:agent"
        && (ClauseRoles.HasCase(document, child, "on") || ClauseRoles.HasCase(document, child, "against") || ClauseRoles.HasCase(document, child, "to") || ClauseRoles.HasCase(document, child, "with"));

    // "Asked its allies | for aircraft", "thanked the envoy | for his work"
    bool IsReason(int head, int child) => document.Tokens.Relations[child] == "nmod" && ClauseRoles.HasCase(document, child, "for") && document.Tokens.Relations[head] is "obj" or "iobj" or "nsubj:pass"
        && document.Tokens.Heads[head] is >= 0 and var verb && words.Classes["thanks"].Contains(document.Tokens.Lemmas[verb]);

    bool IsGerund(int token) => document.Tokens.Relations[token].StartsWith("nmod", StringComparison.Ordinal) && ClauseRoles.HasCase(document, token, "of")
        && document.Tokens.Forms[token].EndsWith("ing", StringComparison.Ordinal) && char.IsLower(document.Tokens.Forms[token][0]) && ClauseRoles.ChildBy(document, token, "det") < 0;

    bool IsAfterComma(int head, int token)
    {
        for (var i = head + 1; i < token; i++)
            if (document.Tokens.Forms[i] == ",")
                return true;
        return false;
    }

    bool IsTime(int token)
    {
        foreach (var time in document.Times)
            if (time.First <= token && token < time.End)
                return document.Tokens.Relations[token].StartsWith("nmod", StringComparison.Ordinal);
        return false;
    }
}
