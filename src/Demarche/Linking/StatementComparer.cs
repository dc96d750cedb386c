using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>
/// Finds statements of different holders that agree or disagree: which way a relation goes, who fights a war, what is denied
/// and alleged, how long a journey takes, and where a retelling lost its hedge or its source. The result depends on the set of
/// articles and events alone, never on their order.
/// </summary>
public sealed class StatementComparer(CourseWords courses, Linker linker)
{
    // Opinions further apart in time are of other times.
    const int DaysApart = 60;

    /// <param name="articles">Coded articles.</param>
    /// <param name="events">Events made of their reports; reports of other articles are passed over.</param>
    public ImmutableArray<StatementRelation> Compare(IEnumerable<CodedArticle> articles, IEnumerable<Event> events)
    {
        var texts = articles.Where(coded => coded.NotCoded is null)
            .DistinctBy(coded => coded.Article.Id)
            .OrderBy(coded => coded.Article.Id.Value, StringComparer.Ordinal)
            .Select(coded => new SourceText(coded, linker.VoiceOf(coded.Article)))
            .ToList();
        var textOf = texts.ToDictionary(text => text.Article.Id);
        var found = ImmutableArray.CreateBuilder<StatementRelation>();
        Opinions(texts, found);
        foreach (var text in texts)
            Denials(text, found);
        foreach (var one in events)
        {
            var told = one.Reports.Where(report => textOf.TryGetValue(report.Document, out var text) && text.Article.Sha256 == report.TextSha256).ToList();
            Durations(told, textOf, found);
            Starts(told, textOf, found);
            Retellings(told, textOf, found);
        }
        return
        [
            .. found.Distinct()
                .OrderBy(relation => relation.One.Document.Value, StringComparer.Ordinal)
                .ThenBy(relation => relation.One.Span.Start)
                .ThenBy(relation => relation.Other.Document.Value, StringComparer.Ordinal)
                .ThenBy(relation => relation.Other.Span.Start)
                .ThenBy(relation => relation.Kind)
                .ThenBy(relation => relation.About, StringComparer.Ordinal),
        ];
    }

    void Opinions(List<SourceText> texts, ImmutableArray<StatementRelation>.Builder found)
    {
        var held = texts
            .SelectMany(text => SentenceSpans.Of(text.Article).SelectMany(sentence => Courses.In(text.Coded, sentence, courses, text.HolderOf)), (text, opinion) => (text, opinion.Dyad, opinion.Statement))
            .ToLookup(entry => entry.Dyad);
        foreach (var dyad in held)
            foreach (var (one, other) in PairsOf(dyad, entry => entry.text))
                if (one.Statement.Holder != other.Statement.Holder && (one.Statement.Value != other.Statement.Value || one.text != other.text))
                    found.Add(Related(one.Statement.Value == other.Statement.Value, $"course of {dyad.Key}", one.Statement, other.Statement));
        foreach (var (about, stances) in texts.SelectMany(Stood).GroupBy(entry => entry.About, (about, entries) => (about, entries)))
            foreach (var (one, other) in PairsOf(stances, entry => entry.Text))
                if (one.Text != other.Text && one.Statement.Holder != other.Statement.Holder)
                    found.Add(Related(true, about, one.Statement, other.Statement));
        var framed = texts
            .SelectMany(text => SentenceSpans.Of(text.Article).SelectMany(sentence => Framings.In(text.Article, sentence, courses, text.HolderOf)), (text, framing) => (text, framing.Where, framing.Parties, framing.Statement))
            .ToLookup(entry => entry.Where);
        foreach (var war in framed)
            foreach (var (one, other) in PairsOf(war, entry => entry.text))
                if (one.Statement.Holder != other.Statement.Holder && one.Parties.Except(other.Parties).Any() && other.Parties.Except(one.Parties).Any())
                    found.Add(Related(false, $"parties of the war in {war.Key}", one.Statement, other.Statement));
    }

