using Demarche.Tests;

namespace Demarche.SystemTests;

public class DataCheckTests
{
    [Fact]
    public async Task The_shipped_data_is_good_and_every_example_holds()
    {
        var (exitCode, output, _) = await DemarcheProcess.Run("data", "check", "--parses", Path.Combine(Repository.Root, "tests", "data", "rules"));

        Assert.Equal(0, exitCode);
        Assert.All(output.TrimEnd('\n').Split('\n'), line => Assert.EndsWith(" good", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_only_useless_ends_with_1_and_what_is_broken_with_3()
    {
        var (useless, found, _) = await DemarcheProcess.Run("data", "check", "--parses", Path.Combine(Repository.Root, "tests", "data", "no-such-folder"));
        var (broken, _, named) = await DemarcheProcess.Run("data", "check", "--folder", Path.Combine(Repository.Root, "docs"));

        Assert.Equal((1, 3), (useless, broken));
        Assert.Contains("has no parse", found, StringComparison.Ordinal);
        Assert.Contains("no such folder", named, StringComparison.Ordinal);
    }
}
