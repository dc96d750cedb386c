using Demarche.Coding;
using Demarche.Coding.Scoring;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Tests.Coding.Scoring;

public sealed class RelationFeaturesTests
{
    static readonly RelationClassifier Classifier = new(Repository.Data, Codebook.Benchmark, null);

    static readonly Document Halted = TestDocument.Parse("""
        France  France    PROPN*  4 nsubj
        will    will      AUX     4 aux
        not     not       PART    4 advmod
        halt    halt      VERB    0 root VB
        its     its       PRON    6 nmod:poss
        attack  attack    NOUN    4 obj
        on      on        ADP     8 case
        Russia  Russia    PROPN*  6 nmod
        """);

    [Theory]
    [InlineData("way halt")]
    [InlineData("not halt")]
    [InlineData("modal halt")]
    [InlineData("will not")]
    [InlineData("over halt obj ASSAULT")]
    [InlineData("under halt obj ASSAULT")]
    [InlineData("meet halt")]
    [InlineData("between halt")]
    [InlineData("next verb halt")]
    [InlineData("before target on")]
    [InlineData("near speaks of ASSAULT")]
    [InlineData("target after on")]
    public void Tells_what_words_do_to_each_other(string feature) => Assert.Contains(feature, Features(Halted));

    [Fact]
    public void Says_each_thing_once()
    {
        var document = TestDocument.Parse("""
            France  France  PROPN*  2 nsubj
            told    tell    VERB    0 root VBD
            Russia  Russia  PROPN*  2 obj
            and     and     CCONJ   5 cc
            told    tell    VERB    2 conj VBD
            China   China   PROPN*+LOC  5 obj
            """);

        var features = Features(document);

        Assert.Equal(features.Distinct(StringComparer.Ordinal), features);
        Assert.Contains("word tell", features);
    }

    [Fact]
    public void A_party_that_is_not_marked_is_none()
    {
        var features = Classifier.Look(Halted, [Halted.Tokens.Spans[0]], []).Features;

        Assert.Contains("target none", features);
        Assert.DoesNotContain(features, feature => feature.StartsWith("between ", StringComparison.Ordinal) || feature.StartsWith("meet ", StringComparison.Ordinal));
    }

    static List<string> Features(Document document) => Classifier.Look(document, [document.Tokens.Spans[0]], [document.Tokens.Spans[^1]]).Features;
}
