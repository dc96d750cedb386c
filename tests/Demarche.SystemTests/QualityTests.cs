using Demarche.Tests;

namespace Demarche.SystemTests;

public class QualityTests
{
    [Fact]
    public async Task Every_figure_is_at_or_above_its_floor()
    {
        var data = Path.GetDirectoryName(Repository.RequireDevelopmentData("nlp"))!;

        var (exitCode, output, errors) = await DemarcheProcess.RunIn(Repository.Root, "evaluate", "--check", "--data", Path.GetFullPath(data));

        Assert.True(exitCode == 0, errors + string.Join('\n', output.Split('\n').Where(line => line.EndsWith("BELOW", StringComparison.Ordinal))));
    }
}
