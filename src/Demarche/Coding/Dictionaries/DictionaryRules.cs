using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>
/// The user's dictionaries of verbs in the place of our rules: the same matches, with the code of the dictionary and its type in
/// the codebook. Of several patterns that fit, the one of the most words wins, then the earlier line.
/// </summary>
sealed class DictionaryRules(IReadOnlyList<VerbDictionary> dictionaries, Ontology ontology)
{
    readonly FrozenDictionary<string, ImmutableArray<VerbEntry>> index = dictionaries.SelectMany(dictionary => dictionary.Entries)
        .SelectMany(entry => entry.Forms.Select(form => (form, entry))).GroupBy(pair => pair.form, pair => pair.entry)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>What the dictionaries code in a sentence, in text order.</summary>
    public ImmutableArray<RuleMatch> Match(Document document, Sentence sentence)
    {
        var found = ImmutableArray.CreateBuilder<RuleMatch>();
        for (var token = sentence.First; token < sentence.End; token++)
            if (IsVerb(document, token) && !found.Any(match => match.Words.Contains(token)))
                found.AddRange(At(document, sentence, token));
        return found.ToImmutable();
    }

    static bool IsVerb(Document document, int token) => document.Tokens.Tags[token] == PartOfSpeech.VERB
        && document.Tokens.Relations[token] is not ("amod" or "aux" or "aux:pass" or "cop" or "compound" or "case");

    IEnumerable<RuleMatch> At(Document document, Sentence sentence, int verb)
    {
        if (!index.TryGetValue(document.Tokens.Forms[verb].ToLowerInvariant(), out var entries) && !index.TryGetValue(document.Tokens.Lemmas[verb].ToLowerInvariant(), out entries))
            yield break;
        var around = VerbSurroundings.Of(document, sentence, verb);
        var search = new PatternSearch(document, around);
        VerbEntry? chosen = null;
        List<int> words = [];
        foreach (var entry in entries)
            if (search.Find(entry) is { } own && (chosen is null || own.Count > words.Count))
                (chosen, words) = (entry, own);
        if (chosen is null)
            yield break;
        VerbPattern? best = null;
        List<int> taken = [];
        var from = 0;
        foreach (var pattern in chosen.Block.Patterns)
            if (search.Find(pattern) is { } fit && (best is null || fit.Words.Count > taken.Count))
                (best, taken, from) = (pattern, fit.Words, fit.Target);
        var code = best?.Code ?? chosen.Code;
        if (code.IsNull)
            yield break;
        ImmutableArray<int> all = [verb, .. words.Concat(taken.Where(word => !IsFuture(document, word))).Where(word => word != verb).Distinct()];
        var line = best?.Line ?? chosen.Line;
        var (doer, recipient) = (around.Doer(), around.Recipient(from));
        // "- + * MONEY $": whoever stands before the verb receives.
        if (best is not null && best.Before.Contains(new PlaceItem('+')) && best.After.Contains(new PlaceItem('$')))
            (doer, recipient) = (recipient, doer);
        var together = best is not null && best.Before.Contains(new PlaceItem('%'));
        if (code.Forward is { } forward)
            yield return Make(forward, doer, together ? [] : recipient, together);
        if (code.Backward is { } backward && !together)
            yield return Make(backward, recipient, doer, false);

        RuleMatch Make(string told, ImmutableArray<ImmutableArray<int>> sources, ImmutableArray<ImmutableArray<int>> targets, bool reciprocal) =>
            new(Rule(chosen.Block, line, told, reciprocal), verb, -1, all, all.Length, sources, targets, default, []);
    }

    // The status stays ours: "will" in a pattern makes no plan an act.
    static bool IsFuture(Document document, int token) => document.Tokens.Relations[token] == "aux";

    EventRule Rule(VerbBlock block, int line, string code, bool reciprocal) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{block.File}:{line}"),
        Path = block.Path,
        Line = line,
        Triggers = [],
        Category = Category(code),
        Cameo = code,
        Reciprocal = reciprocal,
    };

    /// <summary>The codebook's type of a code: by the crosswalk, else that of appeals, which it leaves out; none for statements and for codes that are not CAMEO's.</summary>
    EventCategory Category(string code) => ontology.FromCameo(code) ?? (code.StartsWith("02", StringComparison.Ordinal) ? new EventCategory(EventType.Request, "") : new EventCategory(EventType.None, ""));
}
