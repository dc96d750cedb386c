using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Coreference;

/// <summary>One pass over the mentions of one document.</summary>
sealed partial class CoreferenceReading(CoreferenceLexicon lexicon, TokenTable tokens, bool[] quoted)
{
    /// <summary>Sentences after which a name, and anything else, is forgotten; and how many are remembered at all. They bound the work on long texts.</summary>
    const int NameMemory = 120, OtherMemory = 15, Most = 400;

    readonly List<Referent> referents = [];
    readonly List<(CoreferenceMention Mention, Referent Referent)> resolved = [];
    readonly Dictionary<int, Referent> referentOf = [];
    readonly Dictionary<int, CoreferenceMention> persons = [];

    public ImmutableArray<CoreferenceLink> Read(List<CoreferenceMention> mentions)
    {
        var sentence = 0;
        foreach (var mention in mentions)
            if (mention.Form == MentionForm.Name && mention.Animacy == Animacy.Person)
                persons[mention.Head] = mention;
        foreach (var mention in mentions)
        {
            if (mention.Sentence != sentence)
                Forget(sentence = mention.Sentence);
            var referent = mention.Form switch
            {
                MentionForm.Name => FindName(mention),
                MentionForm.Nominal => FindNominal(mention),
                _ => FindPronoun(mention),
            };
            if (referent is not null)
            {
                referent.Add(mention);
                resolved.Add((mention, referent));
            }
            else if (mention.Form != MentionForm.Pronoun)
            {
                referent = new Referent(mention);
                referents.Add(referent);
            }
            if (referent is null)
                continue;
            referentOf[mention.Head] = referent;
            foreach (var one in referent.Members.Append(referent))
                one.Raise(mention.Sentence, Weight(mention));
            Gather(mention, referent);
        }
        return [.. resolved.Select(pair => Link(pair.Mention, pair.Referent)).OfType<CoreferenceLink>().OrderBy(link => link.Anaphor)];
    }

    void Forget(int sentence)
    {
        referents.RemoveAll(referent => sentence - referent.Last.Sentence > (referent.IsNamed ? NameMemory : OtherMemory));
        if (referents.Count > Most)
            referents.RemoveRange(0, referents.Count - Most);
    }

    // "Putin and Xi", "Japan, Canada and Mexico": a party that "they" may stand for.
    void Gather(CoreferenceMention mention, Referent referent)
    {
        if (Phrases.Relation(tokens, mention.Head) != "conj" || referent.Animacy is Animacy.Place or Animacy.Thing || !referentOf.TryGetValue(tokens.Heads[mention.Head], out var first)
            || first.Animacy != referent.Animacy || ReferenceEquals(first, referent) || referent.Animacy == Animacy.State && !IsSubject(first.Last.Head) || first.Members.Length > 0 || !first.IsNamed || !referent.IsNamed)
            return;
        var head = first.Last.Head;
        var group = referents.FindLastIndex(other => other.Members.Length > 0 && other.Clearest.Head == head);
        var members = group < 0 ? [first, referent] : referents[group].Members.Append(referent).Distinct().ToArray();
        var all = new Referent(first.Last with { IsPlural = true, Words = [""], Form = MentionForm.Nominal, StateCode = null, SeatCode = null }) { Members = members };
        all.Raise(mention.Sentence, 1.3 * Weight(first.Last));
        if (group < 0)
            referents.Add(all);
        else
            referents[group] = all;
    }

    // A name is worth a link only where another mention says more.
    CoreferenceLink? Link(CoreferenceMention mention, Referent referent)
    {
        var targets = referent.Members.Length > 0 ? referent.Members : [referent];
        if (targets.Any(target => target.Clearest.Form == MentionForm.Pronoun || target.Clearest.Head == mention.Head))
            return null;
        if (mention.Form == MentionForm.Name && (mention.StateCode is not null || mention.Words.Length >= referent.Clearest.Words.Length))
            return null;
        return new CoreferenceLink(mention.Head, [.. targets.Select(target => target.Clearest.Head).Order()]);
    }

    // Roles as Lappin and Leass rank them; the figures were searched (see the pronouns' leads).
    double Weight(CoreferenceMention mention)
    {
        var weight = Phrases.Relation(tokens, mention.Head) switch
        {
            "nsubj" => 180.0,
            "obj" => 130,
            "root" or "parataxis" or "conj" or "appos" => 110,
            "nmod" when tokens.Relations[mention.Head] == "nmod:poss" => 110,
            "iobj" or "obl" => 60,
            _ => 70,
        };
        if (mention.IsAdjective && tokens.Relations[mention.Head] != "nmod:poss")
            weight = 40;
        return quoted[mention.Head] ? weight / 2 : weight;
    }

    bool IsSubject(int word) => Phrases.Relation(tokens, word) == "nsubj";

    /// <summary>The verb whose clause a word stands in, or -1.</summary>
    int ClauseOf(int word)
    {
        for (var at = tokens.Heads[word]; at >= 0; at = tokens.Heads[at])
            if (tokens.Tags[at] is PartOfSpeech.VERB or PartOfSpeech.AUX || Phrases.Relation(tokens, at) is "root" or "ccomp" or "advcl" or "acl" or "parataxis")
                return at;
        return -1;
    }

    bool IsUnder(int word, int ancestor)
    {
        for (var at = word; at >= 0; at = tokens.Heads[at])
            if (at == ancestor)
                return true;
        return false;
    }
}
