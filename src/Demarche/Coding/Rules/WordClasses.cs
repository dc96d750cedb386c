using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>Named lists of lemmas that rules share (data/lexicon/en/classes.txt): "@weapon", "@talks".</summary>
sealed class WordClasses
{
    public const string Path = "data/lexicon/en/classes.txt";

    /// <summary>The classes that the program itself asks for; no rule need use them.</summary>
    public static readonly ImmutableArray<string> OfProgram =
        ["addressing", "amount", "beside", "container", "happen", "land", "no-doer", "no-target", "of-courts", "of-parliament", "other-side", "outskirts", "pair", "party-noun", "party-pronoun", "peace", "sport", "sport-only", "state-noun", "support", "tell", "thanks", "war"];

    readonly FrozenDictionary<string, FrozenSet<string>> classes;

    public WordClasses(DataFolder data)
    {
        using var stream = data.Open(Path);
        classes = Read(RecordFile.Read(stream, Path));
        foreach (var name in OfProgram)
            if (!classes.ContainsKey(name))
                throw new DataFileException(Path, 1, $"expected the class '{name}', which the program needs");
    }

    /// <summary>The lemmas of a class of <see cref="OfProgram"/>, named without its @.</summary>
    public FrozenSet<string> this[string name] =>
        OfProgram.Contains(name) ? classes[name] : throw new ArgumentException($"'{name}' is not among {nameof(OfProgram)}", nameof(name));

    /// <summary>The classes a lemma is in, by name.</summary>
    public IEnumerable<string> Of(string lemma) => classes.Where(one => one.Value.Contains(lemma)).Select(one => one.Key).Order(StringComparer.Ordinal);

    /// <summary>One word, or all words of a class written "@name".</summary>
    public FrozenSet<string> Expand(string word, string path, int line) => Expand(word, classes, path, line);

    static FrozenSet<string> Expand(string word, IReadOnlyDictionary<string, FrozenSet<string>> known, string path, int line)
    {
        if (!word.StartsWith('@'))
            return new[] { word }.ToFrozenSet();
        return known.TryGetValue(word[1..], out var members)
            ? members
            : throw new DataFileException(path, line, $"no word class '{word}'{NearMiss.Hint(word[1..], known.Keys, "@")}");
    }

    static FrozenDictionary<string, FrozenSet<string>> Read(IEnumerable<DataRecord> records)
    {
        var read = new Dictionary<string, FrozenSet<string>>();
        foreach (var record in records)
        {
            var name = record.Single("class") ?? throw new DataFileException(record.Path, record.Line, "expected 'class: name'");
            var words = new HashSet<string>();
            foreach (var field in record.Fields)
                switch (field.Key)
                {
                    case "class":
                        break;
                    case "words":
                        foreach (var word in field.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                            words.UnionWith(Expand(word, read, record.Path, field.Line));
                        break;
                    default:
                        throw new DataFileException(record.Path, field.Line, $"unknown key '{field.Key}'; a class has 'class' and 'words'");
                }
            if (!read.TryAdd(name, words.ToFrozenSet()))
                throw new DataFileException(record.Path, record.Line, $"the class '{name}' stands here twice");
        }
        return read.ToFrozenDictionary();
    }
}
