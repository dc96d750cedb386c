using System.Text.RegularExpressions;

namespace Demarche.Tests.Architecture;

/// <summary>The picture of docs/architecture.md as a table: which folder may import which.</summary>
public partial class ImportTests
{
    static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Knowledge"] = [],
        ["Documents"] = [],
        ["Events"] = ["Documents", "Knowledge"],
        ["Reading"] = ["Documents", "Knowledge"],
        ["Language"] = ["Documents", "Knowledge"],
        ["Coding"] = ["Documents", "Events", "Knowledge"],
        ["Linking"] = ["Documents", "Events", "Knowledge"],
        ["Analysis"] = ["Documents", "Events", "Knowledge"],
        ["Exporting"] = ["Documents", "Events", "Knowledge"],
        ["Importing"] = ["Documents", "Events", "Knowledge"],
        ["Training"] = ["Coding", "Documents", "Events", "Knowledge", "Language"],
        ["Briefing"] = ["Analysis", "Documents", "Events", "Knowledge"],
        ["Reviewing"] = ["Documents", "Events", "Knowledge"],
        ["Evaluation"] = ["Documents", "Events", "Knowledge"],
        ["Storage"] = ["Documents", "Events", "Knowledge"],
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_imports_only_what_the_picture_allows(string folder, string path)
    {
        var strangers = Directory.EnumerateFiles(Path.Combine(Repository.Root, path), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Imports(File.ReadAllText(file))
                .Where(import => import != folder && Allowed.ContainsKey(import) && !Allowed[folder].Contains(import))
                .Select(import => $"{Path.GetFileName(file)} imports {import}"));

        Assert.Empty(strangers);
    }

    public static TheoryData<string, string> Folders()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in Allowed.Keys)
        {
            var path = folder == "Storage" ? "src/Demarche.Storage" : "src/Demarche/" + folder;
            if (Directory.Exists(Path.Combine(Repository.Root, path)))
                data.Add(folder, path);
        }
        return data;
    }

    [Fact]
    public void Every_folder_of_the_library_stands_in_the_picture()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "Demarche"))
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name is not ("bin" or "obj"));

        Assert.All(folders, folder => Assert.Contains(folder, Allowed.Keys));
    }

    static IEnumerable<string> Imports(string source) =>
        ImportedNamespace().Matches(source).Select(match => match.Groups["folder"].Value).Distinct();

    [GeneratedRegex(@"(?<!namespace )\bDemarche\.(?<folder>[A-Z]\w+)")]
    private static partial Regex ImportedNamespace();
}
