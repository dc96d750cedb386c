using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Tests.Rules;

/// <summary>What is told of rules, classes and frames that do nothing: on the shipped data, and on it with one thing spoilt.</summary>
public sealed class RuleCheckTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche-rules-");

    [Fact]
    public void The_shipped_rules_all_do_something() => Assert.Empty(RuleCheck.Run(Repository.Data));

    [Theory]
    [InlineData("data/lexicon/en/classes.txt", "\nclass: gadget\nwords: gizmo\n", "no rule uses the word class 'gadget'; take it out or write '@gadget' in one")]
    [InlineData("data/rules/en/frames.rules", "\nframe: sideways\nsource: subj\n", "no rule uses the frame 'sideways'")]
    [InlineData("data/rules/en/threaten.rules", "\nrule: gizmo\nverbs: gizmo\nsource: subj\nevent: THREATEN\n", "the rule 'threaten/gizmo' has no 'example:' line, so nothing shows that it works")]
    public void Tells_what_nothing_uses(string path, string added, string problem)
    {
        var data = Spoilt(path, added);

        Assert.Equal([problem], RuleCheck.Run(data).Select(found => found.Reason));
        Assert.Equal([path], RuleCheck.Run(data).Select(found => found.Path));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("when: with = gizmo\n", false)] // asks for more, so it goes first
    public void Tells_a_trigger_that_an_earlier_rule_always_takes(string condition, bool told)
    {
        var data = Spoilt("data/rules/en/threaten.rules", $"""

            rule: first
            verbs: gizmo up
            source: subj
            event: THREATEN
            example: France gizmoed up. => occurred France

            rule: second
            verbs: gizmo up
            source: subj
            {condition}unless: neg
            event: THREATEN
            example: France gizmoed up. => occurred France

            """);

        var problems = RuleCheck.Run(data);

        Assert.Equal(told, problems.Any(found => found.Reason.StartsWith("'gizmo up' of the rule 'threaten/second' is always taken by 'threaten/first' (data/rules/en/threaten.rules:", StringComparison.Ordinal)));
        Assert.Equal(told ? 1 : 0, problems.Length);
    }

    [Fact]
    public void Tells_examples_that_another_rule_codes_and_the_rule_that_is_shadowed()
    {
        var data = Spoilt("data/rules/en/threaten.rules", """

            rule: late
            verbs: accuse
            source: subj
            event: THREATEN
            example: France accused Russia. => occurred France
            example: France was gone. => occurred France

            """);
        var parse = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            accused accuse  VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            .       .       PUNCT   2 punct
            """);

        var problems = RuleCheck.Run(data, Parses().Append(parse)).Select(found => found.Reason);

        Assert.Equal(
            [
                "\"France accused Russia.\": not coded by this rule, but by accuse/accuse",
                "\"France was gone.\": has no parse",
                "the rule 'threaten/late' is shadowed: all its examples are coded by accuse/accuse",
            ], problems);
    }

    [Fact]
    public void A_class_that_the_program_needs_must_be_there()
    {
        var data = Spoilt("data/lexicon/en/classes.txt", "");
        var path = data.PathOf("data/lexicon/en/classes.txt");
        File.WriteAllText(path, File.ReadAllText(path).Replace("class: tell\n", "class: tells\n", StringComparison.Ordinal));

        var thrown = Assert.Throws<DataFileException>(() => new WordClasses(data));

        Assert.Equal("data/lexicon/en/classes.txt:1: expected the class 'tell', which the program needs", thrown.Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    static IEnumerable<Document> Parses()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "data", "rules"), "*.conllu").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(path);
            foreach (var document in ConlluReader.Read(reader, path, "en"))
                yield return document;
        }
    }

    DataFolder Spoilt(string path, string added)
    {
        foreach (var part in new[] { "ontology", "lexicon/en", "rules/en", "actors" })
        {
            var from = Repository.Data.PathOf("data/" + part);
            Directory.CreateDirectory(Path.Combine(folder.FullName, "data", part));
            foreach (var file in Directory.EnumerateFiles(from))
                File.Copy(file, Path.Combine(folder.FullName, "data", part, Path.GetFileName(file)));
        }
        File.AppendAllText(Path.Combine(folder.FullName, path), added);
        return new DataFolder(folder.FullName);
    }
}
