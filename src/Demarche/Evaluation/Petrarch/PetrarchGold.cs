using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Evaluation.Petrarch;

/// <summary>One record of PETRARCH's validation files: a sentence and the events that are to be coded from it.</summary>
/// <param name="Acts">Root of the code and the first part of each actor's code, as ours would write it; an actor nobody names is "---".</param>
/// <param name="NeedsBoth">Whether an event counts only if both its parties are named (the option require_dyad).</param>
public sealed record PetrarchRecord(string Id, string Text, DateOnly? Published, ImmutableArray<CameoAct> Acts, bool NeedsBoth)
{
    /// <summary>The record as a text to be coded.</summary>
    public Article AsArticle() => new()
    {
        Id = new ArticleId(Id),
        Input = Id,
        Text = Text,
        Language = "en",
        Published = Published is { } day ? PublicationDate.OfDay(day, DateBasis.Record) : default,
        Blocks = [new Block(BlockKind.Body, new TextSpan(0, Text.Length))],
    };
}

/// <summary>Reads the validation files in XML.</summary>
public static class PetrarchGold
{
    public static ImmutableArray<PetrarchRecord> Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">What it reads is no well-formed XML, or holds no record.</exception>
    public static ImmutableArray<PetrarchRecord> Read(Stream stream)
    {
        var records = ImmutableArray.CreateBuilder<PetrarchRecord>();
        var uses = new Dictionary<string, int>();
        foreach (var sentence in Xml(stream).Descendants("Sentence"))
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
        return records.Count > 0 ? records.ToImmutable() : throw new InvalidDataException("no record: expected elements <Sentence> with <EventCoding> and <Text>");
    }

    /// <summary>Copies the records with their codes cut to what is compared: root, and whose each actor is.</summary>
    public static void CopyCut(string path, string target)
    {
        using var stream = File.OpenRead(path);
        var xml = Xml(stream);
        foreach (var coding in xml.Descendants("EventCoding"))
            if (Act(coding) is { } act)
            {
                coding.SetAttributeValue("eventcode", act.Code);
                coding.SetAttributeValue("sourcecode", act.Source);
                coding.SetAttributeValue("targetcode", act.Target);
            }
        xml.Save(target);
    }

    static XDocument Xml(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        try
        {
            return XDocument.Load(reader);
        }
        catch (XmlException problem)
        {
            throw new InvalidDataException("no well-formed XML: " + problem.Message, problem);
        }
    }

    static CameoAct? Act(XElement coding) => ((string?)coding.Attribute("eventcode"))?.Trim() is { Length: >= 2 } code
        ? new CameoAct(code[..2], Owner((string?)coding.Attribute("sourcecode")), Owner((string?)coding.Attribute("targetcode")))
        : null;

    static string Owner(string? code) => (code ?? "").Replace("~", "", StringComparison.Ordinal).Trim() is { Length: > 0 } actor && !actor.StartsWith("---", StringComparison.Ordinal)
        ? CameoActor.Read(actor).Code ?? PetrarchScorer.Nobody
        : PetrarchScorer.Nobody;
}
