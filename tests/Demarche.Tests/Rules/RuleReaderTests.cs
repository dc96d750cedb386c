using System.Text;
using Demarche.Coding.Rules;
using Demarche.Knowledge;

namespace Demarche.Tests.Rules;

public class RuleReaderTests
{
    [Theory]
    [InlineData("rule: x\nverbs: hit\nevnt: ASSAULT", "assault.rules:3: unknown key 'evnt' (did you mean 'event'?)")]
    [InlineData("rule: x\nverbs: hit\nevent: ASSALT", "assault.rules:3: 'ASSALT' is no event type (did you mean 'ASSAULT'?)")]
    [InlineData("rule: x\nverbs: hit\nevent: COERCE arest", "assault.rules:3: 'arest' is no mode of COERCE; its modes are: arrest, censor")]
    [InlineData("rule: x\nevent: ASSAULT", "assault.rules:1: a rule needs 'verbs:', 'nouns:' or 'predicates:'")]
    [InlineData("rule: x\nverbs: hit\nframe: direct\nevent: ASSAULT", "assault.rules:3: no frame 'direct'")]
    [InlineData("rule: x\nverbs: hit\ntarget: objj\nevent: ASSAULT", "assault.rules:3: 'objj' is neither a role")]
    [InlineData("rule: x\nverbs: @violence-nown\nevent: ASSAULT", "assault.rules:2: no word class '@violence-nown' (did you mean '@violence-noun'?)")]
    [InlineData("rule: x\nverbs: hit\nevent: ASSAULT\ncontexts: militry", "assault.rules:4: 'militry' is no context (did you mean 'military'?)")]
    [InlineData("rule: x\nverbs: hit\nevent: ASSAULT\nexample: They hit us. => ocurred", "assault.rules:4: 'ocurred' is no status (did you mean 'occurred'?)")]
    [InlineData("rule: x\nverbs: hit\nevent: ASSAULT\n\nrule: x\nverbs: kick\nevent: ASSAULT", "assault.rules:5: the rule 'assault/x' stands here twice")]
    public void Refuses_what_cannot_be_meant(string text, string problem)
    {
        var reader = Reader();

        var thrown = Assert.Throws<DataFileException>(() => reader.ReadRules(Text(text), "data/rules/en/assault.rules"));

        Assert.StartsWith("data/rules/en/" + problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_frames_that_extend_each_other()
    {
        var thrown = Assert.Throws<DataFileException>(() => Reader().ReadFrames(Text("frame: a\nextends: b\n\nframe: b\nextends: a"), "frames.rules"));

        Assert.Contains("extends itself", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_takes_over_its_frame_and_its_own_lines_go_first()
    {
        var reader = Reader();
        reader.ReadFrames(Text("frame: a\nsource: subj\ntarget: obj"), "frames.rules");

        var rule = Assert.Single(reader.ReadRules(Text("rule: x\nverbs: hit\nframe: a\ntarget: on\nevent: ASSAULT"), "data/rules/en/assault.rules"));

        Assert.Equal("subj", rule.Source?.Text);
        Assert.Equal("on", rule.Target?.Text);
    }

    static RuleReader Reader()
    {
        var classes = new WordClasses(Repository.Data);
        return new RuleReader(new Ontology(Repository.Data), classes, new PartyWords(classes, Repository.Data, []));
    }

    static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
