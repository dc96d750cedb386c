using Demarche.Cli.Inputs;

namespace Demarche.SystemTests.Inputs;

public sealed class InputFinderTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("demarche-inputs-").FullName;

    [Fact]
    public void A_folder_is_walked_in_the_same_order_whatever_the_portions()
    {
        foreach (var name in new[] { "b.txt", "a.txt", ".hidden", "c/2.txt", "c/1.txt", "c/d/x.txt", "B.txt", "e/y.txt" })
            Write(name);
        string[] expected = ["B.txt", "a.txt", "b.txt", "c/1.txt", "c/2.txt", "c/d/x.txt", "e/y.txt"];

        foreach (var portion in new[] { 1, 2, 3, 1000 })
            Assert.Equal(expected, FolderWalk.Files(folder, portion).Select(file => Path.GetRelativePath(folder, file.Path).Replace('\\', '/')));
    }

    [Fact]
    public void A_link_back_to_a_folder_above_is_not_followed()
    {
        Write("a/one.txt");
        Directory.CreateSymbolicLink(Path.Combine(folder, "a", "up"), folder);
        Directory.CreateSymbolicLink(Path.Combine(folder, "aside"), Path.Combine(folder, "a"));

        Assert.Equal(["a/one.txt", "aside/one.txt"], FolderWalk.Files(folder).Select(file => Path.GetRelativePath(folder, file.Path).Replace('\\', '/')));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "file: addresses are refused; only http: and https: are read, and files by their path")]
    [InlineData("data:text/html,<p>x", "data: addresses are refused; only http: and https: are read")]
    [InlineData("missing.html", "no such file or folder")]
    public void What_is_no_input_is_named_with_the_reason(string input, string reason) =>
        Assert.Equal((input, reason), Assert.Single(InputFinder.Find([input])) is { } source ? (source.Name, source.Problem) : default);

    void Write(string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
