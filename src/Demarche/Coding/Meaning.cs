using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What an act is coded as once its status is known (PLOVER manual: type and auxiliary mode become a plain type).</summary>
readonly record struct Meaning(EventType Type, string Mode, EventType Underlying, EventStatus Status)
{
    public static Meaning Of(Document document, RuleMatch match, EventStatus status, Ontology ontology, StatusReader statuses)
    {
        var category = match.Rule.Category;
        var mode = category.Mode.Length > 0 ? category.Mode : ontology.EmbeddedMode(category.Type, match.Inner);
        var plain = new Meaning(category.Type, mode, match.Inner.Type, status);
        if (status == EventStatus.Negated && IsRefusal(document, match))
            return new Meaning(EventType.Reject, ontology.EmbeddedMode(EventType.Reject, category), category.Type, EventStatus.Occurred);
        // Who threatens or vows has done so; who plans or prepares has not yet done anything to anybody.
        if (status.IsReal() && category.Type == EventType.Threaten && statuses.IsDeliberating(document.Tokens.Lemmas[match.Trigger]))
            return plain with { Status = EventStatus.Planned };
        if (status != EventStatus.Planned)
            return plain;
        return category.Type switch
        {
            EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid => new Meaning(EventType.Agree, "", category.Type, status),
            EventType.Retreat => ontology.Choice("promise-yield").Type is var concede && concede == EventType.Agree
                ? new Meaning(EventType.Agree, "", category.Type, status)
                : new Meaning(EventType.Concede, "", category.Type, status),
            EventType.Concede when ontology.Choice("promise-yield").Type == EventType.Agree => new Meaning(EventType.Agree, "", category.Type, status),
            EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize or EventType.Protest =>
                new Meaning(EventType.Threaten, ontology.EmbeddedMode(EventType.Threaten, category), category.Type, status),
            _ => plain,
        };
    }

    /// <summary>
    /// The words that say nothing about the act's status: the rule's own, and "decided to", since lifting a ban or cutting aid is
    /// itself done by deciding; and "tried to" of a protest, since whoever tries to block a road demonstrates.
    /// </summary>
    public static ImmutableArray<int> Consumed(Document document, RuleMatch match)
    {
        var head = document.Tokens.Heads[match.Clause];
        if (head < 0 || document.Tokens.Relations[match.Clause] is not ("xcomp" or "ccomp" or "advcl"))
            return match.Words;
        return (document.Tokens.Lemmas[head], match.Rule.Category.Type) is ("decide", EventType.Concede or EventType.Sanction or EventType.Reject) or ("try", EventType.Protest)
            ? match.Words.Add(head)
            : match.Words;
    }

    // "will not release": the announced refusal of a friendly act is itself an act.
    static bool IsRefusal(Document document, RuleMatch match)
    {
        if (match.Rule.Category.Type is not (EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat))
            return false;
        bool will = false, not = false;
        foreach (var child in document.Tokens.Children[match.Clause])
        {
            will |= document.Tokens.Relations[child] == "aux" && document.Tokens.Lemmas[child] is "will" or "wo" or "'ll" or "shall";
            not |= document.Tokens.Lemmas[child] is "not" or "n't" or "never" && document.Tokens.Relations[child] == "advmod";
        }
        return will && not && !ClauseRoles.IsPassive(document, match.Clause);
    }
}
