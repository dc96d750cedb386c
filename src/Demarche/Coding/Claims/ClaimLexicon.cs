using System.Collections.Frozen;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The kind of claim that a reporting word makes: <c>data/lexicon/en/claims.txt</c>.</summary>
public sealed class ClaimLexicon
{
    readonly FrozenDictionary<string, ClaimKind> verbs;
    readonly FrozenDictionary<string, ClaimKind> nouns;

    readonly FrozenDictionary<string, ClaimKind> modals;
    readonly FrozenSet<string> hedges;
    readonly FrozenSet<string> denying;
    readonly FrozenSet<string> doubted;
    readonly FrozenSet<string> withObject;

    ClaimLexicon(Dictionary<string, ClaimKind> verbs, Dictionary<string, ClaimKind> nouns, Dictionary<string, ClaimKind> modals, HashSet<string> hedges, HashSet<string> denying, HashSet<string> doubted, HashSet<string> withObject) =>
        (this.verbs, this.nouns, this.modals, this.hedges, this.denying, this.doubted, this.withObject) =
        (verbs.ToFrozenDictionary(), nouns.ToFrozenDictionary(), modals.ToFrozenDictionary(), hedges.ToFrozenSet(), denying.ToFrozenSet(), doubted.ToFrozenSet(), withObject.ToFrozenSet());

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
        var modalKinds = new Dictionary<string, ClaimKind>();
        var hedgeWords = new HashSet<string>();
        var denyingVerbs = new HashSet<string>();
        var doubtedNouns = new HashSet<string>();
        var takingObjects = new HashSet<string>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            if (string.IsNullOrEmpty(record.Single("source")))
                throw new DataFileException(path, record.Line, "expected 'source:' in every record");
            if (record.Single("hedges") is { } hedging)
            {
                hedgeWords.UnionWith(Words(hedging));
                continue;
            }
            if (record.Single("of") is { } objects)
            {
                denyingVerbs.UnionWith(Words(record.Single("verbs") ?? throw new DataFileException(path, record.Line, "expected 'verbs:' beside 'of:'")));
                doubtedNouns.UnionWith(Words(objects));
                continue;
            }
            var name = record.Single("claim") ?? throw new DataFileException(path, record.Line, "expected 'claim:' in every record");
            if (!Enum.TryParse<ClaimKind>(name, ignoreCase: true, out var kind) || char.IsDigit(name[0]))
                throw new DataFileException(path, record.Line,
                    $"unknown claim '{name}'{NearMiss.Hint(name, Enum.GetNames<ClaimKind>().Select(one => one.ToLowerInvariant()))}; expected one of {string.Join(", ", Enum.GetNames<ClaimKind>()).ToLowerInvariant()}");
            foreach (var field in record.Fields)
            {
                if (field.Key is "claim" or "source")
                    continue;
                var target = field.Key switch
                {
                    "verbs" => verbKinds,
                    "nouns" => nounKinds,
                    "modals" => modalKinds,
                    "objects" => verbKinds,
                    _ => throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, ["claim", "verbs", "nouns", "modals", "objects", "hedges", "of", "source"])}; expected claim, verbs, objects, nouns, modals, hedges, of, source"),
                };
                foreach (var word in Words(field.Value))
                {
                    target.TryAdd(word, kind);
                    if (field.Key == "objects")
                        takingObjects.Add(word);
                }
            }
        }
        return new ClaimLexicon(verbKinds, nounKinds, modalKinds, hedgeWords, denyingVerbs, doubtedNouns, takingObjects);
    }

    public ClaimKind? Find(string lemma, bool isVerb) => (isVerb ? verbs : nouns).TryGetValue(lemma, out var kind) ? kind : null;

    /// <summary>What a modal at the root of a sentence or of what is said makes of it ("should": a recommendation).</summary>
    public ClaimKind? OfModal(string form) => modals.TryGetValue(form, out var kind) ? kind : null;

    /// <summary>Whether the verb denies what such a noun as its object holds ("rejected claims that").</summary>
    public bool Denies(string verb, string noun) => doubted.Contains(noun) && (denying.Contains(verb) || Find(verb, isVerb: true) == ClaimKind.Denial);

    /// <summary>Whether what is held may be the verb's plain object ("opposes the pact").</summary>
    public bool TakesObject(string verb) => withObject.Contains(verb);

    public bool IsHedge(string form) => hedges.Contains(form);

    static string[] Words(string value) => value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
