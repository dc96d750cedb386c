using System.Globalization;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;
using Demarche.Reading;

namespace Demarche.Cli.Relations;

/// <summary>Reads the files of <c>--against</c>; those of one dataset are counted together. What cannot be used is named on stderr.</summary>
sealed class DatasetReading(DatasetWords words, Relation relation, CancellationToken stop)
{
    const int ProblemsShown = 20;

    readonly SortedDictionary<string, DatasetCounts> found = new(StringComparer.Ordinal);

    public IReadOnlyList<DatasetCounts> Found => [.. found.Values];

    public bool HasProblems { get; private set; }

    public void Read(IEnumerable<string> files)
    {
        foreach (var path in files)
            try
            {
                using var stream = File.OpenRead(path);
                using var file = DatasetFile.Open(PackedText.Open(stream), words);
                Read(path, file);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or UnreadableException or InvalidDataException)
            {
                Say($"{path}: {problem.Message}");
            }
    }

    void Read(string path, DatasetFile file)
    {
        if (!found.TryGetValue(file.Name, out var counts))
            found.Add(file.Name, counts = new DatasetCounts(file.Name, [.. relation.Series.Select(one => one.Period)], relation.From, relation.To));
        counts.Files++;
        var problems = 0;
        foreach (var row in file.Rows(relation.Dyad))
        {
            stop.ThrowIfCancellationRequested();
            counts.Add(row);
            if ((row.Problem ?? (row.Day is null ? "the row has no day" : null)) is not { } problem)
                continue;
            if (++problems <= ProblemsShown)
                Say(string.Create(CultureInfo.InvariantCulture, $"{path}: line {row.Line}: {EventWords.Tame(problem)}; the row is left out"));
        }
        if (problems > ProblemsShown)
            Say(string.Create(CultureInfo.InvariantCulture, $"{path}: {problems - ProblemsShown} more such rows"));
        counts.Read += file.Read;
    }

    void Say(string problem)
    {
        HasProblems = true;
        Console.Error.WriteLine("demarche: " + problem);
    }
}
