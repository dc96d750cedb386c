using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding;

/// <summary>
/// Finds what somebody holds without an act: assessments, forecasts, stances, framings, denials, allegations, accusations and
/// recommendations. What a claim speaks of (the act denied, the act alleged) is linked, never counted through it.
/// </summary>
/// <param name="version">Version of the program and its data, kept on every claim.</param>
public sealed partial class ClaimFinder(ClaimLexicon lexicon, AttributionReader attributions, string version)
{
    public static ClaimFinder Load(DataFolder data, AttributionReader attributions, string version, string language = "en") =>
        new(ClaimLexicon.Load(data, language), attributions, version);

    /// <summary>In the order of the propositions.</summary>
    /// <param name="events">The reported events of the same document.</param>
    /// <param name="known">What the document says of its persons and bodies.</param>
    public ImmutableArray<Claim> Find(Document document, ImmutableArray<ReportedEvent> events, KnownActors? known = null)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        var ids = new HashSet<ClaimId>();
        foreach (var quotation in document.Quotations)
            if (quotation.Cue >= 0 && ClaimOf(document, quotation, events, known) is { } claim && ids.Add(claim.Id))
                claims.Add(claim);
        foreach (var claim in Judgements(document, events, known))
            if (ids.Add(claim.Id))
                claims.Add(claim);
        foreach (var sentence in document.Sentences)
            if (OwnVoice(document, sentence, events, known) is { } claim && ids.Add(claim.Id))
                claims.Add(claim);
        return [.. claims.OrderBy(claim => claim.PropositionSpan.Start).ThenByDescending(claim => claim.PropositionSpan.End)];
    }

    Claim? ClaimOf(Document document, Quotation quotation, ImmutableArray<ReportedEvent> events, KnownActors? known)
    {
        var cue = document[quotation.Cue];
        var about = events.Where(told => quotation.Content.Contains(told.Trigger)).Select(told => told.Id).ToImmutableArray();
        var kind = lexicon.Find(cue.Lemma.ToLowerInvariant(), cue.Tag is PartOfSpeech.VERB or PartOfSpeech.AUX);
        var word = cue.Lemma;
        // "Israel rejected claims that it had attacked": who rejects them holds that it is not so.
        if (DenierOf(document, quotation.Cue) is >= 0 and var denying)
            return Make(document, ClaimKind.Denial, quotation.Content, denying, HolderOf(document, denying, known), about, document.Tokens.Lemmas[denying], known);
        // "We did not open fire", he insisted.
        if (kind is null or ClaimKind.Stance && about.Length > 0 && events.Where(told => about.Contains(told.Id)).All(told => told.Status is EventStatus.Negated or EventStatus.Denied))
            kind = ClaimKind.Denial;
        if (kind is not (ClaimKind.Denial or ClaimKind.Accusation or ClaimKind.Allegation))
        {
            // Content that tells an act is an event with a holder, not a claim.
            if (about.Length > 0)
                return null;
            if (kind is null && ByContent(document, quotation.Content) is { } decided)
                (kind, word) = (decided.Kind, decided.Word);
        }
        if (kind is not { } found)
            return null;
        var holder = quotation.Speaker < 0 ? null : attributions.Holder(document, quotation.Speaker, known) is { } named
            ? named with { Verb = cue.Lemma, VerbSpan = cue.Span }
            : null;
        return Make(document, found, quotation.Content, quotation.Cue, holder, about, word, known);
    }

    /// <summary>An editor's or analyst's own sentence with an open or advising modal at its root, if it tells no act.</summary>
    Claim? OwnVoice(Document document, Sentence sentence, ImmutableArray<ReportedEvent> events, KnownActors? known)
    {
        if (document.Quotations.Any(quotation => quotation.Content.Overlaps(sentence.Span)) || events.Any(told => told.Evidence.Overlaps(sentence.Span) && told.Status.IsReal()))
            return null;
        if (ByContent(document, sentence.Span) is not { } decided || decided.Kind == ClaimKind.Forecast)
            return null;
        return Make(document, decided.Kind, sentence.Span, decided.Token, null, [], decided.Word, known);
    }

    (ClaimKind Kind, string Word, int Token)? ByContent(Document document, TextSpan content)
    {
        var tokens = document.Tokens;
        var sentence = document.Sentences[0];
        foreach (var candidate in document.Sentences)
            if (candidate.Span.Overlaps(content))
            {
                sentence = candidate;
                break;
            }
        var root = -1;
        for (var i = sentence.First; i < sentence.End && root < 0; i++)
            if (content.Contains(tokens.Spans[i]) && (tokens.Heads[i] < 0 || !content.Contains(tokens.Spans[tokens.Heads[i]])) && tokens.Tags[i] != PartOfSpeech.PUNCT)
                root = i;
        if (root < 0)
            return null;
        if (lexicon.OfModal(tokens.Forms[root].ToLowerInvariant()) is { } own)
            return (own, tokens.Forms[root].ToLowerInvariant(), root);
        foreach (var child in tokens.Children[root])
            if (tokens.Relations[child] == "aux" && tokens.Forms[child].ToLowerInvariant() is var form && lexicon.OfModal(form) is { } kind)
                return (kind, kind == ClaimKind.Forecast ? "will" : form, child);
        return null;
    }

    Claim Make(Document document, ClaimKind kind, TextSpan proposition, int trigger, Attribution? holder, ImmutableArray<ReportedEventId> about, string word, KnownActors? known)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var article = document.Article;
        return new Claim
        {
            Id = Claim.IdOf(article.Id, article.Sha256, proposition, kind, holder?.Text),
            Document = article.Id,
            TextSha256 = article.Sha256,
            Kind = kind,
            Holder = holder,
            Proposition = proposition.Of(article.Text),
            PropositionSpan = proposition,
            Hedges = Hedges(document, proposition),
            About = about,
            Attribution = attributions.Read(document, trigger, known),
            Sentence = sentence.Span.Of(article.Text),
            Evidence = sentence.Span,
            Trigger = document.Tokens.Spans[trigger],
            Rule = $"claims/{kind.ToString().ToLowerInvariant()}/{word.ToLowerInvariant()}",
            Version = version,
        };
    }

    ImmutableArray<string> Hedges(Document document, TextSpan span)
    {
        var hedges = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < document.Tokens.Count; i++)
            if (span.Contains(document.Tokens.Spans[i]) && lexicon.IsHedge(document.Tokens.Forms[i].ToLowerInvariant()))
                hedges.Add(document.Tokens.Forms[i]);
        return hedges.ToImmutable();
    }
}
