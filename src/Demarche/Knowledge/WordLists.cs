using System.Collections.Frozen;

namespace Demarche.Knowledge;

/// <summary>
/// Named lists of words that a stage asks for by name: records of <c>list</c>, <c>words</c> and <c>source</c> (docs/data-formats.md). Whoever
/// reads them says which lists there must be, so that a name mistyped on either side is refused at load.
/// </summary>
public sealed class WordLists
{
    readonly FrozenDictionary<string, FrozenSet<string>> lists;
    readonly string path;

    WordLists(FrozenDictionary<string, FrozenSet<string>> lists, string path) => (this.lists, this.path) = (lists, path);

    /// <param name="name">Of the file: "status" is data/lexicon/en/status.txt.</param>
    public static WordLists Load(DataFolder data, string language, string name, params IReadOnlyCollection<string> expected)
    {
        var file = $"data/lexicon/{language}/{name}.txt";
        using var stream = data.Open(file);
        return Read(stream, file, expected);
    }

    /// <summary>Reads records. <paramref name="path"/> is the name used in messages.</summary>
    public static WordLists Read(Stream stream, string path, params IReadOnlyCollection<string> expected)
    {
        var read = new Dictionary<string, FrozenSet<string>>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            foreach (var field in record.Fields)
                if (field.Key is not ("list" or "words" or "source"))
                    throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, ["list", "words", "source"])}; expected list, words, source");
            var name = record.Single("list") ?? throw new DataFileException(path, record.Line, "expected 'list:' in every record");
            if (!expected.Contains(name))
                throw new DataFileException(path, record.Line, $"nothing asks for the list '{name}'{NearMiss.Hint(name, expected)}; expected {string.Join(", ", expected)}");
            if (string.IsNullOrEmpty(record.Single("source")))
                throw new DataFileException(path, record.Line, "expected 'source:' in every record");
            if (!read.TryAdd(name, WordsOf(record)))
                throw new DataFileException(path, record.Line, $"the list '{name}' stands here twice");
        }
        foreach (var name in expected)
            if (!read.ContainsKey(name))
                throw new DataFileException(path, 1, $"expected the list '{name}', which the program needs");
        return new WordLists(read.ToFrozenDictionary(), path);
    }

    public FrozenSet<string> this[string name] =>
        lists.TryGetValue(name, out var words) ? words : throw new ArgumentException($"'{name}' is not among the lists that were asked of {path}", nameof(name));

    static FrozenSet<string> WordsOf(DataRecord record)
    {
        var words = new HashSet<string>();
        foreach (var field in record.All("words"))
            foreach (var word in field.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (!words.Add(word))
                    throw new DataFileException(record.Path, field.Line, $"'{word}' stands twice in this list");
        return words.Count > 0 ? words.ToFrozenSet() : throw new DataFileException(record.Path, record.Line, "expected 'words:', set off by |");
    }
}