    /// <summary>What a text says that states stand for, each with what it is about.</summary>
    IEnumerable<(SourceText Text, string About, HeldStatement Statement)> Stood(SourceText text)
    {
        foreach (var (about, statement) in Stances.OnWars(text.Coded, report => report.Attribution.IsEmpty ? text.Voice : NameOf(report.Attribution[^1])))
            yield return (text, about, statement);
        TextSpan? before = null;
        foreach (var sentence in SentenceSpans.Of(text.Article))
        {
            foreach (var (dyad, statement) in Stances.OnSanctions(text.Article, before, sentence, courses, text.HolderOf))
                yield return (text, $"{dyad} against sanctions", statement);
            before = sentence;
        }
    }

    static IEnumerable<(T One, T Other)> PairsOf<T>(IEnumerable<T> entries, Func<T, SourceText> textOf)
    {
        var all = entries.ToList();
        for (var i = 0; i < all.Count; i++)
            for (var j = i + 1; j < all.Count; j++)
                if (textOf(all[i]).Published is not { } one || textOf(all[j]).Published is not { } other || Math.Abs(one.DayNumber - other.DayNumber) <= DaysApart)
                    yield return (all[i], all[j]);
    }

    /// <summary>A denial and what another holder alleges of the same parties in the same breath.</summary>
    void Denials(SourceText text, ImmutableArray<StatementRelation>.Builder found)
    {
        foreach (var denial in text.Coded.Claims.Where(claim => claim.Kind == ClaimKind.Denial))
        {
            var denied = PartiesOf(text, denial);
            foreach (var charge in text.Coded.Claims
                .Where(claim => claim.Kind is ClaimKind.Allegation or ClaimKind.Accusation && claim.Evidence == denial.Evidence && HolderOf(text, claim) != HolderOf(text, denial))
                .GroupBy(claim => HolderOf(text, claim), (_, claims) => claims.MaxBy(claim => claim.PropositionSpan.Length)!))
                if (denied.Count > 1 && PartiesOf(text, charge).IsSupersetOf(denied))
                    found.Add(Related(false, "denial", StatementOf(text, denial, "denied"), StatementOf(text, charge, "alleged")));
        }
    }

    HashSet<string> PartiesOf(SourceText text, Claim claim)
    {
        var named = courses.StatesIn(claim.Proposition, Words.Of(claim.Proposition)).Select(name => name.Code);
        var told = text.Coded.Events.Where(report => claim.About.Contains(report.Id)).SelectMany(report => report.Actors.Concat(report.Recipients)).Select(party => party.Code).OfType<string>();
        return [.. named, .. told];
    }

    static void Durations(List<ReportedEvent> told, Dictionary<ArticleId, SourceText> textOf, ImmutableArray<StatementRelation>.Builder found)
    {
        foreach (var report in told)
            if (Spells.DurationOf(report) is { } lasting)
                foreach (var other in told)
                    if (other.Id != report.Id && Spells.LengthOf(other) is { } days)
                        found.Add(Related(days == lasting.Days, "duration",
                            StatementOf(textOf[report.Document], report, lasting.Span, $"P{lasting.Days}D"),
                            StatementOf(textOf[other.Document], other, other.Date.Span!.Value, $"P{days}D")));
    }

    static void Starts(List<ReportedEvent> told, Dictionary<ArticleId, SourceText> textOf, ImmutableArray<StatementRelation>.Builder found)
    {
        if (!told.Exists(Spells.IsJourney))
            return;
        var started = told.Select(report => report.Document).Distinct().SelectMany(document => textOf[document].Coded.Events
            .Where(report => told.Exists(member => member.Document == document && new Side(member.Actors, member).SameCodes(new Side(report.Actors, report))))
            .DistinctBy(report => report.Evidence)
            .Select(report => (Report: report, Start: Spells.StartIn(report.Sentence, report.Evidence)))
            .Where(entry => entry.Start is not null)).ToList();
        foreach (var one in started)
            foreach (var other in started)
                if (string.CompareOrdinal(one.Report.Document.Value, other.Report.Document.Value) < 0)
                    found.Add(Related(one.Start!.Value.Day == other.Start!.Value.Day, "start",
                        StatementOf(textOf[one.Report.Document], one.Report, one.Start.Value.Span, one.Start.Value.Day),
                        StatementOf(textOf[other.Report.Document], other.Report, other.Start.Value.Span, other.Start.Value.Day)));
    }

