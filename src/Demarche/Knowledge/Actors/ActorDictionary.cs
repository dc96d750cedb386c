using System.Collections.Immutable;
using System.Globalization;

namespace Demarche.Knowledge.Actors;

/// <summary>One code of an entry, and the days on which it holds.</summary>
/// <param name="Code">As the dictionary writes it, in capitals; empty for "---": the phrase names nobody.</param>
readonly record struct DictionaryCode(string Code, Period Period);

/// <summary>What a dictionary calls by some names.</summary>
/// <param name="IsAgent">Whether it is a role that takes the state of the words around it ("~GOV").</param>
sealed record DictionaryEntry(ImmutableArray<string> Names, ImmutableArray<DictionaryCode> Codes, bool IsAgent);

/// <summary>
/// A dictionary of actors or agents as the coders TABARI, PETRARCH and Universal PETRARCH read them: <c>NAME [CODE]</c>, synonyms
/// behind <c>+</c>, codes of a time indented below. The format is described in docs/data-formats.md.
/// </summary>
public sealed class ActorDictionary
{
    ActorDictionary(ImmutableArray<DictionaryEntry> entries) => Entries = entries;

    internal ImmutableArray<DictionaryEntry> Entries { get; }

    public int Count => Entries.Length;

    /// <summary>The last words of its agents, in lower case: what can head a party's phrase.</summary>
    internal IEnumerable<string> AgentNouns => Entries.Where(entry => entry.IsAgent).SelectMany(entry => entry.Names).Select(name => name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());

    /// <summary>Reads a file; one that cannot be opened, or whose lines are no dictionary's, is a <see cref="DataFileException"/>.</summary>
    public static ActorDictionary Load(string path) => CoderDictionary.Load(path, Read);

    /// <summary>Reads entries in their order. <paramref name="path"/> is the name used in messages.</summary>
    public static ActorDictionary Read(Stream stream, string path)
    {
        var reading = new Reading(path);
        foreach (var (number, line) in CoderDictionary.Lines(stream, "#;"))
            reading.Line(line, number);
        return new ActorDictionary(reading.End());
    }

    sealed class Reading(string path)
    {
        readonly ImmutableArray<DictionaryEntry>.Builder entries = ImmutableArray.CreateBuilder<DictionaryEntry>();
        readonly Dictionary<string, string[]> sets = [];
        readonly List<string> names = [];
        readonly List<DictionaryCode> codes = [];
        int started;
        int number;

