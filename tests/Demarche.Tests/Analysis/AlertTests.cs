using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Demarche.Analysis;
using Demarche.Analysis.Alerts;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Tests.Analysis;

public sealed class AlertTests
{
    static readonly AlertStudy Study = new(TestEvents.Settings, TestEvents.Counting());

    static readonly DateOnly From = new(2023, 1, 1);

    [Fact]
    public void Months_that_no_document_covers_are_no_silence() =>
        Assert.Empty(Study.Find(Rule(), Months(14, month => month is 0 or 13 ? 9 : 0), TestEvents.Day("2024-01-20"), TestEvents.Day("2024-02-29")));

    [Fact]
    public void A_rise_is_raised_with_the_events_that_drive_it_even_in_a_month_that_goes_on()
    {
        var events = Months(14, month => month == 13 ? 9 : 1 + (month % 2));

        var alert = Assert.Single(Study.Find(Rule(), events, From, TestEvents.Day("2024-02-20")), alert => alert.Kind == AlertKind.Distance);

        Assert.Equal(("2024-02", true, 9, 1.5), (alert.Period.Name, alert.IsRise, alert.Count, alert.Median));
        Assert.Equal(5, alert.Drivers.Length);
        Assert.All(alert.Drivers, id => Assert.Equal(new DateOnly(2024, 2, 3), events.Single(one => one.Id == id).Date.Start));
    }

    [Fact]
    public void A_month_that_goes_on_raises_no_fall_and_a_whole_one_does()
    {
        var events = Months(13, month => 8 + (month % 2));

        Assert.Empty(Study.Find(Rule(), events, From, TestEvents.Day("2024-02-20")));
        var fall = Study.Find(Rule(), events, From, TestEvents.Day("2024-02-29"))[0];
        Assert.Equal((false, 0), (fall.IsRise, fall.Count));
        Assert.NotEmpty(fall.Drivers);
    }

    [Fact]
    public void Small_steps_that_go_on_are_raised_by_their_sum()
    {
        var events = Months(20, month => month < 12 ? 5 + (month % 3) : 9);

        Assert.Contains(Study.Find(Rule("threshold: 50"), events, From, TestEvents.Day("2024-08-31")), alert => alert.Kind == AlertKind.Cusum && alert.IsRise);
    }

    [Theory]
    [InlineData("threshold: 20")]
    [InlineData("quads: 4")]
    public void A_higher_threshold_and_other_quads_raise_nothing(string line) =>
        Assert.DoesNotContain(Study.Find(Rule(line), Months(14, month => month == 13 ? 9 : 1 + (month % 2)), From, TestEvents.Day("2024-02-29")), alert => alert.Kind == AlertKind.Distance);

    [Fact]
    public void Denied_acts_raise_nothing()
    {
        var events = Months(14, month => month == 13 ? 9 : 1 + (month % 2), "assault denied");

        Assert.Empty(Study.Find(Rule(), events, From, TestEvents.Day("2024-02-29")));
    }

    [Fact]
    public void More_news_of_a_period_is_the_same_alert()
    {
        var first = Study.Find(Rule(), Months(14, month => month == 13 ? 9 : 1 + (month % 2)), From, TestEvents.Day("2024-02-20"))[0];
        var second = Study.Find(Rule(), Months(14, month => month == 13 ? 12 : 1 + (month % 2)), From, TestEvents.Day("2024-02-22"))[0];

        Assert.Equal(first.Id, second.Id);
    }

    [Theory]
    [InlineData("name: a", "a watch has a dyad, or else a query")]
    [InlineData("name: a\ndyad: CHN,RUS\nactor: USA", "a watch has a dyad, or else a query")]
    [InlineData("dyad: CHN,RUS", "a watch needs a name")]
    [InlineData("name: a\ndyad: CHN", "is not two different codes")]
    [InlineData("name: a\ntype: VISIT", "'VISIT' is no event type")]
    [InlineData("name: a\ndyad: CHN,RUS\nperiod: year", "'year' is not week, month or quarter")]
    [InlineData("name: a\ndyad: CHN,RUS\nthreshold: high", "'high' is not a number of deviations")]
    [InlineData("name: a\ndyad: CHN,RUS\nhook: x", "no key 'hook'")]
    [InlineData("name: a\ndyad: CHN,RUS\nwebhook: file:///etc/passwd", "is no address such as")]
    [InlineData("name: a\ndyad: CHN,RUS\n\nname: a\ndyad: CHN,IND", "two watches are named 'a'")]
    [InlineData("", "no watch")]
    public void What_is_wrong_in_a_file_is_said(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<DataFileException>(() => Load(text)).Message, StringComparison.Ordinal);

    static WatchRule Rule(string line = "period: month") => Load($"name: talks\ndyad: chn,rus\n{line}\n")[0];

    static ImmutableArray<WatchRule> Load(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return WatchRule.Load(stream, "desk.txt");
    }

    /// <summary>So many events on the third of each month from January 2023 on.</summary>
    static List<EventOutline> Months(int months, Func<int, int> number, string act = "consult") =>
        TestEvents.Outlines([.. Enumerable.Range(0, months).SelectMany(month => Enumerable.Repeat(
            string.Create(CultureInfo.InvariantCulture, $"{new DateOnly(2023, 1, 3).AddMonths(month):yyyy-MM-dd} CHN>RUS {act}"), number(month)))]);
}
