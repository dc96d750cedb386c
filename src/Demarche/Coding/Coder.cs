using System.Collections.Immutable;
using Demarche.Coding.Contexts;
using Demarche.Coding.Dictionaries;
using Demarche.Coding.Parties;
using Demarche.Coding.Rules;
using Demarche.Coding.Scoring;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding;

/// <summary>What one document tells: acts, and what somebody merely holds.</summary>
public sealed record CodedDocument(ImmutableArray<ReportedEvent> Events, ImmutableArray<Claim> Claims);

/// <summary>Codes a parsed document by the rules of data/rules: who did what to whom, whether it is real, when, where, and who says so.</summary>
public sealed class Coder
{
    readonly RuleBook rules;
    readonly Ontology ontology;
    readonly ActorRegister register;
    readonly StatusReader statuses;
    readonly AttributionReader attributions;
    readonly ClaimFinder claims;
    readonly EventDater dater = new();
    readonly EventPlacer placer;
    readonly ContextReader contexts;
    readonly TopicReader topics;
    readonly RetoldActs retold;
    readonly ScorerVoice? scorer;
    readonly DictionaryRules? dictionaries;
    readonly IReadOnlyList<Discards> discards;
    readonly string version;

    /// <param name="verbs">Dictionaries that code in the place of the rules of data/rules.</param>
    /// <param name="discards">What the user wants left out.</param>
    public Coder(DataFolder data, ActorRegister register, string version, IReadOnlyList<VerbDictionary>? verbs = null, IReadOnlyList<Discards>? discards = null)
        : this(data, register, version, verbs is { Count: > 0 } ? null : ScorerVoice.Load(data), verbs, discards)
    {
    }

    internal Coder(DataFolder data, ActorRegister register, string version, ScorerVoice? scorer, IReadOnlyList<VerbDictionary>? verbs = null, IReadOnlyList<Discards>? discards = null)
    {
        ontology = new Ontology(data);
        rules = new RuleBook(data, ontology, register.AgentNouns);
        contexts = ContextReader.Load(data, ontology);
        topics = TopicReader.Load(data, rules.Classes);
        retold = new RetoldActs(data);
        this.register = register;
        this.scorer = scorer;
        dictionaries = verbs is { Count: > 0 } ? new DictionaryRules(verbs, ontology) : null;
        this.discards = discards ?? [];
        placer = new EventPlacer(new CountryPlaces(data), register.States);
        this.version = version;
        statuses = StatusReader.Load(data);
        attributions = new AttributionReader(register);
        claims = ClaimFinder.Load(data, attributions, version);
    }

    public CodedDocument Code(Document document) => Code(document, null);

    /// <summary>The events of <see cref="Code(Document)"/>, each with what decided it.</summary>
    public ImmutableArray<ExplainedEvent> Explain(Document document)
    {
        var decisions = new Dictionary<(TextSpan, string), CodingDecisions>();
        return [.. Code(document, decisions).Events.Select(one => new ExplainedEvent(one, decisions[(one.Trigger, one.Rule)]))];
    }

    CodedDocument Code(Document document, Dictionary<(TextSpan Trigger, string Rule), CodingDecisions>? decisions)
    {
        document = rules.Repair(document);
        var known = NamedActors.Of(register, document);
        // Whoever brings a dictionary says himself what is to be left out.
        if ((dictionaries is null && topics.IsSport(document)) || discards.Any(list => list.LeavesOut(document)))
            return new CodedDocument([], claims.Find(document, [], known));
        var events = ImmutableArray.CreateBuilder<ReportedEvent>();
        var parties = new PartyReader(register, rules.Parties, document, known, events);
        var told = contexts.Of(document);
        foreach (var sentence in document.Sentences)
            if (!discards.Any(list => list.LeavesOut(document, sentence)))
                CodeSentence(document, sentence, parties, told, events, decisions);
        var found = ToldAgain.Date(Visits.Direct(WithoutRepeats(events)));
        return new CodedDocument(found, claims.Find(document, found, known));
    }

