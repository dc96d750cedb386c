using System.Text;

namespace Demarche.Knowledge;

/// <summary>What the dictionaries of TABARI and PETRARCH have in common as files: how they are opened, and their comments.</summary>
static class CoderDictionary
{
    // A code that is none: its marks begin no comment.
    const string NoCode = "[###]";

    /// <summary>Reads a file; one that cannot be opened is a <see cref="DataFileException"/>.</summary>
    public static T Load<T>(string path, Func<Stream, string, T> read)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return read(stream, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, "cannot be read: " + problem.Message, problem);
        }
    }

    /// <summary>The lines that say something, with their numbers: without what stands between "&lt;!" and "--&gt;", or behind one of the marks.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(Stream stream, string marks)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        var inComment = false;
        for (var number = 1; reader.ReadLine() is { } line; number++)
            if (WithoutComments(line, marks, ref inComment) is var text && !string.IsNullOrWhiteSpace(text))
                yield return (number, text);
    }

    static string WithoutComments(string line, string marks, ref bool inComment)
    {
        if (inComment)
        {
            var end = line.IndexOf("-->", StringComparison.Ordinal);
            if (end < 0)
                return "";
            inComment = false;
            line = line[(end + 3)..];
        }
        if (line.IndexOf("<!", StringComparison.Ordinal) is >= 0 and var begin)
        {
            var end = line.IndexOf("-->", begin, StringComparison.Ordinal);
            inComment = end < 0;
            line = line[..begin] + (end < 0 ? "" : line[(end + 3)..]);
        }
        var from = line.IndexOf(NoCode, StringComparison.Ordinal) is >= 0 and var code ? code + NoCode.Length : 0;
        return line.AsSpan(from).IndexOfAny(marks) is >= 0 and var comment ? line[..(from + comment)] : line;
    }
}
