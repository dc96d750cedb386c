using Demarche.Knowledge;
using Demarche.Language;

namespace Demarche.Tests.Language;

public sealed class ModelFileTests : IDisposable
{
    const string Name = "models/en/syntax.model";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche");
    readonly string path;

    public ModelFileTests()
    {
        folder.CreateSubdirectory("data");
        path = Path.Combine(folder.FullName, "models", "en", "syntax.model");
        ModelFile.Write(path, "syntax", 3, writer => writer.Write("payload"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    string Problem(string kind = "syntax", int version = 3) =>
        Assert.Throws<DataFileException>(() => ModelFile.Read(new DataFolder(folder.FullName), Name, kind, version)).Message;

    [Fact]
    public void What_was_written_is_read()
    {
        using var reader = ModelFile.Read(new DataFolder(folder.FullName), Name, "syntax", 3);

        Assert.Equal("payload", reader.ReadString());
    }

    [Fact]
    public void Every_damaged_byte_and_every_cut_is_noticed()
    {
        var whole = File.ReadAllBytes(path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 1;
            File.WriteAllBytes(path, damaged);
            Assert.StartsWith(Name + ":", Problem(), StringComparison.Ordinal);
            File.WriteAllBytes(path, whole[..i]);
            Assert.Contains("demarche train syntax", Problem(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Another_version_or_kind_is_told_with_the_command_that_mends_it()
    {
        Assert.Equal("models/en/syntax.model: has version 3 of the syntax layout, this program reads version 4; bring back the file of this release, or make it again with 'demarche train syntax'", Problem(version: 4));
        Assert.Contains("is not a tokenizer model", Problem(kind: "tokenizer"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_model_is_told()
    {
        File.Delete(path);

        Assert.Contains("cannot be opened", Problem(), StringComparison.Ordinal);
    }
}
