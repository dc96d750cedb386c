using System.Collections.Frozen;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>What other sentences of the paragraph say of an act: whose scenario or plan it belongs to, and who takes it back.</summary>
sealed partial class StatusWalk
{
    // A scenario is told in a paragraph; who goes on longer has come back to the world.
    const int LongestFiction = 6;

    void SentencesBeside()
    {
        InFiction();
        CalledInQuestion();
        if (status.IsReal() && document.Article.Title is { } title && IsCheck(title) && IsQuoted())
        {
            reasons.Add(new StatusReason(null, "", "the title calls it in question"));
            status = EventStatus.Alleged;
        }
        if (!status.IsReal())
            return;
        var index = document.SentenceOf(trigger);
        var told = IsToldInPresent(Root()) || IsToldInPresent(trigger);
        if (told && IsInOutline(sentence) is >= 0 and var plan)
            Unreal(plan, "part of a plan");
        for (var before = index - 1; status.IsReal() && before >= Math.Max(0, index - LongestFiction) && !StartsParagraph(document.Sentences[before + 1]); before--)
            if (told && OpensScenario(document.Sentences[before]) is >= 0 and var opening)
                Unreal(opening, "a scenario");
            else if (told && FictionIn(document.Sentences[before]) is >= 0 and var work)
                Unreal(work, StatusReading.Fiction);
            else if (told && IsInOutline(document.Sentences[before]) is >= 0 and var draft)
                Unreal(draft, "part of a plan");
            else if (told && OpensOutline(document.Sentences[before]) is >= 0 and var outline)
                Unreal(outline, "part of a plan");
        if (told && status.IsReal() && OpensPresents(index) is >= 0 and var modal)
            Unreal(modal, "a scenario");
        for (var after = index + 1; status.IsReal() && after < Math.Min(document.Sentences.Length, index + LongestFiction) && !StartsParagraph(document.Sentences[after]); after++)
            if (ClosesScenario(document.Sentences[after]) is >= 0 and var closing)
                Unreal(closing, "a scenario");
            else if (after <= index + 3 && TakesBack(document.Sentences[after]) is >= 0 and var denial)
            {
                Because(denial, Name(StatusOperator.Deny));
                status = EventStatus.Denied;
            }
    }

    bool IsQuoted() => document.Quotations.Any(quotation => quotation.Speaker >= 0 && quotation.Cue != trigger && quotation.Content.Contains(tokens.Spans[trigger]));

