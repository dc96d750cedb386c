using System.Security.Cryptography;
using System.Text;

namespace Demarche.Events;

/// <summary>Name of a <see cref="ReportedEvent"/>: <c>r-</c> and 20 characters made from its content.</summary>
public readonly record struct ReportedEventId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Name of a <see cref="Claim"/>: <c>c-</c> and 20 characters made from its content.</summary>
public readonly record struct ClaimId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Name of an <see cref="Event"/>: <c>e-</c> and 20 characters made from the reports it stands on.</summary>
public readonly record struct EventId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Ids made from content: the same content has the same id everywhere, whatever order it came in.</summary>
public static class ContentId
{
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The prefix and 20 characters of Crockford's base 32: 100 bits of the SHA-256 of the parts, set off from each other.</summary>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!)));
        var id = new StringBuilder(prefix, prefix.Length + 20);
        int buffer = 0, bits = 0, next = 0;
        while (id.Length < prefix.Length + 20)
        {
            if (bits < 5)
            {
                buffer = (buffer << 8) | hash[next++];
                bits += 8;
            }
            bits -= 5;
            id.Append(Alphabet[(buffer >> bits) & 31]);
            buffer &= (1 << bits) - 1;
        }
        return id.ToString();
    }
}
