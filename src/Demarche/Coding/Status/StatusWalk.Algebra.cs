using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Coding;

/// <summary>How operators and the clauses above change a status.</summary>
sealed partial class StatusWalk
{
    static EventStatus Apply(StatusOperator found, EventStatus inner) => found switch
    {
        StatusOperator.Fail => inner switch
        {
            EventStatus.Negated => EventStatus.Occurred,
            _ when inner.IsReal() => EventStatus.Negated,
            EventStatus.Planned => EventStatus.Negated,
            _ => inner,
        },
        StatusOperator.Prevent => inner switch
        {
            EventStatus.Negated => EventStatus.Hypothetical,
            // "rejected the accusation of torture"
            EventStatus.Alleged => EventStatus.Denied,
            EventStatus.Denied => EventStatus.Denied,
            EventStatus.Cancelled => EventStatus.Planned,
            _ => EventStatus.Negated,
        },
        StatusOperator.Plan => inner switch
        {
            _ when inner.IsReal() => EventStatus.Planned,
            EventStatus.Cancelled => EventStatus.Planned,
            _ => inner,
        },
        StatusOperator.Suppose or StatusOperator.Topic => inner switch
        {
            EventStatus.Alleged or EventStatus.Denied => inner,
            EventStatus.Cancelled => EventStatus.Planned,
            _ => EventStatus.Hypothetical,
        },
        // "fear that talks will fail", "accused of planning to attack"
        StatusOperator.Allege => inner.IsReal() ? EventStatus.Alleged : inner == EventStatus.Planned ? EventStatus.Hypothetical : inner,
        StatusOperator.Deny => inner is EventStatus.Hypothetical ? inner : EventStatus.Denied,
        StatusOperator.Cancel => inner is EventStatus.Denied or EventStatus.Alleged ? inner : EventStatus.Cancelled,
        _ => inner,
    };

    /// <summary>The status of content under a clause that itself has status <paramref name="above"/>.</summary>
    static EventStatus Compose(EventStatus inner, EventStatus above, StatusOperator by) => by switch
    {
        StatusOperator.Report or StatusOperator.Allege or StatusOperator.Deny => above switch
        {
            _ when above.IsReal() => inner,
            EventStatus.Negated when inner == EventStatus.Denied => EventStatus.Alleged,
            _ when inner.IsReal() || inner == EventStatus.Planned => EventStatus.Hypothetical,
            _ => inner,
        },
        _ => above switch
        {
            EventStatus.Occurred => inner,
            EventStatus.Ongoing => inner == EventStatus.Occurred ? EventStatus.Ongoing : inner,
            EventStatus.Negated => inner switch
            {
                EventStatus.Negated => by == StatusOperator.Fail ? EventStatus.Occurred : EventStatus.Hypothetical,
                EventStatus.Denied => EventStatus.Alleged,
                EventStatus.Cancelled => EventStatus.Planned,
                _ when inner.IsReal() || inner == EventStatus.Planned => EventStatus.Negated,
                _ => inner,
            },
            EventStatus.Planned => inner switch
            {
                _ when inner.IsReal() => EventStatus.Planned,
                EventStatus.Negated => EventStatus.Hypothetical,
                EventStatus.Cancelled => EventStatus.Planned,
                _ => inner,
            },
            _ => inner switch
            {
                EventStatus.Denied or EventStatus.Alleged => inner,
                EventStatus.Cancelled => EventStatus.Planned,
                _ => above is EventStatus.Alleged or EventStatus.Cancelled && inner.IsReal() ? above : inner.IsReal() || inner is EventStatus.Planned or EventStatus.Negated ? EventStatus.Hypothetical : inner,
            },
        },
    };

