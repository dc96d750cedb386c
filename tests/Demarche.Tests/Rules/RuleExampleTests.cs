using Demarche.Coding;
using Demarche.Coding.Rules;
using Demarche.Knowledge;

namespace Demarche.Tests.Rules;

/// <summary>
/// Every "example:" and "reject:" line of data/rules holds, on its committed parse (tests/data/rules/*.conllu). Parses of new
/// lines are added by running these tests with DEMARCHE_ACCEPT=1, which parses them with the shipped model.
/// </summary>
public class RuleExampleTests
{
    static readonly RuleBook Book = new(Repository.Data, new Ontology(Repository.Data));
    static readonly ExampleCheck Examples = new(Book, StatusReader.Load(Repository.Data), ExampleParses.Load(Book.Rules));

    public static TheoryData<string> Rules() => [.. Book.Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_codes_its_examples_and_nothing_it_rejects(string name)
    {
        var rule = Book.Rules.First(rule => rule.Name == name);

        Assert.Contains(rule.Examples, example => example.Status is not null);
        var problems = Examples.Problems(rule).Select(problem => problem.ToString()).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems) + "\nwhere a parse is missing, run the rule tests once with DEMARCHE_ACCEPT=1");
    }
}
