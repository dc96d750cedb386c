using Demarche.Documents;
using Demarche.Language;
using Demarche.Language.Quotations;

namespace Demarche.Tests.Language.Quotations;

public class QuotationFinderTests
{
    static readonly TextParser Parser = TextParser.Load(Repository.Data, "en");
    static readonly QuotationFinder Finder = QuotationFinder.Load(Repository.Data);

    [Theory]
    [InlineData("“We will not leave,” the minister said on Monday.", "minister", "We will not leave,")]
    [InlineData("The minister told reporters: “We will not leave.”", "minister", "We will not leave.")]
    [InlineData("The minister said that the army would not leave.", "minister", "the army would not leave")]
    [InlineData("The army will not leave, the minister said on Monday.", "minister", "The army will not leave")]
    [InlineData("According to the ministry, the army will not leave.", "ministry", "the army will not leave")]
    [InlineData("The army will not leave, according to the ministry.", "ministry", "The army will not leave")]
    [InlineData("Chad accused Sudan of arming rebels.", "Chad", "arming rebels")]
    [InlineData("The ministry denied that the army had left.", "ministry", "the army had left")]
    [InlineData("The envoy urged Sudan to release the prisoners.", "envoy", "to release the prisoners")]
    [InlineData("''We will not leave,'' the minister said on Monday.", "minister", "We will not leave,")]
    [InlineData("Minister: talks will resume in May\n\nThe talks were broken off in March.", "Minister", "talks will resume in May")]
    [InlineData("Talks with Chad will resume in May — minister\n\nThe talks were broken off in March.", "minister", "Talks with Chad will resume in May")]
    [InlineData("Anna Lindqvist spoke on Monday.\n\nLINDQVIST: We will wait until May. The border is closed.", "LINDQVIST", "We will wait until May. The border is closed")]
    [InlineData("“We will not leave.” — Azucena Diaz\n\nThe talks were broken off.", "Diaz|Azucena", "We will not leave.")]
    [InlineData("The minister called the charges “a fabrication”.", "minister", "the charges “a fabrication”")]
    public void Finds_who_says_what(string text, string speaker, string content)
    {
        var document = Read(text);

        var found = Assert.Single(document.Quotations, quotation => quotation.Content.Of(text) == content);
        Assert.Contains(document.Tokens.Forms[found.Speaker], speaker.Split('|'));
    }

    [Fact]
    public void A_dateline_in_capitals_says_nothing()
    {
        Assert.DoesNotContain(Read("SRINAGAR: The authorities on Tuesday placed three men under house arrest.").Quotations, quotation => quotation.Speaker == 0);
    }

    [Theory]
    [InlineData("Talks: what to know\n\nThe talks were broken off.")]
    [InlineData("The two sides - Chad and Sudan - met.\n\nThe talks were broken off.")]
    [InlineData("Weather in May: sun and rain\n\nThe talks were broken off.")]
    public void A_colon_or_dash_behind_what_cannot_speak_quotes_nobody(string text) => Assert.Empty(Read(text).Quotations);

    [Theory]
    [InlineData("Chad's ruling party withdrew the bill on Monday.")]
    [InlineData("The ruling coalition has lost its majority in the senate.")]
    public void A_participle_before_its_noun_says_nothing(string text) => Assert.Empty(Read(text).Quotations);

    [Fact]
    public void A_mark_left_open_keeps_the_speaker_in_the_next_paragraph()
    {
        const string text = "“We wait,” the minister said. “The border is closed.\n\n“Nobody will cross it.”";

        var document = Read(text);

        Assert.All(document.Quotations.Where(quotation => quotation.Kind == QuotationKind.Direct),
            quotation => Assert.Equal("minister", document.Tokens.Forms[quotation.Speaker]));
        Assert.Contains(document.Quotations, quotation => quotation.Content.Of(text) == "Nobody will cross it.");
    }

    [Fact]
    public void A_quoted_source_stands_inside_the_agency_that_quotes_it()
    {
        const string text = "The ministers will meet in May, TASS said, quoting Petrov.";

        var holders = Read(text).Quotations.Where(quotation => quotation.Content.Of(text).Contains("meet", StringComparison.Ordinal));

        Assert.Equal(["TASS", "Petrov"], holders.Select(quotation => Read(text).Tokens.Forms[quotation.Speaker]));
    }

    [Fact]
    public void Words_between_marks_without_a_speaker_are_no_quotation()
    {
        Assert.Empty(Read("The “interim” government closed the border.").Quotations);
    }

    static Document Read(string text)
    {
        var article = new Article { Id = new ArticleId("test"), Input = "test", Text = text, Language = "en" };
        var document = Parser.Parse(article);
        return document with { Quotations = Finder.Find(article, document.Tokens, document.Sentences, document.Names) };
    }
}
