using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Coding.Scoring;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The relation of two given parties in a sentence.</summary>
/// <param name="Score">How well the rule's slots fit the given parties, or the model's probability of the type; 0 for the stated default.</param>
/// <param name="Rule">The rule; "model:scorer" where the learned scorer speaks against the rules or without one; "default" where neither does.</param>
/// <param name="Reasons">What spoke for the type in the scorer, in words, the strongest first; empty for a rule's own word.</param>
public sealed record Relation(EventType Type, string Mode, int Quad, EventStatus Status, double Score, string Rule, ImmutableArray<string> Reasons);

/// <summary>
/// Types the relation of two marked parties, the form of the field's benchmarks: the rules that code documents, ranked by how
/// their slots fit the marked spans, then by their place on the way between the two, then by distance; and a learned scorer that
/// chooses among what they propose and types what no rule covers.
/// </summary>
public sealed class RelationClassifier
{
    // A match with one party in its slot is better than any guess by nearness.
    const double LooseBelow = 3, LoosePenalty = 1;

    const int MostReasons = 5;
    const string ModelRule = "model:scorer";

    readonly Ontology ontology;
    readonly RuleBook rules;
    readonly StatusReader statuses;
    readonly FrozenSet<string> tell;
    readonly RelationFeatures features;
    readonly RelationModel? scorer;

    /// <param name="codebook">Benchmarks follow CAMEO where the manual contradicts it. The scorer has learned their reading and keeps silent under the manual's.</param>
    /// <param name="rulesAlone">Leaves the scorer out.</param>
    public RelationClassifier(DataFolder data, Codebook codebook = Codebook.Benchmark, bool rulesAlone = false)
        : this(data, codebook, codebook == Codebook.Benchmark && !rulesAlone ? RelationModel.Read(data) : null)
    {
    }

    internal RelationClassifier(DataFolder data, Codebook codebook, RelationModel? scorer)
    {
        ontology = new Ontology(data, codebook);
        rules = new RuleBook(data, ontology);
        statuses = StatusReader.Load(data);
        tell = rules.Classes["tell"];
        features = new RelationFeatures(rules, ontology, TypeWords.Load(data));
        this.scorer = scorer;
    }

    internal RuleBook Rules => rules;

    // Telling that another attacked, jailed or threatened somebody is to accuse him.
    static bool IsBlame(EventType type) =>
        type is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize or EventType.Reject or EventType.Threaten;

    /// <param name="document">The sentence, parsed; more than one sentence is fine.</param>
    /// <param name="source">Where the acting party stands in the text; empty where it is not marked.</param>
    /// <param name="target">Where the party acted upon stands; empty where it is not marked.</param>
    public Relation Classify(Document document, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> target)
    {
        var (proposals, seen) = Look(document, source, target);
        var best = proposals[0];
        if (scorer is not null)
        {
            var probabilities = scorer.Probabilities(seen);
            var type = RelationModel.Choose(probabilities, ontology);
            if (type != RelationModel.Column(best.Type))
            {
                // A rule that says the same gives mode and status; what no rule says has happened, as far as the scorer can tell.
                var same = proposals.FirstOrDefault(other => RelationModel.Column(other.Type) == type);
                var chosen = same?.Type ?? RelationModel.Types[type];
                return new Relation(chosen, same?.Mode ?? "", ontology.Quad(chosen), same?.Status ?? EventStatus.Occurred, probabilities[type], ModelRule,
                    [.. scorer.Reasons(seen, type).Take(MostReasons).Select(reason => reason.Feature)]);
            }
        }
        return new Relation(best.Type, best.Mode, ontology.Quad(best.Type), best.Status, best.Score, best.Rule, []);
    }

    /// <summary>The rules' proposals, best first and never none, and what the scorer is to see of the sentence.</summary>
    internal (IReadOnlyList<RelationProposal> Proposals, List<string> Features) Look(Document document, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> target)
    {
        document = rules.Repair(document);
        var given = new GivenParties(document, source, target);
        var proposals = Propose(document, given);
        var seen = features.Of(document, given, proposals);
        if (proposals.Count == 0)
            proposals.Add(new RelationProposal(given.Guess(), "", EventStatus.Occurred, 0, "default", false));
        return (proposals, seen);
    }

    List<RelationProposal> Propose(Document document, GivenParties given)
    {
        var proposals = new List<RelationProposal>();
        foreach (var sentence in document.Sentences)
        {
            var matches = rules.Match(document, sentence);
            foreach (var match in matches)
            {
                if (!matches.Any(outer => outer.Absorbs(document, match)))
                    proposals.Add(Proposal(document, match, given.Fit(match)));
                if (IsBlame(match.Rule.Category.Type) && given.FitAsTold(match, tell) is var told and > 0)
                    proposals.Add(new RelationProposal(EventType.Accuse, "allege", EventStatus.Occurred, told, match.Rule.Name, true));
            }
        }
        if (proposals.All(proposal => proposal.Score < LooseBelow))
            foreach (var sentence in document.Sentences)
                foreach (var match in rules.MatchLoosely(document, sentence))
                    proposals.Add(Proposal(document, match, given.Fit(match) - LoosePenalty) with { IsTrusted = false });
        return [.. proposals.OrderByDescending(proposal => proposal.Score)];
    }

    RelationProposal Proposal(Document document, RuleMatch match, double score)
    {
        var status = statuses.Read(document, match.Clause, Meaning.Consumed(document, match).AsSpan()).Status;
        var meaning = Meaning.Of(document, match, status, ontology, statuses);
        return new RelationProposal(meaning.Type, meaning.Mode, meaning.Status, score, match.Rule.Name, true);
    }
}
