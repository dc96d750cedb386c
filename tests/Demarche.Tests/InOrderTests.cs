namespace Demarche.Tests;

public class InOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void An_input_that_breaks_the_work_is_told_and_the_others_go_on(int threads)
    {
        var failed = new List<string>();

        var halves = InOrder.Select([2, 3, 8, 0, 6], threads, number => number % 2 == 0 ? 24 / number : throw new InvalidOperationException("odd"),
            (number, problem) => failed.Add($"{number} {problem.GetType().Name}"), TestContext.Current.CancellationToken).ToList();

        Assert.Equal([12, 3, 4], halves);
        Assert.Equal(["3 InvalidOperationException", "0 DivideByZeroException"], failed);
    }

    [Fact]
    public void Whoever_stops_it_is_not_held_up()
    {
        var stopped = InOrder.Select<int, int>([1], 1, _ => throw new OperationCanceledException(), (_, _) => { }, CancellationToken.None);

        Assert.ThrowsAny<OperationCanceledException>(() => stopped.Count());
    }
}
