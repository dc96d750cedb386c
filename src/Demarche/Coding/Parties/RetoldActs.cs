using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Parties;

/// <summary>
/// Whom an act is done to whose object takes up another act: "Beijing rejected the accusation" is aimed at the accuser of the
/// sentence before. The nouns are in <c>data/lexicon/en/retold.txt</c>.
/// </summary>
sealed class RetoldActs
{
    const string Path = "data/lexicon/en/retold.txt";

    // Further back the noun means another act, unless the text opens with it.
    const int MostSentences = 2, Lead = 2;

    readonly FrozenDictionary<string, (ImmutableArray<EventType> Types, bool All)> nouns;

    public RetoldActs(DataFolder data)
    {
        using var stream = data.Open(Path);
        nouns = Read(stream);
    }

    static FrozenDictionary<string, (ImmutableArray<EventType>, bool)> Read(Stream stream)
    {
        var found = new Dictionary<string, (ImmutableArray<EventType>, bool)>();
        foreach (var record in RecordFile.Read(stream, Path))
        {
            var all = record.Single("whose") switch
            {
                "parties" => true,
                "actors" => false,
                _ => throw new DataFileException(Path, record.Line, "expected 'whose: actors' or 'whose: parties' in every record"),
            };
            var types = Words(record.Single("types")).Select(name => TypeOf(name, record.Line)).OfType<EventType>().ToImmutableArray();
            foreach (var noun in Words(record.Single("retold") ?? throw new DataFileException(Path, record.Line, "expected 'retold:' in every record")))
                found.TryAdd(noun, (types, all));
        }
        return found.ToFrozenDictionary();
    }

    static string[] Words(string? value) => (value ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static EventType? TypeOf(string name, int line) => name == "any" ? null
        : Enum.TryParse<EventType>(name, ignoreCase: true, out var type) ? type
        : throw new DataFileException(Path, line, $"unknown type '{name}'");

    /// <summary>The parties of the act that the match's object takes up, without those who act now; empty if there is none.</summary>
    public ImmutableArray<Party> Recipients(Document document, RuleMatch match, ImmutableArray<Party> actors, IReadOnlyList<ReportedEvent> before)
    {
        var noun = Noun(document, match);
        if (noun < 0)
            return [];
        var (types, all) = nouns[document.Tokens.Lemmas[noun]];
        var nearest = document.Sentences[Math.Max(0, document.SentenceOf(noun) - MostSentences)].Span.Start;
        for (var i = before.Count - 1; i >= 0 && before[i].Evidence.Start >= nearest; i--)
            if (before[i].Trigger.Start < document.Tokens.Spans[noun].Start && PartiesOf(before[i]) is { IsEmpty: false } parties)
                return parties;
        if (all)
            for (var i = 0; i < before.Count && before[i].Evidence.Start < document.Sentences[Math.Min(Lead, document.Sentences.Length - 1)].Span.End; i++)
                if (PartiesOf(before[i]) is { IsEmpty: false } parties)
                    return parties;
        return [];

        ImmutableArray<Party> PartiesOf(ReportedEvent act) => !types.IsEmpty && !types.Contains(act.Type) ? []
            : [.. (all ? act.Actors.AddRange(act.Recipients) : act.Actors)
                .Where(party => party.Code is not null && !actors.Any(actor => actor.Code == party.Code && (all || actor.Sector == party.Sector)))
                .Select(party => party with { Implicit = true })];
    }

    /// <summary>
    /// The day of an answer to an act of the day of publication: "freed the hostages on Tuesday ... welcomed the release", printed on
    /// Tuesday. To an older act an answer may have come on any day since.
    /// </summary>
    public TextDate? DayOfAnswer(Document document, RuleMatch match, IReadOnlyList<ReportedEvent> before)
    {
        var thanked = Answered(document, match);
        var noun = Noun(document, match) is >= 0 and var told ? told : thanked;
        if (noun < 0 || document.Article.Published.Day is not { } published)
            return null;
        var (types, _) = nouns[document.Tokens.Lemmas[noun]];
        var answered = before.LastOrDefault(act => act.Status.IsReal() && (types.IsEmpty || types.Contains(act.Type)) && (noun != thanked || act.Date.Span is not null));
        return answered?.Date is { Precision: DatePrecision.Day, Start: { } day, Span: not null } && day == published ? TextDate.OfDay(published, null) : null;
    }

    // "Thanked the government for its actions"
    int Answered(Document document, RuleMatch match) => ClauseRoles.First(document, match.Clause, "for") is >= 0 and var reason && document.Tokens.Tags[reason] == PartOfSpeech.NOUN
        && nouns.ContainsKey(document.Tokens.Lemmas[reason]) && ClauseRoles.ChildBy(document, reason, "nmod:poss") is >= 0 and var owner && document.Tokens.Tags[owner] == PartOfSpeech.PRON ? reason : -1;

    // "They recognised the state, a move that Israel condemned."
    static bool IsToldOf(Document document, RuleMatch match, int noun)
    {
        for (var (at, steps) = (match.Clause, 0); at >= 0 && steps < ClauseRoles.MaxSteps; at = document.Tokens.Heads[at], steps++)
            if (document.Tokens.Relations[at] == "acl:relcl")
                return document.Tokens.Heads[at] == noun;
        return false;
    }

    // Only a definite noun without an owner of its own takes up what was told.
    int Noun(Document document, RuleMatch match)
    {
        foreach (var word in match.Words.Append(ClauseRoles.Object(document, match.Trigger)))
            if (word >= 0 && document.Tokens.Tags[word] == PartOfSpeech.NOUN && nouns.ContainsKey(document.Tokens.Lemmas[word])
                && ClauseRoles.ChildBy(document, word, "det") is var determiner and >= 0 && (document.Tokens.Lemmas[determiner] is "the" or "this" or "that" or "these" or "those" || IsToldOf(document, match, word))
                && ClauseRoles.Owner(document, word) < 0)
                return word;
        return -1;
    }
}