    /// <summary>What one document tells carefully or by somebody's word, and another, not earlier, as its own knowledge.</summary>
    static void Retellings(List<ReportedEvent> told, Dictionary<ArticleId, SourceText> textOf, ImmutableArray<StatementRelation>.Builder found)
    {
        var seen = new HashSet<(ArticleId, TextSpan, ArticleId, TextSpan)>();
        foreach (var careful in told)
            foreach (var plain in told)
            {
                if (careful.Document == plain.Document || !plain.Attribution.IsEmpty || !plain.Hedges.IsEmpty || textOf[plain.Document].Published < textOf[careful.Document].Published)
                    continue;
                var kind = plain.Status.IsReal() && (careful.Status == EventStatus.Alleged || careful.Status.IsReal() && !careful.Hedges.IsEmpty) ? StatementRelationKind.HedgeLost
                    : !careful.Attribution.IsEmpty && CarelessRetelling.IsWithoutSource(careful, plain) ? StatementRelationKind.SourceDropped
                    : (StatementRelationKind?)null;
                // Two acts of one sentence that are one event are shown once.
                if (kind is { } lost && seen.Add((careful.Document, careful.Evidence, plain.Document, plain.Evidence)))
                    found.Add(new StatementRelation(lost, Act.TypeOf(plain).ToString().ToLowerInvariant(),
                        StatementOf(textOf[careful.Document], careful, careful.Trigger, careful.Status.ToString().ToLowerInvariant()),
                        StatementOf(textOf[plain.Document], plain, plain.Trigger, plain.Status.ToString().ToLowerInvariant())));
            }
    }

    static StatementRelation Related(bool agree, string about, HeldStatement one, HeldStatement other)
    {
        var order = string.CompareOrdinal(one.Document.Value, other.Document.Value);
        if (order > 0 || order == 0 && one.Span.Start > other.Span.Start)
            (one, other) = (other, one);
        return new StatementRelation(agree ? StatementRelationKind.Corroborates : StatementRelationKind.Contradicts, about, one, other);
    }

    static HeldStatement StatementOf(SourceText text, ReportedEvent report, TextSpan span, string value) =>
        new(report.Document, report.TextSha256, span, report.Sentence, report.Attribution.IsEmpty ? text.Voice : NameOf(report.Attribution[^1]), value);

    static HeldStatement StatementOf(SourceText text, Claim claim, string value) =>
        new(claim.Document, claim.TextSha256, claim.PropositionSpan, claim.Sentence, HolderOf(text, claim), value);

    static string HolderOf(SourceText text, Claim claim) => claim.Holder is { } holder ? NameOf(holder) : text.Voice;

    static string NameOf(Attribution holder) => holder.Name ?? holder.Text;

    /// <summary>A coded article with what its own voice is called.</summary>
    sealed record SourceText(CodedArticle Coded, string Voice)
    {
        public Article Article => Coded.Article;

        public DateOnly? Published => Coded.Article.Published.Day;

        /// <summary>Who says the words: the holder of the claim they stand in, or of an act told in them.</summary>
        public string HolderOf(TextSpan span) =>
            Coded.Claims.Where(claim => claim.Holder is not null && claim.PropositionSpan.Contains(span)).MinBy(claim => claim.PropositionSpan.Length) is { } claim ? NameOf(claim.Holder!)
            : Coded.Events.FirstOrDefault(report => report.Evidence.Contains(span) && !report.Attribution.IsEmpty) is { } report ? NameOf(report.Attribution[^1])
            : Voice;
    }
}
