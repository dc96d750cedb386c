using System.Collections.Immutable;
using AngleSharp.Html.Parser;
using Demarche.Analysis;
using Demarche.Briefing;
using Demarche.Briefing.Lint;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Places;
using Demarche.Tests.Analysis;
using Demarche.Tests.Linking;

namespace Demarche.Tests.Briefing;

public class BriefTests
{
    static readonly Report Planned = new(EventType.Agree, "Dravia's minister will *meet* officials of Nivelia on Friday, the ministry said.")
    {
        Actors = "DRA",
        Recipients = "NIV",
        On = "2024-05-10",
        Status = EventStatus.Planned,
        Underlying = EventType.Consult,
        Holder = "The ministry",
    };

    static readonly Report Shelling = new(EventType.Assault, "Dravian guns *shelled* the harbour of Port Nivel on Monday.")
    {
        Actors = "DRA",
        Recipients = "NIV",
        On = "2024-05-06",
    };


    [Theory]
    [InlineData("Occurred", "According to witnesses (via a, 7 May 2024): DRA has used force against NIV on 6 May 2024.")]
    [InlineData("Ongoing", "According to witnesses (via a, 7 May 2024): DRA is using force against NIV on 6 May 2024.")]
    [InlineData("Planned", "According to witnesses (via a, 7 May 2024): DRA is to use force against NIV on 6 May 2024.")]
    [InlineData("Negated", "According to witnesses (via a, 7 May 2024): DRA did not use force against NIV on 6 May 2024.")]
    [InlineData("Cancelled", "According to witnesses (via a, 7 May 2024): DRA was to use force against NIV on 6 May 2024; this was called off.")]
    [InlineData("Alleged", "Witnesses allege that DRA has used force against NIV on 6 May 2024 (via a, 7 May 2024).")]
    [InlineData("Denied", "It is alleged, and witnesses deny, that DRA has used force against NIV on 6 May 2024 (via a, 7 May 2024).")]
    [InlineData("Hypothetical", "Witnesses consider it possible that DRA may use force against NIV on 6 May 2024 (via a, 7 May 2024).")]
    public void A_sentence_keeps_status_and_holder(string status, string expected)
    {
        var report = Shelling with { Status = Enum.Parse<EventStatus>(status), Holder = "witnesses" };
        var brief = Brief(News.Article("a", "2024-05-07", report));

        Assert.Contains(Statements(brief), statement => statement.Text == expected);
    }

    [Theory]
    [InlineData("witnesses", "", true)]
    [InlineData("Russian troops in Belarus", "", true)]
    [InlineData("police", "", true)]
    [InlineData("news", "the ", false)]
    [InlineData("Russian Defence Ministry", "the ", false)]
    [InlineData("Institute for the Study of War", "the ", false)]
    [InlineData("United States", "the ", false)]
    [InlineData("Reuters", "", false)]
    [InlineData("China's ministry", "", false)]
    [InlineData("spokesperson of the ministry", "the ", false)]
    [InlineData("The ministry", "", false)]
    public void Names_take_their_article_and_number(string name, string article, bool isPlural) =>
        Assert.Equal((article + name, isPlural), (Wording.WithArticle(name), Wording.IsPlural(name)));

    [Theory]
    [InlineData("2024-05-06", "2024-05-06", DatePrecision.Day, " on 6 May 2024")]
    [InlineData("2024-05-06", "2024-05-09", DatePrecision.Window, " between 6 and 9 May 2024")]
    [InlineData("2024-05-06", "2024-06-09", DatePrecision.Window, " between 6 May and 9 Jun 2024")]
    [InlineData("2023-12-30", "2024-01-02", DatePrecision.Range, " from 30 Dec 2023 to 2 Jan 2024")]
    [InlineData(null, "2024-05-06", DatePrecision.Before, " by 6 May 2024")]
    [InlineData("2024-05-01", "2024-05-31", DatePrecision.Month, " in May 2024")]
    [InlineData(null, null, DatePrecision.Unresolved, "")]
    public void A_day_stands_in_its_sentence(string? start, string? end, DatePrecision precision, string expected) =>
        Assert.Equal(expected, EventDays.In(new TextDate(start is null ? null : News.Day(start), end is null ? null : News.Day(end), precision, null)));

