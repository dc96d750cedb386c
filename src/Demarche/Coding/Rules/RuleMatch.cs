using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>A rule that fits at a word.</summary>
/// <param name="Trigger">The head word of the trigger.</param>
/// <param name="Support">The verb that carries an event noun ("launched an attack"), or -1.</param>
/// <param name="Words">All words of the trigger and the support, the head first.</param>
/// <param name="TriggerWords">How many of the words the rule itself names; the rest is the support.</param>
/// <param name="Sources">Head words of the actor, by alternative, best first.</param>
/// <param name="Targets">Head words of the recipient, by alternative, best first.</param>
/// <param name="Inner">Type and mode of the act that a promise, demand, refusal or threat is about.</param>
/// <param name="About">Head words of that act's clause or phrase.</param>
sealed record RuleMatch(
    EventRule Rule, int Trigger, int Support, ImmutableArray<int> Words, int TriggerWords,
    ImmutableArray<ImmutableArray<int>> Sources, ImmutableArray<ImmutableArray<int>> Targets,
    EventCategory Inner, ImmutableArray<int> About)
{
    /// <summary>Where tense, negation and the like are read: the verb that carries the act.</summary>
    public int Clause => Support >= 0 ? Support : Trigger;

    /// <summary>
    /// Whether this match is a speech act about the other: what is agreed, asked for, refused or threatened gives its mode and is no
    /// event of its own.
    /// </summary>
    public bool Absorbs(Document document, RuleMatch other)
    {
        if (ReferenceEquals(this, other))
            return false;
        foreach (var about in About)
            if (about != Trigger && Reaches(document, other.Clause, about))
                return true;
        return false;
    }

    // A relative clause tells an act of its own.
    static bool Reaches(Document document, int token, int above)
    {
        // A speech act and what it is about stand near each other in sound parses; a given one may be thousands of words deep.
        const int MostSteps = 32;
        for (var (at, steps) = (token, 0); at >= 0 && steps < MostSteps; at = document.Tokens.Heads[at], steps++)
        {
            if (at == above)
                return true;
            if (document.Tokens.Relations[at] is "acl:relcl" or "parataxis" or "appos")
                return false;
        }
        return false;
    }
}
