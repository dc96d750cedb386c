using Demarche.Documents;
using Demarche.Language.Quotations;

namespace Demarche.Tests.Language.Quotations;

public class QuotationMarksTests
{
    [Theory]
    [InlineData("He said “we will go” today.", "we will go")]
    [InlineData("He said \"we will go\" today.", "we will go")]
    [InlineData("He said ‘we won’t go’ today.", "we won’t go")]
    [InlineData("The workers’ rights and the ’90s.", "")]
    [InlineData("“One,” he said. “Two.”", "One,|Two.")]
    [InlineData("“He told us ‘no’ again.”", "He told us ‘no’ again.")]
    public void Pairs_marks(string text, string expected)
    {
        var found = QuotationMarks.Pair(text, new TextSpan(0, text.Length)).Select(marked => marked.Content.Of(text));

        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public void A_mark_left_open_runs_on_in_the_next_paragraph()
    {
        const string text = "“We wait.\n\n“Then we go.”\n\n“New.”";

        var found = QuotationMarks.Pair(text, new TextSpan(0, text.Length));

        Assert.Equal(["We wait.", "Then we go.", "New."], found.Select(marked => marked.Content.Of(text)));
        Assert.Equal([false, true, false], found.Select(marked => marked.Continues));
    }
}
