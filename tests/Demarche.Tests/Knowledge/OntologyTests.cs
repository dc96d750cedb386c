using Demarche.Knowledge;

namespace Demarche.Tests.Knowledge;

public class OntologyTests
{
    static readonly Ontology Manual = new(Repository.Data);
    static readonly Ontology Benchmark = new(Repository.Data, Codebook.Benchmark);

    [Fact]
    public void All_types_have_a_quad_a_score_and_a_CAMEO_root() =>
        Assert.All(EventTypes.All, type =>
        {
            Assert.InRange(Manual.Quad(type), 1, 4);
            Assert.NotNull(Manual.Score(new EventCategory(type, "")));
            Assert.NotNull(Manual.Cameo(new EventCategory(type, "")));
        });

    [Fact]
    public void There_are_37_contexts_and_25_sectors()
    {
        Assert.Equal(37, Manual.Contexts.Count);
        Assert.Equal(25, Manual.Sectors.Count);
    }

    [Theory]
    [InlineData(EventType.Consult, "visit", 4.0)]
    [InlineData(EventType.Assault, "unconventional", -10.0)]
    [InlineData(EventType.Assault, "", -9.0)]
    [InlineData(EventType.Request, "assist", 0.5)]
    public void A_mode_has_its_own_score(EventType type, string mode, double score) => Assert.Equal(score, Manual.Score(new EventCategory(type, mode)));

    [Fact]
    public void A_symbolic_damage_has_no_score() => Assert.Null(Manual.Score(new EventCategory(EventType.Protest, "vandalize")));

    [Fact]
    public void The_sign_of_the_bare_accusation_is_a_choice()
    {
        Assert.Equal(-3, Manual.Score(new EventCategory(EventType.Accuse, "")));
        Assert.Equal(3, Benchmark.Score(new EventCategory(EventType.Accuse, "")));
    }

    [Theory]
    [InlineData("convict", "SANCTION convict", "ACCUSE")]
    [InlineData("impose-sanctions", "SANCTION discontinue", "COERCE restrict")]
    public void A_contradiction_of_the_codebook_can_be_switched(string choice, string manual, string benchmark)
    {
        Assert.Equal(manual, Manual.Choice(choice).ToString());
        Assert.Equal(benchmark, Benchmark.Choice(choice).ToString());
    }

    [Theory]
    [InlineData("042", "CONSULT visit")]
    [InlineData("0841", "RETREAT release")]
    [InlineData("0813", "RETREAT")]
    [InlineData("1712", "ASSAULT destroy")]
    [InlineData("1724", "COERCE martial-law")]
    [InlineData("19", null)]
    public void Reads_CAMEO(string code, string? category) => Assert.Equal(category, Manual.FromCameo(code)?.ToString());

    [Theory]
    [InlineData(EventType.Request, EventType.Retreat, "release", "yield")]
    [InlineData(EventType.Reject, EventType.Consult, "", "meet")]
    [InlineData(EventType.Threaten, EventType.Coerce, "arrest", "arrest")]
    [InlineData(EventType.Threaten, EventType.Coerce, "seize", "restrict")]
    [InlineData(EventType.Request, EventType.Assault, "", "")]
    public void A_speech_act_takes_its_mode_from_what_it_is_about(EventType outer, EventType inner, string innerMode, string mode) =>
        Assert.Equal(mode, Manual.EmbeddedMode(outer, new EventCategory(inner, innerMode)));
}
