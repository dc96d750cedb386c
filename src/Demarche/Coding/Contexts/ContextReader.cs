using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Contexts;

/// <summary>Why or about what: the codebook's contexts by words and by acts and parties (data/lexicon/en/contexts.txt).</summary>
sealed class ContextReader
{
    const string Path = "data/lexicon/en/contexts.txt";

    readonly FrozenDictionary<string, ImmutableArray<string>> byWord;
    readonly FrozenDictionary<string, ImmutableArray<ContextCondition>> conditions;

    public static ContextReader Load(DataFolder data, Ontology ontology)
    {
        using var stream = data.Open(Path);
        return new ContextReader(stream, ontology);
    }

    public ContextReader(Stream stream, Ontology ontology)
    {
        var words = new Dictionary<string, SortedSet<string>>();
        var whens = new Dictionary<string, ImmutableArray<ContextCondition>>();
        foreach (var record in RecordFile.Read(stream, Path))
        {
            var context = record.Single("context") ?? throw new DataFileException(Path, record.Line, "expected 'context: name'");
            if (!ontology.Contexts.Contains(context))
                throw new DataFileException(Path, record.Line, $"'{context}' is no context{NearMiss.Hint(context, ontology.Contexts)}");
            if (!whens.TryAdd(context, [.. record.All("when").Select(field => ContextCondition.Read(field, Path, ontology))]))
                throw new DataFileException(Path, record.Line, $"the context '{context}' stands here twice");
            foreach (var field in record.Fields)
                switch (field.Key)
                {
                    case "context" or "when":
                        break;
                    case "words":
                        foreach (var word in field.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                        {
                            if (!words.TryGetValue(word, out var contexts))
                                words.Add(word, contexts = new SortedSet<string>(StringComparer.Ordinal));
                            contexts.Add(context);
                        }
                        break;
                    default:
                        throw new DataFileException(Path, field.Line, $"unknown key '{field.Key}'; a context has 'context', 'words' and 'when'");
                }
        }
        byWord = words.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());
        conditions = whens.ToFrozenDictionary();
    }

    public DocumentContexts Of(Document document) => new(document, byWord, conditions);
}
