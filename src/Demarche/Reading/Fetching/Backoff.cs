namespace Demarche.Reading.Fetching;

/// <summary>How long to wait before asking again what failed: twice as long each time, and never at the same moment as others.</summary>
public static class Backoff
{
    static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <param name="failures">In a row, this one included.</param>
    /// <param name="asked">What the server asked for, which is the least.</param>
    public static TimeSpan After(int failures, TimeSpan? asked, Random random)
    {
        var doubled = First * Math.Pow(2, Math.Min(failures, 12) - 1) * (0.5 + random.NextDouble());
        var pause = doubled > FetchSettings.LongestPause ? FetchSettings.LongestPause : doubled;
        return asked > pause ? asked.Value : pause;
    }
}
