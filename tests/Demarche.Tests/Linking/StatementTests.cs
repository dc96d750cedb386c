using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Linking;

namespace Demarche.Tests.Linking;

/// <summary>What statements of different holders have to do with each other.</summary>
public class StatementTests
{
    static readonly StatementComparer Comparer = new(CourseWords.Load(Repository.Data, new StateNames(Repository.Data)), News.Linker);

    [Theory]
    [InlineData("Ties between China and Russia are cooling, analysts wrote.", "The pact drove Moscow closer to Beijing.", StatementRelationKind.Contradicts)]
    [InlineData("A rift is opening between Ankara and Cairo.", "Turkey and Egypt have strengthened their partnership.", StatementRelationKind.Contradicts)]
    [InlineData("Relations between India and China are strained.", "New friction clouds the relations of Beijing and New Delhi.", StatementRelationKind.Corroborates)]
    public void Courses_of_one_relation_agree_or_do_not(string one, string other, StatementRelationKind expected)
    {
        var relation = Assert.Single(Compare(Text("a", one), Text("b", other)));

        Assert.Equal((expected, one, other), (relation.Kind, relation.One.Sentence, relation.Other.Sentence));
    }

    [Theory]
    [InlineData("Ties between China and Russia are not cooling.", "The pact drove Moscow closer to Beijing.")]
    [InlineData("Ties between China and India are cooling.", "The pact drove Moscow closer to Beijing.")]
    [InlineData("It is cool in China and Russia in November.", "The pact drove Moscow closer to Beijing.")]
    [InlineData("China and Russia strengthened the dam.", "Relations between China and Russia are strained.")]
    public void What_is_denied_or_of_other_states_or_no_relation_says_nothing(string one, string other) =>
        Assert.DoesNotContain(Compare(Text("a", one), Text("b", other)), relation => relation.Kind == StatementRelationKind.Contradicts);

    [Fact]
    public void Opinions_of_other_times_do_not_contradict() =>
        Assert.Empty(Compare(Text("a", "Ties between China and Russia are cooling."), Text("b", "The pact drove Moscow closer to Beijing.", "2024-11-20")));

    [Fact]
    public void One_voice_that_weighs_both_sides_does_not_contradict_itself() =>
        Assert.Empty(Compare(Text("a", "Ties between China and Russia are cooling. The pact drove Moscow closer to Beijing.")));

    [Fact]
    public void Texts_that_name_other_parties_of_one_war_contradict()
    {
        var relation = Assert.Single(Compare(Text("a", "Egypt's war in Sudan goes on."), Text("b", "The Sudan conflict, which pits Gulf monarchies against Egypt, drags on.")));

        Assert.Equal((StatementRelationKind.Contradicts, "EGY against SDN", "EGY against Gulf monarchies"), (relation.Kind, relation.One.Value, relation.Other.Value));
    }

    [Theory]
    [InlineData("China stands behind Russia against the sanctions.", 1)]
    [InlineData("China and Russia signed a pact. Their partnership, meant to counter sanctions, grows.", 1)]
    [InlineData("Beijing warned Moscow against evading sanctions.", 0)]
    [InlineData("China and Russia spoke of measures to counter sanctions evasion.", 0)]
    [InlineData("China and Iran oppose sanctions.", 0)]
    [InlineData("China did not stand with Russia against sanctions, but will not oppose sanctions.", 0)]
    public void Who_stands_with_whom_against_sanctions_agrees_with_who_says_so_too(string text, int found) =>
        Assert.Equal(found, Compare(Text("a", "China and Russia resist sanctions together."), Text("b", text)).Count(relation => relation.About == "CHN RUS against sanctions"));

    [Fact]
    public void Two_who_tell_that_a_state_wants_talks_in_one_war_agree()
    {
        Report Call(string marked, EventType type) => new(type, marked) { Actors = "CHN", Recipients = "DRA NIV", Whom = "the war", Guessed = true };

        var relation = Assert.Single(Compare(
            News.Article("a", "2024-05-06", Call("China *called* for an end of the war.", EventType.Request)),
            News.Article("b", "2024-05-09", Call("China has *offered* to mediate in the war.", EventType.Agree))));

        Assert.Equal((StatementRelationKind.Corroborates, "CHN for an end of the war of DRA and NIV"), (relation.Kind, relation.About));
    }

