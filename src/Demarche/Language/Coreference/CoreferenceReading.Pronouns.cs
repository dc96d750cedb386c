using Demarche.Documents;

namespace Demarche.Language.Coreference;

partial class CoreferenceReading
{
    /// <summary>
    /// Sentences back to look, by pronoun; and how much the best must be ahead of the next best. These and the weights below were
    /// searched on the training part of GUM and on GAP, a wrong link costing twice what a right one gains (a wrong party is worse than none),
    /// as far as the marked news pages lost no event by it.
    /// </summary>
    const int PersonReach = 2, GroupReach = 1, ThingReach = 1;

    const double PersonLead = 1.5, GroupLead = 2, ThingLead = 1.5;

    /// <summary>
    /// What a candidate gains where it has the same role in its sentence as the pronoun, and where it is the subject that the
    /// pronoun's clause hangs on ("Sondland said he ..."), or of the same clause ("Trump praised his envoy").
    /// </summary>
    const double Parallel = 20, Controls = 220;

    /// <summary>What is left of a candidate whose gender is not known, of a single body for "they", and of one without a name.</summary>
    const double UnknownGender = 0.8, SingleBody = 0.6, Nameless = 0.8;

    Referent? FindPronoun(CoreferenceMention pronoun)
    {
        if (IsEmpty(pronoun))
            return null;
        if (Ahead(pronoun) is { } ahead)
            return FindName(ahead);
        var (reach, lead) = pronoun.IsPlural ? (GroupReach, GroupLead) : pronoun.Animacy == Animacy.Person ? (PersonReach, PersonLead) : (ThingReach, ThingLead);
        var speaker = SpeakerOf(pronoun.Head);
        var controller = ControllerOf(pronoun);
        // "Shot down its own soldiers"
        if (controller is not null && Owns(pronoun) && tokens.Children[tokens.Heads[pronoun.Head]].Any(child => tokens.Lemmas[child] == "own"))
            return controller;
        Referent? best = null;
        double most = 0, next = 0;
        foreach (var referent in referents)
        {
            if (pronoun.Sentence - referent.Last.Sentence > reach || !Agrees(pronoun, referent) || ReferenceEquals(referent, speaker) || IsBarred(pronoun, referent) || IsDead(pronoun, referent))
                continue;
            var score = referent.SalienceAt(pronoun.Sentence);
            if (IsSubject(pronoun.Head) ? IsSubject(referent.Last.Head) : IsObject(pronoun.Head) && IsObject(referent.Last.Head))
                score += Parallel;
            if (ReferenceEquals(referent, controller))
                score += Controls;
            if (pronoun.Animacy == Animacy.Person && referent.Gender == Gender.Unknown)
                score *= UnknownGender;
            if (pronoun.IsPlural && !referent.IsPlural)
                score *= SingleBody;
            if (!referent.IsNamed)
                score *= Nameless;
            if (score > most)
                (best, most, next) = (referent, score, most);
            else if (score > next)
                next = score;
        }
        if (best is null || most < lead * next)
            return null;
        // "discussed it", "of it": seldom a party.
        if (pronoun.Words[0] == "it" && !IsSubject(pronoun.Head))
            return null;
        // Things only stand in the way of parties: who "it" is matters, what it is does not.
        return pronoun.Animacy != Animacy.Person && best.Animacy is Animacy.Thing ? null : best;
    }

    bool Agrees(CoreferenceMention pronoun, Referent referent)
    {
        if (pronoun.Animacy == Animacy.Person)
            return referent.Animacy == Animacy.Person && !referent.IsPlural && AgreesInGender(pronoun, referent);
        if (pronoun.IsPlural)
            return referent.IsPlural || referent.Animacy == Animacy.Body && referent.IsNamed;
        return referent.Animacy is Animacy.Thing or Animacy.Body or Animacy.State or Animacy.Place && !referent.IsPlural;
    }

    bool IsObject(int word) => Phrases.Relation(tokens, word) is "obj" or "obl";

    // "In his speech, Putin said", "As he arrived, Putin said": whoever opens the sentence in a phrase of its own is its subject.
    CoreferenceMention? Ahead(CoreferenceMention pronoun)
    {
        if (pronoun.Animacy != Animacy.Person)
            return null;
        for (var at = pronoun.Head; tokens.Heads[at] is >= 0 and var verb; at = verb)
            if (at < verb && Phrases.Relation(tokens, at) is "obl" or "advcl" && tokens.Children[verb].FirstOrDefault(IsSubject, -1) is >= 0 and var subject && subject > pronoun.Head)
                return subject > at && persons.TryGetValue(subject, out var person) && (pronoun.Gender == Gender.Unknown || person.Gender == Gender.Unknown || person.Gender == pronoun.Gender) ? person : null;
        return null;
    }

