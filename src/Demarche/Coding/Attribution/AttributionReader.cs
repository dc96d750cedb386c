using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding;

/// <summary>
/// Who says that an act took place: the holders of all quotations that contain its trigger, outermost first. The publisher is
/// level 0 and never in the chain. An act that is itself speech ("accused") is held by the publisher; its content has the speaker.
/// </summary>
/// <param name="register">Where given, holders get their name, code and sector.</param>
public sealed class AttributionReader(ActorRegister? register = null)
{
    /// <param name="known">What the document says of its persons and bodies, before the register's holders are asked.</param>
    public ImmutableArray<Attribution> Read(Document document, int trigger, KnownActors? known = null)
    {
        var span = document.Tokens.Spans[trigger];
        var chain = ImmutableArray.CreateBuilder<Attribution>();
        var holding = document.Quotations
            .Where(quotation => quotation.Content.Contains(span) && quotation.Speaker >= 0 && quotation.Cue != trigger && !IsMerelyPossible(document, quotation.Cue) && !IsConfessed(document, quotation.Cue) && !IsInserted(document, quotation, trigger))
            .OrderByDescending(quotation => quotation.Content.Length);
        foreach (var quotation in holding)
        {
            var holder = BeforeCue(document, quotation) is var (first, end, head) && head >= 0 ? Identify(document, first, end, head, known) : Holder(document, quotation.Speaker, known);
            if (holder is not null && (chain.Count == 0 || chain[^1].Text != holder.Text))
                chain.Add(WithVerb(document, holder, quotation.Cue));
        }
        return chain.ToImmutable();
    }

    // "Washington should threaten to cut them off": nobody has said so yet.
    static bool IsMerelyPossible(Document document, int cue)
    {
        if (cue < 0 || document.Tokens.Tags[cue] != PartOfSpeech.VERB)
            return false;
        foreach (var child in document.Tokens.Children[cue])
            if (document.Tokens.Relations[child] == "aux" && document.Tokens.Forms[child].ToLowerInvariant() is "should" or "must" or "could" or "might" or "may" or "can" or "ought")
                return true;
        return false;
    }

    // "Pleaded guilty to threatening to kill her": a court has it so, not the culprit alone.
    static bool IsConfessed(Document document, int cue) =>
        cue >= 0 && document.Tokens.Lemmas[cue] == "plead" && cue + 1 < document.Tokens.Count && document.Tokens.Forms[cue + 1] == "guilty";

    // "He hoped for talks with the rebels, who have refused to negotiate": a clause between commas in the writer's words is the writer's;
    // where the saying stands at the end it takes in all before it.
    static bool IsInserted(Document document, Quotation quotation, int trigger)
    {
        var tokens = document.Tokens;
        if (quotation.Kind == QuotationKind.Direct || quotation.Cue < 0 || tokens.Spans[quotation.Cue].Start > quotation.Content.Start || (quotation.Kind == QuotationKind.Mixed && IsBetweenMarks(document, quotation, trigger)))
            return false;
        for (var (at, steps) = (trigger, ClauseSteps); at >= 0 && steps > 0 && quotation.Content.Contains(tokens.Spans[at]); at = tokens.Heads[at], steps--)
            if (tokens.Relations[at] == "acl:relcl" && (IsInApposition(tokens, tokens.Heads[at]) || (RelativeIn(tokens, tokens.Heads[at], trigger) is > 0 and var relative && tokens.Forms[relative - 1] == ",")))
                return true;
        return false;
    }

    // Deeper clauses are other people's words again.
    const int ClauseSteps = 4;

    // "accused Nairobi of arming militias, a charge that Kenya rejects"
    static bool IsInApposition(TokenTable tokens, int noun)
    {
        var article = noun - 1;
        while (article > 0 && tokens.Tags[article] == PartOfSpeech.ADJ)
            article--;
        return article > 0 && tokens.Lemmas[article] == "a" && tokens.Forms[article - 1] == ",";
    }

    static int RelativeIn(TokenTable tokens, int noun, int trigger)
    {
        for (var i = trigger - 1; i > noun; i--)
            if (tokens.Forms[i] is "who" or "which" or "whose" or "whom" or "where")
                return i;
        return -1;
    }

    static bool IsBetweenMarks(Document document, Quotation quotation, int trigger)
    {
        var open = false;
        for (var i = quotation.Content.Start; i < document.Tokens.Spans[trigger].Start; i++)
            open = document.Article.Text[i] switch { '“' => true, '”' => false, '"' => !open, _ => open };
        return open;
    }

