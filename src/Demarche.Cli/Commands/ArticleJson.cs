using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Documents;

namespace Demarche.Cli.Commands;

/// <summary>Articles as JSON Lines, the form that <c>read</c> promises. What is not known is left out.</summary>
sealed class ArticleJson(Stream output) : IDisposable
{
    // Text stays readable: only what JSON must escape is escaped.
    readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Write(Article article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Id.Value);
        json.WriteString("input", article.Input);
        WriteKnown("url", article.Url);
        WriteKnown("title", article.Title);
        json.WriteStartArray("authors");
        foreach (var author in article.Authors)
            json.WriteStringValue(author);
        json.WriteEndArray();
        WriteKnown("outlet", article.Outlet);
        if (article.Published.Iso is { } published)
        {
            json.WriteStartObject("published");
            json.WriteString("value", published);
            json.WriteString("precision", Name(article.Published.Precision.ToString()));
            json.WriteString("basis", Name(article.Published.Basis.ToString()));
            json.WriteEndObject();
        }
        if (article.Language != "und")
            json.WriteString("language", article.Language);
        json.WriteString("body", article.Body);
        json.WriteStartArray("blocks");
        foreach (var block in article.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(block.Kind.ToString()));
            json.WriteString("text", article.Text.AsSpan(block.Span.Start, block.Span.Length));
            json.WriteNumber("start", block.Span.Start);
            json.WriteNumber("end", block.Span.End);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("text", article.Text);
        json.WriteString("sha256", article.Sha256);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }

    public void Dispose() => json.Dispose();

    void WriteKnown(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>"JsonLd" as "json-ld".</summary>
    static string Name(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
