using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Evaluation.Petrarch;

/// <summary>One record of PETRARCH's validation files: a sentence and the events that are to be coded from it.</summary>
/// <param name="Acts">Root of the code and the first part of each actor's code, as ours would write it; an actor nobody names is "---".</param>
/// <param name="NeedsBoth">Whether an event counts only if both its parties are named (the option require_dyad).</param>
public sealed record PetrarchRecord(string Id, string Text, DateOnly? Published, ImmutableArray<CameoAct> Acts, bool NeedsBoth);

/// <summary>Reads the validation files in XML.</summary>
public static class PetrarchGold
{
    public static ImmutableArray<PetrarchRecord> Load(string path)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var records = ImmutableArray.CreateBuilder<PetrarchRecord>();
        var uses = new Dictionary<string, int>();
        foreach (var sentence in XDocument.Load(reader).Descendants("Sentence"))
        {
            var id = (string?)sentence.Attribute("id") ?? "";
            uses[id] = uses.GetValueOrDefault(id) + 1;
            var needsBoth = sentence.Descendants("Option").LastOrDefault(option => (string?)option.Attribute("name") == "require_dyad") is not { } option
                || string.Equals(((string?)option.Attribute("value"))?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
            records.Add(new PetrarchRecord(
                uses[id] > 1 ? $"{id}#{uses[id].ToString(CultureInfo.InvariantCulture)}" : id,
                string.Join(' ', ((string?)sentence.Element("Text") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                DateOnly.TryParseExact((string?)sentence.Attribute("date"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
                [.. sentence.Descendants("EventCoding").Select(Act).OfType<CameoAct>().Distinct()],
                needsBoth));
        }
        return records.ToImmutable();
    }

    static CameoAct? Act(XElement coding) => (string?)coding.Attribute("eventcode") is { Length: >= 2 } code
        ? new CameoAct(code.Trim()[..2], Owner((string?)coding.Attribute("sourcecode")), Owner((string?)coding.Attribute("targetcode")))
        : null;

    static string Owner(string? code) => (code ?? "").Replace("~", "", StringComparison.Ordinal).Trim() is { Length: > 0 } actor && !actor.StartsWith("---", StringComparison.Ordinal)
        ? CameoActor.Read(actor).Code ?? PetrarchScorer.Nobody
        : PetrarchScorer.Nobody;
}