    /// <summary>The holder whose phrase has this head: a pronoun is taken for what it stands for; null for an unresolved "I" or "we".</summary>
    public Attribution? Holder(Document document, int speaker, KnownActors? known = null)
    {
        var head = speaker;
        if (document.Tokens.Tags[speaker] is PartOfSpeech.PRON or PartOfSpeech.DET)
        {
            var link = document.Coreference.FirstOrDefault(link => link.Anaphor == speaker);
            if (link is { Antecedents.Length: > 0 })
                head = link.Antecedents[0];
            else if (document.Tokens.Forms[speaker].ToLowerInvariant() is "i" or "we" or "me" or "us" or "it" or "this" or "that" or "they" or "them")
                return null;
        }
        var (first, end) = Phrases.NounPhrase(document.Tokens, head);
        return Identify(document, first, end, head, known);
    }

    /// <summary>
    /// The phrase that stands right before a cue at the end ("..., the governor of the region, Pavlo Kyrylenko, said") where the
    /// parser has hung it on what is said and so another word was taken for the speaker; a head of -1 for none.
    /// </summary>
    static (int First, int End, int Head) BeforeCue(Document document, Quotation quotation)
    {
        var (tokens, cue) = (document.Tokens, quotation.Cue);
        if (quotation.Kind == QuotationKind.Direct || cue <= quotation.Speaker || tokens.Heads[quotation.Speaker] == cue || tokens.Tags[cue] != PartOfSpeech.VERB)
            return (-1, -1, -1);
        var sentence = document.Sentences[document.SentenceOf(cue)];
        var end = tokens.Forms[cue - 1] == "," ? cue - 1 : cue;
        var first = SegmentStart(tokens, sentence, end);
        // A name between commas goes with the office before it.
        if (end < cue && first > sentence.First + 1 && Enumerable.Range(first, end - first).All(token => tokens.Tags[token] == PartOfSpeech.PROPN)
            && SegmentStart(tokens, sentence, first - 1) is var office && office > sentence.First && IsNounPhrase(tokens, office, first - 1))
            first = office;
        if (first <= sentence.First || !IsNounPhrase(tokens, first, end))
            return (-1, -1, -1);
        var head = Enumerable.Range(first, end - first).FirstOrDefault(token => tokens.Tags[token] is PartOfSpeech.NOUN or PartOfSpeech.PROPN
            && (tokens.Heads[token] < first || tokens.Heads[token] >= end), -1);
        return (first, end, head);
    }

    /// <summary>The first word after the comma before <paramref name="end"/>, or the sentence's first word where there is none.</summary>
    static int SegmentStart(TokenTable tokens, Sentence sentence, int end)
    {
        var first = end;
        while (first > sentence.First && tokens.Forms[first - 1] != ",")
            first--;
        return first;
    }

    static bool IsNounPhrase(TokenTable tokens, int first, int end) =>
        end > first && tokens.Tags[first] is PartOfSpeech.DET or PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.ADJ
        && Enumerable.Range(first, end - first).All(token => tokens.Tags[token] is PartOfSpeech.DET or PartOfSpeech.PROPN or PartOfSpeech.NOUN or PartOfSpeech.ADJ or PartOfSpeech.ADP or PartOfSpeech.PART or PartOfSpeech.PUNCT);

    Attribution Identify(Document document, int first, int end, int head, KnownActors? known)
    {
        var words = document.SpanOf(first, end);
        var holder = new Attribution { Text = words.Of(document.Article.Text), Span = words, Name = NameAt(document, head) };
        if (Read(document, first, end, head, known) is not { } reading)
            return holder;
        // "The ministry", "the general": whoever it was before, where the words themselves say no state.
        if (reading.Code is null && document.Coreference.FirstOrDefault(link => link.Anaphor == head) is { Antecedents: [var before, ..] }
            && Phrases.NounPhrase(document.Tokens, before) is var (from, to) && Read(document, from, to, before, known) is { Code: not null } named)
            reading = named with { Name = reading.Name ?? named.Name, Sector = reading.Sector ?? named.Sector };
        return holder with { Name = reading.Name ?? holder.Name, Code = reading.Code, Sector = reading.Sector };
    }

    ActorReading? Read(Document document, int first, int end, int head, KnownActors? known)
    {
        if (register is null)
            return null;
        (first, end) = Phrases.WithoutConjuncts(document.Tokens, head, (first, end));
        var words = new MentionWord[end - first];
        for (var i = first; i < end; i++)
            words[i - first] = new MentionWord(document.Tokens.Forms[i], document.Tokens.Lemmas[i], document.Tokens.Tags[i] == PartOfSpeech.PROPN);
        return register.Read(words, document.Article.Published.Day, known, head - first);
    }

    static string? NameAt(Document document, int head)
    {
        foreach (var name in document.Names)
            if (name.First <= head && head < name.End)
                return document.SpanOf(name.First, name.End).Of(document.Article.Text);
        return null;
    }

    static Attribution WithVerb(Document document, Attribution holder, int cue) => cue < 0
        ? holder
        : holder with { Verb = CueLemma(document, cue), VerbSpan = document.Tokens.Spans[cue] };

    static string CueLemma(Document document, int cue) => document.Tokens.Lemmas[cue].ToLowerInvariant() is "according" or "accord" ? "according to" : document.Tokens.Lemmas[cue];
}