    /// <summary>The operator of a word for content in a frame: with its particle or object first ("call off", "take place").</summary>
    StatusOperator? OperatorOf(int word, string frame)
    {
        if (frame.Length == 0)
            return null;
        var lemma = tokens.Lemmas[word].ToLowerInvariant();
        var kind = OperatorClassOf(word);
        // "Called off a protest": the particle is the verb's, even where the parser gave it to the object.
        if (kind == OperatorClass.Verb && word + 1 < sentence.End && (tokens.FineTags[word + 1] == "RP" || IsParticle(word + 1)) && lexicon.Find(kind, lemma + " " + Lower(word + 1), frame) is { } particle)
            return particle;
        if (kind == OperatorClass.Verb)
            foreach (var child in tokens.Children[word])
            {
                var phrasal = tokens.Relations[child] is "compound:prt" or "obj" or "xcomp" or "advmod" && child > word && child - word <= 3;
                if (phrasal && lexicon.Find(kind, lemma + " " + tokens.Lemmas[child].ToLowerInvariant(), frame) is { } idiom)
                    return idiom;
            }
        // Who dares does it; who dares another only asks.
        if (kind == OperatorClass.Verb && frame == "inf" && lexicon.Find(kind, lemma, "obj+inf") is { } asked && tokens.Children[word].Any(child => tokens.Relations[child] is "obj" or "iobj"))
            return asked;
        if (kind == OperatorClass.Adjective && word > 0 && Lower(word - 1) == "not" && lexicon.Find(kind, "not " + Lower(word), frame) is { } negative)
            return negative;
        if (lexicon.Find(kind, lemma, frame) is { } found)
            return found;
        // Participles are tagged both ways ("is scheduled", "are prepared"), and a lemmatizer has its gaps.
        return kind switch
        {
            OperatorClass.Verb => FindGuessed(word, frame) ?? lexicon.Find(OperatorClass.Adjective, Lower(word), frame),
            OperatorClass.Adjective => lexicon.Find(kind, Lower(word), frame) ?? FindGuessed(word, frame) ?? lexicon.Find(OperatorClass.Noun, lemma, frame),
            OperatorClass.Noun when HasCopula(word) => lexicon.Find(OperatorClass.Adjective, Lower(word), frame),
            OperatorClass.Noun when tokens.Tags[word] == PartOfSpeech.NOUN && lemma.EndsWith('s') => lexicon.Find(kind, lemma[..^1], frame),
            _ => null,
        };
    }

    /// <summary>The verb by its spelling, for participles tagged as adjectives and words the lemmatizer left inflected.</summary>
    StatusOperator? FindGuessed(int word, string frame)
    {
        var form = Lower(word);
        foreach (var (ending, instead) in Endings)
            if (form.Length > ending.Length + 2 && form.EndsWith(ending, StringComparison.Ordinal)
                && lexicon.Find(OperatorClass.Verb, form[..^ending.Length] + instead, frame) is { } found)
                return found;
        return null;
    }

    static readonly (string Ending, string Instead)[] Endings =
        [("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("lled", "l"), ("tted", "t"), ("pped", "p"), ("nned", "n"), ("rred", "r")];

    OperatorClass OperatorClassOf(int word) => tokens.Tags[word] switch
    {
        // "Reports that troops fired could not be verified": a verb in -s has its subject before it.
        PartOfSpeech.VERB when word == sentence.First && tokens.FineTags[word] == "VBZ" && word + 1 < sentence.End && Lower(word + 1) is "that" or "of" => OperatorClass.Noun,
        PartOfSpeech.VERB or PartOfSpeech.AUX => OperatorClass.Verb,
        PartOfSpeech.ADJ or PartOfSpeech.ADV or PartOfSpeech.ADP => OperatorClass.Adjective,
        _ => OperatorClass.Noun,
    };

    /// <summary>A day after publication beside the act makes it a plan, unless its own verb is past.</summary>
    void FutureDate()
    {
        if (!status.IsReal() || background || document.Article.Published.Day is not { } published)
            return;
        var clause = ClauseOf(trigger);
        if (clause.IsPast || clause.Perfect || clause.Passive)
            return;
        var (first, end) = Phrases.Subtree(tokens, trigger);
        foreach (var time in document.Times)
            if (time.First >= first && time.End <= end && IsNear(time) && time.Date.Start > published)
            {
                Because(time.First, "after publication");
                status = EventStatus.Planned;
                return;
            }
    }

    bool IsNear(TimeExpression time)
    {
        for (var i = time.First; i < time.End; i++)
            if (tokens.Heads[i] == trigger)
                return true;
        return false;
    }
}
