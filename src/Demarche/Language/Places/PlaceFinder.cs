using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;

namespace Demarche.Language.Places;

/// <summary>
/// Finds the words that name places and says which place each means. Of several places of one name, the one is taken that the
/// text qualifies ("Kharkiv, Ukraine"), else the one whose country the text speaks of, else the better known; one name means one
/// place throughout a text unless qualified (one sense per discourse: Gale, Church and Yarowsky 1992).
/// </summary>
/// <param name="states">Whose people and adjectives tell which countries a text speaks of.</param>
/// <param name="namesakes">Names that states share.</param>
public sealed class PlaceFinder(Gazetteer gazetteer, StateNames states, Namesakes namesakes)
{
    /// <summary>Longest place name looked up outside the names found, in words.</summary>
    const int LongestName = 4;

    readonly record struct Mention(int First, int End, string Name, ImmutableArray<GazetteerEntry> Candidates, int Qualifier);

    /// <summary>Place mentions in text order. A name that the gazetteer lacks is kept without a place.</summary>
    public ImmutableArray<PlaceMention> Find(TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, string text)
    {
        var mentions = Collect(tokens, sentences, names, text);
        if (mentions.Count == 0)
            return [];
        var countries = CountriesSpokenOf(mentions);
        AddNationalities(tokens, countries);
        var elsewhere = namesakes.Elsewhere(tokens.Forms);
        var senses = new Dictionary<string, GazetteerEntry?>();
        foreach (var mention in mentions.Where(mention => mention.Qualifier >= 0))
            senses.TryAdd(mention.Name, Choose(mention, mentions, countries));

        var found = ImmutableArray.CreateBuilder<PlaceMention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (!senses.TryGetValue(mention.Name, out var entry))
                senses[mention.Name] = entry = Choose(mention, mentions, countries);
            if (mention.Qualifier >= 0)
                entry = Choose(mention, mentions, countries);
            if (elsewhere.Count > 0 && elsewhere.TryGetValue(NameKey.Of(mention.Name), out var other) && mention.Candidates.FirstOrDefault(candidate => candidate.Country == other) is { } namesake)
                entry = namesake;
            found.Add(new PlaceMention(mention.First, mention.End, entry is null ? null
                : new Place(entry.Name, entry.Country, entry.Latitude, entry.Longitude, entry.GeoNamesId, entry.Kind)));
        }
        return found.ToImmutable();
    }

    List<Mention> Collect(TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, string text)
    {
        var mentions = new List<Mention>();
        var nextName = 0;
        foreach (var sentence in sentences)
        {
            for (var i = sentence.First; i < sentence.End;)
            {
                while (nextName < names.Length && names[nextName].End <= i)
                    nextName++;
                if (nextName < names.Length && names[nextName] is var name && name.First == i)
                {
                    if (name.Kind == NameKind.Location)
                        Add(name.First, name.End);
                    i = name.End;
                    continue;
                }
                i = UnnamedPlace(i, sentence, nextName < names.Length ? names[nextName].First : int.MaxValue) is { } end && Add(i, end) ? end : i + 1;
            }
        }
        return mentions;

        bool Add(int first, int end)
        {
            if (tokens.Tags[end - 1] == PartOfSpeech.PART || tokens.Forms[end - 1] is "'s" or "’s")
                end--;
            if (end <= first)
                return false;
            var name = new TextSpan(tokens.Spans[first].Start, tokens.Spans[end - 1].End).Of(text).ReplaceLineEndings(" ");
            mentions.Add(new Mention(first, end, name, gazetteer.Find(name), QualifierOf(end)));
            return true;
        }

        // What the name finder missed: capitalised words after "in", "near" ..., or a state, that the gazetteer knows.
        int? UnnamedPlace(int i, Sentence sentence, int limit)
        {
            if (tokens.Tags[i] != PartOfSpeech.PROPN || !char.IsUpper(tokens.Forms[i][0]))
                return null;
            if (i > sentence.First && tokens.Tags[i - 1] == PartOfSpeech.PROPN)
                return null;
            var end = i + 1;
            while (end < sentence.End && end < limit && end - i < LongestName && tokens.Tags[end] == PartOfSpeech.PROPN)
                end++;
            if (end < sentence.End && tokens.Tags[end] == PartOfSpeech.PROPN)
                return null;
            var located = i > sentence.First && tokens.Tags[i - 1] == PartOfSpeech.ADP;
            var candidates = gazetteer.Find(new TextSpan(tokens.Spans[i].Start, tokens.Spans[end - 1].End).Of(text));
            return candidates.Length > 0 && (located || candidates[0].Kind == "country") ? end : null;
        }

        // "Kharkiv, Ukraine": the place named behind the comma, or -1.
        int QualifierOf(int end) => end + 1 < tokens.Count && tokens.Forms[end] == "," && tokens.Tags[end + 1] == PartOfSpeech.PROPN ? end + 1 : -1;
    }

    /// <summary>How often the text speaks of each country, by names that mean one country only; a capital counts half.</summary>
    static Dictionary<string, double> CountriesSpokenOf(List<Mention> mentions)
    {
        var countries = new Dictionary<string, double>();
        foreach (var mention in mentions)
        {
            var all = mention.Candidates.Select(candidate => candidate.Country).Distinct().Take(2).ToList();
            var first = mention.Candidates.FirstOrDefault();
            if (first?.Country is not { } country)
                continue;
            var weight = first.Kind == "country" ? 1 : all.Count == 1 ? 0.5 : first.Feature == "PPLC" ? 0.5 : 0;
            if (weight > 0)
                countries[country] = countries.GetValueOrDefault(country) + weight;
        }
        return countries;
    }

    // "Palma" beside the Mozambican army is not in Spain. An adjective counts half.
    void AddNationalities(TokenTable tokens, Dictionary<string, double> countries)
    {
        foreach (var form in tokens.Forms)
            if (form.Length > 3 && char.IsUpper(form[0]) && states.CodesOfNationality(form) is [var country])
                countries[country] = countries.GetValueOrDefault(country) + 0.5;
    }

    GazetteerEntry? Choose(Mention mention, List<Mention> mentions, Dictionary<string, double> countries)
    {
        GazetteerEntry? best = null;
        var bestScore = double.NegativeInfinity;
        Mention? qualifier = mention.Qualifier < 0 ? null : mentions.Where(other => other.First == mention.Qualifier).Cast<Mention?>().FirstOrDefault();
        for (var i = 0; i < mention.Candidates.Length; i++)
        {
            var candidate = mention.Candidates[i];
            // The gazetteer's own order is by renown; the text may overrule it.
            var score = Renown(candidate) - 0.3 * i;
            if (candidate.Country is { } country && countries.GetValueOrDefault(country) is > 0 and var spoken)
                score += 2 + Math.Log2(1 + spoken);
            if (qualifier is { } behind && Qualifies(behind, candidate))
                score += 12;
            if (score > bestScore)
                (best, bestScore) = (candidate, score);
        }
        return best;
    }

    static bool Qualifies(Mention qualifier, GazetteerEntry candidate) =>
        qualifier.Candidates.Any(area => area.Kind is "country" or "region" && area.Country == candidate.Country
            && (area.Kind == "country" || candidate.Region is null || area.Region == candidate.Region || area.Name == candidate.Region));

    /// <summary>How well known a place is, in powers of ten of people.</summary>
    static double Renown(GazetteerEntry entry) => entry.Kind switch
    {
        "country" => 9,
        "city" => Math.Log10(1000 + entry.Population) + (entry.Feature == "PPLC" ? 1.5 : entry.Feature == "PPLA" ? 0.5 : 0),
        "region" => 6,
        "continent" or "sea" => 7,
        _ => 5,
    };
}
