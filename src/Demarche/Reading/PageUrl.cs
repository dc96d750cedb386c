namespace Demarche.Reading;

/// <summary>
/// The address a page goes by: its canonical link, else what its card or data say, else where it came from. An address that leads to a front
/// page is not that of an article found elsewhere: templates that are wrongly set up give all pages the same.
/// </summary>
static class PageUrl
{
    public static string? Choose(PageStatements said, string? address, MetadataConflicts conflicts)
    {
        (string? Address, string Basis)[] stated = [(said.First("canonical"), "link"), (said.First("og:url"), "meta"), (said.Schema.Url, "json-ld"), (address, "address")];
        var full = Array.ConvertAll(stated, one => (Address: Full(one.Address, address), one.Basis));
        if (Array.Exists(full, one => one.Address is { } known && !IsFrontPage(known)))
            full = Array.FindAll(full, one => one.Address is { } known && !IsFrontPage(known));
        var chosen = Array.Find(full, one => one.Address is not null);
        conflicts.Add("url", MetadataConflicts.Of(chosen.Address, chosen.Basis), full.Select(one => MetadataConflicts.Of(one.Address, one.Basis)), IsSame);
        return chosen.Address ?? stated.Select(one => one.Address?.Trim()).FirstOrDefault(one => one is { Length: > 0 } && WebAddress.Refusal(one) is null);
    }

    /// <summary>Whether two addresses are one but for scheme, "www.", the query and a last slash.</summary>
    public static bool IsSame(string one, string other) => Core(one).Equals(Core(other), StringComparison.OrdinalIgnoreCase);

    static string? Full(string? stated, string? address) =>
        stated?.Trim() is { Length: > 0 } trimmed ? WebAddress.Of(trimmed, address is not null && WebAddress.IsWeb(address) && Uri.IsWellFormedUriString(address, UriKind.Absolute) ? address : null) : null;

    static bool IsFrontPage(string address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) && parsed.AbsolutePath.Length <= 1 && parsed.Query.Length == 0;

    static ReadOnlySpan<char> Core(ReadOnlySpan<char> address)
    {
        if (address.IndexOf("://") is >= 0 and var scheme)
            address = address[(scheme + 3)..];
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            address = address[4..];
        if (address.IndexOfAny('?', '#') is >= 0 and var query)
            address = address[..query];
        return address.TrimEnd('/');
    }
}
