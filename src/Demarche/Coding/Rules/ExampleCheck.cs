using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>Tells which "example:" and "reject:" lines do not hold on their parses.</summary>
sealed class ExampleCheck(RuleBook book, StatusReader statuses, IReadOnlyDictionary<string, Document> parses)
{
    public IEnumerable<TableProblem> Problems(EventRule rule)
    {
        var coded = false;
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var example in rule.Examples)
        {
            var problem = Problem(rule, example, taken);
            coded |= example.Status is not null && problem is null;
            if (problem is not null)
                yield return new TableProblem(rule.Path, example.Line, $"\"{example.Sentence}\": {problem}");
        }
        if (!coded && taken.Count > 0)
            yield return new TableProblem(rule.Path, rule.Line, $"the rule '{rule.Name}' is shadowed: all its examples are coded by {string.Join(", ", taken)}");
    }

    string? Problem(EventRule rule, RuleExample example, SortedSet<string> taken)
    {
        if (!parses.TryGetValue(example.Sentence, out var document))
            return "has no parse";
        document = book.Repair(document);
        var matches = document.Sentences.SelectMany(sentence => book.Match(document, sentence)).ToList();
        var match = matches.Find(match => match.Rule.Name == rule.Name);
        if (example.Status is not { } expected)
            return match is null ? null : "should be rejected";
        if (match is null)
        {
            var others = matches.Select(other => other.Rule.Name).Distinct().ToList();
            taken.UnionWith(others);
            return "not coded by this rule, but by " + string.Join(", ", others.DefaultIfEmpty("none"));
        }
        var status = statuses.Read(document, match.Clause, match.Words.AsSpan());
        if (status.Status != expected && !(status.Status.IsReal() && expected.IsReal()))
            return $"status {status.Status} ({status.Reason})";
        return Differs(document, match.Sources, example.Actors) is { } actors ? "actor " + actors
            : Differs(document, rule.Reciprocal ? match.Targets.AddRange(match.Sources) : match.Targets, example.Recipients) is { } recipients ? "recipient " + recipients
            : null;
    }

    static IEnumerable<int> WithConjuncts(Document document, int head) =>
        document.Tokens.Children[head].Where(child => document.Tokens.Relations[child] == "conj").SelectMany(child => WithConjuncts(document, child)).Prepend(head);

    string? Differs(Document document, ImmutableArray<ImmutableArray<int>> alternatives, string expected)
    {
        if (expected.Length == 0)
            return null;
        var heads = alternatives.FirstOrDefault(heads => heads.Any(head => book.Parties.CanName(document, head)), []);
        var found = heads.SelectMany(head => WithConjuncts(document, head)).Select(head => Phrases.NounPhrase(document.Tokens, head))
            .Select(phrase => document.SpanOf(phrase.First, phrase.End).Of(document.Article.Text)).ToList();
        return found.Exists(text => text.Contains(expected, StringComparison.OrdinalIgnoreCase)) ? null : $"is '{string.Join("; ", found)}'";
    }
}
