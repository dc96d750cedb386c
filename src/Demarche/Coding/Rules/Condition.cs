using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// A line "when:" or "unless:" of a rule. "with" asks for a phrase there; "obj = sanction | @ban" for its head word; "comp is RETREAT" for what
/// the rules make of it; "comp has must" for a word that hangs on it; "obj ~ party" for a word that can name a party; "comp told" for a clause that tells a fact; "neg", "passive", "support", "will" for the form of the clause.
/// </summary>
sealed record Condition(RolePath? Role, string Form, ImmutableArray<FrozenSet<string>> Words, ImmutableArray<EventType> Types, PartyWords? Party, bool Below, bool Wanted)
{
    static readonly string[] Forms = ["neg", "passive", "support", "will"];

    const string ToldForm = " told";

    public static Condition Read(string text, bool wanted, WordClasses classes, PartyWords parties, string path, int line)
    {
        if (Array.IndexOf(Forms, text) >= 0)
            return new Condition(null, text, [], [], null, false, wanted);
        if (text.Split(" is ", 2) is [var embedding, var names])
            return new Condition(RolePath.Read(embedding, path, line), "", [],
                [.. names.Split('|', StringSplitOptions.TrimEntries).Select(name => EventTypes.Parse(name) ?? throw new DataFileException(path, line, $"'{name}' is no event type{NearMiss.Hint(name, EventTypes.All.Select(EventTypes.Code))}"))],
                null, false, wanted);
        if (text.Contains(" ~ party", StringComparison.Ordinal))
            return new Condition(RolePath.Read(text.Replace(" ~ party", "", StringComparison.Ordinal), path, line), "", [], [], parties, false, wanted);
        if (text.EndsWith(ToldForm, StringComparison.Ordinal))
            return new Condition(RolePath.Read(text[..^ToldForm.Length], path, line), "told", [], [], null, false, wanted);
        if (text.Split(" has ", 2) is [var above, var below])
            return new Condition(RolePath.Read(above, path, line), "", Expand(below), [], null, true, wanted);
        if (text.Split('=', 2, StringSplitOptions.TrimEntries) is [var role, var words])
            return new Condition(RolePath.Read(role, path, line), "",
                Expand(words), [], null, false, wanted);
        return new Condition(RolePath.Read(text, path, line), "", [], [], null, false, wanted);

        ImmutableArray<FrozenSet<string>> Expand(string list) =>
            [.. list.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => classes.Expand(word, path, line))];
    }

    /// <summary>Whether both ask for the same.</summary>
    public bool Equivalent(Condition other) =>
        Role?.Text == other.Role?.Text && Form == other.Form && Party is null == other.Party is null && Below == other.Below && Wanted == other.Wanted
        && Types.ToHashSet().SetEquals(other.Types) && Words.SelectMany(set => set).ToHashSet().SetEquals(other.Words.SelectMany(set => set));

    public bool Holds(Document document, int trigger, int support, TriggerKind kind, Func<int, EventType> typeAt) => Test(document, trigger, support, kind, typeAt) == Wanted;

    bool Test(Document document, int trigger, int support, TriggerKind kind, Func<int, EventType> typeAt)
    {
        var clause = support >= 0 ? support : trigger;
        if (Role is null)
            return Form switch
            {
                "neg" => ClauseRoles.IsNegated(document, clause),
                "passive" => ClauseRoles.IsPassive(document, clause),
                "support" => support >= 0,
                _ => document.Tokens.Children[clause].Any(child => ClauseRoles.IsFuture(document, child)),
            };
        foreach (var alternative in Role.Find(document, trigger, support, kind))
            foreach (var token in alternative)
                if (Accepts(document, token, typeAt))
                    return true;
        return false;
    }

    bool Accepts(Document document, int token, Func<int, EventType> typeAt)
    {
        if (Party is not null)
            return Party.CanName(document, token);
        if (Types.Length > 0)
            return Types.Contains(typeAt(token));
        if (Form == "told")
            return ClauseRoles.IsTold(document, token);
        if (Words.Length == 0)
            return true;
        if (Below)
            return document.Tokens.Children[token].Any(child => HasWord(document.Tokens.Lemmas[child]));
        if (HasWord(document.Tokens.Lemmas[token]))
            return true;
        // "The navy said it had sunk a boat": what the pronoun stands for.
        if (document.Tokens.Tags[token] == PartOfSpeech.PRON)
            foreach (var link in document.Coreference)
                if (link.Anaphor == token)
                    return link.Antecedents.Any(antecedent => HasWord(document.Tokens.Lemmas[antecedent]));
        // Titles may head the name or hang on it.
        var proper = document.Tokens.Tags[token] == PartOfSpeech.PROPN;
        foreach (var child in document.Tokens.Children[token])
            if (document.Tokens.Relations[child] is "conj" || (proper && document.Tokens.Relations[child] is "compound" or "flat" or "appos" or "amod" or "nmod:desc"))
                if (HasWord(document.Tokens.Lemmas[child]) || HasWord(document.Tokens.Lemmas[child].ToLowerInvariant()))
                    return true;
        return proper && HasWord(document.Tokens.Lemmas[token].ToLowerInvariant());
    }

    bool HasWord(string lemma)
    {
        foreach (var set in Words)
            if (set.Contains(lemma))
                return true;
        return false;
    }
}
