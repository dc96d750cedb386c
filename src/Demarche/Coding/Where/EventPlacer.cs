using System.Collections.Immutable;
using Demarche.Coding.Parties;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding;

/// <summary>
/// Places an act by the locatives of its own clause; a visit or attack by what it goes to; what the authorities of a country do,
/// or people of one country among themselves, in that country; else, if it is no background, by the dateline of the text. A
/// country that is inferred so has no span. Words spoken have the place of the speaking, not of what they speak of.
/// </summary>
public sealed class EventPlacer(CountryPlaces countries, StateNames states)
{
    readonly Landmarks landmarks = new(countries, states);

    /// <param name="about">The country that the text is about, or null: "the country" is this one.</param>
    public EventPlace? Read(Document document, int trigger, StatusReading reading, EventCategory category, ImmutableArray<Party> actors, ImmutableArray<Party> recipients, string? about = null)
    {
        var located = Located(document, category.Type.IsSpeech() && CueOf(document, trigger) is { } cue ? cue : trigger, about)
            ?? Antecedent(document, trigger) ?? Goal(document, category, recipients);
        if (located is not null)
            return located;
        var dateline = reading.Background || !reading.Status.IsReal() ? null : Dateline.Before(document, trigger) is { } from ? At(document, from) : null;
        var home = Home(category, actors, recipients) ?? (category.Type.IsOnTheGround() && dateline is null ? HomeOfTheStory(document, actors, recipients) : null);
        if (home is null || dateline?.Place.Country == home)
            return dateline;
        return countries.Find(home) is { } country ? new EventPlace(country, null) : null;
    }