    void CodeSentence(Document document, Sentence sentence, PartyReader parties, DocumentContexts told, ImmutableArray<ReportedEvent>.Builder events, Dictionary<(TextSpan Trigger, string Rule), CodingDecisions>? decisions)
    {
        var matches = dictionaries?.Match(document, sentence) ?? rules.Match(document, sentence);
        foreach (var match in matches)
        {
            var absorbed = matches.Any(outer => outer.Absorbs(document, match));
            // What is denied is told apart from the denying: "denied that its forces had fired the missile" has two acts.
            if (absorbed && ReadStatus(document, match).Status != EventStatus.Denied)
                continue;
            var (reading, reasons) = (match, ImmutableArray<string>.Empty);
            if (Code(document, sentence, match, parties, events) is not { } coded || scorer?.Drops(document, sentence, coded) == true)
                continue;
            if (scorer?.Choose(document, sentence, match, coded, rules) is { } other
                && Code(document, sentence, other.Match, parties, events) is { } chosen)
                (coded, reading, reasons) = (chosen with { Rule = ScorerVoice.RuleName }, other.Match, other.Reasons);
            Add(coded, reading, reasons);
        }
        if (scorer is not null)
            foreach (var (match, reasons) in scorer.Propose(document, sentence, matches, parties))
                if (Code(document, sentence, match, parties, events) is { } coded)
                    Add(coded, match, reasons);

        void Add(ReportedEvent coded, RuleMatch match, ImmutableArray<string> reasons)
        {
            if (IsNamedAgain(document, match, coded, events) || PrivateMatters.IsHistory(coded.Date))
                return;
            var readings = told.Read(sentence, match.Rule, coded);
            events.Add(coded with { Contexts = [.. readings.Select(context => context.Context)] });
            decisions?.TryAdd((coded.Trigger, coded.Rule), Decisions(document, match, readings, reasons));
        }
    }

