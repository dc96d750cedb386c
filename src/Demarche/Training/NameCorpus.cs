using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>A sentence with its gold labels (<see cref="NameLabel"/>).</summary>
public sealed record LabelledSentence(ImmutableArray<string> Forms, ImmutableArray<byte> Labels);

/// <summary>Sentences with marked names, by document.</summary>
/// <param name="Group">Corpora of one group share a guideline. Group 0 is the one the finished finder follows.</param>
/// <param name="MarksMiscellaneous">Whether names that are no person, organisation or place are marked; otherwise an unmarked word may still be one.</param>
public sealed record NameCorpus(int Group, bool MarksMiscellaneous, ImmutableArray<ImmutableArray<LabelledSentence>> Documents)
{
    /// <summary>
    /// Reads <c>word TAB label</c> lines: a blank line ends a sentence, a <c>-DOCSTART-</c> line begins a document.
    /// Hyphens inside words of letters become words of their own, as in the treebanks.
    /// </summary>
    public static NameCorpus Read(TextReader reader, string path, int group, bool marksMiscellaneous)
    {
        var documents = ImmutableArray.CreateBuilder<ImmutableArray<LabelledSentence>>();
        var sentences = ImmutableArray.CreateBuilder<LabelledSentence>();
        var forms = ImmutableArray.CreateBuilder<string>();
        var labels = ImmutableArray.CreateBuilder<byte>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var start = line.StartsWith("-DOCSTART-", StringComparison.Ordinal);
            if (line.Length > 0 && !start)
            {
                Take(line, path, number, forms, labels);
                continue;
            }
            EndSentence();
            if (start)
                EndDocument();
        }
        EndSentence();
        EndDocument();
        return new NameCorpus(group, marksMiscellaneous, documents.ToImmutable());

        void EndSentence()
        {
            if (forms.Count > 0)
                sentences.Add(new LabelledSentence(forms.ToImmutable(), labels.ToImmutable()));
            forms.Clear();
            labels.Clear();
        }

        void EndDocument()
        {
            if (sentences.Count > 0)
                documents.Add(sentences.ToImmutable());
            sentences.Clear();
        }
    }

    static void Take(string line, string path, int number, ImmutableArray<string>.Builder forms, ImmutableArray<byte>.Builder labels)
    {
        var cells = line.Split('\t');
        var label = cells.Length >= 2 && cells[0].Length > 0 ? NameLabel.Parse(cells[^1]) : -1;
        if (label < 0)
            throw new DataFileException(path, number, "expected 'word TAB label' with a label such as O, B-PER, I-ORG");
        foreach (var part in SplitHyphens(cells[0]))
        {
            forms.Add(part);
            labels.Add((byte)label);
            if (NameLabel.IsFirst(label))
                label++;
        }
    }

    static IEnumerable<string> SplitHyphens(string word)
    {
        var start = 0;
        for (var i = 1; i < word.Length - 1; i++)
            if (word[i] == '-' && i > start && char.IsLetterOrDigit(word[i - 1]) && char.IsLetter(word[i + 1]))
            {
                yield return word[start..i];
                yield return "-";
                start = i + 1;
            }
        yield return word[start..];
    }
}
