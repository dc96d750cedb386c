using System.Collections.Immutable;
using System.Globalization;
using Demarche.Documents;
using Demarche.Language.Times;

namespace Demarche.Tests.Language.Times;

public class TimeFinderTests
{
    /// <summary>A Wednesday.</summary>
    static readonly DateOnly Published = new(2019, 11, 20);

    static readonly TimeFinder Finder = new(Demarche.Language.Times.Calendar.Load(Repository.Data, "en"));

    [Theory]
    [InlineData("shells fell on Aug. 14 , 2023", "2023-08-14")]
    [InlineData("shells fell on 14 August 2023", "2023-08-14")]
    [InlineData("shells fell on the 14th of August 2023", "2023-08-14")]
    [InlineData("shells fell on Monday , June 3 , 2019", "2019-06-03")]
    [InlineData("shells fell in August 2016", "2016-08")]
    [InlineData("shells fell in 1967", "1967")]
    [InlineData("shells fell in the 1990s", "199")]
    [InlineData("shells fell on Tuesday", "2019-11-19")]
    [InlineData("shells fell on Wednesday", "2019-11-20")]
    [InlineData("shells fell on Friday night", "2019-11-15TNI")]
    [InlineData("shells fell last Wednesday", "2019-11-13")]
    [InlineData("shells fell yesterday", "2019-11-19")]
    [InlineData("shells fell last week", "2019-W46")]
    [InlineData("shells fell last month", "2019-10")]
    [InlineData("shells fell two weeks ago", "2019-W45")]
    [InlineData("shells fell twenty - five years ago", "1994")]
    [InlineData("shells fell in December", "2018-12")]
    [InlineData("shells fell on Dec. 29", "2018-12-29")]
    [InlineData("shells fell for a six - day truce", "P6D")]
    [InlineData("shells fell in the 19th century", "18")]
    [InlineData("shells fell last August", "2019-08")]
    [InlineData("shells fell over the weekend", "2019-W46-WE")]
    [InlineData("shells fell on Saturday , April 21", "2018-04-21")]
    [InlineData("shells fell on Friday , April 26", "2019-04-26")]
    [InlineData("prices fell in the third quarter", "2019-Q3")]
    [InlineData("prices fell in the second quarter of 2018", "2018-Q2")]
    [InlineData("prices fell in the third quarter of last year", "2018-Q3")]
    [InlineData("prices fell in the latest quarter", "2019-Q3")]
    [InlineData("prices fell in the first half of 2018", "2018-H1")]
    [InlineData("shells fell in mid-October", "2019-10")]
    [InlineData("shells fell in the mid-1990s", "199")]
    [InlineData("shells fell in the '80s", "198")]
    [InlineData("shells fell in the 1600s", "16")]
    [InlineData("shells fell in the sixties", "196")]
    [InlineData("shells fell in nineteen ninety - six", "1996")]
    [InlineData("shells fell in March last year", "2018-03")]
    [InlineData("shells fell on the fifth of January", "2019-01-05")]
    [InlineData("shells fell in 508 BC", "-0508")]
    [InlineData("shells fell in AD 842", "0842")]
    [InlineData("shells fell in the 7th century BC", "-0700")]
    [InlineData("shells fell during World War II", "1939-09-01/1945-09-02")]
    [InlineData("shells fell on 9/11", "2001-09-11")]
    [InlineData("shells fell on Christmas Eve", "2018-12-24")]
    [InlineData("shells fell on Good Friday", "2019-04-19")]
    [InlineData("shells fell on Orthodox Easter", "2019-04-28")]
    [InlineData("shells fell on Memorial Day", "2019-05-27")]
    [InlineData("shells fell in Ramadan 2018", "2018-05-16/2018-06-14")]
    [InlineData("shells fell on Yom Kippur", "2019-10-09")]
    [InlineData("shells fell at Chinese New Year", "2019-02-05")]
    [InlineData("shells fell at Nowruz", "2019-03-21")]
    [InlineData("shells fell several years ago", "PAST_REF")]
    [InlineData("shells fell at 10 p.m. Tuesday", "2019-11-19T22:00")]
    [InlineData("shells fell at noon", "XXXX-XX-XXT12:00")]
    [InlineData("shells fell for 2 1/2 years", "P2.5Y")]
    [InlineData("shells fell for a hundred years", "P100Y")]
    [InlineData("shells fell each July", "XXXX-07")]
    [InlineData("shells fell weekly", "P1W")]
    public void Reads_the_value_of_a_time(string words, string value) => Assert.Equal(value, Assert.Single(Find(words)).Value);