    // "it is likely that", "it seems", "it is the Senate that will fail".
    bool IsEmpty(CoreferenceMention pronoun)
    {
        if (Phrases.Relation(tokens, pronoun.Head) == "expl")
            return true;
        if (pronoun.Words[0] != "it" || !IsSubject(pronoun.Head) || tokens.Heads[pronoun.Head] is not (>= 0 and var predicate))
            return false;
        if (tokens.Tags[predicate] is not (PartOfSpeech.VERB or PartOfSpeech.AUX) && tokens.Children[predicate].Any(child => child > predicate && Phrases.Relation(tokens, child) == "acl"))
            return true;
        return lexicon.EmptySubjectVerbs.Contains(tokens.Lemmas[predicate])
            || tokens.Tags[predicate] is PartOfSpeech.ADJ && tokens.Children[predicate].Any(child => Phrases.Relation(tokens, child) is "csubj" or "ccomp" or "advcl" or "xcomp");
    }

    // Principle B, coarsely: "he" is nobody else in the same clause. And no pronoun is part of what it stands for.
    bool IsBarred(CoreferenceMention pronoun, Referent referent)
    {
        var owns = Owns(pronoun);
        var clause = ClauseOf(pronoun.Head);
        for (var i = referent.Mentions.Count - 1; i >= 0 && referent.Mentions[i].Sentence == pronoun.Sentence; i--)
        {
            var other = referent.Mentions[i];
            if (IsUnder(pronoun.Head, other.Head) && !(owns && IsRelativeClauseBetween(pronoun.Head, other.Head)))
                return true;
            if (!owns && ClauseOf(other.Head) == clause && Phrases.Relation(tokens, other.Head) != "nmod")
                return true;
        }
        return false;
    }

    // Whoever was killed does nothing in the sentences after.
    bool IsDead(CoreferenceMention pronoun, Referent referent) => IsSubject(pronoun.Head) && referent.Last.Sentence < pronoun.Sentence && tokens.Heads[referent.Last.Head] is >= 0 and var verb
        && tokens.Relations[referent.Last.Head] is "obj" or "nsubj:pass" && lexicon.KillingVerbs.Contains(tokens.Lemmas[verb]);

    bool Owns(CoreferenceMention pronoun) =>
        pronoun.Words[0] is "his" or "its" or "their" || pronoun.Words[0] == "her" && Phrases.Relation(tokens, pronoun.Head) == "nmod";

    // The nearest subject above: of the same clause for a possessive, else of the clause that the pronoun's own is part of.
    Referent? ControllerOf(CoreferenceMention pronoun)
    {
        var clause = ClauseOf(pronoun.Head);
        if (clause < 0)
            return null;
        // "between Trump and his counterpart"
        if (Owns(pronoun) && tokens.Heads[pronoun.Head] is >= 0 and var owned && Phrases.Relation(tokens, owned) == "conj"
            && referentOf.TryGetValue(tokens.Heads[owned], out var partner) && Agrees(pronoun, partner))
            return partner;
        // "Putin's hopes for his country"
        if (Owns(pronoun) && OwnerAbove(pronoun) is { } owner && Agrees(pronoun, owner))
            return owner;
        if (Owns(pronoun) && SubjectOf(clause) is { } own && Agrees(pronoun, own))
            return own;
        while (clause >= 0 && Phrases.Relation(tokens, clause) is "ccomp" or "advcl" or "xcomp" or "conj" && quoted[clause] == quoted[pronoun.Head])
        {
            clause = ClauseOf(clause);
            if (clause >= 0 && SubjectOf(clause) is { } above && Agrees(pronoun, above))
                return quoted[clause] == quoted[pronoun.Head] ? above : null;
        }
        return null;
    }

    Referent? OwnerAbove(CoreferenceMention pronoun)
    {
        for (var at = tokens.Heads[pronoun.Head]; at >= 0 && Phrases.Relation(tokens, at) is "nmod" or "conj"; at = tokens.Heads[at])
            foreach (var child in tokens.Children[tokens.Heads[at]])
                if (tokens.Relations[child] == "nmod:poss" && referentOf.TryGetValue(child, out var owner))
                    return owner;
        return null;
    }

    bool IsRelativeClauseBetween(int word, int ancestor)
    {
        for (var at = word; at != ancestor; at = tokens.Heads[at])
            if (Phrases.Relation(tokens, at) is "acl" or "appos")
                return true;
        return false;
    }

    // Nobody calls himself "he" in his own words: the subject of the verb that a quotation hangs on.
    Referent? SpeakerOf(int word)
    {
        if (!quoted[word])
            return null;
        var at = word;
        while (at >= 0 && quoted[at])
        {
            foreach (var child in tokens.Children[at])
                if (!quoted[child] && Phrases.Relation(tokens, child) is "parataxis" or "ccomp" && SubjectOf(child) is { } aside)
                    return aside;
            at = tokens.Heads[at];
        }
        return at < 0 ? null : SubjectOf(at);
    }

    Referent? SubjectOf(int verb)
    {
        foreach (var child in tokens.Children[verb])
            if (IsSubject(child) && referentOf.TryGetValue(child, out var subject))
                return subject;
        return null;
    }
}
