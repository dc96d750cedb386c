using System.Text;
using System.Text.RegularExpressions;

namespace Demarche.Cli.Inputs;

/// <summary>A shell pattern: <c>*</c> and <c>?</c> within a name, <c>[a-z]</c>, and <c>**</c> across folders.</summary>
sealed class GlobPattern
{
    readonly Regex regex;

    public GlobPattern(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        var wild = normal.AsSpan().IndexOfAny("*?[");
        var slash = wild < 0 ? -1 : normal.LastIndexOf('/', wild);
        Folder = slash < 0 ? "." : slash == 0 ? "/" : normal[..slash];
        regex = new Regex("^" + Translate(normal[(slash + 1)..]) + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The folder below which everything that matches lies.</summary>
    public string Folder { get; }

    /// <summary>Whether a path, given from <see cref="Folder"/> on, is meant.</summary>
    public bool Matches(string path) => regex.IsMatch(path.Replace('\\', '/'));

    static string Translate(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern.AsSpan(i).StartsWith("**/", StringComparison.Ordinal))
            {
                result.Append("(?:.*/)?");
                i += 2;
            }
            else if (pattern.AsSpan(i).StartsWith("**", StringComparison.Ordinal))
            {
                result.Append(".*");
                i++;
            }
            else if (pattern[i] == '[' && pattern.IndexOf(']', i) is > 0 and var close && close > i + 1)
            {
                result.Append('[').Append(Regex.Escape(pattern[(i + 1)..close]).Replace("!", "^", StringComparison.Ordinal)).Append(']');
                i = close;
            }
            else
            {
                result.Append(pattern[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }
        return result.ToString();
    }
}
