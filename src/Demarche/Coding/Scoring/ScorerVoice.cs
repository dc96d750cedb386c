using System.Collections.Immutable;
using Demarche.Coding.Parties;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>A reading that the scorer speaks for, and the features that spoke for it, the strongest first.</summary>
sealed record ScorerReading(RuleMatch Match, ImmutableArray<string> Reasons);

/// <summary>
/// The learned scorer in coding documents. It sees a sentence and two parties in it and knows no silence: it has learned from sentences
/// in which something happens. So it speaks only where it is sure, and of status, parties, day and place everything is read as for a rule.
/// </summary>
sealed class ScorerVoice
{
    public const string RuleName = "model:scorer";

    // A verb must speak for the type by itself and what hangs on it, not by what else the sentence tells.
    const double LeastByClause = 0.5;

    // What it is so unsure of that it may be left out.
    const double DoubtsBelow = 0.05;

    const int MostReasons = 5;

    readonly ScorerParts parts;
    readonly RelationModel model;
    readonly RelationClassifier classifier;
    readonly Ontology ontology;

    public ScorerVoice(ScorerParts parts, RelationModel model, DataFolder data)
    {
        this.parts = parts;
        this.model = model;
        // It has learned the benchmarks' reading of the codebook.
        ontology = new Ontology(data, Codebook.Benchmark);
        classifier = new RelationClassifier(data, Codebook.Benchmark, null);
    }

    /// <summary>Null where every part of it is off.</summary>
    public static ScorerVoice? Load(DataFolder data) => ScorerParts.Load(data) is { Any: true } parts ? new ScorerVoice(parts, RelationModel.Read(data), data) : null;

    /// <summary>The rule that the scorer would rather have at the word, if another fits there.</summary>
    public ScorerReading? Choose(Document document, Sentence sentence, RuleMatch match, ReportedEvent coded, RuleBook rules)
    {
        if (parts.Choose is not { } least || !HasTwoSides(coded))
            return null;
        var others = rules.MatchAll(document, sentence).Where(other => other.Trigger == match.Trigger && RelationModel.Column(other.Rule.Category.Type) != RelationModel.Column(match.Rule.Category.Type)).ToList();
        if (others.Count == 0)
            return null;
        var view = Look(document, sentence, coded);
        var best = others.FirstOrDefault(other => RelationModel.Column(other.Rule.Category.Type) == view.Type);
        return best is not null && view.Probabilities[view.Type] >= least ? new ScorerReading(best, Reasons(view)) : null;
    }

    public bool Drops(Document document, Sentence sentence, ReportedEvent coded)
    {
        if (parts.Drop is not { } least || !HasTwoSides(coded) || coded.Type == EventType.None)
            return false;
        var view = Look(document, sentence, coded);
        return view.Probabilities[view.Type] >= least && view.Probabilities[RelationModel.Column(coded.Type)] < DoubtsBelow;
    }

    /// <summary>Acts at verbs that no rule took, between parties that are both named and known.</summary>
    public IEnumerable<ScorerReading> Propose(Document document, Sentence sentence, IReadOnlyCollection<RuleMatch> matches, PartyReader parties)
    {
        if (parts.Propose is not { } least)
            yield break;
        var tokens = document.Tokens;
        for (var verb = sentence.First; verb < sentence.End; verb++)
        {
            if (tokens.Tags[verb] != PartOfSpeech.VERB || matches.Any(match => match.Clause == verb || match.Words.Contains(verb)))
                continue;
            var subject = ClauseRoles.Subject(document, verb);
            if (subject < 0 || Known(parties, subject, verb) is not { } source)
                continue;
            foreach (var other in Others(document, verb, subject))
                if (Known(parties, other, verb) is { } target && !target.Overlaps(source))
                {
                    var view = Look(document, sentence, [source], [target]);
                    // What is given in, and what is only promised, the benchmarks take together.
                    if (RelationModel.Types[view.Type] == EventType.Retreat || view.Probabilities[view.Type] < least)
                        continue;
                    if (model.Probabilities(view.Features.Where(RelationFeatures.IsOfClause))[view.Type] < LeastByClause)
                        continue;
                    yield return new ScorerReading(Match(RelationModel.Types[view.Type], verb, subject, other), Reasons(view));
                    break;
                }
        }
    }

    readonly record struct View(List<string> Features, double[] Probabilities, int Type);

    View Look(Document document, Sentence sentence, ReportedEvent coded) =>
        Look(document, sentence, [coded.Actors[0].Span!.Value], [coded.Recipients[0].Span!.Value]);

    View Look(Document document, Sentence sentence, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> target)
    {
        var features = classifier.Look(document with { Sentences = [sentence] }, source, target).Features;
        var probabilities = model.Probabilities(features);
        return new View(features, probabilities, RelationModel.Choose(probabilities, ontology));
    }

    ImmutableArray<string> Reasons(View view) => [.. model.Reasons(view.Features, view.Type).Take(MostReasons).Select(reason => reason.Feature)];

    static bool HasTwoSides(ReportedEvent coded) =>
        coded is { Actors: [{ Span: { } actor }, ..], Recipients: [{ Span: { } recipient }, ..] } && coded.Evidence.Overlaps(actor) && coded.Evidence.Overlaps(recipient);

    static TextSpan? Known(PartyReader parties, int head, int verb) =>
        parties.Read([[head]], verb, _ => true).FirstOrDefault(party => party is { Code: not null, Implicit: false, Span: not null })?.Span;

    static IEnumerable<int> Others(Document document, int verb, int subject)
    {
        var target = ClauseRoles.Object(document, verb);
        if (target >= 0)
            yield return target;
        foreach (var child in document.Tokens.Children[verb])
            if (child != subject && child != target && document.Tokens.Relations[child] is "iobj" or "obl")
                yield return child;
    }

    static RuleMatch Match(EventType type, int verb, int source, int target) => new(
        new EventRule { Name = RuleName, Path = RelationModel.Path, Line = 1, Triggers = [], Category = new EventCategory(type, "") },
        verb, -1, [verb], 1, [[source]], [[target]], default, []);
}
