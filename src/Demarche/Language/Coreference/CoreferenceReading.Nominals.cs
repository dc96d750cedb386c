using Demarche.Documents;

namespace Demarche.Language.Coreference;

partial class CoreferenceReading
{
    /// <summary>Sentences back to look for the two of "the two sides", for a state or city, and for what a noun repeats.</summary>
    const int PairReach = 3, PlaceReach = 3, RepeatReach = 12;

    /// <summary>How far the second of a pair must be ahead of a third.</summary>
    const double PairLead = 1.3;

    Referent? FindNominal(CoreferenceMention mention)
    {
        if (FindApposition(mention) is { } apposed)
            return apposed;
        if (!mention.IsDefinite)
            return null;
        if (mention.IsPlural)
            return FindPair(mention) ?? FindRepeated(mention);
        var nominal = lexicon.Nominal(mention.Words[0]);
        return nominal?.Kind switch
        {
            Animacy.Person or Animacy.Body => FindTitled(mention, nominal) ?? FindRepeated(mention),
            Animacy.State => FindState(mention),
            Animacy.Place => FindRepeated(mention) ?? FindCity(mention),
            _ => mention.Animacy is Animacy.Person or Animacy.Body ? FindRepeated(mention) : null,
        };
    }

    // "the defence minister, Viktor Khrenin" and "Viktor Khrenin, the defence minister".
    Referent? FindApposition(CoreferenceMention mention)
    {
        if (Phrases.Relation(tokens, mention.Head) == "appos" && referentOf.TryGetValue(tokens.Heads[mention.Head], out var before)
            && before.IsNamed && before.Animacy == Animacy.Person && mention.Animacy == Animacy.Person && !mention.IsPlural)
            return before;
        return null;
    }

    Referent? FindTitled(CoreferenceMention mention, Nominal nominal)
    {
        Referent? best = null;
        foreach (var referent in referents)
        {
            if (referent.Animacy != nominal.Kind || referent.IsPlural || !referent.IsNamed || !AgreesInGender(mention, referent) || IsInside(mention, referent))
                continue;
            if (!HasName(mention, nominal, referent) || !ModifiersFit(mention, referent))
                continue;
            if (best is null || referent.SalienceAt(mention.Sentence) > best.SalienceAt(mention.Sentence))
                best = referent;
        }
        return best;
    }

    bool HasName(CoreferenceMention mention, Nominal nominal, Referent referent)
    {
        if (nominal.Kind == Animacy.Person)
            return referent.Offices.Any(nominal.Names.Contains);
        if (nominal.Any)
            return mention.Sentence - referent.Last.Sentence <= 2 && referent.Last.Form != MentionForm.Pronoun;
        return referent.Names.Exists(name => name.Any(nominal.Names.Contains));
    }

    // "the defence minister" is no foreign minister; one whose title says only "minister" may be either.
    static bool ModifiersFit(CoreferenceMention mention, Referent referent)
    {
        if (mention.Modifiers.Length == 0)
            return true;
        return mention.Modifiers.All(modifier =>
            referent.Animacy == Animacy.Person ? referent.Offices.Contains(modifier) : referent.Names.Exists(name => name.Contains(modifier)));
    }

    Referent? FindState(CoreferenceMention mention)
    {
        if (mention.Modifiers.Length > 0)
            return null;
        return Prominent(Animacy.State, mention, PlaceReach);
    }

    Referent? FindCity(CoreferenceMention mention) => mention.Modifiers.Length > 0 ? null : Prominent(Animacy.Place, mention, 2);

    // The only one, or one clearly ahead of the next.
    Referent? Prominent(Animacy kind, CoreferenceMention mention, int reach)
    {
        Referent? best = null, second = null;
        foreach (var referent in referents)
        {
            if (referent.Animacy != kind || !referent.IsNamed || mention.Sentence - referent.Last.Sentence > reach || IsInside(mention, referent))
                continue;
            if (best is null || referent.SalienceAt(mention.Sentence) > best.SalienceAt(mention.Sentence))
                (best, second) = (referent, best);
            else if (second is null || referent.SalienceAt(mention.Sentence) > second.SalienceAt(mention.Sentence))
                second = referent;
        }
        return second is null || best!.SalienceAt(mention.Sentence) > 1.5 * second.SalienceAt(mention.Sentence) ? best : null;
    }

    // "the two sides", "both countries", "the two leaders": the last two of their kind; "the two" are persons, else states.
    Referent? FindPair(CoreferenceMention mention)
    {
        if (mention.Words[0] is "two" or "both")
            return Pair(mention, referent => referent.Animacy == Animacy.Person) ?? Pair(mention, referent => referent.Code is not null);
        if (!tokens.Children[mention.Head].Any(child => child < mention.Head && tokens.Forms[child].ToLowerInvariant() is "two" or "both"))
            return null;
        return Pair(mention, mention.Words[0] switch
        {
            var noun when lexicon.BodiesInPairs.Contains(noun) => referent => referent.Animacy == Animacy.Body || referent.Code is not null,
            var noun when lexicon.StatesInPairs.Contains(noun) => referent => referent.Code is not null,
            var noun when lexicon.PersonsInPairs.Contains(noun) =>
                referent => referent.Animacy == Animacy.Person && AgreesInGender(mention, referent),
            _ => _ => false,
        });
    }

    Referent? Pair(CoreferenceMention mention, Func<Referent, bool> fits)
    {
        // A state and its capital are one side; what the adjective alone names counts as well.
        var pair = referents
            .Where(referent => referent.IsNamed && referent.Members.Length == 0 && !referent.IsPlural && mention.Sentence - referent.Last.Sentence <= PairReach && fits(referent))
            .GroupBy(referent => (object?)referent.Code ?? referent)
            .Select(side => (Referent: side.MaxBy(one => one.SalienceAt(mention.Sentence))!, Salience: side.Sum(one => one.SalienceAt(mention.Sentence))))
            .OrderByDescending(side => side.Salience).Take(3).ToArray();
        if (pair.Length < 2 || pair.Length == 3 && pair[1].Salience < PairLead * pair[2].Salience)
            return null;
        var both = new Referent(mention) { Members = [pair[0].Referent, pair[1].Referent] };
        referents.Add(both);
        return both;
    }

    // The same noun again: "the hostages", "the defendant" after "a defendant".
    Referent? FindRepeated(CoreferenceMention mention)
    {
        for (var i = referents.Count - 1; i >= 0; i--)
        {
            var referent = referents[i];
            var first = referent.First;
            if (first.Form != MentionForm.Nominal || first.Words[0] != mention.Words[0] || referent.IsPlural != mention.IsPlural
                || mention.Sentence - referent.Last.Sentence > RepeatReach || IsInside(mention, referent))
                continue;
            if (mention.Modifiers.All(first.Modifiers.Contains))
                return referent;
        }
        return null;
    }

    bool AgreesInGender(CoreferenceMention mention, Referent referent) =>
        mention.Gender == Gender.Unknown || referent.Gender == Gender.Unknown || mention.Gender == referent.Gender;

    // Nothing stands for a phrase that it is part of, or that is part of it.
    bool IsInside(CoreferenceMention mention, Referent referent) =>
        referent.Last.Sentence == mention.Sentence && (IsUnder(mention.Head, referent.Last.Head) || IsUnder(referent.Last.Head, mention.Head) && Phrases.Relation(tokens, referent.Last.Head) != "appos");
}