    [Fact]
    public void An_announcement_does_not_confirm_that_it_took_place()
    {
        var announced = Shelling with { Status = EventStatus.Planned, Holder = "The ministry" };
        var events = News.EventsOf(News.Article("a", "2024-05-05", announced), News.Article("b", "2024-05-07", Shelling with { Holder = "The mayor" }));

        var one = Assert.Single(events);
        Assert.Equal((EventStatus.Occurred, 2), (one.Status, one.Origins));
        Assert.Equal(3, Credibility.Of(one, SourceGrades.None).Mark);
    }

    [Fact]
    public void A_long_list_is_cut_and_says_how_much_it_leaves_out()
    {
        EventType[] types = [EventType.Consult, EventType.Aid, EventType.Accuse, EventType.Coerce, EventType.Support, EventType.Assault];
        var articles = types.Select((type, i) => RecomputedTests.Scored(News.Article($"a{i}", "2024-05-30",
            new Report(type, $"Number {i} of the acts was *done* at place {i * 7}.") { Actors = "DRA", Recipients = "NIV", On = $"2024-05-{(4 * i) + 1:00}", City = $"Port {i}" }))).ToArray();
        var material = Material(ImmutableDictionary<string, string>.Empty, new DateOnly(2024, 5, 30), articles) with { ItemsShown = 2 };
        var brief = Writer.Write(material);

        var left = material.Events.Length - 2;
        Assert.True(left > 3);
        Assert.Contains($"{left} more events", Section(brief, "Background"), StringComparison.Ordinal);
        Assert.Matches("[1-9] more events", Section(brief, "Agreed, disputed, single-source"));
        var counted = brief.Sections.Single(section => section.Heading == "Relations").Blocks.OfType<BriefTable>().Last();
        Assert.Equal((2, $"2 of {material.Relations[0].Events.All.Count}"), (counted.Rows.Length, counted.Caption.Split("; ")[1].Split(',')[0]));
    }

    [Fact]
    public void What_is_new_since_the_last_issue_is_told_with_what_changed()
    {
        CodedArticle[] articles =
        [
            News.Article("a", "2024-05-02", Planned), RecomputedTests.Scored(News.Article("b", "2024-05-07", Shelling)),
            News.Article("c", "2024-05-11", Planned with { Status = EventStatus.Cancelled }),
        ];
        var material = Material(ImmutableDictionary<string, string>.Empty, new DateOnly(2024, 5, 12), articles) with { LastIssue = new DateOnly(2024, 5, 5) };

        var told = Statements(Writer.Write(material)).ToList();

        Assert.Contains(told, statement => statement.Lead == "New" && statement.Text.StartsWith("Since the last issue (5 May 2024): 1 of 1 counted events is new (1 M− material conflict)", StringComparison.Ordinal));
        Assert.Contains(told, statement => statement.Lead == "planned → Cancelled");
    }

