using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>One rule of data/rules: words that set it off, where its parties stand, what must hold, and the act it codes.</summary>
sealed record EventRule
{
    /// <summary>"assault/shell-target": the file's name and the rule's.</summary>
    public required string Name { get; init; }

    public required string Path { get; init; }

    public required int Line { get; init; }

    public required ImmutableArray<Trigger> Triggers { get; init; }

    public required EventCategory Category { get; init; }

    /// <summary>Further modes beside <see cref="Category"/>'s.</summary>
    public ImmutableArray<string> OtherModes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    public string? Cameo { get; init; }

    public RolePath? Source { get; init; }

    public RolePath? Target { get; init; }

    /// <summary>Where the act stands that a promise, demand, refusal or threat is about.</summary>
    public RolePath? About { get; init; }

    /// <summary>All parties act (talks, clashes): whoever stands in the target joins the actors.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>A bare event noun is coded only with both parties named; "bare: yes" lets one do.</summary>
    public bool Bare { get; init; }

    /// <summary>An attitude ("supports", "opposes"): an act only of somebody with a voice in politics, a private person's is none.</summary>
    public bool Stance { get; init; }

    public ImmutableArray<Condition> Conditions { get; init; } = [];

    public ImmutableArray<RuleExample> Examples { get; init; } = [];

    /// <summary>How many words of form ("not", "will") the rule asks for; they count as words of its trigger.</summary>
    public int FormWords => Conditions.Count(condition => condition is { Role: null, Wanted: true, Form: "neg" or "will" });

    /// <summary>How much must hold beside the trigger: 2 for a word asked for, 1 for a phrase or a party; what must not hold does not count.</summary>
    public int Exactness => Conditions.Sum(condition => !condition.Wanted ? 0 : condition.Words.Length > 0 || condition.Types.Length > 0 ? 2 : 1);

    /// <summary>
    /// Adds the "not" and "will" that a rule asks for: "will not release" is a refusal, so they say nothing about its status.
    /// </summary>
    public void AddFormWords(Document document, int clause, List<int> words)
    {
        foreach (var condition in Conditions)
            if (condition is { Role: null, Wanted: true, Form: "neg" or "will" })
                foreach (var child in document.Tokens.Children[clause])
                    if (!words.Contains(child) && (condition.Form == "neg" ? ClauseRoles.IsNegation(document, child) : ClauseRoles.IsFuture(document, child)))
                        words.Add(child);
    }

    public bool Holds(Document document, int trigger, int support, TriggerKind kind, Func<int, EventType> typeAt)
    {
        foreach (var condition in Conditions)
            if (!condition.Holds(document, trigger, support, kind, typeAt))
                return false;
        return true;
    }
}

/// <summary>
/// An "example:" or "reject:" line. <see cref="Status"/> is null for a reject; parties are words of the sentence, "-" for none.
/// </summary>
sealed record RuleExample(string Sentence, EventStatus? Status, string Actors, string Recipients, int Line);
