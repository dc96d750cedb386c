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
        foreach (var dictionary in dictionaries)
            foreach (var transformation in dictionary.Transformations)
                Transform(document, sentence, dictionary, transformation, found);
        return found.ToImmutable();
    }

    void Transform(Document document, Sentence sentence, VerbDictionary dictionary, Transformation transformation, ImmutableArray<RuleMatch>.Builder found)
    {
        foreach (var act in found.Where(match => transformation.Act.Equals(Transformation.Any, StringComparison.OrdinalIgnoreCase) || IsOf(match.Trigger, transformation.Act)).ToList())
            if (transformation.Above(document, act.Trigger, token => IsOf(token, transformation.Verb)) is >= 0 and var above)
            {
                var own = transformation.Code == Transformation.Any;
                var speaker = VerbSurroundings.Of(document, sentence, above).Doer();
                // A code of the act's own is read with the act's own status; any other is what is done by saying or wanting it.
                var trigger = own ? act.Trigger : above;
                found.RemoveAll(match => match.Trigger == above || ReferenceEquals(match, act));
                found.Add(new RuleMatch(
                    Rule(Path.GetFileName(dictionary.FilePath), dictionary.FilePath, transformation.Line, own ? act.Rule.Cameo! : transformation.Code, false), trigger, -1, [trigger], 1,
                    PlacesOf(transformation.Source), PlacesOf(transformation.Target), default, []));

                ImmutableArray<ImmutableArray<int>> PlacesOf(char letter) => letter == transformation.Speaker ? speaker : letter == transformation.Doer ? act.Sources : act.Targets;
            }

        // The verbs of a block share their code, so that one stands for all.
        bool IsOf(int token, string verb) => IsVerb(document, token) && EntriesOf(document, token).Any(entry => entry.Block.Verbs.Contains(verb));
    }

    ImmutableArray<VerbEntry> EntriesOf(Document document, int verb) =>
        index.TryGetValue(document.Tokens.Forms[verb].ToLowerInvariant(), out var entries) || index.TryGetValue(document.Tokens.Lemmas[verb].ToLowerInvariant(), out entries) ? entries : [];

    static bool IsVerb(Document document, int token) => document.Tokens.Tags[token] == PartOfSpeech.VERB
        && document.Tokens.Relations[token] is not ("amod" or "aux" or "aux:pass" or "cop" or "compound" or "case");

    IEnumerable<RuleMatch> At(Document document, Sentence sentence, int verb)
    {
        var entries = EntriesOf(document, verb);
        if (entries.IsEmpty)
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
            new(Rule(chosen.Block.File, chosen.Block.Path, line, told, reciprocal), verb, -1, all, all.Length, sources, targets, default, []);
    }

    // The status stays ours: "will" in a pattern makes no plan an act.
    static bool IsFuture(Document document, int token) => document.Tokens.Relations[token] == "aux";

    EventRule Rule(string file, string path, int line, string code, bool reciprocal) => new()
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"{file}:{line}"),
        Path = path,
        Line = line,
        Triggers = [],
        Category = Category(code),
        Cameo = code,
        Reciprocal = reciprocal,
    };

    /// <summary>The codebook's type of a code: by the crosswalk, else that of appeals, which it leaves out; none for statements and for codes that are not CAMEO's.</summary>
    EventCategory Category(string code) => ontology.FromCameo(code) ?? (code.StartsWith("02", StringComparison.Ordinal) ? new EventCategory(EventType.Request, "") : new EventCategory(EventType.None, ""));
}
