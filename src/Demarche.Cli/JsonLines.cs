using System.Text.Encodings.Web;
using System.Text.Json;

namespace Demarche.Cli;

/// <summary>JSON objects, one a line, in UTF-8; text stays readable: only what JSON must escape is escaped.</summary>
sealed class JsonLines(Stream output) : IDisposable
{
    readonly Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public void Write(Action<Utf8JsonWriter> line)
    {
        line(json);
        json.Flush();
        output.WriteByte((byte)'\n');
        json.Reset();
    }

    public void Dispose() => json.Dispose();
}
