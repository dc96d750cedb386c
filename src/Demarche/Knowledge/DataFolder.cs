namespace Demarche.Knowledge;

/// <summary>
/// The readable data and the trained models that ship with the program: <c>data/</c> and <c>models/</c> side by side.
/// Paths in messages are relative to it ("data/actors/states.tsv").
/// </summary>
public sealed class DataFolder
{
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        if (!Directory.Exists(Path.Combine(Root, "data")))
            throw new DataFileException(Path.Combine(Root, "data"), "no such folder; it ships beside the program, so install or publish again");
    }

    public string Root { get; }

    /// <summary>Full path of a shipped file, named with forward slashes from the root ("data/places/cities.tsv").</summary>
    public string PathOf(string name) => Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Opens a shipped file; a missing one is a <see cref="DataFileException"/>.</summary>
    public FileStream Open(string name)
    {
        try
        {
            return new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (IOException problem)
        {
            throw new DataFileException(name, "cannot be opened: " + problem.Message, problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new DataFileException(name, "may not be read: " + problem.Message, problem);
        }
    }
}
