using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding;

/// <summary>Claims whose content is no clause: "called the vote a farce", "opposes the pact", "denied it".</summary>
public sealed partial class ClaimFinder
{
    IEnumerable<Claim> Judgements(Document document, ImmutableArray<ReportedEvent> events, KnownActors? known)
    {
        var tokens = document.Tokens;
        var cues = document.Quotations.Select(quotation => quotation.Cue).ToHashSet();
        for (var verb = 0; verb < tokens.Count; verb++)
        {
            if (tokens.Tags[verb] != PartOfSpeech.VERB || cues.Contains(verb) || ClauseRoles.ChildBy(document, verb, "obj") is not (>= 0 and var held) || ClauseRoles.Subject(document, verb) < 0 || !IsTold(tokens, verb))
                continue;
            if (IsDenial(document, verb, held))
            {
                if (!cues.Contains(held))
                    yield return Judgement(document, ClaimKind.Denial, verb, PhraseOf(document, held), Doubted(document, verb, held, events), known);
            }
            // Support or opposition told as an act is an event and no claim beside it; who calls names has framed something, too.
            else if (lexicon.Find(tokens.Lemmas[verb], isVerb: true) is { } kind and (ClaimKind.Stance or ClaimKind.Framing) && !(kind == ClaimKind.Stance && events.Any(told => told.Trigger.Contains(tokens.Spans[verb]))))
            {
                // "called the war a defeat", "described the talks as frank"
                var complement = tokens.Children[verb].FirstOrDefault(child => child > held && tokens.Relations[child] is "xcomp" or "obj" or "obl" or "advcl", -1);
                if (kind == ClaimKind.Stance && tokens.Tags[held] == PartOfSpeech.NOUN && lexicon.TakesObject(tokens.Lemmas[verb]))
                    yield return Judgement(document, kind, verb, PhraseOf(document, held), [], known);
                else if (kind == ClaimKind.Framing && !IsQuoted(document, held) && (complement >= 0 || IsSeenAs(tokens, held)))
                    yield return Judgement(document, kind, verb, complement < 0 ? PhraseOf(document, held) : PhraseOf(document, held).Union(PhraseOf(document, complement)), [], known);
            }
        }
    }

    static bool IsSeenAs(TokenTable tokens, int held) =>
        tokens.Children[held].Any(child => tokens.Relations[child] == "nmod" && tokens.Children[child].Any(link => tokens.Relations[link] == "case" && tokens.Forms[link] == "as"));

    // What is asked, denied or meant is held by nobody yet.
    static bool IsTold(TokenTable tokens, int verb) =>
        Clause.Of(tokens, verb, Math.Max(0, verb - 8)) is { HasTo: false, Negated: false, Modality: Modality.None } clause && (clause.IsFinite || clause.Form == VerbForm.None);

    bool IsDenial(Document document, int verb, int held) => document.Tokens.Tags[held] == PartOfSpeech.PRON
        ? lexicon.Find(document.Tokens.Lemmas[verb], isVerb: true) == ClaimKind.Denial && document.Tokens.Forms[held].ToLowerInvariant() is "it" or "this" or "that" or "them"
        : lexicon.Denies(document.Tokens.Lemmas[verb], document.Tokens.Lemmas[held]);

    static bool IsQuoted(Document document, int token) => document.Quotations.Any(quotation => quotation.Content.Contains(document.Tokens.Spans[token]));

    static TextSpan PhraseOf(Document document, int head)
    {
        var (first, end) = Phrases.Subtree(document.Tokens, head);
        return document.SpanOf(first, end);
    }

    /// <summary>The acts that the sentence itself, or else the nearest of two before it, lets others tell: what "it" or "the allegation" stands for.</summary>
    static ImmutableArray<ReportedEventId> Doubted(Document document, int verb, int held, ImmutableArray<ReportedEvent> events)
    {
        var at = document.SentenceOf(verb);
        var within = PhraseOf(document, held);
        if (events.Where(told => within.Contains(told.Trigger)).Select(told => told.Id).ToImmutableArray() is { IsEmpty: false } inside)
            return inside;
        for (var sentence = at; sentence >= Math.Max(0, at - 2); sentence--)
            if (events.Where(told => told.Evidence == document.Sentences[sentence].Span && told.Trigger.End <= document.Tokens.Spans[verb].Start
                && (told.Attribution.Length > 0 || told.Status is EventStatus.Alleged or EventStatus.Denied)).Select(told => told.Id).ToImmutableArray() is { IsEmpty: false } found)
                return found;
        return [];
    }

    /// <summary>The verb that denies what this noun of saying holds, or -1.</summary>
    int DenierOf(Document document, int cue)
    {
        var tokens = document.Tokens;
        var verb = tokens.Tags[cue] == PartOfSpeech.NOUN && tokens.Relations[cue] == "obj" ? tokens.Heads[cue] : -1;
        return verb >= 0 && !document.Quotations.Any(quotation => quotation.Cue == verb) && lexicon.Denies(tokens.Lemmas[verb], tokens.Lemmas[cue]) && IsTold(tokens, verb) && ClauseRoles.Subject(document, verb) >= 0 ? verb : -1;
    }

    Attribution? HolderOf(Document document, int verb, KnownActors? known) =>
        attributions.Holder(document, ClauseRoles.Subject(document, verb), known) is { } holder
            ? holder with { Verb = document.Tokens.Lemmas[verb], VerbSpan = document.Tokens.Spans[verb] }
            : null;

    Claim Judgement(Document document, ClaimKind kind, int verb, TextSpan proposition, ImmutableArray<ReportedEventId> about, KnownActors? known) =>
        Make(document, kind, proposition, verb, HolderOf(document, verb, known), about, document.Tokens.Lemmas[verb], known);
}
