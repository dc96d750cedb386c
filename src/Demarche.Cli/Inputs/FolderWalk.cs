namespace Demarche.Cli.Inputs;

/// <summary>
/// Files below a folder: those of a folder by name, then those of its folders by name, the same order everywhere. A folder may hold a
/// million files, so that its names are taken in portions, each found by a pass of its own: memory stays flat, and a pass takes a second.
/// </summary>
static class FolderWalk
{
    const int Portion = 1 << 16;

    /// <summary>Every file, and for a folder that cannot be read its path with the reason.</summary>
    public static IEnumerable<(string Path, string? Problem)> Files(string folder, int portion = Portion) => Files(folder, portion, []);

    static IEnumerable<(string Path, string? Problem)> Files(string folder, int portion, HashSet<string> above)
    {
        // A link that leads back to a folder it lies in would be followed for ever.
        var real = Path.GetFullPath(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder);
        if (!above.Add(real))
            yield break;
        var failed = false;
        foreach (var (file, problem) in Names(folder, portion, Directory.EnumerateFiles))
        {
            failed |= problem is not null;
            yield return (file, problem);
        }
        if (failed)
            yield break;
        foreach (var (below, problem) in Names(folder, portion, Directory.EnumerateDirectories))
            if (problem is null)
                foreach (var file in Files(below, portion, above))
                    yield return file;
        above.Remove(real);
    }

    static IEnumerable<(string Path, string? Problem)> Names(string folder, int portion, Func<string, IEnumerable<string>> enumerate)
    {
        for (string? last = null; ;)
        {
            List<string> next;
            string? problem = null;
            try
            {
                next = Following(enumerate(folder), last, portion);
            }
            catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
            {
                next = [];
                problem = failure is UnauthorizedAccessException ? "may not be read: permission denied" : "cannot be read: " + failure.Message;
            }
            foreach (var name in next)
                yield return (Path.Combine(folder, name), null);
            if (problem is not null)
                yield return (folder, problem);
            if (next.Count < portion)
                yield break;
            last = next[^1];
        }
    }

    /// <summary>The first names after one, in order.</summary>
    static List<string> Following(IEnumerable<string> paths, string? last, int count)
    {
        // The greatest of those kept so far comes out first.
        var kept = new PriorityQueue<string, string>(Comparer<string>.Create((one, other) => string.CompareOrdinal(other, one)));
        foreach (var path in paths)
        {
            var name = Path.GetFileName(path);
            if (name.StartsWith('.') || (last is not null && string.CompareOrdinal(name, last) <= 0))
                continue;
            if (kept.Count < count)
                kept.Enqueue(name, name);
            else if (string.CompareOrdinal(name, kept.Peek()) < 0)
                kept.EnqueueDequeue(name, name);
        }
        var names = new List<string>(kept.Count);
        while (kept.TryDequeue(out var name, out _))
            names.Add(name);
        names.Reverse();
        return names;
    }
}
