using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>Reads the lines of a dictionary of verbs.</summary>
sealed class VerbDictionaryReader(string path)
{
    const int LongestCode = 6;

    readonly ImmutableArray<VerbEntry>.Builder entries = ImmutableArray.CreateBuilder<VerbEntry>();
    readonly SynonymSets sets = new(path);
    readonly List<(VerbBlock Block, string Text, int Line)> patterns = [];
    readonly List<Transformation> transformations = [];
    VerbBlock? block;
    VerbCode ofBlock;
    string? set;
    int number;

    public IReadOnlyList<string> Warnings => sets.Missing;

    public IReadOnlyList<Transformation> Transformations => transformations;

    /// <summary>Sets may stand below the patterns that use them, so patterns are read last.</summary>
    public ImmutableArray<VerbEntry> Read(IEnumerable<(int Number, string Text)> lines)
    {
        foreach (var (at, text) in lines)
        {
            number = at;
            Line(text.Trim());
        }
        var reader = new PatternReader(sets, path);
        foreach (var (owner, text, line) in patterns)
            owner.Patterns.Add(Pattern(reader, text, line));
        return entries.ToImmutable();
    }

    void Line(string text)
    {
        if (text[0] == '&')
            sets.Add(set = text.Split((char[]?)null, 2)[0], number);
        else if (text.StartsWith("---", StringComparison.Ordinal))
            Block(text);
        else if (text[0] == '~')
            transformations.Add(Transformation.Read(text, path, number));
        else if (text[0] is '-' or '*')
            patterns.Add((block ?? throw Problem("the pattern stands before any verb"), text[0] == '-' ? text[1..] : text, number));
        else if (text[0] == '+' && set is not null)
            sets.AddMember(set, text[1..].Trim(), number);
        else if (block is null)
            throw Problem($"expected '--- VERB [code] ---' or '&SET' first, found '{text}'");
        else
            Verb(text);
    }

    void Block(string text)
    {
        set = null;
        block = new VerbBlock(Path.GetFileName(path), path, [], []);
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        ofBlock = bracket < 0 ? default : Code(text[bracket..], number);
    }

    void Verb(string text)
    {
        var code = ofBlock;
        if (text.IndexOf('[', StringComparison.Ordinal) is >= 0 and var bracket)
        {
            code = Code(text[bracket..], number);
            text = text[..bracket];
        }
        var listed = Array.Empty<string>();
        var open = text.IndexOf('{', StringComparison.Ordinal);
        if (open >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                throw Problem("expected '}' behind the forms");
            listed = text[(open + 1)..close].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            text = text[..open];
        }
        // "LASH OUT", as older files have it.
        var name = string.Join('_', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '+' or '-' or '\'' or '.'))
            throw Problem($"expected VERB {{FORMS}} [code], '- pattern [code]' or '--- VERB [code] ---', found '{name}'");
        var (before, verb, after) = Parts(name);
        block!.Verbs.Add(verb);
        var forms = listed.Length > 0 ? listed.Select(form => Parts(form).Verb) : Regular(verb);
        entries.Add(new VerbEntry([.. forms.Prepend(verb).Distinct()], before, after, code, number, block));
    }

    /// <summary>"WIRE_+TAP" is tap after wire, "+BREAK_DOWN" and "BREAK_DOWN" are break before down.</summary>
    static (ImmutableArray<string> Before, string Verb, ImmutableArray<string> After) Parts(string name)
    {
        var pieces = name.ToLowerInvariant().Split('_', StringSplitOptions.RemoveEmptyEntries);
        var at = Math.Max(0, Array.FindIndex(pieces, piece => piece[0] == '+'));
        return ([.. pieces[..at]], pieces.Length == 0 ? "" : pieces[at].TrimStart('+'), [.. pieces.Skip(at + 1)]);
    }

    static IEnumerable<string> Regular(string verb) => verb switch
    {
        [.. var stem, 'e'] => [verb + "s", verb + "d", stem + "ing"],
        [.. var stem, 'y'] when stem is not [.., 'a' or 'e' or 'o' or 'u'] => [stem + "ies", stem + "ied", verb + "ing"],
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => [verb + "es", verb + "ed", verb + "ing"],
        _ => [verb + "s", verb + "ed", verb + "ing"],
    };

    VerbPattern Pattern(PatternReader reader, string text, int line)
    {
        var bracket = text.LastIndexOf('[');
        if (bracket < 0)
            throw new DataFileException(path, line, "the pattern has no code; expected '- words * words [code]'");
        var (before, after) = reader.Read(text[..bracket], line);
        return new VerbPattern(before, after, Code(text[bracket..], line), line);
    }

    /// <summary>"[040]", "[043:042]", "[:080]"; "[---]" and marks of older coders are no code.</summary>
    VerbCode Code(string text, int line)
    {
        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (close < 0)
            throw new DataFileException(path, line, "expected ']' behind the code");
        var sides = text[1..close].Split(':', 2, StringSplitOptions.TrimEntries);
        return new VerbCode(Side(sides[0]), sides.Length > 1 ? Side(sides[1]) : null);

        // Authors mark what they are not sure of: "[025?]".
        string? Side(string side) => side.TrimEnd('?') is var sure && sure is "" or "---" or "+++" or "###" ? null
            : sure.Length <= LongestCode && sure.All(char.IsAsciiLetterOrDigit) ? sure.ToUpperInvariant()
            : throw new DataFileException(path, line, $"'{side}' is no code; expected figures as 057, two codes as 043:042, or ---");
    }

    DataFileException Problem(string reason) => new(path, number, reason);
}