    ReportedEvent? Code(Document document, Sentence sentence, RuleMatch match, PartyReader parties, IReadOnlyList<ReportedEvent> before)
    {
        var reading = ReadStatus(document, match);
        var (type, mode, underlying, status) = Meaning.Of(document, match, reading.Status, ontology, statuses);
        var actors = Read(parties, match, match.Sources, token => !match.Words.Contains(token));
        var recipients = Read(parties, match, match.Targets, token => !match.Words.Contains(token) && !IsParty(actors, document, token));
        recipients = recipients.RemoveAll(recipient => IsActorAgain(document, sentence, recipient, actors) || (type == EventType.Reject && IsOwnState(recipient, actors)) || (type is not (EventType.Assault or EventType.Coerce or EventType.Concede or EventType.Retreat or EventType.Aid) && IsOwn(recipient, actors)));
        // "freed three Taliban prisoners", "Russian soldiers were deployed": a word of the rule may itself be the party.
        if (actors.IsEmpty)
            actors = Named(parties, match, match.Sources, token => !IsParty(recipients, document, token), alsoLocal: match.Rule.Category.Type == EventType.Mobilize);
        if (recipients.IsEmpty)
            recipients = Named(parties, match, match.Targets, token => !IsParty(actors, document, token), alsoLocal: match.Rule.Category.Type is EventType.Retreat or EventType.Coerce or EventType.Assault, alsoPersons: match.Rule.Category.Mode == "expel");
        if (recipients.IsEmpty && !match.Rule.Reciprocal)
            recipients = parties.Owners(match.Targets, token => !match.Words.Contains(token) && !IsParty(actors, document, token));
        if (match.Rule.Reciprocal && !HostIsKnown(match))
            (actors, recipients) = (actors.AddRange(recipients), []);
        else if (recipients.IsEmpty)
            recipients = retold.Recipients(document, match, actors, before);
        if (actors.IsEmpty && match.Sources.IsEmpty)
            actors = parties.Implied.DoersTo(recipients, match, type, mode);
        if (!IsWorthTelling(document, match, reading, actors, recipients))
            return null;
        var confidence = Confidence(match, actors, recipients, reading);
        (actors, recipients) = parties.Wars.Sides(match, type, actors, recipients);
        // A government that lists somebody under sanctions lists those of others.
        if (type is EventType.Coerce or EventType.Assault or EventType.Accuse or EventType.Retreat or EventType.Aid or EventType.Threaten || (type == EventType.Sanction && !actors.Any(actor => actor.Sector == "GOV")))
            (actors, recipients) = (parties.AtHome(actors, recipients), parties.AtHome(recipients, actors));
        recipients = parties.WithinPhrases(recipients);
        if (!match.Rule.Reciprocal)
        {
            actors = parties.Own.Complete(actors, recipients, areRecipients: false, null);
            recipients = parties.Own.Complete(recipients, actors, areRecipients: true, type is EventType.Assault or EventType.Coerce or EventType.Aid or EventType.Retreat ? parties.CountryAt(match.Trigger) : null);
        }
        if (recipients.IsEmpty && !match.Rule.Reciprocal)
            recipients = parties.OnlyOther(match, type, actors);
        // "The two governments agreed to reopen embassies": their own, of whom nobody says whose they are.
        if (type == EventType.Agree && actors.Select(actor => actor.Code).Distinct().Count() > 1)
            recipients = recipients.RemoveAll(recipient => recipient.Implicit && actors.Any(actor => actor.Code == recipient.Code));
        if (actors.IsEmpty)
            actors = parties.Implied.Actors(match, type, mode, recipients);
        if (actors.IsEmpty && (ClauseRoles.IsPassive(document, match.Trigger) || match.Rule.Category.Mode == "convict") && match.Rule.Category is { Type: EventType.Coerce, Mode: "arrest" or "deport" } or { Type: EventType.Sanction, Mode: "convict" } or { Type: EventType.Retreat, Mode: "release" })
            actors = parties.OwnerOfPassive(match.Trigger, match.Rule.Category.Mode == "convict" ? "JUD" : document.Tokens.Lemmas[match.Trigger] is "arrest" or "apprehend" ? "COP" : "GOV");
        if (recipients.IsEmpty && !match.Rule.Reciprocal && (actors.Any(actor => actor.Sector == "COP") || !parties.IsTold(match.Targets, token => !match.Words.Contains(token) && !IsParty(actors, document, token))))
            recipients = parties.Implied.Recipients(match, type, status, actors);
        if (match.Rule.Category.Mode == "visit" || match.Inner.Mode == "visit")
            actors = [.. actors.Select(actor => IsHostsOwn(actor, recipients) ? actor with { Code = null } : actor)];
        var place = placer.Read(document, match.Clause, reading, match.Rule.Category, actors, recipients, parties.About);
        if (underlying == EventType.Consult || type == EventType.Consult)
            (actors, recipients) = Visits.Hosted(actors, recipients, mode, document, place, register.States);
        var date = dater.Read(document, match.Clause, reading, looksAhead: match.Rule.Category.Type is EventType.Agree or EventType.Threaten && match.About.Length > 0);
        if (date.Span is null && status.IsReal() && retold.DayOfAnswer(document, match, before) is { } answered)
            date = answered;
        var trigger = Trigger(document, match);
        var modes = ImmutableArray.CreateBuilder<string>();
        if (mode.Length > 0)
            modes.Add(mode);
        if (type == match.Rule.Category.Type)
            modes.AddRange(match.Rule.OtherModes);
        var category = new EventCategory(type, mode);
        return new ReportedEvent
        {
            Id = ReportedEvent.IdOf(document.Article.Id, document.Article.Sha256, trigger, type, actors, recipients),
            Document = document.Article.Id,
            TextSha256 = document.Article.Sha256,
            Type = type,
            Modes = modes.ToImmutable(),
            Underlying = underlying,
            Quad = ontology.Quad(type),
            Score = ontology.Score(category),
            Cameo = type == match.Rule.Category.Type && match.Rule.Cameo is { } code ? code
                : ontology.Cameo(category, document.Tokens.Lemmas[match.Trigger], actors.Any(actor => actor.Sector is "GOV" or "MIL" or "REB" or "UAF" or "PRM")),
            Status = status,
            Hedges = reading.Hedges,
            Actors = actors,
            Recipients = recipients,
            Date = date,
            Place = place,
            Attribution = attributions.Read(document, Telling(document, match), parties.Known),
            Sentence = sentence.Span.Of(document.Article.Text),
            Evidence = sentence.Span,
            Trigger = trigger,
            TriggerText = trigger.Of(document.Article.Text),
            Quantities = QuantityReader.Read(document, match),
            Rule = match.Rule.Name,
            Confidence = confidence,
            Version = version,
        };
    }

