using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Language.Quotations;

/// <summary>The words that report, and how their content hangs on them: <c>data/lexicon/en/reporting.txt</c>.</summary>
public sealed class ReportingLexicon
{
    readonly FrozenSet<(string Word, string Frame)> verbs;
    readonly FrozenSet<(string Word, string Frame)> nouns;
    readonly FrozenSet<string> labels;
    readonly FrozenSet<string> answers;

    ReportingLexicon(FrozenSet<(string, string)> verbs, FrozenSet<(string, string)> nouns, FrozenSet<string> labels, FrozenSet<string> answers) =>
        (this.verbs, this.nouns, this.labels, this.answers) = (verbs, nouns, labels, answers);

    public static ReportingLexicon Load(DataFolder data, string language = "en")
    {
        var path = $"data/lexicon/{language}/reporting.txt";
        using var stream = data.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads records. <paramref name="path"/> is the name used in messages.</summary>
    public static ReportingLexicon Read(Stream stream, string path)
    {
        var verbFrames = new HashSet<(string, string)>();
        var nounFrames = new HashSet<(string, string)>();
        var labelNouns = new HashSet<string>();
        var answerVerbs = new HashSet<string>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            if (string.IsNullOrEmpty(record.Single("source")))
                throw new DataFileException(path, record.Line, "expected 'source:' in every record");
            if (record.Single("labels") is { } named)
            {
                labelNouns.UnionWith(Words(named));
                continue;
            }
            if (record.Single("answers") is { } answering)
            {
                answerVerbs.UnionWith(Words(answering));
                continue;
            }
            var frames = Words(record.Single("takes") ?? throw new DataFileException(path, record.Line, "expected 'takes:' in every record"));
            foreach (var field in record.Fields)
            {
                if (field.Key is "takes" or "source")
                    continue;
                var target = field.Key switch
                {
                    "verbs" => verbFrames,
                    "nouns" => nounFrames,
                    _ => throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, ["verbs", "nouns", "takes", "labels", "answers", "source"])}; expected verbs, nouns, takes, labels, answers, source"),
                };
                foreach (var word in Words(field.Value))
                    foreach (var frame in frames)
                        target.Add((word, frame));
            }
        }
        return new ReportingLexicon(verbFrames.ToFrozenSet(), nounFrames.ToFrozenSet(), labelNouns.ToFrozenSet(), answerVerbs.ToFrozenSet());
    }

    public bool IsVerb(string lemma, string frame) => verbs.Contains((lemma, frame));

    public bool IsNoun(string lemma, string frame) => nouns.Contains((lemma, frame));

    /// <summary>Whether a noun names who speaks where it stands before a colon or behind a dash ("Minister: ...").</summary>
    public bool IsLabel(string lemma) => labels.Contains(lemma);

    /// <summary>Whether who is reported goes on with this verb in a voice of their own ("denied it had fired and accused the rebels").</summary>
    public bool IsAnswer(string lemma) => answers.Contains(lemma);

    static string[] Words(string value) => value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