        public void Line(string text, int at)
        {
            number = at;
            if (text.StartsWith('!') && text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                sets[text[..equals].Trim()] = text[(equals + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            else if (text[0] == '+')
                Names(text.AsSpan(1), starts: false);
            else if (text.AsSpan().TrimStart()[0] == '[')
                Codes(text);
            else if (char.IsWhiteSpace(text[0]))
                throw Problem($"expected a code as [USAGOV 20090120-20170120] behind the indent, found '{text.Trim()}'");
            else
                Names(text, starts: true);
        }

        public ImmutableArray<DictionaryEntry> End()
        {
            Finish();
            return entries.ToImmutable();
        }

        void Names(ReadOnlySpan<char> text, bool starts)
        {
            var bracket = text.IndexOf('[');
            var head = bracket < 0 ? text : text[..bracket];
            var plural = "";
            var open = head.IndexOf('{');
            var regular = open < 0;
            if (open >= 0)
            {
                if (head.IndexOf('}') is var close && close < open)
                    throw Problem("expected '}' behind the plural");
                plural = head[(open + 1)..close].Trim().ToString();
                head = head[..open];
            }
            var name = head.Trim().ToString();
            if (name.Length == 0 || name[0] is '-' or '=' or '<' or '&' || name.Contains("---", StringComparison.Ordinal) || name.Contains('*', StringComparison.Ordinal))
                throw Problem($"expected NAME [CODE], +SYNONYM or an indented [CODE], found '{text.Trim()}'");
            if (starts)
            {
                Finish();
                started = number;
            }
            else if (names.Count == 0)
                throw Problem($"the synonym '{name}' stands before any entry");
            names.AddRange(Expanded(name));
            if (plural.Length > 0)
                names.AddRange(Expanded(plural));
            if (bracket >= 0)
            {
                Codes(text[bracket..]);
                if (starts && regular && codes.Exists(code => code.Code.Contains('~', StringComparison.Ordinal)))
                    names.AddRange(Expanded(name).Select(Plural).OfType<string>());
            }
        }

        // "!MINST!_OF_TRADE" stands for each word of the set.
        IEnumerable<string> Expanded(string name)
        {
            var first = name.IndexOf('!', StringComparison.Ordinal);
            var last = first < 0 ? -1 : name.IndexOf('!', first + 1);
            if (last < 0)
                return [Spelled(name)];
            var set = name[first..(last + 1)];
            return sets.TryGetValue(set, out var words)
                ? words.SelectMany(word => Expanded(name[..first] + word + name[(last + 1)..]))
                : throw Problem($"the set {set} is not defined above{NearMiss.Hint(set, sets.Keys)}");
        }

        void Codes(ReadOnlySpan<char> text)
        {
            if (names.Count == 0)
                throw Problem("the code stands before any entry");
            while (!(text = text.Trim()).IsEmpty)
            {
                var close = text.IndexOf(']');
                if (text[0] != '[' || close < 0)
                    throw Problem($"expected [CODE], found '{text}'");
                codes.Add(Code(text[1..close].Trim().ToString()));
                text = text[(close + 1)..];
            }
        }

        DictionaryCode Code(string inner)
        {
            var end = inner.AsSpan().IndexOfAny(" \t<>");
            var code = (end < 0 ? inner : inner[..end]).ToUpperInvariant();
            var when = end < 0 ? "" : string.Concat(inner[end..].Where(c => !char.IsWhiteSpace(c)));
            if (code is "---" or "+++" or "###")
                code = "";
            // Several at a time ("FRO/BIL/SAM"): the first.
            else if (code.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
                code = code[..slash];
            if (code.Length == 1 || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '~'))
                throw Problem($"'{code}' is no actor code; expected letters in groups of three (USAGOV, ~MIL) or ---");
            return new DictionaryCode(code, When(when));
        }

        Period When(string when)
        {
            var parts = when.TrimStart('<', '>').Split('-');
            return when switch
            {
                "" => Period.Always,
                ['<', ..] when parts.Length == 1 => new Period(int.MinValue, Day(parts[0]) - 1),
                ['>', ..] when parts.Length == 1 => new Period(Day(parts[0]) + 1, int.MaxValue),
                _ when parts.Length == 2 && when[0] is not ('<' or '>') => new Period(Day(parts[0]), Day(parts[1])),
                _ => throw Problem($"'{when}' is no time; expected <YYYYMMDD, >YYYYMMDD or YYYYMMDD-YYYYMMDD"),
            };
        }

        int Day(string digits)
        {
            // Years of two figures: 30 and more are of the last century, as in TABARI's own files of 1930 to 2029.
            var full = digits.Length == 6 ? (string.CompareOrdinal(digits, "30") >= 0 ? "19" : "20") + digits : digits;
            if (DateOnly.TryParseExact(full, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day.DayNumber;
            throw Problem($"'{digits}' is no date; expected YYYYMMDD or YYMMDD");
        }

        void Finish()
        {
            if (names.Count == 0)
                return;
            if (codes.Count == 0)
                throw new DataFileException(path, started, $"'{names[0]}' has no code; expected NAME [CODE], or [CODE] on a line below");
            entries.Add(new DictionaryEntry([.. names.Distinct()], [.. codes], codes.Exists(code => code.Code.Contains('~', StringComparison.Ordinal))));
            names.Clear();
            codes.Clear();
        }

        static string Spelled(string name) => name.Replace('_', ' ').Trim();

        // A word that ends the phrase in the plural already, or that has none, gets nothing sensible and harms nobody.
        static string? Plural(string name) => name switch
        {
            [.., 's' or 'S'] => null,
            [.. var stem, 'Y'] when stem is not [.., 'A' or 'E' or 'O' or 'U'] => stem + "IES",
            [.., 'X' or 'Z'] or [.., 'C' or 'S', 'H'] => name + "ES",
            _ => name + "S",
        };

        DataFileException Problem(string reason) => new(path, number, reason);
    }
}
