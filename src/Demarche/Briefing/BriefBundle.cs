using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Analysis;
using Demarche.Events;

namespace Demarche.Briefing;

/// <summary>The evidence behind a brief as JSON: events with their reports, claims, sources with hashes, citations, method; and the hash of the brief's own text.</summary>
public static class BriefBundle
{
    public static string Write(Brief brief, BriefMaterial material)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("kind", "brief");
            json.WriteString("title", brief.Title);
            json.WriteString("version", material.Version);
            json.WriteString("as_of", Iso(material.AsOf));
            json.WriteString("from", Iso(material.From));
            json.WriteString("to", Iso(material.To));
            json.WriteString("markdown_sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MarkdownBrief.Write(brief)))));
            json.WriteStartArray("states");
            foreach (var state in material.States)
                json.WriteStringValue(state);
            json.WriteEndArray();
            json.WriteStartArray("events");
            foreach (var one in material.Events)
                EventJson.Write(json, one);
            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var claim in material.Claims)
                EventJson.Write(json, claim);
            json.WriteEndArray();
            Sources(json, material);
            Citations(json, brief);
            MethodJson.Write(json, material.Settings);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    static void Sources(Utf8JsonWriter json, BriefMaterial material)
    {
        json.WriteStartArray("sources");
        foreach (var source in material.Sources)
        {
            json.WriteStartObject();
            json.WriteString("id", source.Id.Value);
            json.WriteString("publisher", SourceName.Of(source));
            json.WriteString("grade", material.Grades.Of(SourceName.Of(source)).ToString());
            if (source.Title is { } title)
                json.WriteString("title", title);
            if (source.Url is { } url)
                json.WriteString("url", url);
            if (source.Published.Day is { } day)
                json.WriteString("published", Iso(day));
            json.WriteString("published_basis", source.Published.Basis.ToString());
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Citations(Utf8JsonWriter json, Brief brief)
    {
        json.WriteStartArray("citations");
        foreach (var citation in brief.Citations)
        {
            json.WriteStartObject();
            json.WriteNumber("number", citation.Number);
            json.WriteString("document", citation.Document.Value);
            json.WriteString("sha256", citation.TextSha256);
            json.WriteNumber("start", citation.Span.Start);
            json.WriteNumber("end", citation.Span.End);
            json.WriteString("quote", citation.Quote);
            json.WriteString("statement", citation.Statement);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
