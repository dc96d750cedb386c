using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// Where a party stands: alternatives ("obj.owner | obj"), the first that holds a party wins; each a sum of places that are
/// taken together ("subj + with"); each a walk over roles ("comp.subj").
/// </summary>
sealed record RolePath(string Text, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Alternatives)
{
    static readonly string[] Roles = ["subj", "obj", "iobj", "comp", "agent", "surface", "owner", "poss", "mod", "support", "self", "topic", "head"];

    // Every other step is a preposition; the list guards against misspellings.
    static readonly string[] Prepositions =
    [
        "about", "above", "across", "after", "against", "alongside", "along", "amid", "among", "around", "as", "at", "before", "behind", "between", "beyond", "by",
        "concerning", "despite", "during", "for", "from", "in", "including", "inside", "into", "near", "of", "off", "on", "onto", "out", "outside", "over",
        "regarding", "such", "to", "toward", "towards", "through", "throughout", "under", "until", "upon", "via", "versus", "with", "within", "without", "like",
    ];

    public static RolePath Read(string text, string path, int line) => new(text,
        [.. text.Split('|', StringSplitOptions.TrimEntries).Select(alternative => alternative.Split('+', StringSplitOptions.TrimEntries)
            .Select(walk => walk.Split('.').Select(step => Known(step, path, line)).ToImmutableArray()).ToImmutableArray())]);

    static string Known(string step, string path, int line) =>
        Array.IndexOf(Roles, step) >= 0 || Array.IndexOf(Prepositions, step) >= 0
            ? step
            : throw new DataFileException(path, line, $"'{step}' is neither a role ({string.Join(", ", Roles)}) nor a preposition{NearMiss.Hint(step, Roles.Concat(Prepositions))}");

    /// <summary>The head words each alternative finds, best first; empty ones left out.</summary>
    public ImmutableArray<ImmutableArray<int>> Find(Document document, int trigger, int support, TriggerKind kind)
    {
        var found = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var alternative in Alternatives)
        {
            var heads = new List<int>();
            foreach (var walk in alternative)
                Walk(document, walk, 0, trigger, support, kind, heads);
            if (!alternative.Any(walk => walk is ["self"]))
                heads.Remove(trigger);
            if (heads.Count > 0)
                found.Add([.. heads.Distinct()]);
        }
        return found.ToImmutable();
    }

    static void Walk(Document document, ImmutableArray<string> walk, int step, int at, int support, TriggerKind kind, List<int> heads)
    {
        if (step == walk.Length)
        {
            heads.Add(at);
            return;
        }
        var next = new List<int>();
        Step(document, walk[step], at, support, kind, next);
        foreach (var token in next)
            Walk(document, walk, step + 1, token, -1, KindOf(document, token), heads);
    }

    static TriggerKind KindOf(Document document, int token) =>
        document.Tokens.Tags[token] == PartOfSpeech.VERB ? TriggerKind.Verb
        : ClauseRoles.ChildBy(document, token, "cop") >= 0 ? TriggerKind.Predicate
        : TriggerKind.Noun;

    static void Step(Document document, string role, int at, int support, TriggerKind kind, List<int> found)
    {
        switch (role)
        {
            case "subj":
                Add(kind == TriggerKind.Noun && ClauseRoles.ChildBy(document, at, "cop") < 0 ? ClauseRoles.Owner(document, at) : ClauseRoles.Subject(document, at));
                break;
            case "surface":
                Add(ClauseRoles.SurfaceSubject(document, at));
                break;
            case "agent":
                Add(ClauseRoles.Agent(document, at));
                break;
            case "obj":
                Add(ClauseRoles.Object(document, at));
                break;
            case "iobj":
                Add(ClauseRoles.IndirectObject(document, at));
                break;
            case "comp":
                ClauseRoles.Complements(document, at, found);
                break;
            case "owner":
                Add(ClauseRoles.Owner(document, at));
                break;
            case "poss":
                Add(ClauseRoles.Possessor(document, at));
                break;
            case "mod":
                Add(ClauseRoles.Modifier(document, at));
                break;
            case "support":
                if (support >= 0)
                    Add(ClauseRoles.Subject(document, support));
                break;
            case "self":
                Add(at);
                break;
            case "head":
                Add(document.Tokens.Heads[at]);
                break;
            case "topic":
                ClauseRoles.Prepositional(document, at, "over", found);
                ClauseRoles.Prepositional(document, at, "about", found);
                ClauseRoles.Prepositional(document, at, "regarding", found);
                break;
            default:
                ClauseRoles.Prepositional(document, at, role, found);
                if (support >= 0)
                    ClauseRoles.Prepositional(document, support, role, found);
                else if (kind == TriggerKind.Noun && ClauseRoles.Existence(document, at) is >= 0 and var being)
                    ClauseRoles.Prepositional(document, being, role, found);
                break;
        }

        void Add(int token)
        {
            if (token >= 0)
                found.Add(token);
        }
    }
}