    EventPlace? Located(Document document, int trigger, string? about)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        var best = default(PlaceMention);
        var bestRank = int.MaxValue;
        foreach (var mention in document.Places.Where(mention => mention.First >= sentence.First && mention.End <= sentence.End).Concat(landmarks.In(document, sentence, about)))
        {
            if (mention.Place is null)
                continue;
            var rank = Rank(document, mention, trigger);
            if (rank < bestRank)
                (best, bestRank) = (mention, rank);
        }
        return bestRank < int.MaxValue ? At(document, best) : null;
    }

    static EventPlace At(Document document, PlaceMention mention) => new(mention.Place!, document.SpanOf(mention.First, mention.End));

    /// <summary>The verb of saying in the sentence, for an act told inside quotation marks.</summary>
    static int? CueOf(Document document, int trigger)
    {
        var sentence = document.Sentences[document.SentenceOf(trigger)];
        foreach (var quotation in document.Quotations)
            if (quotation.Kind != QuotationKind.Indirect && quotation.Cue >= sentence.First && quotation.Cue < sentence.End && quotation.Content.Contains(document.Tokens.Spans[trigger]))
                return quotation.Cue;
        return null;
    }

    /// <summary>"a visit to Minsk, where he will meet ...": the place before the clause of "where".</summary>
    static EventPlace? Antecedent(Document document, int trigger)
    {
        var tokens = document.Tokens;
        var node = trigger;
        for (var steps = 0; steps < 4 && tokens.Heads[node] >= 0; steps++)
        {
            if (tokens.Children[node].FirstOrDefault(child => child < node && tokens.Forms[child].Equals("where", StringComparison.OrdinalIgnoreCase), -1) is >= 0 and var where)
            {
                var (first, _) = Phrases.Subtree(tokens, tokens.Heads[node]);
                var before = document.Places.LastOrDefault(mention => mention.Place is not null && mention.First >= first && mention.End <= where);
                return before.Place is null ? null : At(document, before);
            }
            if (Phrases.Relation(tokens, node) is not ("conj" or "xcomp"))
                return null;
            node = tokens.Heads[node];
        }
        return null;
    }

    /// <summary>What is visited, attacked or aided is where it happens, if the recipient is a place or named by one; so is a "Berlin man" who is arrested.</summary>
    EventPlace? Goal(Document document, EventCategory category, ImmutableArray<Party> recipients)
    {
        var isVisit = category.Mode is "visit" || (category.Type == EventType.Consult && category.Mode == "multilateral");
        if (!isVisit && category.Type is not (EventType.Assault or EventType.Aid or EventType.Coerce or EventType.Sanction))
            return null;
        var local = category.Type is EventType.Coerce or EventType.Sanction;
        foreach (var recipient in recipients)
            if (recipient.Span is { } span)
                foreach (var mention in document.Places)
                    if (mention.Place is { } place && !(local && place.Kind == "country") && span.Contains(document.Tokens.Spans[mention.First]))
                        return At(document, mention);
        return isVisit && recipients.FirstOrDefault()?.Code is { } host && countries.Find(host) is { } country ? new EventPlace(country, null) : null;
    }

    /// <summary>The country whose authorities act at home, or whose people act among themselves; null where neither is told.</summary>
    static string? Home(EventCategory category, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        foreach (var actor in actors)
            // Whoever holds a passive's victim, unnamed, is of the place; courts, police and ministers of the interior act at home.
            if (actor.Code is not null && ((actor is { Implicit: true, Text: null } && category.Type is EventType.Coerce or EventType.Sanction or EventType.Retreat) || actor.Sector is "COP" or "JUD" || actor.Office is "interior minister" or "justice minister" or "parliament speaker" or "prosecutor general" or "judge" || (actor.Sector is "GOV" && category.Type == EventType.Coerce)))
                return actor.Code;
        var known = actors.Concat(recipients).Select(party => party.Code).Where(code => code is not null).Distinct().ToList();
        if (known.Count != 1 || actors.IsEmpty)
            return null;
        var bothSides = actors.Any(party => party.Code is not null) && recipients.Any(party => party.Code is not null);
        // "Police besieged the university": the police of the country whose university it is.
        var bodyOfPlace = actors.Any(party => party.Sector is "COP" or "JUD") && recipients.Any(party => party.Code is not null && party.Sector is not (null or "CVL"));
        return bothSides || bodyOfPlace || category.Type is EventType.Protest ? known[0] : null;
    }

    /// <summary>The country a text names by far most, for an act on the ground that no other country has a part in.</summary>
    static string? HomeOfTheStory(Document document, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in document.Places)
            if (mention.Place?.Country is { } country)
                counts[country] = counts.GetValueOrDefault(country) + 1;
        var ranked = counts.OrderByDescending(pair => pair.Value).Take(2).ToList();
        if (ranked.Count == 0 || (ranked.Count > 1 && ranked[0].Value < 2 * ranked[1].Value))
            return null;
        var codes = actors.Concat(recipients).Select(party => party.Code).Where(code => code is not null).ToList();
        return codes.Count == 0 || codes.Contains(ranked[0].Key) ? ranked[0].Key : null;
    }

    static int Rank(Document document, PlaceMention mention, int trigger)
    {
        var tokens = document.Tokens;
        var head = mention.First;
        for (var i = mention.First; i < mention.End; i++)
            if (tokens.Heads[i] < mention.First || tokens.Heads[i] >= mention.End)
                head = i;
        if (!IsLocative(tokens, head, trigger))
            return int.MaxValue;
        var node = trigger;
        for (var steps = 0; steps < 6; steps++)
        {
            var anchor = head;
            for (var down = 0; down < Deepest && anchor >= 0; down++)
            {
                if (anchor == node)
                    return (steps * Deepest) + down;
                anchor = IsClause(tokens, anchor) ? -1 : tokens.Heads[anchor];
            }
            if (tokens.Heads[node] < 0 || tokens.Relations[node] is "acl:relcl" or "ccomp" or "parataxis")
                break;
            node = tokens.Heads[node];
        }
        return int.MaxValue;
    }

    // A place within nested phrases: "an attack on a base of the army in the north of Mali".
    const int Deepest = 7;

    static bool IsClause(TokenTable tokens, int token) =>
        Phrases.Relation(tokens, token) is "acl" or "advcl" or "ccomp" or "csubj" or "parataxis";

    // "southwest of Baghdad", "30 kilometres north of it".
    static bool IsSide(string word) => word is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest"
        or "north-east" or "north-west" or "south-east" or "south-west" or "outside";

    // "in Kyiv", "near the town of Bucha", "Kyiv's suburbs" after "in". Where something goes is its place only beside the act
    // itself: an ambassador to Britain is not in Britain, a request from it was not made there.
    static bool IsLocative(TokenTable tokens, int head, int trigger)
    {
        var node = head;
        var owned = false;
        for (var steps = 0; steps < 4 && node >= 0; steps++)
        {
            foreach (var child in tokens.Children[node])
                if (tokens.Relations[child] == "case")
                    switch (tokens.Forms[child].ToLowerInvariant())
                    {
                        case "in" or "at" or "near" or "inside" or "outside" or "across" or "around" or "throughout" or "off" or "within" or "along":
                            return true;
                        case "to" or "into" or "through" or "toward" or "towards":
                            return tokens.Heads[node] == trigger;
                        case "of" or "from" when tokens.Heads[node] is >= 0 and var side && IsSide(tokens.Lemmas[side].ToLowerInvariant()):
                            return true;
                    }
            // "in the office with China's negotiator": whose man he is, not where.
            owned |= tokens.Relations[node] == "nmod:poss";
            if (Phrases.Relation(tokens, node) is not ("nmod" or "compound" or "flat" or "appos" or "conj")
                || (owned && tokens.Children[node].Any(child => child < node && tokens.Relations[child] == "case" && tokens.Forms[child].ToLowerInvariant() is "with" or "for" or "from" or "by" or "against" or "about" or "on" or "between")))
                return false;
            node = tokens.Heads[node];
        }
        return false;
    }
}
