using System.Collections.Frozen;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The kind of claim that a reporting word makes: <c>data/lexicon/en/claims.txt</c>.</summary>
public sealed class ClaimLexicon
{
    readonly FrozenDictionary<string, ClaimKind> verbs;
    readonly FrozenDictionary<string, ClaimKind> nouns;

    ClaimLexicon(FrozenDictionary<string, ClaimKind> verbs, FrozenDictionary<string, ClaimKind> nouns) => (this.verbs, this.nouns) = (verbs, nouns);

    public static ClaimLexicon Load(DataFolder data, string language = "en")
    {
        var path = $"data/lexicon/{language}/claims.txt";
        using var stream = data.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads records; the first that lists a word wins. <paramref name="path"/> is the name used in messages.</summary>
    public static ClaimLexicon Read(Stream stream, string path)
    {
        var verbKinds = new Dictionary<string, ClaimKind>();
        var nounKinds = new Dictionary<string, ClaimKind>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            var name = record.Single("claim") ?? throw new DataFileException(path, record.Line, "expected 'claim:' in every record");
            if (!Enum.TryParse<ClaimKind>(name, ignoreCase: true, out var kind) || char.IsDigit(name[0]))
                throw new DataFileException(path, record.Line,
                    $"unknown claim '{name}'{NearMiss.Hint(name, Enum.GetNames<ClaimKind>().Select(one => one.ToLowerInvariant()))}; expected one of {string.Join(", ", Enum.GetNames<ClaimKind>()).ToLowerInvariant()}");
            if (string.IsNullOrEmpty(record.Single("source")))
                throw new DataFileException(path, record.Line, "expected 'source:' in every record");
            foreach (var field in record.Fields)
            {
                if (field.Key is "claim" or "source")
                    continue;
                var target = field.Key switch
                {
                    "verbs" => verbKinds,
                    "nouns" => nounKinds,
                    _ => throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, ["claim", "verbs", "nouns", "source"])}; expected claim, verbs, nouns, source"),
                };
                foreach (var word in field.Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    target.TryAdd(word, kind);
            }
        }
        return new ClaimLexicon(verbKinds.ToFrozenDictionary(), nounKinds.ToFrozenDictionary());
    }

    public ClaimKind? Find(string lemma, bool isVerb) => (isVerb ? verbs : nouns).TryGetValue(lemma, out var kind) ? kind : null;
}
