using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Tests.Coding.When;

public class EventDaterTests
{
    static readonly DateOnly Published = new(2024, 3, 15);
    static readonly EventDater Dater = new();

    static StatusReading Told(EventStatus status, bool background = false) => new(status, [], background, []);

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

    [Fact]
    public void An_inferred_day_of_publication_bounds_nothing()
    {
        var document = Report with { Article = Report.Article with { Published = PublicationDate.OfDay(Published, DateBasis.Text) } };

        Assert.Equal(DatePrecision.Open, Dater.Read(document, 5, Told(EventStatus.Occurred)).Precision);
    }

    [Theory]
    [InlineData("after", null, "2024-03-11", DatePrecision.Before)]
    [InlineData("before", "2024-03-11", null, DatePrecision.Open)]
    [InlineData("during", "2024-03-11", "2024-03-11", DatePrecision.Day)]
    public void A_noun_behind_after_or_before_lies_on_that_side_of_the_day(string preposition, string? start, string? end, DatePrecision precision)
    {
        var document = WithTimes(TestDocument.Parse($"""
            Envoys     envoy      NOUN  2 nsubj
            left       leave      VERB  0 root VBD
            Monday     Monday     PROPN 2 obl:unmarked
            {preposition} {preposition} ADP 5 case
            talks      talk       NOUN  2 obl
            """, Published), (2, new DateOnly(2024, 3, 11)));

        var date = Dater.Read(document, 4, Told(EventStatus.Occurred));

        Assert.Equal((Day(start), Day(end), precision), (date.Start, date.End, date.Precision));
        Assert.Equal(new DateOnly(2024, 3, 11), Dater.Read(document, 1, Told(EventStatus.Occurred)).Start);

        static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.Parse(iso, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(EventStatus.Occurred, 2022)]
    [InlineData(EventStatus.Ongoing, null)]
    [InlineData(EventStatus.Planned, null)]
    public void What_goes_on_or_is_to_come_has_no_date_that_is_over(EventStatus status, int? year) =>
        Assert.Equal(year, Dater.Read(WithTimes(Report, (7, new DateOnly(2022, 5, 1))), 5, Told(status)).Start?.Year);

    [Fact]
    public void A_date_that_ends_the_sentence_is_the_main_verbs_as_well_as_the_participles()
    {
        var document = WithTimes(TestDocument.Parse("""
            Envoys   envoy   NOUN  3 nsubj:pass
            were     be      AUX   3 aux:pass
            abducted abduct  VERB  0 root VBN
            by       by      ADP   5 case
            men      man     NOUN  3 obl:agent
            wearing  wear    VERB  5 acl VBG
            masks    mask    NOUN  6 obj
            Monday   Monday  PROPN 6 obl:unmarked
            .        .       PUNCT 3 punct
            """, Published), (7, new DateOnly(2024, 3, 11)));

        Assert.Equal(new DateOnly(2024, 3, 11), Dater.Read(document, 2, Told(EventStatus.Occurred)).Start);
    }

    // Minister Kolo left Friday on a two-day trip. Kolo will meet officers. Troops will meet officers.
    static readonly Document Trip = TestDocument.Parse("""
        Minister Minister PROPN      3 nsubj
        Kolo     Kolo     PROPN*PER  1 flat
        left     leave    VERB       0 root VBD
        Friday   Friday   PROPN      3 obl:unmarked
        on       on       ADP        8 case
        a        a        DET        8 det
        two-day  two-day  ADJ        8 amod
        trip     trip     NOUN       3 obl

        Kolo     Kolo     PROPN*PER  3 nsubj
        will     will     AUX        3 aux
        meet     meet     VERB       0 root VB
        officers officer  NOUN       3 obj

        Troops   troops   NOUN       3 nsubj
        will     will     AUX        3 aux
        meet     meet     VERB       0 root VB
        officers officer  NOUN       3 obj
        """, Published);

    [Fact]
    public void What_a_traveller_is_to_do_lies_within_the_days_of_the_journey()
    {
        var document = WithTimes(Trip, (3, new DateOnly(2024, 3, 15)));
        document = document with { Times = document.Times.Add(new TimeExpression(TimeKind.Duration, 6, 7, "P2D", new TextDate(null, null, DatePrecision.Unresolved, null))) };

        var date = Dater.Read(document, 10, Told(EventStatus.Planned));

        Assert.Equal((new DateOnly(2024, 3, 15), new DateOnly(2024, 3, 16), DatePrecision.Window), (date.Start!.Value, date.End!.Value, date.Precision));
        Assert.Equal(DatePrecision.Future, Dater.Read(document, 14, Told(EventStatus.Planned)).Precision);
        Assert.Null(Dater.Read(document, 10, Told(EventStatus.Hypothetical)).Start);
    }

    [Fact]
    public void The_day_of_a_story_may_stand_behind_the_name_of_who_acts()
    {
        var document = WithTimes(TestDocument.Parse("""
            HANOI   Hanoi   PROPN*    6 nsubj
            —       —       PUNCT     1 punct
            Esper   Esper   PROPN*PER 1 appos
            on      on      ADP       5 case
            Tuesday Tuesday PROPN     3 nmod
            accused accuse  VERB      0 root VBD
            Darat   Darat   PROPN*    6 obj

            Esper   Esper   PROPN*PER 2 nsubj
            met     meet    VERB      0 root VBD
            envoys  envoy   NOUN      2 obj
            """, Published), (4, new DateOnly(2024, 3, 12)));

        Assert.Equal(new DateOnly(2024, 3, 12), Dater.Read(document, 8, Told(EventStatus.Occurred)).Start);
    }
}
