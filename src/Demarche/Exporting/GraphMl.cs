using System.Text;
using System.Xml;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>States and events as a directed graph in GraphML: from an actor to what it did, from the event to whom it was done.</summary>
public static class GraphMl
{
    static readonly (string Id, string For, string Name, string Type)[] Keys =
    [
        ("kind", "node", "kind", "string"), ("label", "node", "label", "string"), ("type", "node", "type", "string"), ("mode", "node", "mode", "string"),
        ("status", "node", "status", "string"), ("quad", "node", "quad", "int"), ("score", "node", "score", "double"), ("date_start", "node", "date_start", "string"),
        ("date_end", "node", "date_end", "string"), ("place", "node", "place", "string"), ("origins", "node", "origins", "int"), ("confidence", "node", "confidence", "double"),
        ("role", "edge", "role", "string"), ("sector", "edge", "sector", "string"),
    ];

    public static ExportCount Write(IEnumerable<Event> events, ExportWords words, Stream output, CancellationToken stop)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false, CloseOutput = false });
        xml.WriteStartElement("graphml", "http://graphml.graphdrawing.org/xmlns");
        foreach (var (id, @for, name, type) in Keys)
        {
            xml.WriteStartElement("key");
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", @for);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "demarche");
        xml.WriteAttributeString("edgedefault", "directed");
        var parties = new HashSet<string>();
        int read = 0, edges = 0;
        foreach (var one in events)
        {
            stop.ThrowIfCancellationRequested();
            read++;
            WriteNode(xml, one);
            foreach (var (party, isActor) in one.Actors.Select(party => (party, true)).Concat(one.Recipients.Select(party => (party, false))))
                if (party.Code is { } code)
                {
                    if (parties.Add(code))
                        WriteNode(xml, "p-" + code, [("kind", "party"), ("label", words.StateName(code) ?? code)]);
                    WriteEdge(xml, $"x-{++edges}", one.Id.Value, "p-" + code, isActor, party.Sector);
                }
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        return new ExportCount(read, read, edges);
    }

    static void WriteNode(XmlWriter xml, Event one) => WriteNode(xml, one.Id.Value,
    [
        ("kind", "event"),
        ("label", one.Reports[0].Sentence),
        ("type", Knowledge.EventTypes.Code(one.Type)),
        ("mode", one.Modes.IsEmpty ? null : string.Join('|', one.Modes)),
        ("status", one.Status.ToString().ToLowerInvariant()),
        ("quad", ExportRow.Whole(one.Quad)),
        ("score", one.Score is { } score ? ExportRow.Real(score) : null),
        ("date_start", one.Date.Start is { } start ? ExportRow.Iso(start) : null),
        ("date_end", one.Date.End is { } end ? ExportRow.Iso(end) : null),
        ("place", one.Place?.Place.Name),
        ("origins", ExportRow.Whole(one.Origins)),
        ("confidence", ExportRow.Real(one.Confidence)),
    ]);

    static void WriteNode(XmlWriter xml, string id, (string Key, string? Value)[] data)
    {
        xml.WriteStartElement("node");
        xml.WriteAttributeString("id", id);
        foreach (var (key, value) in data)
            WriteData(xml, key, value);
        xml.WriteEndElement();
    }

    static void WriteEdge(XmlWriter xml, string id, string act, string party, bool isActor, string? sector)
    {
        xml.WriteStartElement("edge");
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("source", isActor ? party : act);
        xml.WriteAttributeString("target", isActor ? act : party);
        WriteData(xml, "role", isActor ? "actor" : "recipient");
        WriteData(xml, "sector", sector);
        xml.WriteEndElement();
    }

    static void WriteData(XmlWriter xml, string key, string? value)
    {
        if (value is null)
            return;
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        // XML has no way to say control characters and half surrogates, which texts may hold.
        xml.WriteString(string.Concat(value.EnumerateRunes().Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString())));
        xml.WriteEndElement();
    }
}
