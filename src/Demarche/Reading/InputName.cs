using System.Collections.Frozen;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Where a document comes from, and the id it gets if it brings none.</summary>
/// <param name="Input">What the user named, with the place inside.</param>
/// <param name="Id">The file name without its extensions.</param>
readonly record struct InputName(string Input, string Id)
{
    static readonly FrozenSet<string> Extensions = FrozenSet.ToFrozenSet(
        ["gz", "gzip", "zip", "html", "htm", "xhtml", "shtml", "mhtml", "txt", "text", "md", "json", "jsonl", "ndjson", "geojson", "csv", "tsv", "tab", "xml", "rss", "atom", "rdf", "feed", "pdf", "warc", "arc", "php", "asp", "aspx", "jsp"],
        StringComparer.OrdinalIgnoreCase);

    public static InputName Of(string input) => new(input, IdOf(input));

    /// <summary>A member of an archive, by its name there. The name is only ever shown, never a path we write to.</summary>
    public InputName Inside(string member) => new(Input + "/" + member, IdOf(member));

    /// <summary>A record of a table or of JSON Lines, by its line, counted from 1.</summary>
    public InputName Line(long line) => new($"{Input}:{line}", $"{Id}-{line}");

    /// <summary>An item of a feed or array, counted from 1.</summary>
    public InputName Item(int number) => new($"{Input}#{number}", $"{Id}-{number}");

    public ArticleId ArticleId => new(Id);

    static string IdOf(string input)
    {
        if (input == "-")
            return "stdin";
        var name = input.TrimEnd('/', '\\');
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shorter = name;
        while (Extension(shorter) is { } extension && Extensions.Contains(extension))
            shorter = shorter[..^(extension.Length + 1)];
        if (shorter == name && Extension(name) is { Length: <= 5 } unknown && unknown.Any(char.IsAsciiLetter) && unknown.All(char.IsAsciiLetterOrDigit))
            shorter = name[..^(unknown.Length + 1)];
        return shorter.Length > 0 ? shorter : name;
    }

    static string? Extension(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[(dot + 1)..] : null;
}
