using System.Collections.Immutable;
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
        WriteDate("published", article.Published);
        WriteDate("modified", article.Details.Modified);
        WriteKnown("section", article.Details.Section);
        if (article.Details.OutletState is { } state)
            WriteValue("outlet_state", state.Code, state.Basis);
        if (article.Language != "und")
        {
            json.WriteString("language", article.Language);
            WriteKnown("language_basis", article.Details.LanguageBasis == LanguageBasis.None ? null : Name(article.Details.LanguageBasis.ToString()));
        }
        WriteKnown("language_declared", article.Details.DeclaredLanguage);
        WriteConflicts(article.Details.Conflicts);
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

    void WriteDate(string name, PublicationDate date)
    {
        if (date.Iso is not { } value)
            return;
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteString("precision", Name(date.Precision.ToString()));
        json.WriteString("basis", Name(date.Basis.ToString()));
        json.WriteEndObject();
    }

    void WriteValue(string name, string value, string basis)
    {
        json.WriteStartObject(name);
        json.WriteString("value", value);
        json.WriteString("basis", basis);
        json.WriteEndObject();
    }

    /// <summary>The value that counts first.</summary>
    void WriteConflicts(ImmutableArray<MetadataConflict> conflicts)
    {
        if (conflicts.IsEmpty)
            return;
        json.WriteStartArray("conflicts");
        foreach (var conflict in conflicts)
        {
            json.WriteStartObject();
            json.WriteString("field", conflict.Field);
            json.WriteStartArray("values");
            foreach (var value in conflict.Values)
            {
                json.WriteStartObject();
                json.WriteString("value", value.Value);
                json.WriteString("basis", value.Basis);
                json.WriteBoolean("counts", value == conflict.Values[0]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    void WriteKnown(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>"JsonLd" as "json-ld".</summary>
    static string Name(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
