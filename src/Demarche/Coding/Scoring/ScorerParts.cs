using System.Collections.Frozen;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>
/// What the learned scorer may do in coding documents, and how sure it must be (<c>data/lexicon/en/scorer.txt</c>). A part that is off
/// has no bound.
/// </summary>
sealed class ScorerParts
{
    static readonly string[] Names = ["choose", "propose", "drop"];
    static readonly string[] Keys = ["part", "use", "least", "source"];

    readonly FrozenDictionary<string, double> bounds;

    ScorerParts(IReadOnlyDictionary<string, double> bounds) => this.bounds = bounds.ToFrozenDictionary(StringComparer.Ordinal);

    public bool Any => bounds.Count > 0;

    public double? Choose => Bound("choose");

    public double? Propose => Bound("propose");

    public double? Drop => Bound("drop");

    double? Bound(string part) => bounds.TryGetValue(part, out var bound) ? bound : null;

    public static ScorerParts Load(DataFolder data, string language = "en")
    {
        var path = $"data/lexicon/{language}/scorer.txt";
        using var stream = data.Open(path);
        return Read(stream, path);
    }

    /// <param name="path">The name used in messages.</param>
    public static ScorerParts Read(Stream stream, string path)
    {
        var used = new Dictionary<string, double>();
        var seen = new HashSet<string>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            foreach (var field in record.Fields)
                if (!Keys.Contains(field.Key))
                    throw new DataFileException(path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, Keys)}; expected {string.Join(", ", Keys)}");
            var part = One(record, "part");
            if (!Names.Contains(part))
                throw new DataFileException(path, record.Line, $"unknown part '{part}'{NearMiss.Hint(part, Names)}; expected {string.Join(", ", Names)}");
            if (!seen.Add(part))
                throw new DataFileException(path, record.Line, $"the part '{part}' stands here twice");
            One(record, "source");
            var use = One(record, "use");
            if (use is not ("yes" or "no"))
                throw new DataFileException(path, record.Line, $"expected 'use: yes' or 'use: no', found '{use}'");
            // Below a half two types could both be the one it is sure of.
            if (!double.TryParse(One(record, "least"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var least) || least is < 0.5 or >= 1)
                throw new DataFileException(path, record.Line, $"expected a probability from 0.5 to below 1 as 'least:', found '{record.Single("least")}'");
            if (use == "yes")
                used.Add(part, least);
        }
        foreach (var name in Names)
            if (!seen.Contains(name))
                throw new DataFileException(path, 1, $"expected the part '{name}', which the program asks for");
        return new ScorerParts(used);
    }

    static string One(DataRecord record, string key) =>
        record.Single(key) is { Length: > 0 } value ? value : throw new DataFileException(record.Path, record.Line, $"expected '{key}:' in every record");
}
