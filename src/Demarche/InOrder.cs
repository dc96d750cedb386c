namespace Demarche;

/// <summary>Work on many threads whose results come in the order of the inputs.</summary>
public static class InOrder
{
    /// <summary>
    /// Applies a function to each input, on up to <paramref name="threads"/> threads at once. A few results a thread wait at most,
    /// so that memory stays flat however long the input is. An exception of the function comes out in the place of its result.
    /// </summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> inputs, int threads, Func<T, TResult> function, CancellationToken stop)
    {
        if (threads < 2)
        {
            foreach (var input in inputs)
            {
                stop.ThrowIfCancellationRequested();
                yield return function(input);
            }
            yield break;
        }
        using var slots = new SemaphoreSlim(threads);
        var waiting = new Queue<Task<TResult>>();
        foreach (var input in inputs)
        {
            stop.ThrowIfCancellationRequested();
            while (waiting.Count >= threads * 4 || waiting.Count > 0 && waiting.Peek().IsCompleted)
                yield return waiting.Dequeue().GetAwaiter().GetResult();
            slots.Wait(stop);
            waiting.Enqueue(Task.Run(() =>
            {
                try
                {
                    return function(input);
                }
                finally
                {
                    slots.Release();
                }
            }, CancellationToken.None));
        }
        while (waiting.Count > 0)
            yield return waiting.Dequeue().GetAwaiter().GetResult();
    }
}
