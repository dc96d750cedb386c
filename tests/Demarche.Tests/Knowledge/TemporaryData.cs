using Demarche.Knowledge;

namespace Demarche.Tests.Knowledge;

/// <summary>A copy of data/actors and data/places with one row changed; gone when disposed.</summary>
sealed class TemporaryData : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("demarche-data-").FullName;

    /// <param name="start">The first row that starts so is changed.</param>
    public TemporaryData(string file, string start, Func<string, string> change)
    {
        foreach (var folder in (string[])["data/actors", "data/places"])
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
            foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder)))
                File.Copy(path, Path.Combine(root, folder, Path.GetFileName(path)));
        }
        var lines = File.ReadAllLines(Path.Combine(root, file));
        ChangedLine = Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal)) + 1;
        lines[ChangedLine - 1] = change(lines[ChangedLine - 1]);
        File.WriteAllLines(Path.Combine(root, file), lines);
    }

    public DataFolder Data => new(root);

    /// <summary>Counted from 1.</summary>
    public int ChangedLine { get; }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
