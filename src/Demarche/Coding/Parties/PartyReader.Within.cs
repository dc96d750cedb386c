using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

partial class PartyReader
{
    // A phrase of more words says too much for one party to stand out.
    const int MostWordsWithin = 48;

    /// <summary>
    /// Whom an act is for or against where no rule says it, but what it is about belongs to one other state alone: "slapped tariffs on
    /// machinery from China", "thanked the envoy for Qatar's help". Where and when it was, and what others say or do, tell nobody.
    /// </summary>
    public ImmutableArray<Party> OnlyOther(RuleMatch match, EventType type, ImmutableArray<Party> actors)
    {
        var own = actors.Select(actor => actor.Code).OfType<string>().ToHashSet();
        if (own.Count == 0 || type is not (EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Support or EventType.Agree
            or EventType.Concede or EventType.Sanction or EventType.Aid or EventType.Mobilize))
            return [];
        var found = Within(match.Clause, match.Trigger, own, clauses: false);
        return found is [var (token, reading)] ? [Make(token, token, reading)] : [];
    }

    /// <summary>Recipients of whom only the kind is told, with the one state that their phrase names: "a base used by Ukrainian troops".</summary>
    public ImmutableArray<Party> WithinPhrases(ImmutableArray<Party> recipients)
    {
        for (var i = 0; i < recipients.Length; i++)
            // "Fired rockets at Kiryat Shmona": a place that only the gazetteer knows.
            if (recipients[i] is { Code: null, Sector: null, Span: { } named } && HeadOf(named) is >= 0 and var name && document.Tokens.Tags[name] == PartOfSpeech.PROPN && PlaceOf(name) is [var country])
                recipients = recipients.SetItem(i, recipients[i] with { Code = country });
            else if (recipients[i] is { Code: null, Sector: not null, Span: { } span } && HeadOf(span) is >= 0 and var head && document.Tokens.Tags[head] == PartOfSpeech.NOUN && Within(head, head, [], clauses: true) is [var (_, reading)])
                recipients = recipients.SetItem(i, recipients[i] with { Code = reading.Code, Implicit = true });
        return recipients;
    }

    /// <summary>Those of states not among <paramref name="own"/> that hang on a word, one for each state.</summary>
    List<(int Token, ActorReading Reading)> Within(int clause, int trigger, HashSet<string> own, bool clauses)
    {
        var tokens = document.Tokens;
        var found = new List<(int, ActorReading)>();
        var codes = new HashSet<string>(own);
        var open = new Stack<int>([clause, trigger]);
        var seen = new HashSet<int>();
        while (open.Count > 0 && seen.Count < MostWordsWithin)
        {
            var node = open.Pop();
            if (!seen.Add(node))
                continue;
            foreach (var child in tokens.Children[node])
            {
                if (child < dateline || (tokens.Tags[node] == PartOfSpeech.VERB && child < node) || !IsAbout(child, clauses))
                    continue;
                if (tokens.Tags[child] is PartOfSpeech.PROPN or PartOfSpeech.ADJ or PartOfSpeech.NOUN && words.CanName(document, child) && ReadPhrase(child) is { Code: { } code } reading
                    && (reading.Kind is not ActorKind.Place))
                {
                    if (codes.Add(code))
                        found.Add((child, reading));
                    continue;
                }
                open.Push(child);
            }
        }
        return found;
    }

    bool IsAbout(int child, bool clauses)
    {
        var tokens = document.Tokens;
        foreach (var time in document.Times)
            if (time.First <= child && child < time.End)
                return false;
        switch (Phrases.Relation(tokens, child))
        {
            case "nsubj" or "parataxis" or "ccomp" or "advcl" or "punct" or "vocative":
                return false;
            case "acl":
                return clauses || tokens.Relations[child] != "acl:relcl";
            case "conj":
                return tokens.Tags[child] is not (PartOfSpeech.VERB or PartOfSpeech.AUX);
            case "obl" or "nmod":
                foreach (var marker in tokens.Children[child])
                    if (tokens.Relations[marker] == "case" && words.Classes["beside"].Contains(tokens.Lemmas[marker]) && !(clauses && tokens.Lemmas[marker] == "by"))
                        return false;
                return true;
            default:
                return true;
        }
    }

    int HeadOf(TextSpan span)
    {
        var tokens = document.Tokens;
        for (var token = document.Tokens.FirstIn(span); token < tokens.Count && tokens.Spans[token].End <= span.End; token++)
            if (tokens.Heads[token] < 0 || !span.Contains(tokens.Spans[tokens.Heads[token]]))
                return token;
        return -1;
    }
}
