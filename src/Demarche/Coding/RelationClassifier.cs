using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The relation of two given parties in a sentence.</summary>
/// <param name="Score">How well the rule's slots fit the given parties; 0 for the stated default.</param>
/// <param name="Rule">The rule, or "default" where none fits anywhere.</param>
public sealed record Relation(EventType Type, string Mode, int Quad, EventStatus Status, double Score, string Rule);

/// <summary>
/// Types the relation of two marked parties, the form of the field's benchmarks: the rules that code documents, ranked by how
/// their slots fit the marked spans, then by their place on the way between the two, then by distance.
/// </summary>
public sealed class RelationClassifier
{
    // A match with one party in its slot is better than any guess by nearness.
    const double LooseBelow = 3, LoosePenalty = 1;

    readonly Ontology ontology;
    readonly RuleBook rules;
    readonly StatusReader statuses;
    readonly FrozenSet<string> tell;

    /// <param name="codebook">Benchmarks follow CAMEO where the manual contradicts it.</param>
    public RelationClassifier(DataFolder data, Codebook codebook = Codebook.Benchmark)
    {
        ontology = new Ontology(data, codebook);
        rules = new RuleBook(data, ontology);
        statuses = StatusReader.Load(data);
        tell = rules.Classes["tell"];
    }

    // Telling that another attacked, jailed or threatened somebody is to accuse him.
    static bool IsBlame(EventType type) =>
        type is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize or EventType.Reject or EventType.Threaten;

    /// <param name="document">The sentence, parsed; more than one sentence is fine.</param>
    /// <param name="source">Where the acting party stands in the text; empty where it is not marked.</param>
    /// <param name="target">Where the party acted upon stands; empty where it is not marked.</param>
    public Relation Classify(Document document, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> target)
    {
        document = rules.Inflections.Repair(document);
        var given = new GivenParties(document, source, target);
        RuleMatch? best = null;
        var bestScore = double.NegativeInfinity;
        RuleMatch? told = null;
        var toldScore = 0.0;
        foreach (var sentence in document.Sentences)
        {
            var matches = rules.Match(document, sentence);
            foreach (var match in matches)
            {
                if (given.Fit(match) is var score && score > bestScore && !matches.Any(outer => outer.Absorbs(document, match)))
                    (best, bestScore) = (match, score);
                if (IsBlame(match.Rule.Category.Type) && given.FitAsTold(match, tell) is var asTold && asTold > toldScore)
                    (told, toldScore) = (match, asTold);
            }
        }
        if (told is not null && toldScore > bestScore)
            return new Relation(EventType.Accuse, "allege", ontology.Quad(EventType.Accuse), EventStatus.Occurred, toldScore, told.Rule.Name);
        if (bestScore < LooseBelow)
            foreach (var sentence in document.Sentences)
                foreach (var match in rules.MatchLoosely(document, sentence))
                    if (given.Fit(match) - LoosePenalty is var score && score > bestScore)
                        (best, bestScore) = (match, score);
        if (best is null)
        {
            var guess = given.Guess();
            return new Relation(guess, "", ontology.Quad(guess), EventStatus.Occurred, 0, "default");
        }
        var status = statuses.Read(document, best.Clause, Meaning.Consumed(document, best).AsSpan()).Status;
        var meaning = Meaning.Of(document, best, status, ontology);
        return new Relation(meaning.Type, meaning.Mode, ontology.Quad(meaning.Type), meaning.Status, bestScore, best.Rule.Name);
    }
}
