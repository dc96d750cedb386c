using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding.Where;

public class EventPlacerTests
{
    static readonly StatusReading Told = new(EventStatus.Occurred, [], false, []);
    static readonly EventPlacer Placer = new(new CountryPlaces(Repository.Data), new StateNames(Repository.Data));
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

        Assert.Equal("Darat", Placed(document, 4, Told)?.Place.Name);
    }

    [Fact]
    public void Else_it_is_where_the_dateline_says_unless_it_is_background()
    {
        var document = Report with { Places = [new PlaceMention(0, 1, Hanoi)] };

        Assert.Equal("Hanoi", Placed(document, 4, Told)?.Place.Name);
        Assert.Null(Placed(document, 4, Told with { Background = true }));
    }

    [Fact]
    public void A_state_that_acts_is_no_place()
    {
        var document = TestDocument.Parse("""
            Syria   Syria   PROPN* 2 nsubj
            shelled shell   VERB   0 root
            Darat   Darat   PROPN* 2 obj
            """);

        Assert.Null(Placed(document with { Places = [new PlaceMention(0, 1, Darat)] }, 1, Told));
    }

    static readonly Document Visit = TestDocument.Parse("""
        The      the      DET    2 det
        minister minister NOUN   4 nsubj
        will     will     AUX    4 aux
        visit    visit    VERB   0 root VB
        Hanoi    Hanoi    PROPN* 4 obj
        ,        ,        PUNCT  9 punct
        where    where    ADV    9 advmod
        he       he       PRON   9 nsubj
        meets    meet     VERB   5 acl:relcl VBZ
        officers officer  NOUN   9 obj
        """);

    [Fact]
    public void A_visit_is_where_it_goes_and_a_clause_of_where_is_at_the_place_before_it()
    {
        var document = Visit with { Places = [new PlaceMention(4, 5, Hanoi)] };
        var host = new Party { Text = "Hanoi", Code = "VNM", Span = document.SpanOf(4, 5) };

        Assert.Equal("Hanoi", Placed(document, 3, Told, new EventCategory(EventType.Consult, "visit"), recipient: host)?.Place.Name);
        Assert.Equal("Hanoi", Placed(document, 8, Told, new EventCategory(EventType.Consult, ""))?.Place.Name);
    }

    [Fact]
    public void A_visit_to_somebody_is_in_his_country()
    {
        var place = Placed(Visit, 3, Told, new EventCategory(EventType.Consult, "visit"), recipient: new Party { Code = "VNM" });

        Assert.Equal("VNM", place?.Place.Country);
        Assert.Null(place?.Span);
    }

    [Theory]
    [InlineData("COP", "MEX", "IND", "MEX")]
    [InlineData("GOV", "MEX", "MEX", "MEX")]
    [InlineData("MIL", "USA", "IRQ", null)]
    public void Authorities_act_at_home_and_so_do_people_of_one_country_among_themselves(string sector, string actor, string recipient, string? expected)
    {
        var place = Placed(Report, 4, Told, new EventCategory(EventType.Coerce, ""), new Party { Code = actor, Sector = sector }, new Party { Code = recipient, Sector = "CVL" });

        Assert.Equal(expected, place?.Place.Country);
    }

    [Fact]
    public void What_authorities_do_at_home_is_not_at_a_dateline_abroad()
    {
        var document = Report with { Places = [new PlaceMention(0, 1, Hanoi)] };

        Assert.Equal("MEX", Placed(document, 4, Told, new EventCategory(EventType.Coerce, ""), new Party { Code = "MEX", Sector = "COP" })?.Place.Country);
        Assert.Equal("Hanoi", Placed(document, 4, Told, new EventCategory(EventType.Coerce, ""), new Party { Code = "VNM", Sector = "COP" })?.Place.Name);
    }

    [Fact]
    public void Words_spoken_have_the_place_of_the_speaking()
    {
        // "We oppose shelling in Darat," she said in Hanoi.
        var document = TestDocument.Parse("""
            We       we       PRON   2 nsubj
            oppose   oppose   VERB   7 ccomp VBP
            shelling shelling NOUN   2 obj
            in       in       ADP    5 case
            Darat    Darat    PROPN* 3 nmod
            she      she      PRON   7 nsubj
            said     say      VERB   0 root VBD
            in       in       ADP    9 case
            Hanoi    Hanoi    PROPN* 7 obl
            """);
        document = document with
        {
            Places = [new PlaceMention(4, 5, Darat), new PlaceMention(8, 9, Hanoi)],
            Quotations = [new Quotation(QuotationKind.Direct, document.SpanOf(0, 5), 5, 6)],
        };

        Assert.Equal("Hanoi", Placed(document, 1, Told, new EventCategory(EventType.Reject, ""))?.Place.Name);
        Assert.Equal("Darat", Placed(document, 1, Told, new EventCategory(EventType.Assault, ""))?.Place.Name);
    }

    [Fact]
    public void An_act_on_the_ground_is_in_the_country_its_story_is_about_unless_others_alone_have_a_part_in_it()
    {
        var document = Visit with { Places = [new PlaceMention(4, 5, Hanoi)] };
        var assault = new EventCategory(EventType.Assault, "");

        Assert.Equal("VNM", Placed(document, 3, Told, assault)?.Place.Country);
        Assert.Null(Placed(document, 3, Told, assault, new Party { Code = "USA" }));
    }

    static EventPlace? Placed(Document document, int trigger, StatusReading reading, EventCategory category = default, Party? actor = null, Party? recipient = null) =>
        Placer.Read(document, trigger, reading, category, actor is null ? [] : [actor], recipient is null ? [] : [recipient]);
}
