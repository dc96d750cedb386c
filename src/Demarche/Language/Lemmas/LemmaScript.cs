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
readonly record struct LemmaScript(LemmaCase Case, string Removed, string Added)
{
    /// <summary>The script that makes this lemma of this form.</summary>
    public static LemmaScript Between(string form, string lemma)
    {
        var best = default(LemmaScript);
        var least = int.MaxValue;
        foreach (var casing in (ReadOnlySpan<LemmaCase>)[LemmaCase.Lower, LemmaCase.Keep, LemmaCase.Title])
        {
            var start = Recase(form, casing);
            var common = start.AsSpan().CommonPrefixLength(lemma);
            if (start.Length + lemma.Length - 2 * common >= least)
                continue;
            least = start.Length + lemma.Length - 2 * common;
            best = new LemmaScript(casing, start[common..], lemma[common..]);
        }
        return best;
    }

    /// <summary>Applies the script; null where the form does not end as it wants.</summary>
    public string? TryApply(string form)
    {
        var start = Recase(form, Case);
        if (!start.EndsWith(Removed, StringComparison.Ordinal) || start.Length == Removed.Length && Added.Length == 0)
            return null;
        return Removed.Length == 0 && Added.Length == 0 ? start : string.Concat(start.AsSpan(0, start.Length - Removed.Length), Added);
    }

    /// <summary>Applies the script to a form it was learnt for, give or take the kind of an apostrophe.</summary>
    public string Apply(string form)
    {
        var start = Recase(form, Case);
        return start.Length < Removed.Length || start.Length == Removed.Length && Added.Length == 0
            ? start
            : string.Concat(start.AsSpan(0, start.Length - Removed.Length), Added);
    }

    static string Recase(string form, LemmaCase casing) => casing switch
    {
        LemmaCase.Lower => form.ToLowerInvariant(),
        LemmaCase.Title when form.Length > 1 => string.Concat(form.AsSpan(0, 1), form[1..].ToLowerInvariant()),
        _ => form,
    };
}