    // "Fact check: ...", "Did China sink a boat? No"
    bool IsCheck(string title) => listed.Checking.Any(word => title.StartsWith(word, StringComparison.OrdinalIgnoreCase)) || listed.CheckingAtEnd.Any(word => title.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    void Unreal(int word, string why)
    {
        Because(word, why);
        status = EventStatus.Hypothetical;
    }

    // "In a war game the fleet was sunk. Japan declared war.": the paragraph goes on with what it tells.
    void InFiction()
    {
        if (!status.IsReal())
            return;
        var index = document.SentenceOf(trigger);
        for (var before = index - 1; before >= Math.Max(0, index - LongestFiction) && !StartsParagraph(document.Sentences[before + 1]); before--)
        {
            var earlier = document.Sentences[before];
            if (Lower(earlier.First) is not ("in" or "under") || tokens.Heads[earlier.First] is not (>= 0 and var work) || work >= earlier.End || !IsFiction(work))
                continue;
            Because(work, StatusReading.Fiction);
            status = EventStatus.Hypothetical;
            return;
        }
    }

    bool StartsParagraph(Sentence other)
    {
        for (var i = other.Span.Start - 1; i >= 0 && char.IsWhiteSpace(document.Article.Text[i]); i--)
            if (document.Article.Text[i] == '\n')
                return true;
        return other.Span.Start == 0;
    }

    // Steps of a plan are told in the present: "The proposal has three parts. Rwanda withdraws its soldiers."
    bool IsToldInPresent(int root)
    {
        var clause = ClauseOf(root);
        return tokens.Tags[root] == PartOfSpeech.VERB && clause is { IsPast: false, Progressive: false, Modality: Modality.None } && clause.Form is VerbForm.Present or VerbForm.Base or VerbForm.PastParticiple
            && (clause.HasPresentAuxiliary || !clause.HasAuxiliary) && OperatorOf(root, "that") is null && lexicon.Find(OperatorClass.Verb, tokens.Lemmas[root], "inf") is not (StatusOperator.Suppose or StatusOperator.Plan);
    }

    // "It is the spring of 2041." "Imagine the following."
    int OpensScenario(Sentence other)
    {
        if (listed.Imagining.Contains(Lower(other.First)) && tokens.Heads[other.First] < 0)
            return other.First;
        if (document.Article.Published.Day is not { } published || Lower(other.First) is not ("it" or "the") || other.First + 1 >= other.End)
            return -1;
        var verb = Lower(other.First) == "it" ? other.First + 1 : other.First + 2;
        return verb < other.End && Lower(verb) is "is" or "’s" or "'s" && document.Times.Any(time => time.First > verb && time.End <= other.End && time.Date.Start > published) ? verb : -1;
    }

    // "Western spies sketch what may come next. Wagner's men seize the mines. The president flees.": after news in the past two
    // sentences on end in the present go on with what is open.
    int OpensPresents(int index)
    {
        var first = index;
        while (first > 0 && index - first < LongestFiction && !StartsParagraph(document.Sentences[first]) && IsInPresent(document.Sentences[first - 1]))
            first--;
        var last = index;
        while (last + 1 < document.Sentences.Length && last - index < LongestFiction && !StartsParagraph(document.Sentences[last + 1]) && IsInPresent(document.Sentences[last + 1]))
            last++;
        for (var opening = first == last || !IsInPresent(sentence) ? -1 : Math.Min(first, index - 1); opening >= Math.Max(0, first - 2); opening--)
        {
            for (var i = document.Sentences[opening].First; i < document.Sentences[opening].End; i++)
                if (tokens.FineTags[i] == "MD" || (tokens.Tags[i] == PartOfSpeech.VERB && lexicon.Find(OperatorClass.Verb, tokens.Lemmas[i], "inf") == StatusOperator.Plan && Clause.FormOf(tokens, i) == VerbForm.PastParticiple))
                    return i;
            if (StartsParagraph(document.Sentences[opening]))
                break;
        }
        return -1;
    }

    // "has struck" may be news beside anything.
    bool IsInPresent(Sentence other) => RootOf(other) is var root && IsToldInPresent(root) && !ClauseOf(root).Perfect;

    int RootOf(Sentence other)
    {
        for (var i = other.First; i < other.End; i++)
            if (tokens.Heads[i] < 0)
                return i;
        return other.First;
    }

    // "The screenplay is not subtle. A president is shot."
    int FictionIn(Sentence other)
    {
        var root = RootOf(other);
        return !ClauseOf(root).IsPast && ClauseOf(root).Subject is >= 0 and var work && work < other.End && IsFiction(work) ? work : -1;
    }

    // "In the draft Moscow leaves Zaporizhia."
    int IsInOutline(Sentence other) => Lower(other.First) is "in" or "under" && tokens.Heads[other.First] is >= 0 and var work && work < other.End && listed.Outlines.Contains(tokens.Lemmas[work]) ? work : -1;

    // "The proposal has three parts." "Belgrade has set out its conditions."
    int OpensOutline(Sentence other)
    {
        for (var i = other.First; i < other.End; i++)
            if (listed.Outlines.Contains(tokens.Lemmas[i]) && tokens.Heads[i] is >= 0 and var verb && tokens.Heads[verb] < 0 && Phrases.Relation(tokens, i) is "nsubj" or "obj"
                && (listed.Outlining.Contains(tokens.Lemmas[verb]) || (Phrases.Relation(tokens, i) == "nsubj" && HasCopula(verb) && !ClauseOf(verb).IsPast)))
                return i;
        return -1;
    }

    // "This is the scenario that officers played through."
    int ClosesScenario(Sentence other)
    {
        if (Lower(other.First) is not ("this" or "that" or "these" or "such" or "so" or "it"))
            return -1;
        for (var i = other.First + 1; i < Math.Min(other.End, other.First + 9); i++)
            if (tokens.Tags[i] == PartOfSpeech.NOUN && OperatorOf(i, "fiction") == StatusOperator.Suppose && (tokens.Heads[i] < 0 || Phrases.Relation(tokens, i) is "nsubj" or "root"))
                return i;
        return -1;
    }

    // "None of this happened." "The claim is false." "A spokesman said that nothing of the kind had happened."
    int TakesBack(Sentence other)
    {
        var first = Lower(other.First) is "but" or "yet" && other.First + 2 < other.End ? other.First + 1 : other.First;
        // "It had not."
        if (Lower(first) is "it" or "they" or "he" or "she" && other.End - first == 4 && tokens.Tags[first + 1] is PartOfSpeech.AUX or PartOfSpeech.VERB && Lower(first + 2) is "not" or "n't" && tokens.Tags[other.End - 1] == PartOfSpeech.PUNCT)
            return first + 2;
        var pointing = Lower(first) is "it" or "this" or "that" or "none" or "nothing" or "they" or "he" or "she" || (Lower(first) is "the" or "this" or "that" or "these" or "those" or "both" && first + 1 < other.End && (listed.Doubted.Contains(tokens.Lemmas[first + 1]) || OperatorOf(first + 1, "that") == StatusOperator.Report));
        var end = Math.Min(other.End, first + Reach);
        for (var i = first; i < end; i++)
            if (PhraseAt(listed.DenialsAnywhere, i, end) || (pointing && PhraseAt(listed.Denials, i, Math.Min(end, first + 8))))
                return i;
        return -1;
    }

    bool PhraseAt(FrozenSet<string> phrases, int first, int end)
    {
        var words = "";
        for (var i = first; i < end && i < first + 4; i++)
        {
            words = words.Length == 0 ? Lower(i) : words + " " + Lower(i);
            if (phrases.Contains(words))
                return true;
        }
        return false;
    }

    // "The lawyer said that soldiers had beheaded a man. The ministry did not address the allegation.", "... Moscow denied it."
    void CalledInQuestion()
    {
        if (status.IsReal() && DenialBehind() is > 0 and var denial)
        {
            Because(denial, Name(StatusOperator.Deny));
            status = EventStatus.Denied;
        }
        if (status.IsReal() && AllegationBehind() is > 0 and var word)
        {
            Because(word, "called in question");
            status = EventStatus.Alleged;
        }
        var index = document.SentenceOf(trigger);
        if (!status.IsReal() || index + 1 >= document.Sentences.Length || !IsQuoted())
            return;
        var following = document.Sentences[index + 1];
        for (var i = following.First + 1; i < following.End && i < following.First + Reach; i++)
            if (Lower(i - 1) is "the" or "this" or "that" or "these" or "those" ? listed.Doubted.Contains(tokens.Lemmas[i]) && tokens.Tags[i] == PartOfSpeech.NOUN : IsDeniedOutright(i, following))
            {
                Because(i, "called in question");
                status = EventStatus.Alleged;
                return;
            }
    }

    // "the killing of civilians, which Russia denies having carried out", "shot the mayor, something that he denies"
    int DenialBehind()
    {
        for (var i = trigger + 2; i + 1 < sentence.End && i < trigger + Reach; i++)
            if (tokens.Tags[i] == PartOfSpeech.VERB && tokens.FineTags[i] is "VBZ" or "VBP" or "VBD" or "VBN" && OperatorOf(i, "ing") == StatusOperator.Deny && (Clause.FormOf(tokens, i + 1) == VerbForm.Gerund || tokens.Tags[i + 1] == PartOfSpeech.PUNCT))
                for (var which = i - 2; which > trigger && which > i - 7; which--)
                    if (tokens.FineTags[which] == "WDT" && (tokens.Forms[which - 1] == "," || Lower(which - 1) == "something"))
                        return Enumerable.Range(trigger + 1, which - trigger - 1).Any(other => Clause.FormOf(tokens, other) is VerbForm.Past or VerbForm.Present) ? -1 : i;
        return -1;
    }

    // "He had been poisoned by agents, an allegation for which there is no proof": of an act, not of the accusing itself.
    int AllegationBehind()
    {
        if (OperatorOf(trigger, "of") == StatusOperator.Allege || OperatorOf(trigger, "that") is not null)
            return -1;
        for (var i = trigger + 1; i + 2 < sentence.End && i < trigger + Reach; i++)
            if (tokens.Forms[i] == "," && tokens.FineTags[i + 1] == "NNS" && tokens.FineTags[i + 2] is "WDT" or "IN" && listed.Doubted.Contains(tokens.Lemmas[i + 1]))
                return i + 1;
            else if (tokens.Forms[i] == "," && Lower(i + 1) is "a" or "an")
                for (var noun = i + 2; noun < Math.Min(i + 4, sentence.End); noun++)
                    if (tokens.Tags[noun] == PartOfSpeech.NOUN && listed.Doubted.Contains(tokens.Lemmas[noun]))
                        return noun;
        return -1;
    }

    // "denied it", "rejected that": not "denied any link to ...".
    bool IsDeniedOutright(int verb, Sentence within) => tokens.Tags[verb] == PartOfSpeech.VERB && verb + 1 < within.End && Lower(verb + 1) is "it" or "this" or "that"
        && (verb + 2 == within.End || tokens.Tags[verb + 2] is PartOfSpeech.PUNCT or PartOfSpeech.CCONJ or PartOfSpeech.ADV or PartOfSpeech.ADP)
        && OperatorOf(verb, "that") == StatusOperator.Deny && ClauseStatus(verb) is EventStatus.Occurred or EventStatus.Ongoing;
}
