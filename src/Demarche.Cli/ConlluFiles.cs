using System.IO.Compression;
using System.Text;
using Demarche.Documents;

namespace Demarche.Cli;

/// <summary>Given parses: files of CoNLL-U, plain or gzip'd, folders of them, or <c>-</c>.</summary>
static class ConlluFiles
{
    /// <summary>
    /// The documents of all inputs, one at a time. An input that cannot be read to its end is given to
    /// <paramref name="failed"/> with the reason, after the documents that came before the fault.
    /// </summary>
    public static IEnumerable<Document> Read(IEnumerable<string> inputs, string language, Action<string, string> failed)
    {
        foreach (var input in inputs)
        {
            if (!Directory.Exists(input))
            {
                foreach (var document in ReadFile(input, language, failed))
                    yield return document;
                continue;
            }
            var files = Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".conllu", StringComparison.Ordinal) || file.EndsWith(".conllu.gz", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).ToList();
            if (files.Count == 0)
                failed(input, "holds no .conllu file");
            foreach (var document in files.SelectMany(file => ReadFile(file, language, failed)))
                yield return document;
        }
    }

    static IEnumerable<Document> ReadFile(string path, string language, Action<string, string> failed)
    {
        StreamReader reader;
        try
        {
            reader = Open(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            failed(path, problem.Message);
            yield break;
        }
        using (reader)
        {
            using var documents = ConlluReader.Read(reader, path, language).GetEnumerator();
            while (true)
            {
                try
                {
                    if (!documents.MoveNext())
                        yield break;
                }
                catch (InvalidDataException problem)
                {
                    failed(path, problem.Message);
                    yield break;
                }
                yield return documents.Current;
            }
        }
    }

    static StreamReader Open(string path)
    {
        var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        var buffered = new BufferedStream(stream, 1 << 16);
        Span<byte> start = stackalloc byte[2];
        if (!buffered.CanSeek)
            return new StreamReader(buffered, Encoding.UTF8);
        var isGzip = buffered.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start is [0x1f, 0x8b];
        buffered.Position = 0;
        return new StreamReader(isGzip ? new GZipStream(buffered, CompressionMode.Decompress) : buffered, Encoding.UTF8, true, 1 << 16);
    }
}
