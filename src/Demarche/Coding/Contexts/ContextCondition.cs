using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Contexts;

/// <summary>A "when:" line of contexts.txt: what an event must be for a context, whatever its words: "act ASSAULT; actor COP; recipient CVL".</summary>
sealed class ContextCondition
{
    static readonly string[] Kinds = ["act", "actor", "recipient", "party", "two states"];

    // Bodies of states, which deal with states as states do.
    static readonly string[] Bodies = ["IGO", "UNO", "EUR"];

    readonly ImmutableArray<Part> parts;

    readonly record struct Part(string Kind, ImmutableArray<EventCategory> Acts, ImmutableArray<string> Sectors);

    ContextCondition(string text, ImmutableArray<Part> parts) => (Text, this.parts) = (text, parts);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public static ContextCondition Read(RecordField field, string path, Ontology ontology) =>
        new(field.Value, [.. field.Value.Split(';', StringSplitOptions.TrimEntries).Select(part => ReadPart(part, path, field.Line, ontology))]);

    public bool Holds(ReportedEvent one)
    {
        foreach (var part in parts)
            if (!Holds(part, one))
                return false;
        return true;
    }

    static Part ReadPart(string text, string path, int line, Ontology ontology)
    {
        var kind = Kinds.FirstOrDefault(kind => text == kind || text.StartsWith(kind + " ", StringComparison.Ordinal))
            ?? throw new DataFileException(path, line, $"'{text}' is no condition; expected one of: {string.Join(", ", Kinds)}{NearMiss.Hint(text.Split(' ')[0], Kinds)}");
        var values = text[kind.Length..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (values.Length == 0 != (kind == "two states"))
            throw new DataFileException(path, line, kind == "two states" ? "'two states' takes no value" : $"expected values after '{kind}'");
        if (kind == "act")
            return new Part(kind, [.. values.Select(value => ontology.Category(value)
                ?? throw new DataFileException(path, line, $"'{value}' is no event type with a mode of it{NearMiss.Hint(value.Split(' ')[0], EventTypes.All.Select(EventTypes.Code))}"))], []);
        foreach (var value in values)
            if (!ontology.Sectors.Contains(value))
                throw new DataFileException(path, line, $"'{value}' is no sector{NearMiss.Hint(value, ontology.Sectors)}");
        return new Part(kind, [], [.. values]);
    }

    static bool Holds(Part part, ReportedEvent one) => part.Kind switch
    {
        "act" => part.Acts.Any(act => act.Type == one.Type && (string.IsNullOrEmpty(act.Mode) || one.Modes.Contains(act.Mode))),
        "actor" => one.Actors.Any(party => Is(party, part)),
        "recipient" => one.Recipients.Any(party => Is(party, part)),
        "party" => one.Actors.Concat(one.Recipients).Any(party => Is(party, part)),
        _ => one.Actors.Concat(one.Recipients).Where(SpeaksForState).Select(party => party.Code).Distinct().Take(2).Count() == 2,
    };

    static bool Is(Party party, Part part) => party.Sector is { } sector && part.Sectors.Contains(sector);

    static bool SpeaksForState(Party party) => party.Code is { } code && (party.Sector == "GOV" || (party.Sector is null && Bodies.Contains(code)));
}
