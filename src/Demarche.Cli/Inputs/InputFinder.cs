namespace Demarche.Cli.Inputs;

/// <summary>
/// Finds what the user named: files, folders with all below them, patterns, and <c>-</c>. Only one folder's names are held at a time: a
/// tree may have a million files.
/// </summary>
static class InputFinder
{
    public static IEnumerable<InputSource> Find(IEnumerable<string> inputs) => inputs.SelectMany(Find);

    static IEnumerable<InputSource> Find(string input)
    {
        if (input == "-")
            return [new InputSource(input, Console.OpenStandardInput)];
        if (input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            return [new InputSource(input, null, "addresses are not fetched; save the page and name the file")];
        if (File.Exists(input))
            return [OfFile(input)];
        if (Directory.Exists(input))
            return InOrder(input).Select(OfFile);
        if (input.AsSpan().IndexOfAny('*', '?', '[') >= 0)
            return Matching(input, new GlobPattern(input));
        return [new InputSource(input, null, "no such file or folder")];
    }

    static IEnumerable<InputSource> Matching(string input, GlobPattern pattern)
    {
        var found = false;
        foreach (var file in Directory.Exists(pattern.Folder) ? InOrder(pattern.Folder) : [])
        {
            if (!pattern.Matches(Path.GetRelativePath(pattern.Folder, file)))
                continue;
            found = true;
            yield return OfFile(pattern.Folder == "." ? Path.GetRelativePath(".", file) : file);
        }
        if (!found)
            yield return new InputSource(input, null, "no file matches");
    }

    static InputSource OfFile(string path) => IsOutput(path)
        ? new(path, null, "is where the output goes, so it is not read")
        : new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    /// <summary>"read . > articles.jsonl" finds its own output, and reading that would never end. Linux says where output goes; elsewhere files are locked.</summary>
    static bool IsOutput(string path)
    {
        const string Output = "/proc/self/fd/1";
        return Console.IsOutputRedirected && OperatingSystem.IsLinux() && File.ResolveLinkTarget(Output, returnFinalTarget: false)?.FullName == Path.GetFullPath(path);
    }

    /// <summary>
    /// Files of a folder by name, then its folders by name: the same order everywhere. Only one folder's names are held at a time.
    /// </summary>
    static IEnumerable<string> InOrder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsShown).Order(StringComparer.Ordinal))
            yield return file;
        foreach (var below in Directory.EnumerateDirectories(folder).Where(IsShown).Order(StringComparer.Ordinal))
            foreach (var file in InOrder(below))
                yield return file;
    }

    static bool IsShown(string path) => !Path.GetFileName(path.AsSpan()).StartsWith(".", StringComparison.Ordinal);
}
