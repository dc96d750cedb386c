namespace Demarche.Analysis.Datasets;

/// <summary>The rows of one dataset for a dyad, counted by period; as large as the window has periods, however many rows there are.</summary>
public sealed class DatasetCounts(string name, IReadOnlyList<Period> periods, DateOnly from, DateOnly to)
{
    readonly Dictionary<Period, DatasetSum> byPeriod = periods.ToDictionary(period => period, _ => new DatasetSum());

    public string Name => name;

    public IReadOnlyList<Period> Periods => periods;

    /// <summary>Rows of all parties.</summary>
    public long Read { get; set; }

    public int Files { get; set; }

    /// <summary>Rows of the dyad outside the window.</summary>
    public long Outside { get; private set; }

    public long WithoutDay { get; private set; }

    /// <summary>Rows whose code has no class, in the window.</summary>
    public long WithoutClass { get; private set; }

    public long Broken { get; private set; }

    public DatasetSum Whole { get; } = new();

    public DatasetSum this[Period period] => byPeriod[period];

    public void Add(DatasetRow row)
    {
        if (row.Problem is not null)
            Broken++;
        else if (row.Day is not { } day)
            WithoutDay++;
        else if (day < from || day > to)
            Outside++;
        else if (row.Quad == 0)
            WithoutClass++;
        else
        {
            Whole.Add(row);
            byPeriod[Period.Of(day, periods[0].Length)].Add(row);
        }
    }
}

/// <summary>Counts by class, and the mean score of the rows that have one.</summary>
public sealed class DatasetSum
{
    readonly long[] quads = new long[4];
    double scores;
    long scored;

    public IReadOnlyList<long> Quads => quads;

    public double? Tone => scored == 0 ? null : scores / scored;

    public void Add(DatasetRow row)
    {
        quads[row.Quad - 1]++;
        if (row.Score is not { } score)
            return;
        scores += score;
        scored++;
    }
}
