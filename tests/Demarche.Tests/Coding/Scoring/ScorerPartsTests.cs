using System.Text;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;

namespace Demarche.Tests.Coding.Scoring;

public sealed class ScorerPartsTests
{
    const string Choose = "part: choose\nuse: no\nleast: 0.9\nsource: test\n\n";
    const string Propose = "part: propose\nuse: yes\nleast: 0.85\nsource: test\n\n";
    const string Drop = "part: drop\nuse: no\nleast: 0.9\nsource: test\n";

    [Fact]
    public void A_part_that_is_off_has_no_bound()
    {
        var parts = Read(Choose + Propose + Drop);

        Assert.True(parts.Any);
        Assert.Equal((null, 0.85, null), (parts.Choose, parts.Propose, parts.Drop));
    }

    [Theory]
    [InlineData(Choose + Propose, "scorer.txt:1: expected the part 'drop'")]
    [InlineData(Choose + Propose + Drop + "\n" + Choose, "scorer.txt:16: the part 'choose' stands here twice")]
    [InlineData(Choose + Propose + "part: drops\nuse: no\nleast: 0.9\nsource: test\n", "scorer.txt:11: unknown part 'drops' (did you mean 'drop'?)")]
    [InlineData(Choose + Propose + "part: drop\nuse: maybe\nleast: 0.9\nsource: test\n", "expected 'use: yes' or 'use: no', found 'maybe'")]
    [InlineData(Choose + Propose + "part: drop\nuse: no\nleast: 90\nsource: test\n", "expected a probability from 0.5 to below 1 as 'least:', found '90'")]
    [InlineData(Choose + Propose + "part: drop\nuse: no\nleast: 0.9\nsauce: test\n", "scorer.txt:14: unknown key 'sauce' (did you mean 'source'?)")]
    [InlineData(Choose + Propose + "part: drop\nuse: no\nleast: 0.9\n", "scorer.txt:11: expected 'source:' in every record")]
    public void What_is_wrong_is_refused_with_its_line(string text, string reason)
    {
        var problem = Assert.Throws<DataFileException>(() => Read(text));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    internal static ScorerParts Read(string text) => ScorerParts.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "scorer.txt");
}
