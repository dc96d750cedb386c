namespace Demarche.Language;

/// <summary>What a lemma does with the capitals of its form.</summary>
enum LemmaCase : byte
{
    Lower,
    Keep,
    /// <summary>The first letter as it is, the others small: "PARIS" is "Paris".</summary>
    Title,
}

/// <summary>How to make a lemma of a form: the case first, then an ending replaced.</summary>
readonly record struct LemmaScript(LemmaCase Case, int Strip, string Add)
{
    /// <summary>The script that makes this lemma of this form.</summary>
    public static LemmaScript Between(string form, string lemma)
    {
        var best = new LemmaScript(LemmaCase.Lower, int.MaxValue, lemma);
        foreach (var casing in (ReadOnlySpan<LemmaCase>)[LemmaCase.Lower, LemmaCase.Keep, LemmaCase.Title])
        {
            var start = Recase(form, casing);
            var common = start.AsSpan().CommonPrefixLength(lemma);
            if (start.Length - common + lemma.Length - common < (best.Strip == int.MaxValue ? best.Strip : best.Strip + best.Add.Length))
                best = new LemmaScript(casing, start.Length - common, lemma[common..]);
        }
        return best;
    }

    /// <summary>Applies the script; a form too short for it is its own lemma.</summary>
    public string Apply(string form)
    {
        var start = Recase(form, Case);
        if (Strip == 0 && Add.Length == 0 || Strip > start.Length || Strip == start.Length && Add.Length == 0)
            return start;
        return string.Concat(start.AsSpan(0, start.Length - Strip), Add);
    }

    static string Recase(string form, LemmaCase casing) => casing switch
    {
        LemmaCase.Lower => form.ToLowerInvariant(),
        LemmaCase.Title when form.Length > 1 => string.Concat(form.AsSpan(0, 1), form[1..].ToLowerInvariant()),
        _ => form,
    };
}
