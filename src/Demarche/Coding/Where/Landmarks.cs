using Demarche.Documents;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;

namespace Demarche.Coding;

/// <summary>Places that no gazetteer lists but that tell a country: "at the Kremlin", "in the Afghan capital", "in the country".</summary>
sealed class Landmarks(CountryPlaces countries, StateNames states)
{
    const int LongestName = 3;

    /// <param name="home">The country that the text is about; null where it is about several.</param>
    public IEnumerable<PlaceMention> In(Document document, Sentence sentence, string? home)
    {
        for (var token = sentence.First; token < sentence.End; token++)
            if (CountryOf(document, sentence, token, home, out var end) is { } code && countries.Find(code) is { } country)
                yield return new PlaceMention(token, end, country);
    }

    string? CountryOf(Document document, Sentence sentence, int token, string? home, out int end)
    {
        end = token + 1;
        if (char.IsUpper(document.Tokens.Forms[token][0]))
            return Building(document, sentence, token, out end);
        if (document.Tokens.Tags[token] != PartOfSpeech.NOUN)
            return null;
        return document.Tokens.Lemmas[token] switch
        {
            "capital" when Owner(document, token) is { } owner => owner,
            "country" or "nation" or "territory" or "city" or "town" or "capital" or "village" or "kingdom" or "republic" when IsKnownOne(document, token) => home,
            _ => null,
        };
    }

    // "the White House": a building that stands for a government is also where it sits.
    string? Building(Document document, Sentence sentence, int token, out int end)
    {
        for (end = Math.Min(sentence.End, token + LongestName); end > token; end--)
            foreach (var name in states.Find(string.Join(' ', document.Tokens.Forms[token..end])))
                if (name is { Kind: StateNameKind.Metonym, Ambiguous: false })
                    return name.State.Code;
        return null;
    }

    string? Owner(Document document, int noun)
    {
        foreach (var child in document.Tokens.Children[noun])
            if (child < noun && char.IsUpper(document.Tokens.Forms[child][0]) && states.Find(document.Tokens.Forms[child]) is [{ Ambiguous: false } name, ..])
                return name.State.Code;
        return null;
    }

    // "the country", "the city 's streets"; not "the northern city", which is to be named yet.
    static bool IsKnownOne(Document document, int noun)
    {
        var definite = false;
        foreach (var child in document.Tokens.Children[noun])
            switch (Phrases.Relation(document.Tokens, child))
            {
                case "det":
                    definite = document.Tokens.Lemmas[child] is "the" or "this";
                    break;
                case "amod" or "compound" or "nmod" or "acl" or "appos" or "nummod" or "flat":
                    return false;
            }
        return definite;
    }
}
