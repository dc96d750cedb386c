using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The words that decide the status of acts told below them: <c>data/lexicon/en/operators.txt</c>.</summary>
public sealed class OperatorLexicon
{
    const string AnyFrame = "";

    static readonly Dictionary<string, OperatorClass> Classes = new()
    {
        ["verbs"] = OperatorClass.Verb,
        ["nouns"] = OperatorClass.Noun,
        ["adjectives"] = OperatorClass.Adjective,
        ["modifiers"] = OperatorClass.Modifier,
        ["adverbs"] = OperatorClass.Adverb,
        ["prepositions"] = OperatorClass.Preposition,
        ["markers"] = OperatorClass.Marker,
        ["phrases"] = OperatorClass.Phrase,
    };

    readonly FrozenDictionary<(OperatorClass, string Word, string Frame), StatusOperator> operators;

    readonly FrozenSet<string> phraseEnds;
    readonly FrozenSet<string> tailStarts;

    OperatorLexicon(FrozenDictionary<(OperatorClass, string Word, string Frame), StatusOperator> operators)
    {
        this.operators = operators;
        var phrases = operators.Keys.Where(key => key.Item1 == OperatorClass.Phrase).ToList();
        phraseEnds = phrases.Where(key => key.Frame != "after").Select(key => key.Word[(key.Word.LastIndexOf(' ') + 1)..]).ToFrozenSet();
        tailStarts = phrases.Where(key => key.Frame == "after").Select(key => key.Word.Split(' ')[0]).ToFrozenSet();
    }

    /// <summary>Whether a phrase before an act may end with this word.</summary>
    public bool EndsPhrase(string word) => phraseEnds.Contains(word);

    /// <summary>Whether a phrase after an act may start with this word.</summary>
    public bool StartsTail(string word) => tailStarts.Contains(word);

    public static OperatorLexicon Load(DataFolder data, string language = "en")
    {
        var path = $"data/lexicon/{language}/operators.txt";
        using var stream = data.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads records; the first that lists a word with a frame wins. <paramref name="path"/> is the name used in messages.</summary>
    public static OperatorLexicon Read(Stream stream, string path)
    {
        var read = new Dictionary<(OperatorClass, string, string), StatusOperator>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            var kind = Operator(record);
            if (string.IsNullOrEmpty(record.Single("source")))
                throw new DataFileException(path, record.Line, "expected 'source:' in every record");
            string[] frames = record.Single("takes") is { } takes ? Words(takes) : [AnyFrame];
            var found = false;
            foreach (var field in record.Fields)
            {
                if (field.Key is "operator" or "takes" or "source")
                    continue;
                if (!Classes.TryGetValue(field.Key, out var kindOfWord))
                    throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, Classes.Keys)}; expected operator, takes, source, {string.Join(", ", Classes.Keys)}");
                found = true;
                foreach (var word in Words(field.Value))
                    foreach (var frame in frames)
                        read.TryAdd((kindOfWord, word, frame), kind);
            }
            if (!found)
                throw new DataFileException(path, record.Line, "the record lists no words: expected " + string.Join(", ", Classes.Keys));
        }
        return new OperatorLexicon(read.ToFrozenDictionary());
    }

    /// <summary>
    /// The operator of a word for content that hangs on it by <paramref name="frame"/> ("that", "inf", "ing", "noun", "subject",
    /// a preposition, or a preposition with "+ing", which falls back on the preposition alone).
    /// </summary>
    public StatusOperator? Find(OperatorClass kind, string word, string frame = AnyFrame)
    {
        if (operators.TryGetValue((kind, word, frame), out var found))
            return found;
        if (frame.EndsWith("+ing", StringComparison.Ordinal) && operators.TryGetValue((kind, word, frame[..^4]), out found))
            return found;
        return frame.Length > 0 && operators.TryGetValue((kind, word, AnyFrame), out found) ? found : null;
    }

    static StatusOperator Operator(DataRecord record)
    {
        var name = record.Single("operator") ?? throw new DataFileException(record.Path, record.Line, "expected 'operator:' in every record");
        return Enum.TryParse<StatusOperator>(name, ignoreCase: true, out var kind) && !char.IsDigit(name[0])
            ? kind
            : throw new DataFileException(record.Path, record.Line,
                $"unknown operator '{name}'{NearMiss.Hint(name, Enum.GetNames<StatusOperator>().Select(one => one.ToLowerInvariant()))}; expected one of {string.Join(", ", Enum.GetNames<StatusOperator>()).ToLowerInvariant()}");
    }

    static string[] Words(string value) => value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
