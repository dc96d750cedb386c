using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;

namespace Demarche.Tests;

/// <summary>Documents written by hand: one word a line, a blank line between sentences.</summary>
static class TestDocument
{
    /// <summary>
    /// Each line: form, lemma, universal tag, number of the head in its sentence (0 for the root), relation, and where wanted
    /// features ("Tense=Past") and the fine tag ("VBD"), in any order. <c>PROPN*</c> marks a name (LOC), <c>PROPN*PER</c> one of
    /// a kind (PER, ORG, LOC, MISC); neighbours of one kind are one name, <c>*+PER</c> starts the next. Words are set off by
    /// spaces in the text, but for punctuation and clitics ("n't", "'s"), which follow their word.
    /// </summary>
    public static Document Parse(string lines, DateOnly? published = null, string language = "en")
    {
        var rows = new List<string>();
        var number = 0;
        var kind = "";
        foreach (var line in lines.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0)
            {
                rows.Add("");
                (number, kind) = (0, "");
                continue;
            }
            if (cells.Length < 5)
                throw new ArgumentException($"'{line}': expected form, lemma, tag, head and relation", nameof(lines));
            var star = cells[2].IndexOf('*', StringComparison.Ordinal);
            var tag = star < 0 ? cells[2] : cells[2][..star];
            var mark = star < 0 ? "" : cells[2][(star + 1)..];
            var nextKind = star < 0 ? "" : mark.TrimStart('+') is { Length: > 0 } named ? named : "LOC";
            var misc = nextKind.Length == 0 ? "_" : (nextKind == kind && !mark.StartsWith('+') ? "NER=I-" : "NER=B-") + nextKind;
            kind = nextKind;
            if (rows.Count > 0 && rows[^1].Length > 0 && FollowsItsWord(cells[0]))
                rows[^1] = rows[^1].EndsWith("\t_", StringComparison.Ordinal) ? rows[^1][..^1] + "SpaceAfter=No" : rows[^1] + "|SpaceAfter=No";
            var features = cells.Skip(5).FirstOrDefault(cell => cell.Contains('=', StringComparison.Ordinal)) ?? "_";
            var fineTag = cells.Skip(5).FirstOrDefault(cell => !cell.Contains('=', StringComparison.Ordinal)) ?? "_";
            number++;
            rows.Add(string.Join('\t', number.ToString(CultureInfo.InvariantCulture), cells[0], cells[1], tag, fineTag, features, cells[3], cells[4], "_", misc));
        }

        using var reader = new StringReader(string.Join('\n', rows) + "\n\n");
        var document = ConlluReader.Read(reader, "test", language).Single();
        return published is { } day
            ? document with { Article = document.Article with { Published = PublicationDate.OfDay(day, DateBasis.User) } }
            : document;
    }

    static bool FollowsItsWord(string form) => form is "." or "," or ";" or ":" or "?" or "!" or "n't" or ")" or "”" || form.StartsWith('\'') || form.StartsWith('’');
}
