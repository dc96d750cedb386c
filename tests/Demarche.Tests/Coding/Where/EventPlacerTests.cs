using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Tests.Coding.Where;

public class EventPlacerTests
{
    static readonly StatusReading Told = new(EventStatus.Occurred, [], false, "");
    static readonly Place Hanoi = new("Hanoi", "VNM", 21, 106, null, "city");
    static readonly Place Darat = new("Darat", "SYR", 35, 36, null, "city");

    static readonly Document Report = TestDocument.Parse("""
        HANOI   Hanoi   PROPN* 5 dep
        —       —       PUNCT  1 punct
        Troops  troops  NOUN   5 nsubj
        have    have    AUX    5 aux
        clashed clash   VERB   0 root
        near    near    ADP    7 case
        Darat   Darat   PROPN* 5 obl
        """);

    [Fact]
    public void An_act_is_where_its_own_clause_says()
    {
        var document = Report with { Places = [new PlaceMention(0, 1, Hanoi), new PlaceMention(6, 7, Darat)] };

        Assert.Equal("Darat", new EventPlacer().Read(document, 4, Told)?.Place.Name);
    }

    [Fact]
    public void Else_it_is_where_the_dateline_says_unless_it_is_background()
    {
        var document = Report with { Places = [new PlaceMention(0, 1, Hanoi)] };

        Assert.Equal("Hanoi", new EventPlacer().Read(document, 4, Told)?.Place.Name);
        Assert.Null(new EventPlacer().Read(document, 4, Told with { Background = true }));
    }

    [Fact]
    public void A_state_that_acts_is_no_place()
    {
        var document = TestDocument.Parse("""
            Syria   Syria   PROPN* 2 nsubj
            shelled shell   VERB   0 root
            Darat   Darat   PROPN* 2 obj
            """);

        Assert.Null(new EventPlacer().Read(document with { Places = [new PlaceMention(0, 1, Darat)] }, 1, Told));
    }
}
