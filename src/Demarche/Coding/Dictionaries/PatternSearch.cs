using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;

namespace Demarche.Coding.Dictionaries;

/// <summary>Looks for the words of a pattern among those around a verb.</summary>
sealed class PatternSearch(Document document, VerbSurroundings around)
{
    // "{TRADE PROTOCOL}": so many other words may stand between two of a phrase.
    const int WidestGap = 3;

    // Where "^" ends, and where "+" begins.
    int passed;
    int target;

    /// <summary>The words that a pattern takes, none where it asks for none, and where its recipient begins; null where it does not fit.</summary>
    public (List<int> Words, int Target)? Find(VerbPattern pattern)
    {
        var taken = new List<int>();
        passed = around.Verb + 1;
        target = 0;
        return FindAll(pattern.Before, around.Before, taken) && FindAll(pattern.After, around.Own, taken) ? (taken, target) : null;
    }

    /// <summary>The words that belong to a verb: "down" of "break down".</summary>
    public List<int>? Find(VerbEntry entry)
    {
        var taken = new List<int>();
        foreach (var (words, region) in (ReadOnlySpan<(ImmutableArray<string>, ImmutableArray<int>)>)[(entry.Before, around.Before), (entry.After, around.Own)])
            foreach (var word in words)
            {
                var at = region.FirstOrDefault(token => !taken.Contains(token) && Is(token, word), -1);
                if (at < 0)
                    return null;
                taken.Add(at);
            }
        return taken;
    }

    bool FindAll(ImmutableArray<PatternItem> items, ImmutableArray<int> region, List<int> taken) => items.All(item => FindItem(item, region, taken));

    bool FindItem(PatternItem item, ImmutableArray<int> region, List<int> taken)
    {
        switch (item)
        {
            case PlaceItem { Mark: '%' }:
                return around.IsCompound();
            case PlaceItem { Mark: '^' }:
                passed = around.EndOfPhrase(Math.Max(passed, Furthest(taken)));
                return true;
            case PlaceItem { Mark: '+' }:
                target = Math.Max(passed, Furthest(taken));
                return true;
            case PlaceItem:
                return true;
            case PrepositionItem preposition:
                return FindPhrase(preposition, region, taken);
            case ChoiceItem choice:
                return choice.Choices.Any(one => Try(one, region, taken));
            case PhraseItem phrase:
                return FindInOrder(phrase.Items, region, taken);
            case WordItem word:
                foreach (var token in region)
                    if (!taken.Contains(token) && RowAt(word.Row, token) is { } end)
                    {
                        taken.AddRange(Enumerable.Range(token, end - token));
                        return true;
                    }
                return false;
            default:
                throw new ArgumentException("an unknown kind of item", nameof(item));
        }
    }

    int Furthest(List<int> taken) => Math.Max(around.Verb, taken.Count == 0 ? 0 : taken.Max()) + 1;

    bool Try(ImmutableArray<PatternItem> items, ImmutableArray<int> region, List<int> taken)
    {
        var before = taken.Count;
        if (FindAll(items, region, taken))
            return true;
        taken.RemoveRange(before, taken.Count - before);
        return false;
    }

    /// <summary>A word that introduces a phrase, and the rest within the phrase; alone, a particle does as well ("burned down").</summary>
    bool FindPhrase(PrepositionItem item, ImmutableArray<int> region, List<int> taken)
    {
        foreach (var token in region)
        {
            var own = new List<int>();
            if (taken.Contains(token) || !FindItem(item.Preposition, [token], own))
                continue;
            if (item.Items.IsEmpty)
            {
                taken.AddRange(own);
                return true;
            }
            var head = document.Tokens.Heads[token];
            if (head < 0 || document.Tokens.Relations[token] is not ("case" or "mark" or "advmod" or "det" or "compound:prt" or "obl" or "fixed"))
                continue;
            var (first, end) = Phrases.Subtree(document.Tokens, head);
            ImmutableArray<int> phrase = [.. region.Where(other => other >= first && other < end && other > token)];
            if (Try(item.Items, phrase, own))
            {
                taken.AddRange(own);
                return true;
            }
        }
        return false;
    }

    bool FindInOrder(ImmutableArray<PatternItem> items, ImmutableArray<int> region, List<int> taken)
    {
        foreach (var start in region)
        {
            var own = new List<int>();
            ImmutableArray<int> rest = [start];
            if (items.All(item => Next(item, own, ref rest)) && !own.Any(taken.Contains))
            {
                taken.AddRange(own);
                return true;
            }
        }
        return false;

        bool Next(PatternItem item, List<int> own, ref ImmutableArray<int> rest)
        {
            if (!FindItem(item, rest, own))
                return false;
            if (own.Count > 0)
                rest = [.. region.Where(token => token > own[^1] && token <= own[^1] + 1 + WidestGap && !IsBroken(own[^1], token))];
            return true;
        }
    }

    // "Death and injury total" is no death total.
    bool IsBroken(int first, int end)
    {
        for (var token = first + 1; token < end; token++)
            if (document.Tokens.Tags[token] == PartOfSpeech.CCONJ)
                return true;
        return false;
    }

    /// <summary>The end of a row of words that begins at a token; null where another stands there.</summary>
    int? RowAt(ImmutableArray<string> row, int token)
    {
        if (token + row.Length > document.Tokens.Count)
            return null;
        for (var i = 0; i < row.Length; i++)
            if (!Is(token + i, row[i]))
                return null;
        return token + row.Length;
    }

    bool Is(int token, string word) => document.Tokens.Forms[token].Equals(word, StringComparison.OrdinalIgnoreCase)
        || document.Tokens.Lemmas[token].Equals(word, StringComparison.OrdinalIgnoreCase)
        || (document.Tokens.Forms[token].Length == word.Length + 1 && document.Tokens.Forms[token][^1] == 's' && document.Tokens.Forms[token].StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
