using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Importing;

/// <summary>One event as people coded it in a table or a record of their own.</summary>
public sealed record HumanRow
{
    /// <summary>The rule of what people coded.</summary>
    public const string Rule = "human";

    /// <summary>The row's own id.</summary>
    public required string Id { get; init; }

    public required EventType Type { get; init; }

    public ImmutableArray<string> Modes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    public EventType Underlying { get; init; }

    public EventStatus Status { get; init; } = EventStatus.Occurred;

    public TextDate Date { get; init; }

    public ImmutableArray<Party> Actors { get; init; } = [];

    public ImmutableArray<Party> Recipients { get; init; } = [];

    public Place? Place { get; init; }

    public ImmutableArray<(string Kind, double Value)> Quantities { get; init; } = [];

    /// <summary>The words the event was read from, or what the coders wrote in their place.</summary>
    public required string Text { get; init; }

    /// <summary>The words of the act, where told.</summary>
    public string? ActText { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string Language { get; init; } = "en";

    public double Confidence { get; init; } = 1;

    /// <summary>Quad, score and CAMEO code where the table has its own; else the codebook's.</summary>
    public (int? Quad, double? Score, string? Cameo) Own { get; init; }

    /// <summary>Whether the coders keep it as one that is none.</summary>
    public bool IsRejected { get; init; }

    /// <summary>How far they trust it: A1 to F6.</summary>
    public string? Grade { get; init; }

    /// <summary>
    /// The row as an article of its own with one report. It has no blocks: a row is no copy of another that quotes the same sentence.
    /// </summary>
    public CodedArticle ToArticle(string input, string version, Ontology ontology)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        var document = new ArticleId(Id);
        var whole = new TextSpan(0, Text.Length);
        var trigger = SpanOf(ActText) ?? whole;
        ImmutableArray<Party> actors = [.. Actors.Select(Placed)], recipients = [.. Recipients.Select(Placed)];
        var category = new EventCategory(Type, Modes.IsEmpty ? "" : Modes[0]);
        return new CodedArticle
        {
            Article = new Article { Id = document, Input = input, Text = Text, Language = Language, Outlet = Outlet, Url = Url },
            Version = version,
            Events =
            [
                new ReportedEvent
                {
                    Id = ReportedEvent.IdOf(document, sha256, trigger, Type, actors, recipients),
                    Document = document,
                    TextSha256 = sha256,
                    Type = Type,
                    Modes = Modes,
                    Contexts = Contexts,
                    Underlying = Underlying,
                    Quad = Own.Quad ?? ontology.Quad(Type),
                    Score = Own.Score ?? ontology.Score(category),
                    Cameo = Own.Cameo ?? ontology.Cameo(category),
                    Status = Status,
                    Actors = actors,
                    Recipients = recipients,
                    Date = Date.Start is null && Date.End is null ? Date : Date with { Span = whole },
                    Place = Place is null ? null : new EventPlace(Place, null),
                    Sentence = Text,
                    Evidence = whole,
                    Trigger = trigger,
                    TriggerText = trigger.Of(Text),
                    Quantities = [.. Quantities.OrderBy(quantity => quantity.Kind, StringComparer.Ordinal).Select(quantity => new Quantity(quantity.Kind, quantity.Value, null, whole))],
                    Rule = Rule,
                    Confidence = Confidence,
                    Version = version,
                },
            ],
        };
    }

    Party Placed(Party party) => party with { Span = SpanOf(party.Text), Implicit = SpanOf(party.Text) is null };

    TextSpan? SpanOf(string? words) =>
        words is { Length: > 0 } && Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) is >= 0 and var start ? new TextSpan(start, start + words.Length) : null;
}
