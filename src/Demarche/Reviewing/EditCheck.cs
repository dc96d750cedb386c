using System.Collections.Immutable;
using System.Globalization;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Reviewing;

/// <summary>
/// Holds what people want to set against the codebook before it is kept for ever. Decisions of before are not: what was kept holds.
/// </summary>
public sealed class EditCheck(Ontology ontology)
{
    /// <summary>
    /// The changes with those that follow from them: quad, score and CAMEO code those of type and mode, unless they are set themselves.
    /// Throws <see cref="FormatException"/>, saying what was expected.
    /// </summary>
    public ImmutableArray<(string Field, string Value)> Complete(Event one, ImmutableArray<(string Field, string Value)> asked)
    {
        var after = one;
        foreach (var (field, value) in asked)
        {
            if (!EventFields.Names.Contains(field))
                throw new FormatException($"'{field}' is not a field: {string.Join(", ", EventFields.Names)}{NearMiss.Hint(field, EventFields.Names)}");
            after = EventFields.With(after, field, value.Trim());
            Check(field, value.Trim(), after);
        }
        bool Sets(string field) => asked.Any(change => change.Field == field);
        if (!Sets("type") && !Sets("mode"))
            return asked;
        // The modes of another type are no modes of this one.
        if (Sets("type") && !Sets("mode"))
            after = after with { Modes = [] };
        foreach (var mode in after.Modes)
            if (!ontology.HasMode(after.Type, mode))
                throw new FormatException($"'{mode}' is not a mode of {EventTypes.Code(after.Type)}: {string.Join(", ", ontology.ModesOf(after.Type))}");
        var category = new EventCategory(after.Type, after.Modes.FirstOrDefault(""));
        var following = new[]
        {
            ("mode", string.Join('|', after.Modes)),
            ("quad", ontology.Quad(after.Type).ToString(CultureInfo.InvariantCulture)),
            ("score", ontology.Score(category)?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("cameo", ontology.Cameo(category) ?? ""),
        };
        return [.. asked, .. following.Where(change => !Sets(change.Item1))];
    }

    void Check(string field, string value, Event after)
    {
        switch (field)
        {
            case "contexts":
                foreach (var context in after.Contexts.Where(context => !ontology.Contexts.Contains(context)))
                    throw new FormatException($"'{context}' is not a context{NearMiss.Hint(context, ontology.Contexts)}");
                break;
            case "actors" or "recipients":
                foreach (var sector in (field == "actors" ? after.Actors : after.Recipients).Select(party => party.Sector).OfType<string>().Where(sector => !ontology.Sectors.Contains(sector)))
                    throw new FormatException($"'{sector}' is not a sector{NearMiss.Hint(sector, ontology.Sectors)}");
                break;
            case "score" when after.Score is < -10 or > 10:
                throw new FormatException($"'{value}' is not a score from -10 to 10");
            // Statements, root 01, are no event of PLOVER, and a code all the same.
            case "cameo" when value.Length > 0 && ontology.FromCameo(value) is null && !(value.Length is >= 2 and <= 4 && value.StartsWith("01", StringComparison.Ordinal) && value.All(char.IsAsciiDigit)):
                throw new FormatException($"'{value}' is not a CAMEO code");
        }
    }
}
