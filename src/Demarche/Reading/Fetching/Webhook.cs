namespace Demarche.Reading.Fetching;

/// <summary>Tells somebody's server something, by the rules that hold for fetching: no address inside a network, no long wait, no redirect.</summary>
public sealed class Webhook(FetchSettings settings, TimeProvider clock) : IDisposable
{
    readonly WebClient client = new(settings, clock);

    /// <param name="key">The same for the same thing told again: receivers may pass it over.</param>
    /// <returns>Null where the server took it; else why not.</returns>
    public async Task<string?> Tell(Uri address, ReadOnlyMemory<byte> json, string key, CancellationToken stop)
    {
        var answer = await client.Post(address, json, key, stop);
        return answer switch
        {
            { Problem: { } problem } => problem,
            { Status: >= 200 and < 300 } => null,
            { Status: >= 300 and < 400 } => "the server redirects; name the address where it takes alerts",
            _ => $"the server answers with status {answer.Status}",
        };
    }

    public void Dispose() => client.Dispose();
}