    // A dictionary says less of where its parties stand than a rule: whoever has a code goes before whoever is nearer.
    ImmutableArray<Party> Read(PartyReader parties, RuleMatch match, ImmutableArray<ImmutableArray<int>> places, Func<int, bool> isFree)
    {
        if (dictionaries is not null)
            foreach (var place in places)
                if (parties.Read([place], match.Trigger, isFree) is var found && found.Any(party => party is { Code: not null, Implicit: false }))
                    return found;
        return parties.Read(places, match.Trigger, isFree);
    }

    static ImmutableArray<Party> Named(PartyReader parties, RuleMatch match, ImmutableArray<ImmutableArray<int>> places, Func<int, bool> isFree, bool alsoLocal = false, bool alsoPersons = false) =>
        [.. parties.Read(places, match.Trigger, token => token != match.Trigger && token != match.Support && match.Words.Contains(token) && isFree(token))
            .Where(party => (party.Code is not null && (alsoLocal || !party.Implicit)) || (alsoPersons && party.Name is not null))
            // Whoever is expelled is no citizen of the scene.
            .Select(party => alsoPersons && party.Implicit ? party with { Code = null, Implicit = false } : party)];

    // "The foreign minister travelled to Peru": a guest whose country was only inferred is not of the host's.
    static bool IsHostsOwn(Party guest, ImmutableArray<Party> hosts) =>
        guest is { Implicit: true, Code: not null, Text: { } text } && text.Contains(' ', StringComparison.Ordinal) && hosts.Any(host => host.Code == guest.Code && !host.Implicit);

    CodingDecisions Decisions(Document document, RuleMatch match, ImmutableArray<ContextReading> readings, ImmutableArray<string> reasons) => new(
        new RuleSource(match.Rule.Name, match.Rule.Path, match.Rule.Line, match.Rule.Source?.Text, match.Rule.Target?.Text),
        [.. match.Words.Order().Select(word => document.Tokens.Spans[word])], match.Rule.Category, ReadStatus(document, match), readings, reasons);

    /// <summary>
    /// The status of a match. A verb that carries an event noun may itself say that the act is only meant, asked for or called off
    /// ("announced the withdrawal of its troops"): then the noun's reading holds.
    /// </summary>
    StatusReading ReadStatus(Document document, RuleMatch match)
    {
        var consumed = Meaning.Consumed(document, match);
        var reading = statuses.Read(document, match.Clause, consumed.AsSpan());
        // An amnesty or a refusal is done by announcing it.
        if (match.Support < 0 || !reading.Status.IsReal() || match.Rule.Category.Type is EventType.Concede or EventType.Reject or EventType.Accuse or EventType.Request or EventType.Support or EventType.Agree or EventType.Threaten)
            return reading;
        var atNoun = statuses.Read(document, match.Trigger, consumed.Remove(match.Support).AsSpan());
        return atNoun.Status.IsReal() ? reading : atNoun;
    }

    static bool IsParty(ImmutableArray<Party> parties, Document document, int token) =>
        parties.Any(party => party.Span is { } span && span.Contains(document.Tokens.Spans[token]));

    // The visitor acts and the host receives, also in "held talks with the premier in Hanoi".
    static bool HostIsKnown(RuleMatch match) => match.Rule.Category.Mode == "visit";

