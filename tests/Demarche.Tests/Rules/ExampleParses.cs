using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Tests.Rules;

/// <summary>The committed parses of the rules' examples, by sentence: one CoNLL-U file a rule file.</summary>
static class ExampleParses
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "data", "rules");

    public static Dictionary<string, Document> Load(IReadOnlyList<EventRule> rules)
    {
        var parses = new Dictionary<string, Document>();
        var accept = Environment.GetEnvironmentVariable("DEMARCHE_ACCEPT") is "1";
        foreach (var family in rules.GroupBy(rule => rule.Name.Split('/')[0]))
        {
            var path = Path.Combine(Folder, family.Key + ".conllu");
            var sentences = family.SelectMany(rule => rule.Examples).Select(example => example.Sentence).Distinct().ToList();
            if (accept)
                Write(path, sentences);
            if (File.Exists(path))
                foreach (var document in Read(path))
                    parses[document.Article.Text.Trim()] = document;
        }
        return parses;
    }

    static List<Document> Read(string path)
    {
        using var reader = new StreamReader(path);
        return [.. ConlluReader.Read(reader, path, "en")];
    }

    // Sentences that have a parse keep it: a new model must not change what the rules are tested on.
    static void Write(string path, List<string> sentences)
    {
        var known = (File.Exists(path) && Environment.GetEnvironmentVariable("DEMARCHE_REPARSE") is not "1" ? Read(path) : []).ToDictionary(document => document.Article.Text.Trim());
        var parser = new Lazy<TextParser>(() => TextParser.Load(Repository.Data, "en"));
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        foreach (var sentence in sentences)
        {
            var document = known.TryGetValue(sentence, out var parsed)
                ? parsed
                : parser.Value.Parse(new Article { Id = new ArticleId(sentence), Input = path, Language = "en", Text = sentence });
            ConlluWriter.Write(writer, document);
        }
    }
}
