using Demarche.Analysis;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Analysis;

namespace Demarche.Tests.Knowledge;

public class MutualActsTests
{
    static readonly MutualActs Acts = new(Repository.Data);

    [Theory]
    [InlineData(EventType.Consult, "met", true)]
    [InlineData(EventType.Agree, "agreed", true)]
    [InlineData(EventType.Agree, "pledged", false)]
    [InlineData(EventType.Accuse, "condemned", false)]
    [InlineData(EventType.Accuse, "accused each other", true)]
    [InlineData(EventType.Accuse, "traded accusations", true)]
    [InlineData(EventType.Support, "signed a treaty", true)]
    [InlineData(EventType.Support, "welcomed", false)]
    [InlineData(EventType.Assault, "Fighting", true)]
    [InlineData(EventType.Assault, "fighter jets bombed", false)]
    [InlineData(EventType.Sanction, "cut ties", true)]
    [InlineData(EventType.Sanction, "imposed sanctions", false)]
    public void Words_and_type_tell_what_is_mutual(EventType type, string trigger, bool expected) => Assert.Equal(expected, Acts.IsMutual(type, trigger));

    [Theory]
    [InlineData("condemned", 0)]
    [InlineData("blamed each other", 1)]
    public void Who_does_the_same_side_by_side_does_nothing_to_each_other(string trigger, int pairs)
    {
        var outline = TestEvents.Outline("2024-03-05 FRA+DEU threaten") with { Triggers = trigger };

        var counted = TestEvents.Counting().Count(outline, out _);

        Assert.Equal(pairs, counted!.Pairs().Count);
    }
}
