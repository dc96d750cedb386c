using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// What is well-formed in data/rules and does nothing, for <c>demarche data check</c>: rules without an example, triggers that another
/// rule always takes, frames and word classes that nothing uses; and, given the parses of the examples, examples that do not hold.
/// </summary>
public static partial class RuleCheck
{
    public static ImmutableArray<TableProblem> Run(DataFolder data)
    {
        var book = new RuleBook(data, new Ontology(data));
        return
        [
            .. book.Rules.Where(rule => rule.Examples.All(example => example.Status is null))
                .Select(rule => new TableProblem(rule.Path, rule.Line, $"the rule '{rule.Name}' has no 'example:' line, so nothing shows that it works")),
            .. book.Rules.SelectMany(rule => rule.Triggers.Select(trigger => Taken(book, rule, trigger)).OfType<TableProblem>()),
            .. Unused(data, book),
        ];
    }

    /// <summary>The examples against their parses; a sentence without a parse is one of the problems.</summary>
    public static ImmutableArray<TableProblem> Run(DataFolder data, IEnumerable<Document> parses)
    {
        var book = new RuleBook(data, new Ontology(data));
        var bySentence = new Dictionary<string, Document>();
        foreach (var document in parses)
            bySentence[document.Article.Text.Trim()] = document;
        var examples = new ExampleCheck(book, StatusReader.Load(data), bySentence);
        return [.. book.Rules.SelectMany(examples.Problems)];
    }

    // A trigger that its own rule has twice, once in a word class, does no harm.
    static TableProblem? Taken(RuleBook book, EventRule rule, Trigger trigger)
    {
        EventRule? taker = null;
        foreach (var lemma in trigger.Head)
        {
            taker = book.Before(rule, trigger, lemma).FirstOrDefault(other => Takes(other.Rule, other.Trigger, rule, trigger)).Rule;
            if (taker is null || ReferenceEquals(taker, rule))
                return null;
        }
        var words = string.Join(' ', trigger.Others.Prepend(trigger.Head).Select(set => set.Order(StringComparer.Ordinal).First()));
        return new TableProblem(rule.Path, rule.Line, $"'{words}' of the rule '{rule.Name}' is always taken by '{taker!.Name}' ({taker.Path}:{taker.Line}), which asks for no more and goes first");
    }

    // Whatever the second matches, the first has matched before.
    static bool Takes(EventRule first, Trigger firstTrigger, EventRule second, Trigger secondTrigger) =>
        IsSame(firstTrigger, secondTrigger) && first.Conditions.All(asked => second.Conditions.Any(asked.Equivalent));

    static bool IsSame(Trigger first, Trigger second) =>
        first.Kind == second.Kind && second.Head.IsSubsetOf(first.Head) && first.Others.Length == second.Others.Length
        && first.Others.Zip(second.Others).All(pair => pair.Second.IsSubsetOf(pair.First));

    static IEnumerable<TableProblem> Unused(DataFolder data, RuleBook book)
    {
        var frames = Records(data, RuleBook.FramesPath);
        var classes = Records(data, WordClasses.Path);
        var lines = book.Rules.Select(rule => rule.Path).Distinct().SelectMany(path => Records(data, path)).Concat(frames).Concat(classes)
            .SelectMany(record => record.Fields).Where(field => field.Key is not ("example" or "reject")).ToList();
        var named = lines.SelectMany(field => ClassName().Matches(field.Value)).Select(match => match.Groups[1].Value).ToHashSet();
        var framed = lines.Where(field => field.Key is "frame" or "extends").Select(field => field.Value)
            .CountBy(name => name).ToDictionary();
        foreach (var record in classes)
            if (record.Single("class") is { } name && !named.Contains(name) && !WordClasses.OfProgram.Contains(name))
                yield return new TableProblem(record.Path, record.Line, $"no rule uses the word class '{name}'; take it out or write '@{name}' in one");
        foreach (var record in frames)
            if (record.Single("frame") is { } name && framed[name] == 1)
                yield return new TableProblem(record.Path, record.Line, $"no rule uses the frame '{name}'");
    }

    static ImmutableArray<DataRecord> Records(DataFolder data, string path)
    {
        using var stream = data.Open(path);
        return RecordFile.Read(stream, path);
    }

    [GeneratedRegex("@([a-z-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
