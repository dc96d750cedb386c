using Demarche.Reading;

namespace Demarche.Cli.Inputs;

/// <summary>
/// Finds what the user named: files, folders with all below them, patterns, addresses, and <c>-</c>. A
/// tree may have a million files, so that no list of them is held.
/// </summary>
static class InputFinder
{
    public static IEnumerable<InputSource> Find(IEnumerable<string> inputs) => inputs.SelectMany(Find);

    static IEnumerable<InputSource> Find(string input)
    {
        if (input == "-")
            return [new InputSource(input, Console.OpenStandardInput)];
        if (WebAddress.IsWeb(input))
            return [new InputSource(input, null, "addresses are not fetched here; save the page and name the file") { IsOnWeb = true }];
        if (File.Exists(input))
            return [OfFile(input)];
        if (WebAddress.Refusal(input) is { } refusal)
            return [new InputSource(input, null, refusal)];
        if (Directory.Exists(input))
            return FolderWalk.Files(input).Select(OfFound);
        if (input.AsSpan().IndexOfAny('*', '?', '[') >= 0)
            return Matching(input, new GlobPattern(input));
        return [new InputSource(input, null, "no such file or folder")];
    }

    static IEnumerable<InputSource> Matching(string input, GlobPattern pattern)
    {
        var found = false;
        foreach (var (file, problem) in Directory.Exists(pattern.Folder) ? FolderWalk.Files(pattern.Folder) : [])
        {
            if (problem is null && !pattern.Matches(Path.GetRelativePath(pattern.Folder, file)))
                continue;
            found = true;
            yield return OfFound((pattern.Folder == "." ? Path.GetRelativePath(".", file) : file, problem));
        }
        if (!found)
            yield return new InputSource(input, null, "no file matches");
    }

    static InputSource OfFound((string Path, string? Problem) found) =>
        found.Problem is null ? OfFile(found.Path) : new InputSource(found.Path, null, found.Problem);

    static InputSource OfFile(string path) => IsOutput(path)
        ? new(path, null, "is where the output goes, so it is not read")
        : new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));

    /// <summary>"read . > articles.jsonl" finds its own output, and reading that would never end. Linux says where output goes; elsewhere files are locked.</summary>
    static bool IsOutput(string path)
    {
        const string Output = "/proc/self/fd/1";
        return Console.IsOutputRedirected && OperatingSystem.IsLinux() && File.ResolveLinkTarget(Output, returnFinalTarget: false)?.FullName == Path.GetFullPath(path);
    }
}