    [Fact]
    public void Rules_and_outlets_with_few_reviews_are_one_row()
    {
        ReviewedPrecision[] reviewed =
        [
            new("status", "Occurred", 3, 4), new("rule", "often", 18, 20), new("rule", "once", 1, 1), new("rule", "twice", 0, 2),
        ];
        var brief = Writer.Write(Material(ImmutableDictionary<string, string>.Empty, new DateOnly(2024, 5, 8), [News.Article("a", "2024-05-07", Shelling)]) with { Reviewed = [.. reviewed] });

        Assert.Equal(
            ["status occurred 3 4 not measured (under 20)", "rule often 18 20 0.90 [0.70, 0.97]", "rule 2 others 1 3 not measured (under 20)"],
            brief.Sections[^1].Blocks.OfType<BriefTable>().Last().Rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void What_is_denied_is_told_with_the_denial_before_it()
    {
        var article = News.Article("a", "2024-05-07", Shelling);
        var claim = new Claim
        {
            Id = new ClaimId("c-1"),
            Document = article.Article.Id,
            TextSha256 = article.Article.Sha256,
            Kind = ClaimKind.Denial,
            Holder = new Attribution { Text = "officials" },
            Proposition = "its guns fired",
            PropositionSpan = new TextSpan(0, 14),
            Sentence = "",
            Evidence = new TextSpan(0, 20),
            Trigger = new TextSpan(0, 1),
            Rule = "denial",
            Version = News.Version,
        };
        var part = claim with { Id = new ClaimId("c-2"), Proposition = "its guns", PropositionSpan = new TextSpan(0, 8) };

        var brief = Writer.Write(Material(ImmutableDictionary<string, string>.Empty, new DateOnly(2024, 5, 8), [article]) with { Claims = [claim, part] });

        Assert.Equal("Officials deny: “its guns fired”.", Assert.Single(Statements(brief), statement => statement.Lead == "Denial").Text);
    }

    [Fact]
    public void Every_statement_cites_a_span_of_a_kept_text_or_the_method()
    {
        CodedArticle[] articles = [News.Article("a", "2024-05-07", Planned, Shelling), News.Article("b", "2024-05-08", Shelling with { Status = EventStatus.Denied, Holder = "The ministry" })];
        var brief = Brief(articles);

        Assert.NotEmpty(brief.Citations);
        foreach (var citation in brief.Citations)
        {
            var article = articles.Single(coded => coded.Article.Id == citation.Document).Article;
            Assert.Equal(citation.Quote, citation.Span.Of(article.Text));
            Assert.Equal(article.Sha256, citation.TextSha256);
        }
        Assert.All(Statements(brief).SelectMany(statement => statement.Cites), number => Assert.Contains(brief.Citations, citation => citation.Number == number));
        Assert.All(new CitedMarkdown(MarkdownBrief.Write(brief)).Sentences.Where(sentence => sentence.Slot is null), sentence => Assert.True(sentence.Cites.Count > 0 || sentence.HasMark, sentence.Text));
    }

    [Fact]
    public void A_plan_is_to_come_until_its_day_has_passed()
    {
        var article = News.Article("a", "2024-05-07", Planned);

        Assert.Contains("10 May 2024", Section(Brief(new DateOnly(2024, 5, 7), article), "Outlook"), StringComparison.Ordinal);
        Assert.Contains("Unconfirmed", Section(Brief(new DateOnly(2024, 5, 12), article), "Outlook"), StringComparison.Ordinal);
        Assert.DoesNotContain("Unconfirmed", Section(Brief(new DateOnly(2024, 5, 7), article), "Outlook"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_analyst_wrote_is_kept_when_the_brief_is_made_anew()
    {
        var article = News.Article("a", "2024-05-07", Planned);
        var own = "Talks are likely to go on [1].\n\nWe have *moderate* confidence [@Ada].";
        var first = MarkdownBrief.Write(Brief(article));
        Assert.Empty(AnalystSlots.In(first));

        var edited = first.Replace(first.Split('\n').First(line => line.Contains("A judgement, its likelihood", StringComparison.Ordinal)), own, StringComparison.Ordinal);
        var again = MarkdownBrief.Write(Brief(AnalystSlots.In(edited), article, News.Article("b", "2024-05-08", Shelling)));

        Assert.Equal(own, AnalystSlots.In(again)["judgements"]);
    }

    [Theory]
    [InlineData("<!-- slot: gaps -->\nMine.", "slot 'gaps' is not ended")]
    [InlineData("<!-- slot: gaps -->\nMine.\n<!-- end of slot -->\n<!-- slot: gaps -->\nToo.\n<!-- end of slot -->", "slot 'gaps' stands twice")]
    public void A_slot_that_cannot_be_read_is_refused_rather_than_lost(string markdown, string reason) =>
        Assert.Contains(reason, Assert.Throws<FormatException>(() => AnalystSlots.In(markdown)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_page_asks_nothing_of_the_network_and_runs_nothing()
    {
        var hostile = News.Article("a", "2024-05-07", Shelling with { Marked = "Dravian <script>alert(1)</script> guns *shelled* the <img src=x onerror=alert(1)> harbour." });
        var slots = ImmutableDictionary<string, string>.Empty.Add("judgements", "See <script>alert(1)</script> and [this](javascript:alert(1)), <javascript:alert(1)>, ![shot](http://127.0.0.1/x.png).");
        var page = new HtmlParser().ParseDocument(HtmlBrief.Write(Brief(slots, hostile)));

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form"));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.DoesNotContain("script", link.GetAttribute("href"), StringComparison.OrdinalIgnoreCase));
        Assert.All(page.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void The_same_events_give_the_same_bytes_in_any_order()
    {
        CodedArticle[] articles = News.Doubtful(new Random(3), 30);

        Assert.Equal(HtmlBrief.Write(Brief(articles)), HtmlBrief.Write(Brief([.. articles.Reverse()])));
    }

    [Theory]
    [InlineData(1, 'F', 3)]
    [InlineData(1, 'B', 2)]
    [InlineData(2, 'F', 1)]
    public void Credibility_follows_origins_and_grades(int origins, char grade, int mark)
    {
        var articles = Enumerable.Range(0, origins).Select(i => News.Article($"a{i}", "2024-05-07", Shelling with { Holder = $"holder {i}" })).ToArray();
        using var register = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"source\tgrade\tdate\treason\nholder 0\t{grade}\t2024-01-01\ttried\n"));

        Assert.Equal(mark, Credibility.Of(Assert.Single(News.EventsOf(articles)), SourceGrades.Read(register, "grades.tsv")).Mark);
    }

    [Fact]
    public void A_grade_that_is_none_is_refused_with_its_line()
    {
        using var register = new MemoryStream("source\tgrade\tdate\treason\nDaily\tG\t2024-01-01\tno\n"u8.ToArray());

        Assert.Contains("grades.tsv:2: 'G' is no grade", Assert.Throws<DataFileException>(() => SourceGrades.Read(register, "grades.tsv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_of_sources_names_who_else_prints_a_text()
    {
        var words = string.Join(' ', Enumerable.Range(1, 40).Select(i => "word" + i));
        var agency = News.Article("a", "2024-05-07", outlet: "The Agency", Shelling with { Marked = Shelling.Marked + " " + words });
        var copy = agency with { Article = agency.Article with { Id = new ArticleId("b"), Outlet = "The Post", Published = PublicationDate.OfDay(News.Day("2024-05-08"), DateBasis.Record) } };

        var register = Brief(agency, copy with { Events = [], NotCoded = CodedArticle.Duplicate }).Sections[^1].Blocks.OfType<BriefTable>().First();

        Assert.Equal("The Post, 8 May 2024 (b)", register.Rows.Single(row => row[0] == "a")[register.Header.IndexOf("the same text also in")]);
    }

    static IEnumerable<Statement> Statements(Brief brief) => brief.Sections.SelectMany(section => section.Blocks).OfType<Statement>();

    static string Section(Brief brief, string heading) =>
        string.Join('\n', brief.Sections.Single(section => section.Heading == heading).Blocks.OfType<Statement>().Select(statement => $"{statement.Lead}: {statement.Text}"));

    internal static Brief Brief(params CodedArticle[] articles) => Brief(ImmutableDictionary<string, string>.Empty, articles);

    static Brief Brief(DateOnly asOf, params CodedArticle[] articles) => Brief(ImmutableDictionary<string, string>.Empty, asOf, articles);

    static Brief Brief(ImmutableDictionary<string, string> slots, params CodedArticle[] articles) => Brief(slots, new DateOnly(2024, 5, 8), articles);

    internal static (Brief Brief, string Bundle) BriefAndBundle(params CodedArticle[] articles)
    {
        var material = Material(ImmutableDictionary<string, string>.Empty, new DateOnly(2024, 5, 8), articles);
        var brief = Writer.Write(material);
        return (brief, BriefBundle.Write(brief, material));
    }

    static readonly BriefWriter Writer = new(EventVerbs.Load(TestEvents.Data, new Ontology(TestEvents.Data)), Outlines.Load(TestEvents.Data), _ => null);

    static Brief Brief(ImmutableDictionary<string, string> slots, DateOnly asOf, CodedArticle[] articles) => Writer.Write(Material(slots, asOf, articles));

    static BriefMaterial Material(ImmutableDictionary<string, string> slots, DateOnly asOf, CodedArticle[] articles)
    {
        var events = News.EventsOf(articles).OrderBy(one => one.Date.Start ?? one.Date.End ?? DateOnly.MaxValue).ThenBy(one => one.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        DateOnly from = new(2024, 5, 1), to = new(2024, 5, 31);
        return new BriefMaterial
        {
            States = ["DRA", "NIV"],
            From = from,
            To = to,
            AsOf = asOf,
            Events = events,
            Sources = [.. articles.Select(coded => coded.Article).OrderBy(article => article.Id.Value, StringComparer.Ordinal)],
            Claims = [],
            Relations = [new RelationStudy(TestEvents.Settings, TestEvents.Counting()).Measure(new Dyad("DRA", "NIV"), from, to, PeriodLength.Month, events.Select(EventOutline.Of), null)],
            Grades = SourceGrades.None,
            Slots = slots,
            Settings = TestEvents.Settings,
            Accuracy = [],
            Version = News.Version,
        };
    }
}
