using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// The inflected forms of the words that rules use. A trained lemmatizer makes "shel" of a rare "shelled"; for the words that
/// decide about events the forms are known, so the document is read with their lemmas.
/// </summary>
sealed class Inflections
{
    const string Path = "data/lexicon/en/irregular.tsv";

    readonly FrozenDictionary<string, string> verbs;
    readonly FrozenDictionary<string, string> nouns;

    public Inflections(DataFolder data, IEnumerable<string> verbLemmas, IEnumerable<string> nounLemmas)
    {
        var irregular = ReadIrregular(data);
        var forms = new Dictionary<string, string>();
        foreach (var lemma in verbLemmas.Distinct().Order(StringComparer.Ordinal))
            foreach (var form in irregular.TryGetValue(lemma, out var listed) ? listed.Append(WithS(lemma)).Append(WithIng(lemma)) : [WithS(lemma), WithIng(lemma), WithEd(lemma)])
                forms.TryAdd(form, lemma);
        // British "cancelled", American "canceled".
        foreach (var lemma in forms.Values.Distinct().Where(lemma => lemma.Length > 3 && lemma[^1] == 'l' && IsVowel(lemma[^2]) && !IsVowel(lemma[^3])).ToList())
        {
            forms.TryAdd(lemma + "led", lemma);
            forms.TryAdd(lemma + "ling", lemma);
        }
        foreach (var lemma in forms.Values.Distinct().ToList())
            forms.TryAdd(lemma, lemma);
        verbs = forms.ToFrozenDictionary();
        var names = new Dictionary<string, string>();
        foreach (var lemma in nounLemmas.Distinct().Order(StringComparer.Ordinal))
        {
            names.TryAdd(WithS(lemma), lemma);
            names.TryAdd(lemma, lemma);
        }
        nouns = names.ToFrozenDictionary();
    }

    /// <summary>The lemma of a form whatever its tag; null where no rule uses it.</summary>
    public string? LemmaOf(string form)
    {
        var lower = form.ToLowerInvariant();
        return verbs.TryGetValue(lower, out var verb) ? verb : nouns.GetValueOrDefault(lower);
    }

    /// <summary>The document with the lemmas of known forms put right; the document itself where all are.</summary>
    public Document Repair(Document document)
    {
        ImmutableArray<string>.Builder? lemmas = null;
        var tokens = document.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            var table = tokens.Tags[i] switch
            {
                PartOfSpeech.VERB => verbs,
                PartOfSpeech.NOUN or PartOfSpeech.PROPN => nouns,
                _ => null,
            };
            // The month is a name, the march is not.
            if (table is null || (tokens.Tags[i] == PartOfSpeech.PROPN && tokens.Forms[i] is "March" or "May") || !table.TryGetValue(tokens.Forms[i].ToLowerInvariant(), out var lemma) || tokens.Lemmas[i] == lemma)
                continue;
            lemmas ??= tokens.Lemmas.ToBuilder();
            lemmas[i] = lemma;
        }
        return lemmas is null ? document : document with { Tokens = tokens with { Lemmas = lemmas.MoveToImmutable() } };
    }

    static Dictionary<string, string[]> ReadIrregular(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Path), Path, "lemma", "past", "participle");
        int lemma = table.Column("lemma"), past = table.Column("past"), participle = table.Column("participle");
        var found = new Dictionary<string, string[]>();
        while (table.Read())
            found.Add(table[lemma], [.. table.List(past), .. table.List(participle)]);
        return found;
    }

    static string WithS(string lemma) => lemma switch
    {
        _ when EndsInConsonantY(lemma) => lemma[..^1] + "ies",
        _ when lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) => lemma + "es",
        _ => lemma + "s",
    };

    static string WithIng(string lemma) => lemma switch
    {
        _ when lemma.EndsWith("ie", StringComparison.Ordinal) => lemma[..^2] + "ying",
        _ when lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && lemma.Length > 2 => lemma[..^1] + "ing",
        _ when Doubles(lemma) => lemma + lemma[^1] + "ing",
        _ => lemma + "ing",
    };

    static string WithEd(string lemma) => lemma switch
    {
        _ when lemma.EndsWith('e') => lemma + "d",
        _ when EndsInConsonantY(lemma) => lemma[..^1] + "ied",
        _ when Doubles(lemma) => lemma + lemma[^1] + "ed",
        _ => lemma + "ed",
    };

    static bool EndsInConsonantY(string lemma) => lemma.Length > 1 && lemma[^1] == 'y' && !IsVowel(lemma[^2]);

    // One syllable, one vowel, one consonant: "ban", "rob"; and stressed last syllables that rules use.
    static bool Doubles(string lemma) =>
        lemma.Length >= 3 && !IsVowel(lemma[^1]) && lemma[^1] is not ('w' or 'x' or 'y') && IsVowel(lemma[^2]) && !IsVowel(lemma[^3])
        && (lemma.Count(IsVowel) == 1 || lemma is "rebut" or "commit" or "admit" or "permit" or "expel" or "compel" or "repel" or "deter" or "transfer" or "kidnap" or "submit" or "remit" or "abet" or "incur" or "refer" or "confer" or "defer" or "occur" or "concur"
            or "abhor" or "patrol" or "control" or "annul" or "rebel" or "propel");

    static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
