using Demarche.Documents;

namespace Demarche.Tests.Documents;

public class TextSpanTests
{
    [Theory]
    [InlineData(0, 2, 1, 3, true)]
    [InlineData(0, 2, 2, 3, false)]
    [InlineData(5, 9, 6, 7, true)]
    public void Spans_that_only_touch_do_not_overlap(int start, int end, int otherStart, int otherEnd, bool expected) =>
        Assert.Equal(expected, new TextSpan(start, end).Overlaps(new TextSpan(otherStart, otherEnd)));
}
