using Demarche.Documents;

namespace Demarche.Language.Coreference;

partial class CoreferenceReading
{
    /// <summary>
    /// Sentences back to look, by pronoun; and how much the best must be ahead of the next best. Chosen on the marked news pages:
    /// a wrong party costs more than none.
    /// </summary>
    const int PersonReach = 2, GroupReach = 1, ThingReach = 1;

    const double PersonLead = 1.25, GroupLead = 2, ThingLead = 1.5;

    /// <summary>
    /// What a candidate gains where it has the same role in its sentence as the pronoun, and where it is the subject that the
    /// pronoun's clause hangs on ("Sondland said he ..."), or of the same clause ("Trump praised his envoy").
    /// </summary>
    const double Parallel = 20, Controls = 220;

    Referent? FindPronoun(CoreferenceMention pronoun)
    {
        if (IsEmpty(pronoun))
            return null;
        var (reach, lead) = pronoun.IsPlural ? (GroupReach, GroupLead) : pronoun.Animacy == Animacy.Person ? (PersonReach, PersonLead) : (ThingReach, ThingLead);
        var speaker = SpeakerOf(pronoun.Head);
        var controller = ControllerOf(pronoun);
        Referent? best = null;
        double most = 0, next = 0;
        foreach (var referent in referents)
        {
            if (pronoun.Sentence - referent.Last.Sentence > reach || !Agrees(pronoun, referent) || ReferenceEquals(referent, speaker) || IsBarred(pronoun, referent))
                continue;
            var score = referent.SalienceAt(pronoun.Sentence);
            if (IsSubject(pronoun.Head) && IsSubject(referent.Last.Head))
                score += Parallel;
            if (ReferenceEquals(referent, controller))
                score += Controls;
            if (pronoun.Animacy == Animacy.Person && referent.Gender == Gender.Unknown)
                score *= 0.8;
            if (pronoun.IsPlural && !referent.IsPlural)
                score *= 0.6;
            if (score > most)
                (best, most, next) = (referent, score, most);
            else if (score > next)
                next = score;
        }
        if (best is null || most < lead * next)
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

    // "it is likely that", "it seems".
    bool IsEmpty(CoreferenceMention pronoun)
    {
        if (Phrases.Relation(tokens, pronoun.Head) == "expl")
            return true;
        if (pronoun.Words[0] != "it" || !IsSubject(pronoun.Head) || tokens.Heads[pronoun.Head] is not (>= 0 and var predicate))
            return false;
        return tokens.Lemmas[predicate] is "seem" or "appear" or "happen" or "rain" or "snow" or "take" or "turn"
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
