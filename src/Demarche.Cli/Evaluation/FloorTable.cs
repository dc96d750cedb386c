using System.Globalization;
using Demarche.Evaluation;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>What each figure must reach at least (a number of errors: at most). Floors only rise.</summary>
sealed class FloorTable
{
    readonly Dictionary<(string, string, string), double> floors = [];

    public static FloorTable Load(string path)
    {
        if (!File.Exists(path))
            throw new DataFileException(path, "no such table of floors; run from the root of the repository or name it with --floors");
        using var file = new TsvFile(File.OpenRead(path), path, "task", "data", "measure", "floor");
        var table = new FloorTable();
        int task = file.Column("task"), data = file.Column("data"), measure = file.Column("measure"), floor = file.Column("floor");
        while (file.Read())
        {
            if (!double.TryParse(file[floor], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw file.Problem($"expected a number, found '{file[floor]}'");
            table.floors[(file[task], file[data], file[measure])] = value;
        }
        return table;
    }

    public IEnumerable<(string Task, string Data, string Measure, double Value)> All =>
        floors.Select(floor => (floor.Key.Item1, floor.Key.Item2, floor.Key.Item3, floor.Value)).OrderBy(floor => floor);

    public double? Of(Score score) => floors.TryGetValue((score.Task, score.Data, score.Measure), out var floor) ? floor : null;
}
