using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>What words do to each other: "halted its offensive" is no offensive, "will not release" no release.</summary>
sealed partial class RelationFeatures
{
    // A lemma of which the rules make everything tells nothing.
    const int MostTypes = 4;

    const int WordsBeforeTarget = 2;

    /// <summary>Negation, modals and infinitives above the words on the way, alone and with the kind of act that they bear on.</summary>
    void AddOperators(List<string> features, Document document, GivenParties given)
    {
        foreach (var word in given.Way.Order())
        {
            var (not, modal, _) = Operators(document, word);
            if (not)
                features.Add("not " + Lemma(document, word));
            if (modal)
                features.Add("modal " + Lemma(document, word));
            if (not && modal)
                features.Add("will not");
        }
        foreach (var word in Core(document, given))
        {
            var (not, modal, infinitive) = Operators(document, word);
            foreach (var type in TypesOf(Lemma(document, word)))
            {
                if (not)
                    features.Add("not type " + EventTypes.Code(type));
                if (modal)
                    features.Add("modal type " + EventTypes.Code(type));
                if (infinitive)
                    features.Add("to type " + EventTypes.Code(type));
            }
        }
    }

    /// <summary>A word with the kind of act that hangs on it ("halt obj ASSAULT"), and the kind it hangs on; the word where both parties' ways meet.</summary>
    void AddComposition(List<string> features, Document document, GivenParties given)
    {
        var tokens = document.Tokens;
        foreach (var word in Core(document, given))
        {
            var lemma = Lemma(document, word);
            foreach (var child in tokens.Children[word])
                if (!IsParty(given, child) && Carries(tokens.Relations[child]))
                    foreach (var type in TypesOf(Lemma(document, child)))
                        features.Add($"over {lemma} {tokens.Relations[child]} {EventTypes.Code(type)}");
            if (tokens.Heads[word] is not (>= 0 and var head) || IsParty(given, head))
                continue;
            foreach (var type in TypesOf(lemma))
            {
                features.Add($"under {Lemma(document, head)} {tokens.Relations[word]} {EventTypes.Code(type)}");
                foreach (var above in TypesOf(Lemma(document, head)))
                    features.Add($"under type {EventTypes.Code(above)} {tokens.Relations[word]} {EventTypes.Code(type)}");
            }
        }
        if (given.Meeting is not (>= 0 and var meeting) || IsParty(given, meeting))
            return;
        features.Add("meet " + Lemma(document, meeting));
        foreach (var child in tokens.Children[meeting])
            if (!IsParty(given, child) && tokens.Tags[child] != PartOfSpeech.PUNCT)
                features.Add($"meet {tokens.Relations[child]} {Lemma(document, child)}");
    }

    /// <summary>What the words near the parties speak of most, and whether rather of conflict or of cooperation.</summary>
    void AddDrift(List<string> features, IEnumerable<string> near)
    {
        var shares = new SortedDictionary<string, double>(StringComparer.Ordinal);
        double conflict = 0, cooperation = 0;
        foreach (var types in near.Select(kinds.Of))
            foreach (var type in types)
            {
                var code = EventTypes.Code(type);
                shares[code] = shares.GetValueOrDefault(code) + 1.0 / types.Length;
                if (ontology.Quad(type) > 2)
                    conflict += 1.0 / types.Length;
                else
                    cooperation += 1.0 / types.Length;
            }
        if (shares.Count == 0)
            return;
        var most = shares.OrderByDescending(share => share.Value).Select(share => share.Key).ToList();
        features.Add("near mostly " + most[0]);
        if (most.Count > 1)
            features.Add("near then " + most[1]);
        features.Add("near rather " + (conflict > 2 * cooperation ? "conflict" : cooperation > 2 * conflict ? "cooperation" : "both"));
    }

    /// <summary>The verb behind the acting party and the words before the other, whatever the parse made of the sentence.</summary>
    static void AddNeighbours(List<string> features, Document document, GivenParties given)
    {
        var tokens = document.Tokens;
        if (given.Source >= 0)
            for (var word = given.Source + 1; word < tokens.Count; word++)
                if (!given.IsSource(word) && tokens.Tags[word] == PartOfSpeech.VERB)
                {
                    features.Add("next verb " + Lemma(document, word));
                    break;
                }
        for (var (word, found) = (given.Target - 1, 0); word >= 0 && found < WordsBeforeTarget; word--)
            if (!given.IsTarget(word) && tokens.Tags[word] is PartOfSpeech.VERB or PartOfSpeech.NOUN or PartOfSpeech.ADP)
            {
                features.Add("before target " + Lemma(document, word));
                found++;
            }
    }

    List<EventType> TypesOf(string lemma) => rules.TypesOf(lemma).ToList() is { Count: <= MostTypes } types ? types : [];

    /// <summary>The words on the way and what they govern.</summary>
    static SortedSet<int> Core(Document document, GivenParties given)
    {
        var core = new SortedSet<int>();
        foreach (var word in given.Way)
            if (!IsParty(given, word))
            {
                core.Add(word);
                foreach (var child in document.Tokens.Children[word])
                    if (!IsParty(given, child) && document.Tokens.Relations[child] is "xcomp" or "ccomp" or "conj" or "obj" or "advcl")
                        core.Add(child);
            }
        return core;
    }

    static (bool Not, bool Modal, bool Infinitive) Operators(Document document, int word)
    {
        bool not = false, modal = false, infinitive = false;
        foreach (var child in document.Tokens.Children[word])
        {
            var lemma = document.Tokens.Lemmas[child];
            not |= lemma is "not" or "n't" or "never" or "no";
            modal |= lemma is "will" or "would" or "could" or "may" or "might" or "should" or "shall" or "must" or "can";
            infinitive |= lemma == "to" && document.Tokens.Relations[child] == "mark";
        }
        return (not, modal, infinitive);
    }

    static bool Carries(string relation) =>
        relation is "obj" or "xcomp" or "ccomp" or "obl" or "nsubj:pass" or "nmod" or "advcl" or "acl" or "conj" or "compound" or "amod" or "nsubj";

    static bool IsParty(GivenParties given, int word) => given.IsSource(word) || given.IsTarget(word);
}
