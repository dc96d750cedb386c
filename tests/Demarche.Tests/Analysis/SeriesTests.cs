using Demarche.Analysis;

namespace Demarche.Tests.Analysis;

public class SeriesTests
{
    [Theory]
    [InlineData("2024-01-01", PeriodLength.Week, "2024-W01", "2024-01-01", "2024-01-07")]
    [InlineData("2023-01-01", PeriodLength.Week, "2022-W52", "2022-12-26", "2023-01-01")]
    [InlineData("2024-02-29", PeriodLength.Month, "2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024-12-31", PeriodLength.Quarter, "2024-Q4", "2024-10-01", "2024-12-31")]
    public void A_day_lies_in_its_period(string day, PeriodLength length, string name, string first, string last)
    {
        var period = Period.Of(TestEvents.Day(day), length);

        Assert.Equal((name, TestEvents.Day(first), TestEvents.Day(last)), (period.Name, period.First, period.Last));
    }

    [Fact]
    public void A_window_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Period.Between(TestEvents.Day("2024-02-01"), TestEvents.Day("2024-01-01"), PeriodLength.Month));

    [Fact]
    public void The_best_division_is_found()
    {
        var draws = new Random(7);
        for (var trial = 0; trial < 200; trial++)
        {
            var counts = Enumerable.Range(0, 14).Select(i => (double)draws.Next(trial % 2 == 0 || i < 7 ? 4 : 12)).ToArray();

            Assert.Equal(Cost(counts, ByTrial(counts, 2.5, 3), 2.5), Cost(counts, ChangePoints.Find(counts, 2.5, 3), 2.5), 9);
        }
    }

    [Fact]
    public void A_level_that_doubles_is_found_where_it_doubles()
    {
        var counts = Enumerable.Range(0, 60).Select(i => i < 30 ? 10.0 + (i % 3) : 20.0 + (i % 3)).ToArray();

        Assert.Equal([30], ChangePoints.Find(counts, 2 * Math.Log(60), 3));
    }

    [Fact]
    public void The_place_of_a_change_weighs_all_rates()
    {
        double[] counts = [2, 3, 1, 2, 4, 2, 6, 3, 7, 8, 5, 7, 9, 6];

        var place = Assert.Single(ChangeLocation.Of(counts, [6], 1, 3, 0.9));

        // By trial: every place's chance is the product of two integrals over the rate, worked out in steps.
        var chances = Enumerable.Range(3, 9).Select(at => Integral(counts[..at]) * Integral(counts[at..])).ToArray();
        double Around(int at) => chances.Where((_, i) => Math.Abs(i + 3 - at) <= 1).Sum();
        Assert.Equal(Enumerable.Range(3, 9).MaxBy(Around), place.At);
        var run = chances[(place.Earliest - 3)..(place.Latest - 2)];
        Assert.InRange(run.Sum() / chances.Sum(), 0.9, 1);
        Assert.True((run.Sum() - Math.Min(run[0], run[^1])) / chances.Sum() < 0.9);

        static double Integral(double[] counts)
        {
            var sum = 0.0;
            for (var rate = 0.0025; rate < 30; rate += 0.005)
                sum += Math.Exp((counts.Sum() * Math.Log(rate)) - (counts.Length * rate)) / Math.Sqrt(rate) * 0.005;
            return sum;
        }
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(5, true)]
    public void Counts_that_always_vary_much_have_no_change(int spread, bool isNoise)
    {
        // Blocks of three months at one level; where neighbours differ as much, the blocks are nothing.
        var counts = Enumerable.Range(0, 60).Select(i => 10.0 + (i / 3 % 5 == 0 ? 8 : 0) + (i % 2 == 0 ? spread : -spread)).ToArray();

        Assert.Equal(isNoise, new QuadChanges(TestEvents.Settings).Locate(counts).Places.Length == 0);
    }

    [Fact]
    public void A_quad_with_too_few_events_is_named()
    {
        var lines = Enumerable.Range(0, 72).Select(i => $"{2021 + (i / 24)}-{(i / 2 % 12) + 1:D2}-05 CHN>RUS consult").Append("2022-03-01 RUS>CHN assault");

        var relation = Study("2021-01-01", "2023-12-31", [.. lines]);

        Assert.Equal(["quad 4: 1 of 30 events"], relation.Untested);
        Assert.Null(relation.NoChanges);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.5, 0.5723649429247001)]
    [InlineData(5, 3.1780538303479458)]
    [InlineData(100.5, 361.4355404677776)]
    public void The_gamma_function_is_that_of_the_tables(double x, double expected) => Assert.Equal(expected, Statistics.LogGamma(x), 6);

    [Fact]
    public void Few_events_give_dots_and_no_change_points()
    {
        var relation = InYear("2024-01-05 CHN>RUS consult", "2024-02-05 RUS>CHN aid");

        Assert.Equal("not enough data: 2 of 30 counted events in the window", relation.NoLine);
        Assert.Empty(relation.Changes);
        Assert.Equal(12, relation.Series.Length);
    }

    [Fact]
    public void An_unusual_month_is_alerted_and_the_change_names_its_events()
    {
        var lines = Enumerable.Range(0, 36).SelectMany(month => Enumerable.Range(0, month < 24 ? 5 + (month % 3) : 16)
            .Select(i => $"{2021 + (month / 12)}-{(month % 12) + 1:D2}-{i + 1:D2} CHN>RUS consult"));
        var relation = Study("2021-01-01", "2023-12-31", [.. lines]);

        var change = Assert.Single(relation.Changes);
        Assert.Equal((1, "2023-01"), (change.Quad, change.First.Name));
        Assert.Equal(5, change.Drivers.Length);
        Assert.True(relation.Series[24].Normal.IsAlert);
        Assert.True(relation.Series[24].IsAlert);
        Assert.DoesNotContain(relation.Series[..24], figures => figures.IsAlert);
    }

    [Fact]
    public void An_act_told_for_a_whole_year_is_in_no_month()
    {
        var relation = InYear("2024-01-01..2024-12-31 CHN>RUS consult", "2024-01-05 CHN>RUS consult", "2024-01-06 CHN>RUS assault denied");

        Assert.Single(relation.Events.All);
        Assert.Equal(1, relation.Uncounted[Uncounted.Vague]);
        Assert.Equal(1, relation.Uncounted[Uncounted.Status]);
    }

    [Fact]
    public void Months_that_the_window_cuts_are_incomplete()
    {
        var relation = Study("2024-01-10", "2024-03-31", "2024-01-12 CHN>RUS consult");

        Assert.Equal([false, true, true], relation.Series.Select(figures => figures.IsComplete));
    }

    [Fact]
    public void A_level_is_a_stock_that_outlives_its_month()
    {
        var relation = InYear("2024-01-31 CHN>RUS aid", "2024-03-31 RUS>CHN aid");

        double january = 0.5, february = january * Math.Pow(2, -29 / 365.0), march = january * Math.Pow(2, -60 / 365.0);
        Assert.Equal(january, relation.Series[0].Level, 9);
        Assert.Equal(february, relation.Series[1].Level, 9);
        Assert.Equal(march + (0.5 * (1 - (march / 9))), relation.Series[2].Level, 9);
        Assert.Equal(relation.Series[^1].Level, relation.Whole.Level, 12);
    }

    [Fact]
    public void Share_is_of_all_pairs_of_either_state()
    {
        var relation = InYear("2024-01-05 CHN>RUS consult", "2024-01-06 CHN>USA consult", "2024-01-07 USA>RUS accuse", "2024-01-08 USA>GBR consult");

        Assert.Equal(1 / 3.0, relation.Whole.Share.Value!.Value, 12);
        Assert.Equal(("USA", 1.0, 1.0), (relation.ThirdParties.Single().Code, relation.ThirdParties[0].WithOne, relation.ThirdParties[0].WithOther));
    }

    [Fact]
    public void Camps_are_recovered_and_strangers_stay_alone()
    {
        string[] east = ["CHN", "RUS", "BLR"], west = ["USA", "GBR", "FRA"];
        var lines = new List<string>();
        for (var round = 0; round < 20; round++)
        {
            foreach (var camp in new[] { east, west })
                foreach (var one in camp)
                    lines.AddRange(camp.Where(other => other != one).Select(other => $"2024-01-05 {one}>{other} aid"));
            lines.AddRange(east.SelectMany(one => west.Select(other => $"2024-01-05 {one}>{other} coerce")));
        }
        lines.Add("2024-01-05 BRA>ARG consult");

        var groups = new Groups(TestEvents.Settings).Find(TestEvents.Counted([.. lines]));

        Assert.Equal(["BLR,CHN,RUS", "FRA,GBR,USA"], groups.Select(group => string.Join(',', group.Members)));
        Assert.All(groups, group => Assert.InRange(group.Stability, 0.8, 1));
    }

    static Relation InYear(params string[] lines) => Study("2024-01-01", "2024-12-31", lines);

    static Relation Study(string from, string to, params string[] lines) =>
        new RelationStudy(TestEvents.Settings, TestEvents.Counting())
            .Measure(new Dyad("CHN", "RUS"), TestEvents.Day(from), TestEvents.Day(to), PeriodLength.Month, TestEvents.Outlines(lines), null);

    static double Cost(double[] counts, IReadOnlyList<int> starts, double penalty)
    {
        int[] bounds = [0, .. starts, counts.Length];
        return penalty * starts.Count + Enumerable.Range(0, bounds.Length - 1).Sum(i =>
        {
            var sum = counts[bounds[i]..bounds[i + 1]].Sum();
            return sum == 0 ? 0 : 2 * (sum - (sum * Math.Log(sum / (bounds[i + 1] - bounds[i]))));
        });
    }

    /// <summary>All divisions tried.</summary>
    static List<int> ByTrial(double[] counts, double penalty, int minimum)
    {
        var best = new List<int>();
        Try([], 0);
        return best;

        void Try(List<int> starts, int from)
        {
            if (Cost(counts, starts, penalty) < Cost(counts, best, penalty))
                best = [.. starts];
            for (var next = from + minimum; next <= counts.Length - minimum; next++)
                Try([.. starts, next], next);
        }
    }
}
