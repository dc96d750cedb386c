namespace Demarche.Reading;

/// <summary>Addresses of documents on the web, and what only looks like one.</summary>
public static class WebAddress
{
    public static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address in full, of one that may be given from where it is found; null where it leads to no place on the web.</summary>
    public static string? Of(string address, string? from)
    {
        if (IsWeb(address))
            return address;
        return from is not null && address.Length > 0 && Refusal(address) is null && Uri.TryCreate(new Uri(from), address, out var full) && IsWeb(full.AbsoluteUri) ? full.AbsoluteUri : null;
    }

    /// <summary>Why an address is refused ("file:" reaches for files, "data:" holds its own answer), or null where it is on the web or is no address at all.</summary>
    public static string? Refusal(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        // A letter and a colon is a drive of Windows.
        if (colon < 2 || IsWeb(address) || !address[..colon].All(char.IsAsciiLetterOrDigit))
            return null;
        var scheme = address[..colon].ToLowerInvariant();
        return scheme is "file" or "data" or "ftp" or "javascript" or "gopher" or "jar" or "blob" or "ws" or "wss"
            ? $"{scheme}: addresses are refused; only http: and https: are read" + (scheme == "file" ? ", and files by their path" : "")
            : null;
    }
}
