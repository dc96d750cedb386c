using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>Reads the patterns of a dictionary, its sets of synonyms laid in.</summary>
sealed class PatternReader(SynonymSets sets, string path)
{
    readonly Dictionary<string, ChoiceItem> read = [];
    readonly HashSet<string> open = [];

    /// <summary>What stands before and after the verb, which is the star.</summary>
    public (ImmutableArray<PatternItem> Before, ImmutableArray<PatternItem> After) Read(string text, int line)
    {
        var parts = text.Split('*');
        if (parts.Length != 2)
            throw new DataFileException(path, line, "expected one '*' in the pattern, in the verb's place");
        return (Items(parts[0], line), Items(parts[1], line));
    }

    ImmutableArray<PatternItem> Items(string text, int line)
    {
        var items = ImmutableArray.CreateBuilder<PatternItem>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '_')
                at++;
            else if (text[at] is '{' or '(')
            {
                var close = text.IndexOf(text[at] == '{' ? '}' : ')', at);
                if (close < 0)
                    throw new DataFileException(path, line, $"expected '{(text[at] == '{' ? '}' : ')')}'");
                var inner = Items(text[(at + 1)..close], line);
                if (inner.IsEmpty)
                    throw new DataFileException(path, line, "empty brackets");
                items.Add(text[at] == '{' ? new PhraseItem(inner) : new PrepositionItem(inner[0], inner.RemoveAt(0)));
                at = close + 1;
            }
            else
            {
                var end = text.AsSpan(at).IndexOfAny(" \t({");
                var word = end < 0 ? text[at..] : text[at..(at + end)];
                items.Add(Item(word, line));
                at += word.Length;
            }
        }
        return items.ToImmutable();
    }

    PatternItem Item(string word, int line)
    {
        if (word is "$" or "+" or "%" or "^")
            return new PlaceItem(word[0]);
        if (word[0] == '&' && (sets.Contains(word) || !word.Contains('_', StringComparison.Ordinal)))
            return Set(word, line);
        // "NOT_&VERBS_EVER": words and sets in a row.
        if (word.Contains('&', StringComparison.Ordinal))
            return new PhraseItem([.. word.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(part => Item(part, line))]);
        if (word.IndexOfAny(['}', ')', ']', '[', '=']) >= 0)
            throw new DataFileException(path, line, $"'{word}' is no word of a pattern");
        return new WordItem(Row(word));
    }

    // "CEASE-FIRE" is three words to the tokenizer.
    static ImmutableArray<string> Row(string word) =>
        [.. word.ToLowerInvariant().Replace("-", "_-_", StringComparison.Ordinal).Split(['_', '+'], StringSplitOptions.RemoveEmptyEntries)];

    ChoiceItem Set(string name, int line)
    {
        if (read.TryGetValue(name, out var known))
            return known;
        if (!open.Add(name))
            throw new DataFileException(path, line, $"the set {name} contains itself");
        var set = new ChoiceItem([.. sets.Of(name, line).Select(member => Items(member.Text, member.Line)).Select(items => items.Length > 1 ? [new PhraseItem(items)] : items)]);
        open.Remove(name);
        // One that is missing is told for each line that asks for it.
        if (sets.Contains(name))
            read.Add(name, set);
        return set;
    }
}
