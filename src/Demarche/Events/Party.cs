using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Events;

/// <summary>One actor or recipient of an event, as one text names it.</summary>
public sealed record Party
{
    /// <summary>The words, or null where the text has none (the country of a scene, the owner of a passive).</summary>
    public string? Text { get; init; }

    public TextSpan? Span { get; init; }

    /// <summary>The name we know it by ("Li Shangfu", "Russia"), or null for unnamed parties.</summary>
    public string? Name { get; init; }

    /// <summary>PLOVER code: ISO 3166-1 alpha-3, or an international code (IGO, UNO, EUR, NGO, ISM, IMG, MNC); null where unknown.</summary>
    public string? Code { get; init; }

    /// <summary>PLOVER sector (GOV, MIL, COP ...), or null.</summary>
    public string? Sector { get; init; }

    public ImmutableArray<string> OtherSectors { get; init; } = [];

    /// <summary>The office held at the date, in words ("defence minister"), or null.</summary>
    public string? Office { get; init; }

    /// <summary>Whether the party was supplied from context (coreference to another sentence, dateline, owner) instead of read in place.</summary>
    public bool Implicit { get; init; }
}
