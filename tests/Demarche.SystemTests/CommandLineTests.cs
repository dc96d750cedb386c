namespace Demarche.SystemTests;

public class CommandLineTests
{
    [Fact]
    public async Task Wrong_usage_ends_with_exit_code_2_and_names_the_help()
    {
        var (exitCode, _, errors) = await DemarcheProcess.Run("no-such-command");

        Assert.Equal(2, exitCode);
        Assert.Contains("--help", errors, StringComparison.Ordinal);
    }
}