    /// <summary>"China denied that it sends weapons", "warned of war on them": a pronoun that stands for the actor receives nothing.</summary>
    static bool IsActorAgain(Document document, Sentence sentence, Party recipient, ImmutableArray<Party> actors)
    {
        if (recipient is not { Span: { } span, Code: not null })
            return false;
        for (var token = sentence.First; token < sentence.End; token++)
            if (document.Tokens.Spans[token] == span)
                return document.Tokens.Tags[token] == PartOfSpeech.PRON
                    && actors.Any(actor => actor.Name == recipient.Name && actor.Code == recipient.Code && actor.Sector == recipient.Sector);
        return false;
    }

    // "Kenya's minister denied that Kenya had paid": he speaks for it.
    bool IsOwnState(Party recipient, ImmutableArray<Party> actors) => recipient is { Code: { } code, Sector: "GOV", Office: null } && recipient.Name == register.States.OfCode(code)?.Name
        && actors.Any(actor => actor.Code == code && actor.Sector == "GOV");

    // "Kenya threatened to close its embassy", "denied that its forces": what the actor has is not whom he turns on; its people may be.
    static bool IsOwn(Party recipient, ImmutableArray<Party> actors) =>
        recipient is { Text: { } text, Sector: null or "GOV" or "MIL" } && text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? space : text.Length) is "its" or "his" or "her" or "their"
        && actors.Any(actor => actor.Code is not null && actor.Code == recipient.Code);

    bool IsWorthTelling(Document document, RuleMatch match, StatusReading reading, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        if (dictionaries is null && topics.IsNoAct(document, match.Clause))
            return false;
        if (dictionaries is null && PrivateMatters.IsAmongPrivate(match.Rule.Category.Type, actors, recipients))
            return false;
        // What companies deliver is sold.
        if (match.Rule.Category.Type == EventType.Aid && actors.Length > 0 && actors.All(party => party.Code == "MNC"))
            return false;
        if (reading.IsFiction)
            return false;
        var knownActor = actors.Any(IsKnown);
        var knownRecipient = recipients.Any(IsKnown);
        // Nobody knows whose "officials" these are: one state or body must be named, or both sides be told by their role.
        if (!actors.Concat(recipients).Any(party => party.Code is not null) && !(knownActor && knownRecipient))
            return false;
        if (match.Rule.Stance && !actors.Any(party => party.Code is not null && party.Sector is not null and not "CVL"))
            return false;
        // What merely may happen is told only where somebody is to do it to somebody; nobody cooperates or helps by himself.
        if (reading.Status == EventStatus.Hypothetical && (!knownActor || (!knownRecipient && match.Rule.Category.Type is not (EventType.Mobilize or EventType.Consult or EventType.Support))))
            return false;
        // "efforts to curb", "to strengthen ties": what for, not what.
        if (reading.Status == EventStatus.Hypothetical && ClauseRoles.IsInfinitive(document, match.Clause) && (document.Tokens.Relations[match.Clause] == "acl" || (document.Tokens.Relations[match.Clause] == "advcl" && reading.IsPurpose)))
            return false;
        if (match.Sources.IsEmpty && match.Rule.Category.Type is EventType.Cooperate or EventType.Aid or EventType.Support or EventType.Agree or EventType.Consult)
            return false;
        if (IsBareNoun(document, match) && !match.Rule.Bare)
            return match.Rule.Reciprocal ? actors.Count(IsKnown) >= 2 : knownActor && knownRecipient;
        if (match.Rule.Reciprocal && actors.Length < 2 && match.Rule.Category.Type is EventType.Cooperate)
            return false;
        // A passive without a doer: the codebook wants an actor; the victim alone is kept where the text tells it as its news.
        return actors.Length > 0 || (knownRecipient && (match.Rule.Bare || !reading.Background));
    }

    // "The judge ruled that he remain in jail": the ruling is the act, so the judge is no witness of it.
    static int Telling(Document document, RuleMatch match)
    {
        var above = document.Tokens.Heads[match.Clause];
        return above >= 0 && document.Tokens.Relations[match.Clause] == "ccomp" && ClauseRoles.Subject(document, above) is var speaker and >= 0 && match.Sources.Any(heads => heads.Contains(speaker))
            ? above
            : match.Clause;
    }

    static bool IsKnown(Party party) => party.Code is not null || party.Sector is not null;

    static TextSpan Trigger(Document document, RuleMatch match)
    {
        var span = document.Tokens.Spans[match.Trigger];
        foreach (var word in match.Words)
            span = span.Union(document.Tokens.Spans[word]);
        return EachOther(document, match.Trigger) is >= 0 and var mutual ? span.Union(document.Tokens.Spans[mutual]) : span;
    }

    // "Blamed each other": the words that make an act mutual belong to it.
    static int EachOther(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var first = ClauseRoles.ChildBy(document, trigger, "obj");
        if (first >= 0 && first + 1 < tokens.Count && (tokens.Lemmas[first], tokens.Lemmas[first + 1]) is ("each", "other") or ("one", "another"))
            return first + 1;
        return first > 0 && (tokens.Lemmas[first - 1], tokens.Lemmas[first]) is ("each", "other") or ("one", "another") or ("the", "other") ? first : -1;
    }

    /// <summary>
    /// How sure the reading is: 0.5, and 0.2 for each side that is known, less 0.1 for a noun without a verb and for background.
    /// An ordering for readers, not yet a probability.
    /// </summary>
    static double Confidence(RuleMatch match, ImmutableArray<Party> actors, ImmutableArray<Party> recipients, StatusReading reading)
    {
        var tenths = 5 + (actors.Any(IsKnown) ? 2 : 0) + (recipients.Any(IsKnown) || (match.Rule.Reciprocal && actors.Count(IsKnown) > 1) ? 2 : 0) - (reading.Background ? 1 : 0);
        return tenths / 10.0;
    }

    // A text about "the cooperation of A and B" names it in every other paragraph. That it stands is told by the first.
    static bool IsNamedAgain(Document document, RuleMatch match, ReportedEvent coded, IEnumerable<ReportedEvent> before) =>
        coded is { Type: EventType.Cooperate, Date.Precision: not (DatePrecision.Day or DatePrecision.Range) } && IsBareNoun(document, match)
        && before.Any(other => other.Rule == coded.Rule && other.Type == coded.Type && other.Status == coded.Status && SameParties(other, coded));

    static bool IsBareNoun(Document document, RuleMatch match) =>
        match.Support < 0 && document.Tokens.Tags[match.Trigger] is PartOfSpeech.NOUN or PartOfSpeech.PROPN && ClauseRoles.ChildBy(document, match.Trigger, "cop") < 0;

    // Two words of one clause may tell one act ("met for talks"): same sentence, type, status and parties. Who seizes and arrests does two things.
    static ImmutableArray<ReportedEvent> WithoutRepeats(IEnumerable<ReportedEvent> events)
    {
        var kept = new List<ReportedEvent>();
        foreach (var next in events)
            if (!kept.Any(other => other.Evidence == next.Evidence && other.Type == next.Type && other.Status == next.Status && SameParties(other, next) && !AreOfOtherModes(other, next)))
                kept.Add(next);
        return [.. kept];
    }

    static bool AreOfOtherModes(ReportedEvent left, ReportedEvent right) => left.Modes.Length > 0 && right.Modes.Length > 0 && !left.Modes.SequenceEqual(right.Modes);

    static bool SameParties(ReportedEvent left, ReportedEvent right) =>
        Codes(left.Actors) == Codes(right.Actors) && (Codes(left.Recipients) == Codes(right.Recipients) || right.Recipients.All(party => party is { Implicit: true, Text: null }));

    static string Codes(ImmutableArray<Party> parties) => string.Join(';', parties.Select(party => $"{party.Code}/{party.Sector}/{(party.Code is null ? party.Name : null)}").Order(StringComparer.Ordinal));
}
