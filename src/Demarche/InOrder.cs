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

    /// <summary>The same, but an input on which the function throws has no result: <paramref name="failed"/> is told of it in its place, and the others go on.</summary>
    public static IEnumerable<TResult> Select<T, TResult>(IEnumerable<T> inputs, int threads, Func<T, TResult> function, Action<T, Exception> failed, CancellationToken stop)
    {
        foreach (var (input, result, problem) in Select(inputs, threads, Try, stop))
            if (problem is null)
                yield return result!;
            else
                failed(input, problem);

        (T Input, TResult? Result, Exception? Problem) Try(T input)
        {
            try
            {
                return (input, function(input), null);
            }
            // A text can be stranger than any of the stages foresaw: that is a defect of ours, but not a reason to lose the rest.
            catch (Exception problem) when (problem is not (OperationCanceledException or OutOfMemoryException))
            {
                return (input, default, problem);
            }
        }
    }
}
