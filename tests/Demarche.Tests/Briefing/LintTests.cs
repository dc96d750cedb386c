using Demarche.Briefing;
using Demarche.Briefing.Lint;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Analysis;
using Demarche.Tests.Linking;

namespace Demarche.Tests.Briefing;

public class LintTests
{
    static readonly Report Shelling = new(EventType.Assault, "Dravian guns *shelled* the harbour of Port Nivel on Monday.") { Actors = "DRA", Recipients = "NIV", On = "2024-05-06", Holder = "Nivel Radio" };

    static readonly CodedArticle Article = News.Article("a", "2024-05-07",
        Shelling,
        new Report(EventType.Assault, "Dravia denied that it *bombed* a school in Darat.") { Actors = "DRA", Recipients = "NIV", Status = EventStatus.Denied, Holder = "Dravia" });

    [Fact]
    public void A_brief_made_by_template_is_clean() => Assert.Empty(Check(MarkdownBrief.Write(BriefTests.Brief(Article))));

    [Theory]
    [InlineData("Dravia has shelled Port Nivel.", "no-source")]
    [InlineData("Dravia has shelled Port Nivel [7].", "no-such-citation")]
    [InlineData("Dravia has bombed a school [2].", "status-too-strong")]
    [InlineData("Dravia denies to have bombed a school [2].", "")]
    [InlineData("It is confirmed that Dravian guns hit Port Nivel [1].", "one-origin")]
    [InlineData("The radio spoke of “guns that levelled the harbour” [1].", "not-verbatim")]
    [InlineData("The radio said that they “shelled the harbour” [1].", "")]
    [InlineData("Reports blame Utopia for it [1].", "other-actors")]
    [InlineData("More shelling is plausible [@Ada].", "off-scale")]
    [InlineData("More shelling is likely, and talks are probable [@Ada].", "rows-mixed")]
    [InlineData("More shelling is very likely; we have high confidence [@Ada].", "likelihood-and-confidence")]
    [InlineData("More shelling is very likely [@Ada]. We have high confidence [@Ada].", "")]
    public void An_analysts_sentence_is_held_to_its_sources(string sentence, string rule)
    {
        var brief = MarkdownBrief.Write(BriefTests.Brief(Article));
        var label = brief.Split('\n').First(line => line.Contains("A judgement, its likelihood", StringComparison.Ordinal));

        Assert.Equal(rule.Length == 0 ? [] : [rule], Check(brief.Replace(label, sentence, StringComparison.Ordinal)).Select(finding => finding.Rule).Distinct());
    }

    [Fact]
    public void A_citation_of_another_text_is_lost()
    {
        var brief = MarkdownBrief.Write(BriefTests.Brief(Article)).Replace("characters 0 to ", "characters 0 to 9", StringComparison.Ordinal);

        Assert.Contains(Check(brief), finding => finding.Rule == "citation-lost");
    }

    [Fact]
    public void A_plan_whose_day_has_passed_is_asked_after()
    {
        var planned = new Report(EventType.Agree, "Dravia will *meet* Nivelia on Friday.") { Actors = "DRA", Recipients = "NIV", Status = EventStatus.Planned, Underlying = EventType.Consult, On = "2024-05-10" };
        var brief = MarkdownBrief.Write(BriefTests.Brief(News.Article("a", "2024-05-07", planned)));

        Assert.DoesNotContain(Check(brief), finding => finding.Rule == "plan-is-past");
        Assert.Contains(Check(brief.Replace("| As of | 8 May 2024 |", "| As of | 12 May 2024 |", StringComparison.Ordinal)), finding => finding.Rule == "plan-is-past");
    }

    static List<LintFinding> Check(string markdown)
    {
        var brief = new CitedMarkdown(markdown);
        var evidence = brief.Citations.ToDictionary(citation => citation.Number, citation => citation.Span.End > Article.Article.Text.Length || citation.Document != Article.Article.Id
            ? new LintEvidence(citation.Number, citation.Document, citation.Span, null, null, [], [])
            : new LintEvidence(citation.Number, citation.Document, citation.Span, citation.Span.Of(Article.Article.Text), Article.Article.Text,
                [.. Article.Events.Where(report => report.Evidence.Overlaps(citation.Span))], []));
        return [.. new BriefLint(LintWords.Load(TestEvents.Data), (_, _, _) => null).Check(brief, evidence)];
    }
}
