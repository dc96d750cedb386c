namespace Demarche.Language.Coreference;

partial class CoreferenceReading
{
    Referent? FindName(CoreferenceMention mention)
    {
        for (var i = referents.Count - 1; i >= 0; i--)
            if (referents[i].IsNamed && referents[i].Animacy == mention.Animacy && IsSameName(mention, referents[i]))
                return referents[i];
        return null;
    }

    static bool IsSameName(CoreferenceMention mention, Referent referent)
    {
        if (mention.StateCode is not null)
            return mention.StateCode == referent.StateCode;
        if (mention.Gender != Gender.Unknown && referent.Gender != Gender.Unknown && mention.Gender != referent.Gender)
            return false;
        foreach (var other in referent.Names)
        {
            if (mention.Words.AsSpan().SequenceEqual(other))
                return true;
            if (mention.Animacy == Animacy.Person && (IsShortened(mention.Words, other) || IsShortened(other, mention.Words)))
                return true;
            if (mention.Animacy == Animacy.Body && (IsAcronym(mention.Words, other) || IsAcronym(other, mention.Words)))
                return true;
        }
        return false;
    }

    // "Khrenin" of "Viktor Khrenin", "Li" of "Li Shangfu", "Kim Yo Jong" is not "Kim Jong Un".
    static bool IsShortened(string[] shorter, string[] longer)
    {
        if (shorter.Length >= longer.Length)
            return false;
        var at = 0;
        foreach (var word in longer)
            if (at < shorter.Length && shorter[at] == word)
                at++;
        return at == shorter.Length && (shorter.Length > 1 || shorter[0].Length > 1) && (shorter[^1] == longer[^1] || shorter[0] == longer[0]);
    }

    static bool IsAcronym(string[] shorter, string[] longer)
    {
        if (shorter.Length != 1 || longer.Length < 2)
            return false;
        var letters = shorter[0].Replace(".", "", StringComparison.Ordinal);
        if (letters.Length < 2)
            return false;
        var all = string.Concat(longer.Where(word => char.IsLetter(word[0])).Select(word => word[0]));
        var content = string.Concat(longer.Where(word => char.IsLetter(word[0]) && word is not ("of" or "the" or "for" or "and" or "in" or "on" or "to")).Select(word => word[0]));
        return letters == all || letters == content;
    }
}
