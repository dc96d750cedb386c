using Demarche.Analysis;

namespace Demarche.Tests.Analysis;

/// <summary>Each measure against its formula, worked out by hand.</summary>
public class MeasuresTests
{
    static readonly Measures Measures = new(TestEvents.Settings);

    // Quads 1, 1, 2, 4; scores 2.5, 2.5, 10, -9.
    static readonly List<CountedEvent> Four = TestEvents.Counted(
        "2024-03-05 CHN>RUS consult", "2024-03-06 CHN>RUS consult", "2024-03-07 CHN>RUS aid", "2024-03-08 CHN>RUS assault");

    [Fact]
    public void Counts_by_quad() => Assert.Equal([2, 1, 0, 1], Measures.Quads(Four));

    [Fact]
    public void Balance_shrinks_towards_nothing() => Assert.Equal((3 - 1) / (4 + 4.0), Measures.Balance(Four).Value!.Value, 12);

    [Fact]
    public void Material_share_is_deeds_among_all() => Assert.Equal(2 / 4.0, Measures.MaterialShare(Four).Value!.Value, 12);

    [Fact]
    public void Tone_is_the_mean_with_an_interval_around_it()
    {
        var tone = Measures.Tone(Four);

        Assert.Equal((2.5 + 2.5 + 10 - 9) / 4, tone.Value!.Value, 12);
        Assert.InRange(tone.Low!.Value, -9, tone.Value.Value);
        Assert.InRange(tone.High!.Value, tone.Value.Value, 10);
        Assert.Equal(tone, Measures.Tone([.. Four.AsEnumerable().Reverse()]));
    }

    [Fact]
    public void The_interval_of_many_events_is_that_of_the_normal_law()
    {
        var lines = Enumerable.Range(0, 400).Select(i => $"2024-03-05 CHN>RUS {(i % 2 == 0 ? "consult" : "support")}").ToArray();
        var tone = Measures.Tone(TestEvents.Counted(lines));

        var expected = 1.6449 * 1.25 / Math.Sqrt(400);
        Assert.InRange((tone.High!.Value - tone.Low!.Value) / 2, 0.9 * expected, 1.1 * expected);
    }

    [Fact]
    public void Intensity_adds_what_is_done_whatever_its_sign() => Assert.Equal(Math.Log(1 + 24), Measures.Intensity(Four).Value!.Value, 12);

    [Fact]
    public void A_rate_is_per_thousand_documents_that_name_both()
    {
        Assert.Equal(8, Measures.Rate(Four, 500).Value!.Value, 12);
        Assert.Null(Measures.Rate(Four, 0).Value);
        Assert.Equal("no document names both states", Measures.Rate(Four, 0).Missing);
    }

    [Fact]
    public void An_asymmetry_asks_for_ten_events_each_way()
    {
        var ten = TestEvents.Counted([.. Enumerable.Repeat("2024-03-05 CHN>RUS support", 10)]);
        var other = TestEvents.Counted([.. Enumerable.Repeat("2024-03-05 RUS>CHN consult", 10)]);

        Assert.Equal(2.5, Measures.Asymmetry(ten, other).Value!.Value, 12);
        Assert.Null(Measures.Asymmetry(ten, other[..9]).Value);
    }

    [Fact]
    public void A_level_saturates_and_is_half_forgotten_in_its_half_life()
    {
        var one = TestEvents.Counted("2024-03-05 CHN>RUS aid");

        Assert.Equal(0.5, Measures.Level(one, TestEvents.Day("2024-03-05")), 12);
        Assert.Equal(0.25, Measures.Level(one, TestEvents.Day("2025-03-05")), 12);
        Assert.InRange(Measures.Level(TestEvents.Counted([.. Enumerable.Repeat("2024-03-05 CHN>RUS aid", 1000)]), TestEvents.Day("2024-03-05")), 8.9, 9);
    }

    [Fact]
    public void Nothing_counted_has_no_tone_and_not_zero()
    {
        Assert.Null(Measures.Tone([]).Value);
        Assert.Null(Measures.Balance([]).Value);
        Assert.Equal("no counted event", Measures.Tone([]).Missing);
    }

    [Theory]
    [InlineData(18, 20, 0.699, 0.972)]
    [InlineData(20, 20, 0.839, 1)]
    [InlineData(0, 20, 0, 0.161)]
    public void Precision_by_review_has_wilsons_interval(int right, int all, double low, double high)
    {
        var row = new ReviewedPrecision("type", "Consult", right, all);

        Assert.Equal((low, high), (Math.Round(row.Interval().Low, 3), Math.Round(row.Interval().High, 3)));
        Assert.True(row.IsMeasured);
        Assert.False((row with { All = all - 1 }).IsMeasured);
    }
}
