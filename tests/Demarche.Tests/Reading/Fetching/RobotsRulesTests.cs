using System.Text;
using Demarche.Reading.Fetching;

namespace Demarche.Tests.Reading.Fetching;

public class RobotsRulesTests
{
    /// <summary>The examples of RFC 9309 and of its section 2.2.2.</summary>
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("user-agent: DEMARCHE\ndisallow: /b\nuser-agent: *\ndisallow: /", "/a", true)]
    [InlineData("user-agent: demarche/2\ndisallow: /a", "/a", false)]
    [InlineData("user-agent: demarchebot\ndisallow: /a", "/a", true)]
    [InlineData("user-agent: demarche\ndisallow: /a\nuser-agent: other\ndisallow: /\nuser-agent: demarche\ndisallow: /c", "/c", false)]
    [InlineData("user-agent: other\nuser-agent: demarche\ndisallow: /a", "/a", false)]
    [InlineData("user-agent: *\nallow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [InlineData("user-agent: *\nallow: /example/page/\ndisallow: /example/page/disallowed.gif", "/example/page/x", true)]
    [InlineData("user-agent: *\nallow: /x\ndisallow: /x", "/x", true)]
    [InlineData("user-agent: *\ndisallow: /*.gif$", "/a/b.gif", false)]
    [InlineData("user-agent: *\ndisallow: /*.gif$", "/a/b.gif?x", true)]
    [InlineData("user-agent: *\ndisallow: /a*c", "/abbc/d", false)]
    [InlineData("user-agent: *\ndisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("user-agent: *\ndisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("user-agent: *\ndisallow: /a # no bots", "/a", false)]
    [InlineData("\uFEFFuser-agent: *\r\ndisallow: /a\r\n", "/a", false)]
    [InlineData("user-agent: *\ndisallow: /\nsitemap: https://a.example/s.xml\nallow: /a", "/a", true)]
    public void Rules_decide_as_the_standard_says(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "demarche").Allows(new Uri("https://a.example" + path)));

    [Fact]
    public void A_pattern_of_stars_is_no_trap()
    {
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes("user-agent: *\ndisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "$"), "demarche");

        Assert.True(rules.Allows(new Uri("https://a.example/" + new string('a', 1900) + "b")));
    }

    [Theory]
    [InlineData("user-agent: *\ncrawl-delay: 7", 7)]
    [InlineData("user-agent: *\ncrawl-delay: 100000", 60)]
    [InlineData("user-agent: *\ncrawl-delay: soon", null)]
    public void The_pause_it_asks_for_is_kept_within_reason(string file, int? seconds) =>
        Assert.Equal(seconds, (int?)RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "demarche").Delay?.TotalSeconds);
}
