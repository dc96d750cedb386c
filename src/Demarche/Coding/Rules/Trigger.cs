using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

enum TriggerKind
{
    Verb,
    Noun,
    Predicate,
}

/// <summary>
/// The words that set off a rule: a head and words below it. "lay siege" is the verb lay with siege somewhere near below;
/// "state* of emergency" is the noun state with emergency below it.
/// </summary>
/// <param name="Addressing">Verbs of whom one speaks to or receives, which no gerund completes.</param>
sealed record Trigger(TriggerKind Kind, FrozenSet<string> Head, ImmutableArray<FrozenSet<string>> Others, FrozenSet<string> Addressing)
{
    public int Words => 1 + Others.Length;

    /// <summary>Reads one item of a trigger list. A star marks the head; without one it is a verb's first word, a noun's last.</summary>
    public static IEnumerable<Trigger> ReadAll(string item, TriggerKind kind, WordClasses classes, string path, int line)
    {
        yield return Read(item, kind, classes, path, line);
        // The tokenizer parts "cease-fire" into three words.
        var parted = string.Join(' ', item.Split(' ').Select(word => word.StartsWith('@') ? word : word.Replace('-', ' ')));
        if (parted != item)
            yield return Read(parted, kind, classes, path, line);
    }

    static Trigger Read(string item, TriggerKind kind, WordClasses classes, string path, int line)
    {
        var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            throw new DataFileException(path, line, "an empty trigger; write words set off by '|'");
        var head = Array.FindIndex(words, word => word.EndsWith('*'));
        if (head < 0)
            head = kind == TriggerKind.Noun ? words.Length - 1 : 0;
        words[head] = words[head].TrimEnd('*');
        return new Trigger(kind, classes.Expand(words[head], path, line),
            [.. words.Where((_, index) => index != head).Select(word => classes.Expand(word, path, line))], classes["addressing"]);
    }

    /// <summary>Whether the trigger's words stand at and below a token; adds them to <paramref name="found"/>, the head first.</summary>
    public bool Find(Document document, int token, List<int> found)
    {
        if (!Fits(document, token))
            return false;
        found.Add(token);
        foreach (var other in Others)
        {
            var next = FindBelow(document, other, found);
            if (next < 0 && Kind == TriggerKind.Verb && ClauseRoles.RelativeObject(document, token) is var antecedent and >= 0 && other.Contains(document.Tokens.Lemmas[antecedent]))
                next = antecedent;
            if (next < 0)
                return false;
            found.Add(next);
        }
        return true;
    }

    bool Fits(Document document, int token)
    {
        var tokens = document.Tokens;
        var tag = tokens.Tags[token];
        return Kind switch
        {
            TriggerKind.Verb => tag is PartOfSpeech.VERB or PartOfSpeech.AUX && tokens.Relations[token] is not ("amod" or "aux" or "aux:pass" or "cop" or "compound" or "case") && !IsBeforeNoun(tokens, token),
            TriggerKind.Noun => tag is PartOfSpeech.NOUN or PartOfSpeech.PROPN && tokens.Relations[token] is not ("amod" or "flat" or "nmod:poss"),
            _ => tag is PartOfSpeech.ADJ or PartOfSpeech.NOUN or PartOfSpeech.ADV or PartOfSpeech.VERB or PartOfSpeech.ADP && tokens.Relations[token] is not "amod",
        };
    }

    // "told visiting officials", "met striking workers": no gerund completes a verb of whom one speaks to or receives.
    bool IsBeforeNoun(TokenTable tokens, int token) => token > 0 && tokens.FineTags[token] == "VBG" && tokens.Relations[token] == "xcomp" && tokens.Heads[token] == token - 1
        && Addressing.Contains(tokens.Lemmas[token - 1]);

    // Two steps below the head or a word already found, but not in another clause.
    static int FindBelow(Document document, FrozenSet<string> wanted, List<int> found)
    {
        foreach (var anchor in found)
            foreach (var child in document.Tokens.Children[anchor])
            {
                if (found.Contains(child) || IsOtherClause(document, child))
                    continue;
                if (wanted.Contains(document.Tokens.Lemmas[child]))
                    return child;
                foreach (var inner in document.Tokens.Children[child])
                    if (!found.Contains(inner) && !IsOtherClause(document, inner) && wanted.Contains(document.Tokens.Lemmas[inner]))
                        return inner;
            }
        return -1;
    }

    static bool IsOtherClause(Document document, int token) =>
        document.Tokens.Relations[token] is "ccomp" or "acl:relcl" or "parataxis" or "nsubj" or "appos" ||
        (document.Tokens.Relations[token] is "advcl" or "conj" && document.Tokens.Tags[token] == PartOfSpeech.VERB && !ClauseRoles.IsInfinitive(document, token));
}
