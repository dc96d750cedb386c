using System.IO.Compression;
using System.Text;
using Demarche.Cli.Inputs;
using Demarche.Documents;

namespace Demarche.Cli;

/// <summary>Given parses: CoNLL-U, plain or gzip'd. Of a folder only the files named .conllu or .conllu.gz.</summary>
static class ConlluFiles
{
    /// <summary>
    /// The documents of all inputs, one at a time. An input that cannot be read to its end is given to
    /// <paramref name="failed"/> with the reason, after the documents that came before the fault.
    /// </summary>
    public static IEnumerable<Document> Read(IEnumerable<string> inputs, string language, Action<string, string> failed) =>
        inputs.SelectMany(input => InputFinder.Find([input])
            .Where(source => !Directory.Exists(input) || source.Name.EndsWith(".conllu", StringComparison.Ordinal) || source.Name.EndsWith(".conllu.gz", StringComparison.Ordinal))
            .SelectMany(source => Read(source, language, failed)));

    static IEnumerable<Document> Read(InputSource source, string language, Action<string, string> failed)
    {
        if (Open(source, failed) is not { } reader)
            yield break;
        using (reader)
        {
            using var documents = ConlluReader.Read(reader, source.Name, language).GetEnumerator();
            while (MoveNext(documents, source, failed))
                yield return documents.Current;
        }
    }

    static bool MoveNext(IEnumerator<Document> documents, InputSource source, Action<string, string> failed)
    {
        try
        {
            return documents.MoveNext();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            failed(source.Name, problem.Message);
            return false;
        }
    }

    static StreamReader? Open(InputSource source, Action<string, string> failed)
    {
        try
        {
            if (source.Open is not null)
                return new StreamReader(Unpack(source.Open()), Encoding.UTF8, true, 1 << 16);
            failed(source.Name, source.Problem ?? "cannot be opened");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            failed(source.Name, "cannot be opened: " + problem.Message);
        }
        return null;
    }

    static Stream Unpack(Stream stream)
    {
        // Only files can be looked into and wound back; standard input is taken as plain text.
        if (!stream.CanSeek)
            return stream;
        var (first, second) = (stream.ReadByte(), stream.ReadByte());
        stream.Position = 0;
        return (first, second) == (0x1f, 0x8b) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