    [Theory]
    [InlineData("troops will leave on Friday", "2019-11-22")]
    [InlineData("troops will leave in February", "2020-02")]
    [InlineData("troops will leave on Feb. 14", "2020-02-14")]
    [InlineData("troops will leave next year", "2020")]
    [InlineData("troops will leave tomorrow", "2019-11-21")]
    public void A_clause_that_looks_forward_takes_the_next_such_day(string words, string value) => Assert.Equal(value, Assert.Single(Find(words)).Value);

    [Theory]
    [InlineData("troops stayed from August 14 to 19", "2019-08-14..2019-08-19 Range")]
    [InlineData("troops stayed since 2016", "2016-01-01.. Open")]
    [InlineData("troops stayed until 2047", "..2047-12-31 Before")]
    [InlineData("troops stayed over the last five days", "2019-11-15..2019-11-20 Window")]
    [InlineData("troops stayed this weekend", "2019-11-16..2019-11-17 Window")]
    [InlineData("troops stayed until the end of the year", "2019-09-01..2019-12-31 Window")]
    [InlineData("troops stayed early this year", "2019-01-01..2019-05-01 Window")]
    [InlineData("troops stayed from March to August 2011", "2011-03-01..2011-08-31 Range")]
    [InlineData("troops stayed from November to March 2011", "2010-11-01..2011-03-31 Range")]
    [InlineData("troops stayed in the past few days", "..2019-11-20 Before")]
    [InlineData("troops stayed over the past three years", "2016-11-21..2019-11-20 Window")]
    [InlineData("troops stayed during the Korean War", "1950-06-25..1953-07-27 Window")]
    [InlineData("troops stayed like Korean War veterans", ".. Unresolved")]
    public void Reads_the_days_a_time_bounds(string words, string days)
    {
        var date = Assert.Single(Find(words)).Date;
        Assert.Equal(days, $"{Iso(date.Start)}..{Iso(date.End)} {date.Precision}");

        static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    [Theory]
    [InlineData("about 2000 soldiers marched")]
    [InlineData("Theresa May marched")]
    [InlineData("they may march")]
    [InlineData("a second attack followed")]
    [InlineData("troops fled shortly after the vote")]
    [InlineData("troops fled soon afterwards")]
    [InlineData("the quarter of the city")]
    [InlineData("verses fell 3:16")]
    public void A_word_that_only_looks_like_a_time_is_none(string words) => Assert.Empty(Find(words));

    [Fact]
    public void A_year_later_counts_from_what_was_told()
    {
        var times = Find("shells fell in August 2016", "more fell a year later");

        Assert.Equal(["2016-08", "2017"], times.Select(time => time.Value));
    }

    [Fact]
    public void That_year_is_the_one_told_last()
    {
        var document = TestDocument.Parse("""
            Envoys  envoy  NOUN  2 nsubj NNS
            stayed  stay   VERB  0 root VBD
            in      in     ADP   4 case IN
            1996    1996   NUM   2 obl CD

            Troops  troops NOUN  2 nsubj NNS
            left    leave  VERB  0 root VBD
            the     the    DET   5 det DT
            same    same   ADJ   5 amod JJ
            year    year   NOUN  2 obl NN
            """, Published);

        Assert.Equal("1996", Finder.Find(document.Article.Text, document.Tokens, document.Sentences, document.Article.Published)[^1].Value);
    }

    [Fact]
    public void A_text_that_tells_of_old_years_keeps_to_them()
    {
        var times = Find("shells fell in 1832", "more fell in 1833 and in 1834 and in 1835", "yet more fell in 1836 and in 1837 and in 1838", "the last fell in 1839", "guns fell silent", "envoys came on 30 May");

        Assert.Equal("1839-05-30", times[^1].Value);
    }

    [Fact]
    public void Without_a_publication_date_a_weekday_stays_unresolved()
    {
        var document = Document(["shells fell on Tuesday"]);

        var time = Assert.Single(Finder.Find(document.Article.Text, document.Tokens, document.Sentences, default));

        Assert.Equal(DatePrecision.Unresolved, time.Date.Precision);
    }

    [Theory]
    [InlineData("call", "call", "2019-07-25")]
    [InlineData("deadline", "deadline", "2020-07-25")]
    public void A_date_before_a_noun_is_the_nearest_whatever_the_verb_says_unless_the_noun_looks_forward(string noun, string lemma, string value)
    {
        var document = TestDocument.Parse($"""
            The     the    DET   4 det
            July    July   PROPN 3 nmod:unmarked NNP
            25      25     NUM   4 nummod CD
            {noun} {lemma} NOUN  6 nsubj NN
            will    will   AUX   6 aux MD
            matter  matter VERB  0 root VB
            """, Published);

        Assert.Equal(value, Assert.Single(Finder.Find(document.Article.Text, document.Tokens, document.Sentences, document.Article.Published)).Value);
    }

    [Theory]
    [InlineData("obl", "2012-04")]
    [InlineData("advcl", "2019-04")]
    public void Only_a_year_of_the_main_clause_carries_over_to_the_next_sentence(string relation, string value)
    {
        var document = TestDocument.Parse($"""
            Envoys  envoy  NOUN  2 nsubj NNS
            stayed  stay   VERB  0 root VBD
            after   after  ADP   4 case IN
            fleeing flee   VERB  2 {relation} VBG
            in      in     ADP   6 case IN
            2012    2012   NUM   4 obl CD

            Troops  troops NOUN  2 nsubj NNS
            left    leave  VERB  0 root VBD
            in      in     ADP   4 case IN
            April   April  PROPN 2 obl NNP
            """, Published);

        Assert.Equal(value, Finder.Find(document.Article.Text, document.Tokens, document.Sentences, document.Article.Published)[^1].Value);
    }

    [Fact]
    public void A_year_beyond_the_calendar_does_no_harm() => Assert.Equal(DatePrecision.Unresolved, Assert.Single(Find("shells fell 4,000 years ago")).Date.Precision);

    static ImmutableArray<TimeExpression> Find(params string[] sentences)
    {
        var document = Document(sentences);
        return Finder.Find(document.Article.Text, document.Tokens, document.Sentences, PublicationDate.OfDay(Published, DateBasis.User));
    }

    /// <summary>The second word, or the one behind "will", is the verb and head of all others.</summary>
    static Document Document(string[] sentences) => TestDocument.Parse(string.Join("\n\n", sentences.Select(sentence =>
    {
        var words = sentence.Split(' ');
        var verb = words.Contains("will") ? 3 : 2;
        return string.Join('\n', words.Select((word, i) => i + 1 == verb
            ? $"{word} {word} VERB 0 root {(verb == 3 ? "VB" : "VBD")}"
            : $"{word} {word} {Tag(word)} {verb} {(word == "May" ? "flat" : "dep")} {(word.EndsWith('s') && char.IsLower(word[0]) ? "NNS" : "NN")}"));
    })));

    static string Tag(string word) => word is "will" or "may" ? "AUX" : word is "during" ? "ADP" : char.IsUpper(word[0]) ? "PROPN" : char.IsAsciiDigit(word[0]) ? "NUM" : "NOUN";
}
