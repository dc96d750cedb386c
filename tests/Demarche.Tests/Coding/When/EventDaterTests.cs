using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Tests.Coding.When;

public class EventDaterTests
{
    static readonly DateOnly Published = new(2024, 3, 15);
    static readonly EventDater Dater = new();

    static StatusReading Told(EventStatus status, bool background = false) => new(status, [], background, "");

    static Document WithTimes(Document document, params (int Token, DateOnly Day)[] times) => document with
    {
        Times = [.. times.Select(time => new TimeExpression(TimeKind.Date, time.Token, time.Token + 1, time.Day.ToString("yyyy-MM-dd"),
            TextDate.OfDay(time.Day, document.Tokens.Spans[time.Token])))],
    };

    // Police said Tuesday that troops shelled Darat Monday.
    static readonly Document Report = TestDocument.Parse("""
        Police  police  NOUN   2 nsubj
        said    say     VERB   0 root VBD
        Tuesday Tuesday PROPN  2 obl:unmarked
        that    that    SCONJ  6 mark
        troops  troops  NOUN   6 nsubj
        shelled shell   VERB   2 ccomp VBD
        Darat   Darat   PROPN* 6 obj
        Monday  Monday  PROPN  6 obl:unmarked
        """, Published);

    [Fact]
    public void An_act_has_the_day_of_its_own_clause_and_not_of_the_report()
    {
        var both = WithTimes(Report, (2, new DateOnly(2024, 3, 12)), (7, new DateOnly(2024, 3, 11)));
        var reportOnly = WithTimes(Report, (2, new DateOnly(2024, 3, 12)));

        Assert.Equal(new DateOnly(2024, 3, 11), Dater.Read(both, 5, Told(EventStatus.Occurred)).Start);
        Assert.Equal(new TextDate(null, Published, DatePrecision.Before, null), Dater.Read(reportOnly, 5, Told(EventStatus.Occurred)));
        Assert.Equal(new DateOnly(2024, 3, 12), Dater.Read(reportOnly, 1, Told(EventStatus.Occurred)).Start);
    }

    [Theory]
    [InlineData(EventStatus.Occurred, DatePrecision.Before)]
    [InlineData(EventStatus.Denied, DatePrecision.Before)]
    [InlineData(EventStatus.Planned, DatePrecision.Future)]
    [InlineData(EventStatus.Hypothetical, DatePrecision.Future)]
    [InlineData(EventStatus.Ongoing, DatePrecision.Open)]
    public void Without_words_the_publication_bounds_the_date(EventStatus status, DatePrecision expected)
    {
        var date = Dater.Read(Report, 5, Told(status));

        Assert.Equal(expected, date.Precision);
        Assert.Null(date.Span);
    }

    [Fact]
    public void The_same_subject_goes_on_acting_on_the_same_day_but_background_does_not()
    {
        var document = WithTimes(TestDocument.Parse("""
            Esper   Esper   PROPN*PER 2 nsubj
            accused accuse  VERB      0 root VBD
            Darat   Darat   PROPN*    2 obj
            Tuesday Tuesday PROPN     2 obl:unmarked

            He      he      PRON      2 nsubj
            urged   urge    VERB      0 root VBD
            Minsk   Minsk   PROPN*    2 obj
            """, Published), (3, new DateOnly(2024, 3, 12)));

        Assert.Equal(new DateOnly(2024, 3, 12), Dater.Read(document, 5, Told(EventStatus.Occurred)).Start);
        Assert.Null(Dater.Read(document, 5, Told(EventStatus.Occurred, background: true)).Start);
    }

    [Fact]
    public void What_is_told_as_done_lies_before_publication()
    {
        var document = WithTimes(Report, (7, new DateOnly(2024, 12, 11)));

        Assert.Equal(new DateOnly(2023, 12, 11), Dater.Read(document, 5, Told(EventStatus.Occurred)).Start);
        Assert.Equal(new DateOnly(2024, 12, 11), Dater.Read(document, 5, Told(EventStatus.Planned)).Start);
    }
}
