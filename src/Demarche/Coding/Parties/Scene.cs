using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Where a text plays: "police" in a story from Hong Kong are Hong Kong's. The nearest place of the sentence decides, else the
/// country the text names most, else, in a text of several countries, that of the act told last.
/// </summary>
/// <param name="told">The acts of the document so far; grows while it is read.</param>
sealed class Scene(Document document, IReadOnlyList<ReportedEvent> told)
{
    // A judge, three sentences after a minister, is of his country.
    const int Near = 3;

    /// <summary>The country that the text is about; null where it is about several.</summary>
    public string? Main { get; } = MainCountry(document);

    /// <param name="local">Whether the party is one of the place ("police", "residents"); an office belongs to the country of the whole text.</param>
    public string? CountryAt(int trigger, bool local)
    {
        var main = MainAt(trigger);
        if (!local)
            return main;
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        string? nearest = null;
        var distance = int.MaxValue;
        foreach (var mention in document.Places)
            if (mention.First >= sentence.First && mention.End <= sentence.End && mention.Place?.Country is { } country && Math.Abs(mention.First - trigger) < distance && IsLocative(mention))
                (nearest, distance) = (country, Math.Abs(mention.First - trigger));
        return nearest ?? main ?? OfLastAct(document.SentenceOf(trigger));
    }

    // "STOCKHOLM — Prime Minister ..." within a page of briefs: from there on the text is about another country.
    string? MainAt(int token) => Dateline.Before(document, token) is { Place.Country: { } country, First: > 0 } ? country : Main;

    // Where it was, else whose police, court or minister did it.
    string? OfLastAct(int sentence)
    {
        var first = document.Sentences[Math.Max(0, sentence - Near)].Span.Start;
        for (var i = told.Count - 1; i >= 0 && told[i].Evidence.Start >= first; i--)
            if ((told[i].Place?.Place.Country ?? told[i].Actors.FirstOrDefault(actor => actor.Sector is "JUD" or "COP" || actor.Office is not null)?.Code) is { } country)
                return country;
        return null;
    }

    /// <summary>Which country "the country" is: the place told last before it in its sentence, else that of the text.</summary>
    public string? CountryBefore(int token)
    {
        var first = document.Sentences[document.SentenceOf(token)].First;
        string? last = null;
        foreach (var mention in document.Places)
            if (mention.First >= first && mention.End <= token && mention.Place?.Country is { } country)
                last = country;
        return last ?? MainAt(token);
    }

    /// <summary>Only bodies and people that belong to a country take it from the scene.</summary>
    public static bool TakesCountry(ActorReading reading) =>
        reading.Kind is ActorKind.Role or ActorKind.Office or ActorKind.Person && reading.Sector is "COP" or "GOV" or "MIL" or "JUD" or "LEG" or "CVL" or "OPP" or "LAB" or "EDU" or "REB" or "PTY" or "AGR" or "MED" or "REL"
            or "JRN" or "UAF" or "CRM" or "ELI";

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
            if (mention.Place?.Country is { } country && !IsOrigin(document, mention))
                counts[country] = counts.GetValueOrDefault(country) + 1;
        // "WASHINGTON (AP) -": whoever reports from there speaks of its government without naming the country.
        if (document.Places.FirstOrDefault() is { First: < 3, Place.Country: { } dateline } first && document.Tokens.Forms[first.First].All(c => !char.IsLower(c)))
            return GuestOf(document, counts, dateline) ?? dateline;
        // One country alone, the one the text opens with unless another is named oftener, or one named twice as often as the next.
        var opening = document.Places.Where(mention => !IsGoal(document, mention)).Select(mention => mention.Place?.Country).FirstOrDefault(country => country is not null);
        var ranked = counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key == opening).Take(2).ToList();
        var isMain = ranked.Count == 1 || (ranked.Count > 1 && (ranked[0].Value >= 2 * ranked[1].Value || ranked[0].Key == opening));
        return isMain ? ranked[0].Key : null;
    }

    // "HAVANA — Colombia's government and rebels have ended the war": the city is but where they met.
    static string? GuestOf(Document document, SortedDictionary<string, int> counts, string dateline)
    {
        foreach (var mention in document.Places)
            if (mention.Place?.Country is { } country && country != dateline)
                return mention.First < document.Sentences[0].End && document.Tokens.Relations[mention.End - 1] == "nmod:poss" && document.Tokens.Heads[mention.End - 1] is >= 0 and var owned
                    && Phrases.Relation(document.Tokens, owned) == "nsubj" && counts.GetValueOrDefault(country) >= 2 * counts.GetValueOrDefault(dateline) ? country : null;
        return null;
    }

    // "The extradition of a banker to Spain": where it goes is not where the text plays.
    static bool IsGoal(Document document, PlaceMention mention)
    {
        for (var token = mention.First; token < mention.End; token++)
            foreach (var child in document.Tokens.Children[token])
                if (document.Tokens.Relations[child] == "case" && document.Tokens.Lemmas[child] is "to" or "from" or "with" or "against")
                    return true;
        return false;
    }

    // "A London-based group": where they sit, not where they act.
    static bool IsOrigin(Document document, PlaceMention mention) => mention.End < document.Tokens.Count
        && (document.Tokens.Forms[mention.End] is "-based" or "based" || (document.Tokens.Forms[mention.End] == "-" && mention.End + 1 < document.Tokens.Count && document.Tokens.Forms[mention.End + 1] == "based"));
}
