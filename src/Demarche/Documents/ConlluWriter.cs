using System.Globalization;

namespace Demarche.Documents;

/// <summary>
/// Writes documents as CoNLL-U: <c># newdoc id</c>, <c># newpar</c>, <c># sent_id</c> and <c># text</c>, multiword tokens as
/// ranges, <c>SpaceAfter=No</c> and names (<c>NER=B-PER</c>) in the last column.
/// </summary>
public static class ConlluWriter
{
    /// <summary>A document without sentences writes nothing: CoNLL-U has no form for it.</summary>
    public static void Write(TextWriter writer, Document document)
    {
        var labels = Labels(document);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var sentence = document.Sentences[i];
            if (i == 0)
                Comment(writer, "newdoc id", document.Article.Id.Value);
            if (i == 0 || StartsParagraph(document, i))
                writer.Write("# newpar\n");
            Comment(writer, "sent_id", sentence.Id ?? document.Article.Id.Value + "-" + (i + 1).ToString(CultureInfo.InvariantCulture));
            Comment(writer, "text", sentence.Span.Of(document.Article.Text));
            WriteWords(writer, document, i, labels);
            writer.Write('\n');
        }
    }

    static string[] Labels(Document document)
    {
        var labels = new string[document.Tokens.Count];
        foreach (var name in document.Names)
            for (var i = name.First; i < name.End; i++)
                labels[i] = (i == name.First ? "NER=B-" : "NER=I-") + Code(name.Kind);
        return labels;
    }

    static string Code(NameKind kind) => kind switch
    {
        NameKind.Person => "PER",
        NameKind.Organisation => "ORG",
        NameKind.Location => "LOC",
        _ => "MISC",
    };

    static bool StartsParagraph(Document document, int sentence)
    {
        var gap = document.Article.Text.AsSpan(document.Sentences[sentence - 1].Span.End..document.Sentences[sentence].Span.Start);
        return gap.Count('\n') > 1;
    }

    static void WriteWords(TextWriter writer, Document document, int index, string[] labels)
    {
        var (table, sentence) = (document.Tokens, document.Sentences[index]);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var end = i + 1;
            while (end < sentence.End && table.Continues[end])
                end++;
            var isRange = !table.Continues[i] && end > i + 1;
            if (isRange)
            {
                Number(writer, i - sentence.First + 1);
                writer.Write('-');
                Number(writer, end - sentence.First);
                writer.Write('\t');
                Cell(writer, new TextSpan(table.Spans[i].Start, table.Spans[end - 1].End).Of(document.Article.Text));
                writer.Write("\t_\t_\t_\t_\t_\t_\t_\t");
                writer.Write(HasSpaceAfter(document, index, end - 1) ? "_\n" : "SpaceAfter=No\n");
            }
            var inRange = isRange || table.Continues[i];
            WriteWord(writer, document, index, i, labels[i], !inRange && !HasSpaceAfter(document, index, i));
        }
    }

    static void WriteWord(TextWriter writer, Document document, int sentence, int word, string? label, bool spaceAfterNo)
    {
        var table = document.Tokens;
        var first = document.Sentences[sentence].First;
        Number(writer, word - first + 1);
        writer.Write('\t');
        Cell(writer, table.Forms[word]);
        writer.Write('\t');
        Cell(writer, table.Lemmas[word]);
        writer.Write('\t');
        writer.Write(table.Tags[word].ToString());
        writer.Write('\t');
        writer.Write(table.FineTags[word]);
        writer.Write('\t');
        writer.Write(table.Features[word]);
        writer.Write('\t');
        Number(writer, table.Heads[word] < 0 ? 0 : table.Heads[word] - first + 1);
        writer.Write('\t');
        writer.Write(table.Relations[word]);
        writer.Write("\t_\t");
        writer.Write((label, spaceAfterNo) switch
        {
            (null, false) => "_",
            (null, true) => "SpaceAfter=No",
            (_, false) => label,
            (_, true) => label + "|SpaceAfter=No",
        });
        writer.Write('\n');
    }

    static bool HasSpaceAfter(Document document, int sentence, int word)
    {
        var end = document.Tokens.Spans[word].End;
        if (word + 1 < document.Sentences[sentence].End)
            return document.Tokens.Spans[word + 1].Start > end;
        return sentence + 1 == document.Sentences.Length || document.Tokens.Spans[word + 1].Start > end;
    }

    static void Number(TextWriter writer, int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
    }

    static void Comment(TextWriter writer, string key, string value)
    {
        writer.Write("# ");
        writer.Write(key);
        writer.Write(" = ");
        Cell(writer, value);
        writer.Write('\n');
    }

    /// <summary>Writes a value on its one line: breaks and tabs inside it become spaces.</summary>
    static void Cell(TextWriter writer, string value)
    {
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny("\n\r\t"); at >= 0; at = rest.IndexOfAny("\n\r\t"))
        {
            writer.Write(rest[..at]);
            writer.Write(' ');
            rest = rest[(at + 1)..];
        }
        writer.Write(rest);
    }
}
