namespace Demarche.SystemTests;

public sealed class ParseCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche");

    public void Dispose() => folder.Delete(recursive: true);

    string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public async Task Text_becomes_CoNLL_U_with_an_id_for_the_file_and_each_sentence()
    {
        var (exitCode, output, errors) = await DemarcheProcess.Run("parse", Write("note.txt", "The minister didn't go.\n\nTroops left the town.\n"));

        Assert.Equal("", errors);
        Assert.Equal(0, exitCode);
        Assert.Contains("# newdoc id = note\n# newpar\n# sent_id = note-1\n# text = The minister didn't go.\n", output, StringComparison.Ordinal);
        Assert.Contains("\n3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n", output, StringComparison.Ordinal);
        Assert.Contains("\n# newpar\n# sent_id = note-2\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_words_and_sentences_are_kept_and_one_or_two_threads_write_the_same()
    {
        const string given = "# newdoc id = a\n# sent_id = s1\n1\tHe\t_\t_\t_\t_\t_\t_\t_\t_\n2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n# newdoc id = b\n# sent_id = s2\n1\tU.S\t_\t_\t_\t_\t_\t_\t_\t_\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
        var path = Write("given.conllu", given);

        var one = await DemarcheProcess.Run("parse", "--input", "conllu", path, "--threads", "1");
        var two = await DemarcheProcess.Run("parse", "--input", "conllu", path, "--threads", "2");

        Assert.Equal(one, two);
        Assert.Equal(0, one.ExitCode);
        Assert.Equal(["# sent_id = s1", "# sent_id = s2"], one.Output.Split('\n').Where(line => line.StartsWith("# sent_id", StringComparison.Ordinal)));
        Assert.Equal(["He", "left", "U.S", "."], one.Output.Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t')[1]));
    }

    [Fact]
    public async Task A_broken_input_is_named_with_its_line_and_the_others_are_done()
    {
        var broken = Write("broken.conllu", "1\tnot\tenough\n\n");
        var whole = Write("whole.conllu", "1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n");

        var (exitCode, output, errors) = await DemarcheProcess.Run("parse", "--input", "conllu", broken, Path.Combine(folder.FullName, "missing"), whole);

        Assert.Equal(1, exitCode);
        Assert.Contains("broken.conllu:1: expected 10 columns", errors, StringComparison.Ordinal);
        Assert.Contains("missing: no such file", errors, StringComparison.Ordinal);
        Assert.Contains("1\tGo\tgo\tVERB", output, StringComparison.Ordinal);
    }
}
