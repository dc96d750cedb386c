using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Events;

/// <summary>One act as one text tells it. What we conclude from several tellings is an <see cref="Event"/>.</summary>
public sealed record ReportedEvent
{
    public required ReportedEventId Id { get; init; }

    public required ArticleId Document { get; init; }

    /// <summary><see cref="Article.Sha256"/> of the text the spans point into.</summary>
    public required string TextSha256 { get; init; }

    public required EventType Type { get; init; }

    public ImmutableArray<string> Modes { get; init; } = [];

    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>The type if the planned, threatened or announced thing happens; None where there is no such thing.</summary>
    public EventType Underlying { get; init; }

    /// <summary>PLOVER quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 without a type.</summary>
    public int Quad { get; init; }

    /// <summary>PLOVER conflict/cooperation score, -10 to 10, of the mode or else the type; null where the codebook has none.</summary>
    public double? Score { get; init; }

    /// <summary>The closest CAMEO code, or null.</summary>
    public string? Cameo { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>The hedging words of the text ("reportedly", "may"), in text order.</summary>
    public ImmutableArray<string> Hedges { get; init; } = [];

    public ImmutableArray<Party> Actors { get; init; } = [];

    public ImmutableArray<Party> Recipients { get; init; } = [];

    public TextDate Date { get; init; }

    public EventPlace? Place { get; init; }

    /// <summary>Outermost first; empty where the document speaks in its own voice.</summary>
    public ImmutableArray<Attribution> Attribution { get; init; } = [];

    /// <summary>The whole sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Span of <see cref="Sentence"/>.</summary>
    public required TextSpan Evidence { get; init; }

    public required TextSpan Trigger { get; init; }

    public required string TriggerText { get; init; }

    /// <summary>Numbers the text ties to the act: dead, injured, arrested, participants, money. Kind to value, sorted by kind.</summary>
    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Name of the rule ("assault/shell-target") or, where a model spoke, <c>model:NAME</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>0 to 1: how often such a reading was right on the development data, or the model's probability.</summary>
    public double Confidence { get; init; }

    /// <summary>Version of the program and its data that made this.</summary>
    public required string Version { get; init; }

    /// <summary>The id for this content: document, text, trigger, type, parties' spans.</summary>
    public static ReportedEventId IdOf(ArticleId document, string sha256, TextSpan trigger, EventType type, IEnumerable<Party> actors, IEnumerable<Party> recipients) =>
        new(ContentId.Of("r-", document.Value, sha256, $"{trigger.Start}-{trigger.End}", type.ToString(), Signature(actors), Signature(recipients)));

    static string Signature(IEnumerable<Party> parties) =>
        string.Join(';', parties.Select(party => $"{party.Span?.Start}-{party.Span?.End}:{party.Code}:{party.Sector}:{party.Name}"));
}

/// <summary>A number tied to an act.</summary>
/// <param name="Kind">dead, injured, arrested, released, participants, displaced ...</param>
/// <param name="Value">At least this many.</param>
/// <param name="Qualifier">"at least", "about", "up to", or null.</param>
public sealed record Quantity(string Kind, double Value, string? Qualifier, TextSpan Span);
