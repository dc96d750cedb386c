using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Two marked parties in a sentence, and how well a rule's match speaks of them.</summary>
sealed class GivenParties
{
    // Weights by reasoning, not by fitting: a slot filled by the marked party outweighs everything else; a party inside the
    // slot's phrase ("the decision of the court" for the court) counts half of it; the rest only breaks ties.
    const double Exact = 3, Inside = 1.5, Crossed = -1.5, OnPath = 1, PerStepDown = -0.15, PerWordAway = -0.01, PerTriggerWord = 0.3, BareNoun = -0.5;

    readonly Document document;
    readonly HashSet<int> sources;
    readonly HashSet<int> targets;
    readonly HashSet<int> path;

    public GivenParties(Document document, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> target)
    {
        this.document = document;
        sources = Words(source);
        targets = Words(target);
        Source = Head(sources);
        Target = Head(targets);
        path = Path(Source, Target);
        Meeting = Source < 0 || Target < 0 ? -1 : Ancestors(Target).FirstOrDefault(Ancestors(Source).Contains, -1);
    }

    /// <summary>The head word of the acting party; -1 where it is not marked.</summary>
    public int Source { get; }

    public int Target { get; }

    /// <summary>The words on the way from one head to the other, both included.</summary>
    public IReadOnlySet<int> Way => path;

    /// <summary>The lowest word that both heads stand below, or one of them; -1 where there is none.</summary>
    public int Meeting { get; }

    public bool IsSource(int word) => sources.Contains(word);

    public bool IsTarget(int word) => targets.Contains(word);

    public double Fit(RuleMatch match)
    {
        var score = SlotFit(match.Sources, sources) + SlotFit(match.Targets, targets);
        if (match.Rule.Reciprocal)
            score = Math.Max(score, Math.Max(SlotFit(match.Sources, sources), SlotFit(match.Targets, sources)) + Math.Max(SlotFit(match.Sources, targets), SlotFit(match.Targets, targets)));
        else if ((SlotFit(match.Sources, targets) >= Exact && SlotFit(match.Sources, sources) <= 0) || (SlotFit(match.Targets, sources) >= Exact && SlotFit(match.Targets, targets) <= 0))
            score += Crossed;
        if (match.Words.Any(path.Contains))
            score += OnPath;
        score += PerStepDown * Depth(match.Clause) + PerWordAway * Distance(match.Trigger) + PerTriggerWord * (match.TriggerWords - 1);
        if (match.Support < 0 && document.Tokens.Tags[match.Trigger] == PartOfSpeech.NOUN)
            score += BareNoun;
        return score;
    }

    /// <summary>
    /// How well a match is what the source tells of the target: "X said that Y had shelled the town" blames Y; 0 where it is not.
    /// </summary>
    public double FitAsTold(RuleMatch match, FrozenSet<string> tell)
    {
        var blamed = SlotFit(match.Sources, targets);
        if (blamed < Exact || SlotFit(match.Sources, sources) > 0)
            return 0;
        for (var at = match.Clause; document.Tokens.Heads[at] is var head and >= 0; at = head)
            if (document.Tokens.Relations[at] is "ccomp" && tell.Contains(document.Tokens.Lemmas[head]) && ClauseRoles.Subject(document, head) is var speaker and >= 0)
                return sources.Contains(speaker) ? Exact + blamed + PerStepDown * Depth(match.Clause) : 0;
        return 0;
    }

    /// <summary>
    /// What an act that no rule knows most likely is, by how the target hangs on it. What the rules miss is seldom blame, whose words are
    /// few and fixed, and mostly some way of giving or of giving in.
    /// </summary>
    public EventType Guess()
    {
        if (Target < 0)
            return EventType.Retreat;
        if (document.Tokens.Relations[Target] == "iobj")
            return EventType.Aid;
        foreach (var child in document.Tokens.Children[Target])
            if (document.Tokens.Relations[child] == "case")
                switch (document.Tokens.Lemmas[child])
                {
                    case "to" or "for":
                        return EventType.Aid;
                    case "with" or "alongside":
                        return EventType.Cooperate;
                    case "against" or "at" or "over" or "about":
                        return EventType.Accuse;
                }
        return EventType.Retreat;
    }

    double SlotFit(ImmutableArray<ImmutableArray<int>> alternatives, HashSet<int> words)
    {
        var best = 0.0;
        foreach (var heads in alternatives)
            foreach (var head in heads)
            {
                if (words.Contains(head))
                    return Exact;
                if (HasBelow(head, words, 0))
                    best = Inside;
            }
        return best;
    }

    bool HasBelow(int head, HashSet<int> words, int steps)
    {
        if (steps > 6)
            return false;
        foreach (var child in document.Tokens.Children[head])
            if (words.Contains(child) || HasBelow(child, words, steps + 1))
                return true;
        return false;
    }

    HashSet<int> Words(ImmutableArray<TextSpan> spans)
    {
        var words = new HashSet<int>();
        for (var token = 0; token < document.Tokens.Count; token++)
            foreach (var span in spans)
                if (span.Overlaps(document.Tokens.Spans[token]))
                    words.Add(token);
        return words;
    }

    int Head(HashSet<int> words)
    {
        foreach (var word in words.Order())
            if (!words.Contains(document.Tokens.Heads[word]))
                return word;
        return -1;
    }

    // Both ends' ways to the root, less what they share above the meeting point.
    HashSet<int> Path(int from, int to)
    {
        var up = Ancestors(from);
        var down = Ancestors(to);
        var found = new HashSet<int>();
        foreach (var word in up)
        {
            found.Add(word);
            if (down.Contains(word))
                break;
        }
        foreach (var word in down)
        {
            found.Add(word);
            if (up.Contains(word))
                break;
        }
        return found;
    }

    List<int> Ancestors(int word)
    {
        var found = new List<int>();
        for (var at = word; at >= 0; at = document.Tokens.Heads[at])
            found.Add(at);
        return found;
    }

    int Depth(int word) => Ancestors(word).Count - 1;

    int Distance(int word)
    {
        var nearest = 40;
        foreach (var party in sources.Concat(targets))
            nearest = Math.Min(nearest, Math.Abs(party - word));
        return nearest;
    }
}
