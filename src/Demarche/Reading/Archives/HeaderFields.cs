namespace Demarche.Reading.Archives;

/// <summary>Named fields as in a mail or HTTP header. Of fields that stand twice, the first counts.</summary>
sealed class HeaderFields
{
    readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    string? last;

    public string? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>Takes a line "Name: value", or the continuation of the one before; false where it is neither.</summary>
    public bool Add(string line)
    {
        if (line.Length > 0 && line[0] is ' ' or '\t')
        {
            if (last is not null)
                fields[last] += " " + line.Trim();
            return last is not null;
        }
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1)
            return false;
        last = line[..colon].Trim();
        if (!fields.TryAdd(last, line[(colon + 1)..].Trim()))
            last = null;
        return true;
    }
}
