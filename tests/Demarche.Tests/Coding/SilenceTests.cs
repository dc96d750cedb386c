using Demarche.Coding;
using Demarche.Documents;
using Demarche.Knowledge.Actors;
using Demarche.Language;

namespace Demarche.Tests.Coding;

/// <summary>Sport, markets, science, culture and analysis, the whole way from text: words of conflict and agreement without a political act.</summary>
public class SilenceTests
{
    const int Allowed = 4;

    [Fact]
    public void Sentences_without_a_political_act_give_no_events()
    {
        var parser = TextParser.Load(Repository.Data, "en");
        var coder = new Coder(Repository.Data, new ActorRegister(Repository.Data), "test");
        var coded = new List<string>();
        foreach (var sentence in File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "silence.txt")).Where(line => !line.StartsWith('#')))
            foreach (var found in coder.Code(parser.Parse(new Article { Id = new ArticleId("silence"), Input = "silence.txt", Language = "en", Text = sentence })).Events)
                coded.Add($"{found.Rule}: {sentence}");

        Assert.True(coded.Count <= Allowed, string.Join('\n', coded));
    }
}