    [Fact]
    public void A_denial_stands_against_what_another_alleges_of_the_same_parties()
    {
        const string Sentence = "Iran denied that it armed Yemen, but an American report said Iran shipped missiles to Yemen.";
        var article = Text("a", Sentence);
        article = article with
        {
            Claims = [Held(article.Article, ClaimKind.Denial, "Iran", "Iran denied that it armed Yemen"), Held(article.Article, ClaimKind.Allegation, "an American report", "Iran shipped missiles to Yemen")],
        };

        var relation = Assert.Single(Compare(article));

        Assert.Equal(("denial", "Iran", "an American report"), (relation.About, relation.One.Holder, relation.Other.Holder));
    }

    [Theory]
    [InlineData("six-day", StatementRelationKind.Corroborates)]
    [InlineData("three-day", StatementRelationKind.Contradicts)]
    public void A_duration_is_held_against_the_dates_of_another_telling(string duration, StatementRelationKind expected)
    {
        var visit = new Report(EventType.Consult, "") { Actors = "CHN", Recipients = "RUS", Mode = "visit" };

        var relations = Compare(
            News.Article("a", "2024-05-13", visit with { Marked = $"Minister Li began a {duration} *visit* to Russia with talks.", On = "2024-05-13" }),
            News.Article("b", "2024-05-13", visit with { Marked = "Minister Li's *visit* to Russia for talks lasts from May 13 to 18.", On = "2024-05-13/2024-05-18" }));

        Assert.Equal((expected, "P6D"), (Assert.Single(relations, relation => relation.About == "duration").Kind, relations[0].Other.Value));
    }

    [Fact]
    public void A_retelling_without_its_source_is_shown_and_the_source_is_not_taken_for_lost_when_it_came_later()
    {
        var plan = new Report(EventType.Agree, "Minister Li will *visit* Russia next week for talks on trade.") { Actors = "CHN", Recipients = "RUS", Status = EventStatus.Planned, Underlying = EventType.Consult };
        var told = plan with { Holder = "Foreign Ministry" };

        Assert.Equal(StatementRelationKind.SourceDropped, Assert.Single(Compare(News.Article("a", "2024-05-06", told), News.Article("b", "2024-05-07", plan))).Kind);
        Assert.Empty(Compare(News.Article("a", "2024-05-07", told), News.Article("b", "2024-05-06", plan)));
    }

    [Fact]
    public void The_order_of_articles_changes_nothing()
    {
        CodedArticle[] articles =
        [
            Text("a", "Ties between China and Russia are cooling."), Text("b", "The pact drove Moscow closer to Beijing."),
            Text("c", "A rift opens between Moscow and Beijing."), Text("d", "China and Russia deepen their partnership."),
        ];
        var expected = Compare(articles);

        Assert.Equal(6, expected.Length);
        Assert.Equal(expected, Compare([.. articles.Reverse()]));
    }

    static ImmutableArray<StatementRelation> Compare(params CodedArticle[] articles) => Comparer.Compare(articles, News.EventsOf(articles));

    static CodedArticle Text(string id, string text, string day = "2024-05-06") => new()
    {
        Article = new Article
        {
            Id = new ArticleId(id),
            Input = id,
            Outlet = "outlet " + id,
            Text = text,
            Language = "en",
            Published = PublicationDate.OfDay(News.Day(day), DateBasis.Record),
            Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
        },
        Version = News.Version,
    };

    static Claim Held(Article article, ClaimKind kind, string holder, string proposition)
    {
        var start = article.Text.IndexOf(proposition, StringComparison.Ordinal);
        var span = new TextSpan(start, start + proposition.Length);
        return new Claim
        {
            Id = new ClaimId($"c-{kind}"),
            Document = article.Id,
            TextSha256 = article.Sha256,
            Kind = kind,
            Holder = new Attribution { Text = holder },
            Proposition = proposition,
            PropositionSpan = span,
            Sentence = article.Text,
            Evidence = new TextSpan(0, article.Text.Length),
            Trigger = span,
            Rule = "test/rule",
            Version = News.Version,
        };
    }
}
