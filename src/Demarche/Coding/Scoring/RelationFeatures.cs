using System.Globalization;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>What the rules say of two given parties: a type with its status, and how well the rule's slots fit the parties.</summary>
sealed record RelationProposal(EventType Type, string Mode, EventStatus Status, double Score, string Rule, bool IsTrusted);

/// <summary>
/// What the scorer looks at, in words: the rules' proposals, the words between and around the parties, what the rules' own
/// lexicon holds of them, and the shape of the way from one party to the other.
/// </summary>
sealed partial class RelationFeatures(RuleBook rules, Ontology ontology, TypeWords kinds)
{
    // Further words of the sentence say ever less about these two parties.
    const int NearWords = 4;

    static readonly string[] ClauseKinds = ["way ", "beside ", "near ", "form ", "source ", "target ", "order "];
    static readonly string[] PairKinds = ["words ", "beside ", "over ", "meet ", "source of ", "target of "];

    /// <summary>Whether a feature tells what the rules propose.</summary>
    public static bool IsOfRules(string feature) =>
        feature.StartsWith("rule ", StringComparison.Ordinal) || feature.StartsWith("second ", StringComparison.Ordinal) || feature.StartsWith("also ", StringComparison.Ordinal);

    /// <summary>Whether a feature tells of the words on the way between the parties and what hangs on them, rather than of the sentence.</summary>
    public static bool IsOfClause(string feature) =>
        feature == "bias" || ClauseKinds.Any(kind => feature.StartsWith(kind, StringComparison.Ordinal));

    /// <summary>Whether a feature joins two words.</summary>
    public static bool IsPair(string feature) => PairKinds.Any(kind => feature.StartsWith(kind, StringComparison.Ordinal));

    public List<string> Of(Document document, GivenParties given, IReadOnlyList<RelationProposal> proposals)
    {
        var features = new List<string> { "bias" };
        AddProposals(features, proposals);
        AddWords(features, document, given);
        AddWay(features, document, given);
        AddOperators(features, document, given);
        AddComposition(features, document, given);
        AddParties(features, document, given);
        AddNeighbours(features, document, given);
        // Once is enough: what a sentence says three times is learned, and weighed, as if it said it once.
        return [.. features.Distinct(StringComparer.Ordinal)];
    }

    static void AddProposals(List<string> features, IReadOnlyList<RelationProposal> proposals)
    {
        if (proposals.Count == 0)
        {
            features.Add("rule none");
            return;
        }
        var best = proposals[0];
        var type = EventTypes.Code(best.Type);
        var fit = !best.IsTrusted ? "guess" : best.Score switch { >= 5.5 => "both", >= 2.5 => "one", >= 0.5 => "near", _ => "far" };
        features.Add("rule " + type);
        features.Add($"rule {type} {fit}");
        features.Add($"rule {type} {fit} {best.Status.ToString().ToLowerInvariant()}");
        features.Add("rule " + best.Rule + " " + type);
        if (fit is "both" or "one")
            features.Add("rule " + best.Rule + " " + type + " fits");
        var second = proposals.FirstOrDefault(other => other.Type != best.Type && other.IsTrusted);
        if (second is not null)
        {
            features.Add($"second {EventTypes.Code(second.Type)}");
            features.Add($"second {EventTypes.Code(second.Type)} {(second.Score > best.Score - 2 ? "close" : "behind")}");
            features.Add($"second {EventTypes.Code(second.Type)} after {type}");
        }
        foreach (var other in proposals.Skip(1).Where(other => other.IsTrusted).Select(other => other.Type).Distinct())
            features.Add("also " + EventTypes.Code(other));
    }

