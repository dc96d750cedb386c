using System.Text;
using System.Text.Json;

namespace Demarche.Training;

/// <summary>Text without annotation: news whose texts are in the public domain, and speeches of the UN's general debate (CC0).</summary>
static class RawText
{
    const string News = "nlp/ner/ner-en-gmb-train.bio.gz";
    const string Speeches = "nlp/raw/un-general-debate-1990-2024.jsonl.gz";

    /// <summary>Sentences. The table of tokens and labels gives its tokens back as text; its labels are not read.</summary>
    public static IEnumerable<string> ReadNews(TrainingRun run)
    {
        using var reader = run.Open(News);
        var sentence = new StringBuilder();
        for (var sentences = 0; sentences < run.Limit && reader.ReadLine() is { } line;)
        {
            if (line.Length > 0)
            {
                Append(sentence, line.AsSpan(0, Math.Max(0, line.IndexOf('\t', StringComparison.Ordinal))));
                continue;
            }
            if (sentence.Length > 0)
                yield return sentence.ToString();
            sentence.Clear();
            sentences++;
        }
    }

    // The table sets off clitics and writes quotation marks as Penn's treebank does.
    static void Append(StringBuilder sentence, ReadOnlySpan<char> token)
    {
        if (sentence.Length > 0 && token is not ("n't" or "'s" or "'re" or "'ve" or "'ll" or "'d" or "'m" or "," or "." or ";" or ":" or "?" or "!"))
            sentence.Append(' ');
        sentence.Append(token is "``" or "''" ? "\"" : token);
    }

    /// <summary>Whole speeches.</summary>
    public static IEnumerable<string> ReadSpeeches(TrainingRun run)
    {
        using var reader = run.Open(Speeches);
        for (var documents = 0; documents < run.Limit && reader.ReadLine() is { } line; documents++)
        {
            using var speech = JsonDocument.Parse(line);
            yield return string.Join("\n\n", speech.RootElement.GetProperty("text").EnumerateArray().Select(paragraph => paragraph.GetString()));
        }
    }
}
