using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Demarche.Coding;
using Demarche.Coding.Dictionaries;
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
    /// <param name="dictionaries">With others it is another version, too.</param>
    public static string VersionOf(DataFolder data, UserDictionaries? dictionaries = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in new[] { "data", "models" })
            foreach (var path in Directory.EnumerateFiles(data.PathOf(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(data.Root, path).Replace('\\', '/')));
                hash.AppendData(File.ReadAllBytes(path));
            }
        foreach (var path in dictionaries?.Files ?? [])
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        var program = typeof(Coder).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return $"{program}+{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 4))}";
    }

    /// <summary>The coder with the installed data.</summary>
    /// <param name="dictionaries">Files of the user; one that cannot be read, or is none, is a <see cref="DataFileException"/>.</param>
    public static Coder Coder(DataFolder data, UserDictionaries? dictionaries = null)
    {
        // Read first: a file that is missing is named as the dictionary it should be.
        var (actors, verbs, discards) = Read(dictionaries);
        return Coder(data, VersionOf(data, dictionaries), actors, verbs, discards);
    }

    static Coder Coder(DataFolder data, string version, List<ActorDictionary> actors, List<VerbDictionary> verbs, List<Discards> discards) =>
        new(data, new ActorRegister(data, new Gazetteer(data), actors), version, verbs, discards);

    static (List<ActorDictionary> Actors, List<VerbDictionary> Verbs, List<Discards> Discards) Read(UserDictionaries? dictionaries)
    {
        List<VerbDictionary> verbs = [.. (dictionaries?.Verbs ?? []).Select(VerbDictionary.Load)];
        foreach (var warning in verbs.SelectMany(dictionary => dictionary.Warnings))
            Console.Error.WriteLine($"demarche: {warning}");
        return ([.. (dictionaries?.Actors ?? []).Select(ActorDictionary.Load)], verbs, [.. (dictionaries?.Discards ?? []).Select(Discards.Load)]);
    }

    /// <summary>The parser of English with the installed models.</summary>
    public static TextParser Parser(DataFolder data) => TextParser.Load(data, "en");

    /// <summary>The whole way with the installed data.</summary>
    /// <param name="version">Of <see cref="VersionOf"/> where it is known already: to make it reads every data and model file.</param>
    public static Pipeline Pipeline(DataFolder data, IEventStore store, int threads, UserDictionaries? dictionaries = null, string? version = null)
    {
        var (actors, verbs, discards) = Read(dictionaries);
        version ??= VersionOf(data, dictionaries);
        var coder = Coder(data, version, actors, verbs, discards);
        var parsers = new Dictionary<string, TextParser> { ["en"] = Parser(data) };
        return new Pipeline(parsers, coder, new Linker(LinkingWords.Load(data)), store, version, threads);
    }

    /// <summary>The folder of the corpora for training and measuring: <c>--data</c>, else DEMARCHE_DATA, else beside the repository.</summary>
    public static string CorporaPath(string? option) =>
        option ?? (Environment.GetEnvironmentVariable("DEMARCHE_DATA") is { Length: > 0 } named ? named : Path.Combine("..", "shared", "data"));
}
