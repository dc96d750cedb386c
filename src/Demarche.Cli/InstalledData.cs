using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Demarche.Coding;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;
using Demarche.Linking;

namespace Demarche.Cli;

/// <summary>The data and models that stand beside the executable.</summary>
static class InstalledData
{
    public static DataFolder Open() => new(AppContext.BaseDirectory);

    /// <summary>
    /// Names the program with its data and models: a change of a rule or a model is another version, whose codings stand beside
    /// the older ones.
    /// </summary>
    public static string VersionOf(DataFolder data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in new[] { "data", "models" })
            foreach (var path in Directory.EnumerateFiles(data.PathOf(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(data.Root, path).Replace('\\', '/')));
                hash.AppendData(File.ReadAllBytes(path));
            }
        var program = typeof(Coder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return $"{program}+{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4))}";
    }

    /// <summary>The whole way with the installed data.</summary>
    public static Pipeline Pipeline(DataFolder data, IEventStore store, int threads)
    {
        var version = VersionOf(data);
        var coder = new Coder(data, new ActorRegister(data, new Gazetteer(data)), version);
        var parsers = new Dictionary<string, TextParser> { ["en"] = TextParser.Load(data, "en") };
        return new Pipeline(parsers, coder, new Linker(LinkingWords.Load(data)), store, version, threads);
    }

    /// <summary>The folder of the corpora for training and measuring: <c>--data</c>, else DEMARCHE_DATA, else beside the repository.</summary>
    public static string CorporaPath(string? option) =>
        option ?? (Environment.GetEnvironmentVariable("DEMARCHE_DATA") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "data"));
}
