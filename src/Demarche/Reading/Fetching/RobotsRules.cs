using System.Buffers;
using System.Globalization;
using System.Text;

namespace Demarche.Reading.Fetching;

/// <summary>What a site's robots.txt says to one reader (RFC 9309).</summary>
public sealed class RobotsRules
{
    /// <summary>RFC 9309, 2.5: parsers may stop after so many bytes, and not earlier.</summary>
    public const int MostBytes = 500 * 1024;

    static readonly SearchValues<char> TokenCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-");

    static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    public static readonly RobotsRules AllowAll = new([], null);

    public static readonly RobotsRules DisallowAll = new([("/", false)], null);

    readonly IReadOnlyList<(string Pattern, bool Allowed)> rules;

    RobotsRules(IReadOnlyList<(string Pattern, bool Allowed)> rules, TimeSpan? delay)
    {
        (this.rules, Delay) = (rules, delay);
    }

    /// <summary>The pause it asks for between requests, at most a minute; not part of the standard, but common.</summary>
    public TimeSpan? Delay { get; }

    /// <param name="reader">The product token, compared without regard to case.</param>
    public static RobotsRules Parse(ReadOnlySpan<byte> file, string reader)
    {
        var own = new List<(string, bool)>();
        var everybody = new List<(string, bool)>();
        TimeSpan? ownDelay = null, everybodysDelay = null;
        bool isOwn = false, isEverybodys = false, found = false, inRules = true;
        foreach (var line in Encoding.UTF8.GetString(file[..Math.Min(file.Length, MostBytes)]).TrimStart('\uFEFF').EnumerateLines())
        {
            var text = line.IndexOf('#') is >= 0 and var comment ? line[..comment] : line;
            var colon = text.IndexOf(':');
            if (colon < 0)
                continue;
            var key = text[..colon].Trim().ToString().ToLowerInvariant();
            var value = text[(colon + 1)..].Trim().ToString();
            switch (key)
            {
                case "user-agent":
                    // Groups that name the same reader are one (2.2.1).
                    if (inRules)
                        (isOwn, isEverybodys, inRules) = (false, false, false);
                    isOwn |= Token(value).Equals(reader, StringComparison.OrdinalIgnoreCase);
                    isEverybodys |= value == "*";
                    found |= isOwn;
                    break;
                case "allow" or "disallow":
                    inRules = true;
                    if (value.Length == 0)
                        break;
                    if (isOwn)
                        own.Add((Normal(value), key == "allow"));
                    if (isEverybodys)
                        everybody.Add((Normal(value), key == "allow"));
                    break;
                case "crawl-delay" when double.TryParse(value, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0:
                    inRules = true;
                    var delay = seconds > LongestDelay.TotalSeconds ? LongestDelay : TimeSpan.FromSeconds(seconds);
                    ownDelay = isOwn ? delay : ownDelay;
                    everybodysDelay = isEverybodys ? delay : everybodysDelay;
                    break;
            }
        }
        return found ? new RobotsRules(own, ownDelay) : new RobotsRules(everybody, everybodysDelay);
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows (2.2.2).</summary>
    public bool Allows(Uri address)
    {
        var path = Normal(address.PathAndQuery);
        if (path == "/robots.txt")
            return true;
        var (longest, allowed) = (-1, true);
        foreach (var (pattern, allows) in rules)
            if ((pattern.Length > longest || (pattern.Length == longest && allows)) && Fits(pattern, path))
                (longest, allowed) = (pattern.Length, allows);
        return allowed;
    }

    /// <summary>Whether a pattern with <c>*</c> and a closing <c>$</c> begins the path. Linear in both: a star is tried again only from where it stands.</summary>
    static bool Fits(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var end = anchored ? pattern.Length - 1 : pattern.Length;
        int p = 0, i = 0, star = -1, mark = 0;
        while (true)
        {
            if (p == end && (!anchored || i == path.Length))
                return true;
            if (p < end && pattern[p] == '*')
            {
                (star, mark) = (p++, i);
            }
            else if (p < end && i < path.Length && pattern[p] == path[i])
            {
                p++;
                i++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                (p, i) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }
    }

    static string Token(string value)
    {
        var end = value.AsSpan().IndexOfAnyExcept(TokenCharacters);
        return end < 0 ? value : value[..end];
    }

    /// <summary>Percent signs as written by most: letters beyond ASCII encoded, letters of ASCII not, digits in upper case.</summary>
    static string Normal(string path)
    {
        var result = new StringBuilder(path.Length);
        foreach (var b in Encoding.UTF8.GetBytes(path))
            result.Append(b < 0x80 ? ((char)b).ToString() : $"%{b:X2}");
        for (var i = 0; i + 2 < result.Length; i++)
        {
            if (result[i] != '%' || !byte.TryParse($"{result[i + 1]}{result[i + 2]}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                continue;
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                result.Remove(i, 3).Insert(i, (char)value);
            else
                (result[i + 1], result[i + 2]) = (char.ToUpperInvariant(result[i + 1]), char.ToUpperInvariant(result[i + 2]));
        }
        return result.ToString();
    }
}