    void AddWords(List<string> features, Document document, GivenParties given)
    {
        if (document.Sentences.IsEmpty)
            return;
        var tokens = document.Tokens;
        var previous = "^";
        for (var word = document.Sentences[0].First; word < document.Sentences[^1].End; word++)
        {
            if (tokens.Tags[word] == PartOfSpeech.PUNCT)
                continue;
            var shown = given.IsSource(word) ? "SOURCE" : given.IsTarget(word) ? "TARGET" : Lemma(document, word);
            if (shown == previous && shown is "SOURCE" or "TARGET")
                continue;
            if (shown is not ("SOURCE" or "TARGET"))
            {
                features.Add("word " + shown);
                foreach (var type in kinds.Of(shown))
                    features.Add("word speaks of " + EventTypes.Code(type));
                if (given.Source >= 0 && given.Target >= 0 && word > Math.Min(given.Source, given.Target) && word < Math.Max(given.Source, given.Target))
                    features.Add("between " + shown);
            }
            features.Add($"words {previous} {shown}");
            previous = shown;
        }
    }

    void AddWay(List<string> features, Document document, GivenParties given)
    {
        var tokens = document.Tokens;
        var near = new SortedSet<int>();
        foreach (var word in given.Way.Order())
        {
            if (given.IsSource(word) || given.IsTarget(word))
                continue;
            near.Add(word);
            features.Add("way " + Lemma(document, word));
            foreach (var type in kinds.Of(Lemma(document, word)))
                features.Add("way speaks of " + EventTypes.Code(type));
            foreach (var child in tokens.Children[word])
                if (!given.IsSource(child) && !given.IsTarget(child) && !given.Way.Contains(child) && tokens.Tags[child] != PartOfSpeech.PUNCT)
                {
                    features.Add($"beside {Lemma(document, word)} {tokens.Relations[child]} {Lemma(document, child)}");
                    if (Math.Abs(child - word) <= NearWords || tokens.Relations[child] is "obj" or "xcomp" or "ccomp")
                        near.Add(child);
                }
        }
        foreach (var word in near)
        {
            var lemma = Lemma(document, word);
            features.Add("near " + lemma);
            foreach (var name in rules.Classes.Of(lemma))
                features.Add("near class " + name);
            foreach (var type in rules.TypesOf(lemma))
                features.Add("near lexicon " + EventTypes.Code(type));
            foreach (var type in kinds.Of(lemma))
                features.Add("near speaks of " + EventTypes.Code(type));
            if (tokens.Relations[word] is "aux" or "mark" or "advmod")
                features.Add("form " + lemma);
        }
        AddDrift(features, near.Select(word => Lemma(document, word)).Distinct(StringComparer.Ordinal));
    }

    static void AddParties(List<string> features, Document document, GivenParties given)
    {
        AddParty(features, document, given.Source, "source");
        AddParty(features, document, given.Target, "target");
        features.Add(given.Target < 0 || given.Source < 0 ? "order none" : given.Source < given.Target ? "order source first" : "order target first");
        if (given.Source >= 0 && given.Target >= 0 && document.Tokens.Heads[given.Target] == given.Source)
            features.Add("target below source " + document.Tokens.Relations[given.Target]);
    }

    static void AddParty(List<string> features, Document document, int head, string role)
    {
        if (head < 0)
        {
            features.Add(role + " none");
            return;
        }
        var tokens = document.Tokens;
        var relation = tokens.Relations[head];
        features.Add($"{role} {Lemma(document, head)}");
        features.Add($"{role} as {relation}");
        var link = "";
        foreach (var child in tokens.Children[head])
            if (tokens.Relations[child] == "case")
                link = tokens.Lemmas[child];
        if (link.Length > 0)
            features.Add($"{role} after {link}");
        if (tokens.Heads[head] is var above and >= 0)
        {
            features.Add($"{role} of {Lemma(document, above)} {relation} {link}");
            foreach (var sibling in tokens.Children[above])
                if (tokens.Relations[sibling] is "obj" or "xcomp" && sibling != head)
                    features.Add($"{role} of {Lemma(document, above)} {Lemma(document, sibling)} {link}");
        }
    }

    static string Lemma(Document document, int word) => document.Tokens.Tags[word] switch
    {
        PartOfSpeech.NUM => "NUMBER",
        PartOfSpeech.PROPN => "NAME",
        _ => document.Tokens.Lemmas[word].ToLower(CultureInfo.InvariantCulture).Replace('\t', ' '),
    };
}
