using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Reviewing;
using Demarche.Tests.Exporting;

namespace Demarche.Tests.Reviewing;

public class EditCheckTests
{
    static readonly EditCheck Check = new(new Ontology(Repository.Data));

    [Theory]
    [InlineData("staus", "planned", "'staus' is not a field", "(did you mean 'status'?)")]
    [InlineData("type", "ASALT", "'ASALT' is not an event type", "(did you mean 'ASSAULT'?)")]
    [InlineData("status", "ocurred", "'ocurred' is not a status", "(did you mean 'occurred'?)")]
    [InlineData("mode", "zzz", "'zzz' is not a mode of CONSULT", "visit")]
    [InlineData("contexts", "diplomatic|diplomatik", "'diplomatik' is not a context", "(did you mean 'diplomatic'?)")]
    [InlineData("actors", "RUS:MLI:Shoigu", "'MLI' is not a sector", "(did you mean 'ELI'?)")]
    [InlineData("score", "99", "'99' is not a score", "10")]
    [InlineData("cameo", "99", "'99' is not a CAMEO code", "")]
    [InlineData("date", "2024-05-09/2024-05-01", "'2024-05-09/2024-05-01' ends before it starts", "")]
    public void What_the_codebook_does_not_have_is_refused_with_the_nearest_that_it_has(string field, string value, string problem, string hint)
    {
        var message = Assert.Throws<FormatException>(() => Complete((field, value))).Message;

        Assert.StartsWith(problem, message, StringComparison.Ordinal);
        Assert.Contains(hint, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quad_score_and_CAMEO_code_follow_type_and_mode()
    {
        Assert.Equal(["type=ASSAULT", "mode=", "quad=4", "score=-9", "cameo=18"], Complete(("type", "ASSAULT")).Select(Shown));
        Assert.Equal(["mode=third-party", "quad=1", "score=1", "cameo=044"], Complete(("mode", "third-party")).Select(Shown));
        Assert.Equal(["type=ASSAULT", "score=-3", "mode=", "quad=4", "cameo=18"], Complete(("type", "ASSAULT"), ("score", "-3")).Select(Shown));
        Assert.Equal(["contexts=military"], Complete(("contexts", "military")).Select(Shown));
    }

    static string Shown((string Field, string Value) change) => $"{change.Field}={change.Value}";

    static ImmutableArray<(string Field, string Value)> Complete(params (string, string)[] changes) => Check.Complete(Sightings.All[0], [.. changes]);
}
