using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Rules;

/// <summary>
/// Every "example:" and "reject:" line of data/rules holds, on its committed parse (tests/data/rules/*.conllu). Parses of new
/// lines are added by running these tests with DEMARCHE_ACCEPT=1, which parses them with the shipped model.
/// </summary>
public class RuleExampleTests
{
    static readonly Ontology Ontology = new(Repository.Data);
    static readonly RuleBook Book = new(Repository.Data, Ontology);
    static readonly PartyWords Parties = Book.Parties;
    static readonly StatusReader Statuses = StatusReader.Load(Repository.Data);
    static readonly Dictionary<string, Document> Parses = ExampleParses.Load(Book.Rules);

    public static TheoryData<string> Rules() => [.. Book.Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_codes_its_examples_and_nothing_it_rejects(string name)
    {
        var rule = Book.Rules.First(rule => rule.Name == name);

        Assert.Contains(rule.Examples, example => example.Status is not null);
        var problems = rule.Examples.Select(example => Problem(rule, example)).OfType<string>().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    static string? Problem(EventRule rule, RuleExample example)
    {
        var place = $"{rule.Path}:{example.Line}: \"{example.Sentence}\": ";
        if (!Parses.TryGetValue(example.Sentence, out var document))
            return place + "has no committed parse; run the rule tests once with DEMARCHE_ACCEPT=1";
        document = Book.Inflections.Repair(document);
        var matches = document.Sentences.SelectMany(sentence => Book.Match(document, sentence)).ToList();
        var match = matches.Find(match => match.Rule.Name == rule.Name);
        if (example.Status is not { } expected)
            return match is null ? null : place + "should be rejected";
        if (match is null)
            return place + "not coded by this rule, but by " + string.Join(", ", matches.Select(other => other.Rule.Name).DefaultIfEmpty("none"));
        var status = Statuses.Read(document, match.Clause, match.Words.AsSpan());
        if (status.Status != expected && !(status.Status.IsReal() && expected.IsReal()))
            return place + $"status {status.Status} ({status.Reason})";
        return Differs(document, match.Sources, example.Actors) is { } actors ? place + "actor " + actors
            : Differs(document, rule.Reciprocal ? match.Targets.AddRange(match.Sources) : match.Targets, example.Recipients) is { } recipients ? place + "recipient " + recipients
            : null;
    }

    static IEnumerable<int> WithConjuncts(Document document, int head) =>
        document.Tokens.Children[head].Where(child => document.Tokens.Relations[child] == "conj").SelectMany(child => WithConjuncts(document, child)).Prepend(head);

    static string? Differs(Document document, ImmutableArray<ImmutableArray<int>> alternatives, string expected)
    {
        if (expected.Length == 0)
            return null;
        var heads = alternatives.FirstOrDefault(heads => heads.Any(head => Parties.CanName(document, head)), []);
        var found = heads.SelectMany(head => WithConjuncts(document, head)).Select(head => Phrases.NounPhrase(document.Tokens, head)).Select(phrase => document.SpanOf(phrase.First, phrase.End).Of(document.Article.Text)).ToList();
        return found.Exists(text => text.Contains(expected, StringComparison.OrdinalIgnoreCase)) ? null : $"is '{string.Join("; ", found)}'";
    }
}
