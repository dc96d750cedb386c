using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>Why or about what: the codebook's contexts by words of the event's sentence (data/lexicon/en/contexts.txt) and by its rule.</summary>
sealed class ContextReader
{
    const string Path = "data/lexicon/en/contexts.txt";

    readonly FrozenDictionary<string, ImmutableArray<string>> byWord;

    public ContextReader(DataFolder data, Ontology ontology)
    {
        using var stream = data.Open(Path);
        var lists = new Dictionary<string, SortedSet<string>>();
        foreach (var record in RecordFile.Read(stream, Path))
        {
            var context = record.Single("context") ?? throw new DataFileException(Path, record.Line, "expected 'context: name'");
            if (!ontology.Contexts.Contains(context))
                throw new DataFileException(Path, record.Line, $"'{context}' is no context{NearMiss.Hint(context, ontology.Contexts)}");
            foreach (var field in record.All("words"))
                foreach (var word in field.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!lists.TryGetValue(word, out var contexts))
                        lists.Add(word, contexts = new SortedSet<string>(StringComparer.Ordinal));
                    contexts.Add(context);
                }
        }
        byWord = lists.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray());
    }

    /// <summary>The contexts of an event, sorted.</summary>
    public ImmutableArray<string> Read(Document document, Sentence sentence, EventRule rule)
    {
        var found = new SortedSet<string>(rule.Contexts, StringComparer.Ordinal);
        for (var token = sentence.First; token < sentence.End; token++)
            if (document.Tokens.Tags[token] is PartOfSpeech.NOUN or PartOfSpeech.ADJ or PartOfSpeech.PROPN or PartOfSpeech.VERB
                && byWord.TryGetValue(document.Tokens.Lemmas[token].ToLowerInvariant(), out var contexts))
                found.UnionWith(contexts);
        return [.. found];
    }
}
