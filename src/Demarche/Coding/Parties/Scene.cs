using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Where a text plays: "police" in a story from Hong Kong are Hong Kong's. The nearest place of the sentence decides, else the
/// country the text names most.
/// </summary>
sealed class Scene(Document document)
{
    readonly string? main = MainCountry(document);

    /// <param name="local">Whether the party is one of the place ("police", "residents"); an office belongs to the country of the whole text.</param>
    public string? CountryAt(int trigger, bool local)
    {
        if (!local)
            return main;
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        string? nearest = null;
        var distance = int.MaxValue;
        foreach (var mention in document.Places)
            if (mention.First >= sentence.First && mention.End <= sentence.End && mention.Place?.Country is { } country && Math.Abs(mention.First - trigger) < distance && IsLocative(mention))
                (nearest, distance) = (country, Math.Abs(mention.First - trigger));
        return nearest ?? main;
    }

    /// <summary>Only bodies and people that belong to a country take it from the scene.</summary>
    public static bool TakesCountry(ActorReading reading) =>
        reading.Kind is ActorKind.Role or ActorKind.Office && reading.Sector is "COP" or "GOV" or "MIL" or "JUD" or "LEG" or "CVL" or "OPP" or "LAB" or "EDU" or "REB" or "PTY";

    bool IsLocative(PlaceMention mention)
    {
        for (var token = mention.First; token < mention.End; token++)
            foreach (var child in document.Tokens.Children[token])
                if (document.Tokens.Relations[child] == "case" && document.Tokens.Lemmas[child] is "in" or "at" or "near" or "outside" or "inside" or "across")
                    return true;
        return false;
    }

    static string? MainCountry(Document document)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in document.Places)
            if (mention.Place?.Country is { } country)
                counts[country] = counts.GetValueOrDefault(country) + 1;
        // "WASHINGTON (AP) -": whoever reports from there speaks of its government without naming the country.
        if (document.Places.FirstOrDefault() is { First: < 3, Place.Country: { } dateline } first && document.Tokens.Forms[first.First].All(c => !char.IsLower(c)))
            return dateline;
        // At least two mentions, and twice as many as of the next.
        var ranked = counts.OrderByDescending(pair => pair.Value).Take(2).ToList();
        return ranked.Count > 0 && ranked[0].Value >= 2 && (ranked.Count == 1 || ranked[0].Value >= 2 * ranked[1].Value) ? ranked[0].Key : null;
    }
}
