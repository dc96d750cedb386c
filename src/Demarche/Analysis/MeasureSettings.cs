using System.Collections.Frozen;
using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Analysis;

/// <summary>
/// The scores, weights and floors of every measure (data/analysis/measures.tsv), with the version that stands beside the
/// figures. A change there makes a new series and never rewrites an old one.
/// </summary>
public sealed class MeasureSettings
{
    const string File = "data/analysis/measures.tsv";

    readonly FrozenDictionary<string, double> values;

    MeasureSettings(Dictionary<string, double> values, IReadOnlyList<MeasureSetting> rows)
    {
        this.values = values.ToFrozenDictionary(StringComparer.Ordinal);
        Rows = rows;
    }

    /// <summary>All settings, for showing them beside the figures.</summary>
    public IReadOnlyList<MeasureSetting> Rows { get; }

    public int Version => Whole("version");

    public double this[string name] => values.TryGetValue(name, out var value) ? value
        : throw new DataFileException(File, $"no row '{name}': restore the table that ships with the program");

    public int Whole(string name) => (int)this[name];

    /// <exception cref="DataFileException">A value is no number, or a name stands twice.</exception>
    public static MeasureSettings Load(DataFolder data)
    {
        using var table = new TsvFile(data.Open(File), File, "name", "value", "meaning");
        int name = table.Column("name"), value = table.Column("value"), meaning = table.Column("meaning");
        var read = new Dictionary<string, double>(StringComparer.Ordinal);
        var rows = new List<MeasureSetting>();
        while (table.Read())
        {
            if (!double.TryParse(table[value], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
                throw table.Problem($"'{table[value]}' is no number");
            if (!read.TryAdd(table[name], number))
                throw table.Problem($"'{table[name]}' stands here twice");
            rows.Add(new MeasureSetting(table[name], number, table[meaning]));
        }
        return new MeasureSettings(read, rows);
    }
}

/// <summary>One number behind the measures, and what it does.</summary>
public sealed record MeasureSetting(string Name, double Value, string Meaning);
