using Demarche.Knowledge;

namespace Demarche.Tests;

/// <summary>Where tests find the files of the repository and the development data.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The shipped data and models, straight from the source tree.</summary>
    public static DataFolder Data => new(Root);

    /// <summary>The development data that is not part of the repository, or null where it is absent.</summary>
    public static string? DevelopmentData { get; } = FindDevelopmentData();

    static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "Demarche.slnx")))
                return folder;
        throw new InvalidOperationException("no Demarche.slnx above " + AppContext.BaseDirectory);
    }

    static string? FindDevelopmentData()
    {
        var path = Environment.GetEnvironmentVariable("DEMARCHE_DATA") is { Length: > 0 } named
            ? Path.GetFullPath(named, Root)
            : Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>The path of a file of the development data; skips the test, saying so, where the data is absent.</summary>
    public static string RequireDevelopmentData(string name)
    {
        Assert.SkipWhen(DevelopmentData is null, "The development data is not here: set DEMARCHE_DATA to its folder.");
        return Path.Combine(DevelopmentData!, name);
    }
}
