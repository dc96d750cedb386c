using Demarche.Reading;

namespace Demarche.Tests.Reading;

public class HtmlTreeTests
{
    [Theory]
    [InlineData("<p>a<p>b<div>c</div>", "Root(P('a') P('b') Div('c'))")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "Root(Ul(Li('a') Li('b' Ul(Li('c'))) Li('d')))")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "Root(Table(Tr(Td('a') Td('b')) Tr(Td('c'))) 'd')")]
    [InlineData("<b>a<p>b</b>c</p>", "Root(B('a' P('b' 'c')))")]
    [InlineData("<div>a</section>b</div>c", "Root(Div('a' 'b') 'c')")]
    [InlineData("<a href=x>a<a href=y>b</a>", "Root(A('a') A('b'))")]
    [InlineData("<script>if (a < b) '</p>'</script>c", "Root(Script() 'c')")]
    [InlineData("a < b <!-- no --> c <br/> d", "Root('a < b ' ' c ' Br() ' d')")]
    [InlineData("<x-y>a</x-y>b</x-z>", "Root(Unknown('a') 'b')")]
    [InlineData("<p title='a>b' class=c>d", "Root(P('d'))")]
    [InlineData("<p title='never closed", "Root()")]
    public void Markup_becomes_the_tree_a_browser_would_read(string html, string tree) => Assert.Equal(tree, Describe(HtmlTree.Parse(html, 100), 0));

    [Theory]
    [InlineData("a &amp; b&nbsp;c &#8217; &#x2019; &#146;", "a & b\u00A0c ’ ’ ’")]
    [InlineData("R&D &unknown; AT&T &", "R&D &unknown; AT&T &")]
    [InlineData("&#0; &#xD800; &#99999999;", "\uFFFD \uFFFD \uFFFD")]
    [InlineData("?a=1&copy=2 &copy; &eacute;", "?a=1&copy=2 © é")]
    public void Character_references_are_decoded_and_other_ampersands_kept(string raw, string text) => Assert.Equal(text, HtmlEntities.Decode(raw));

    [Fact]
    public void Attributes_are_found_whatever_their_quotes()
    {
        var tree = HtmlTree.Parse("<p ID=one class='two three' data-x=\"4\" hidden>", 100);

        Assert.Equal("one", tree.Attribute(1, "id"));
        Assert.Equal("two three", tree.Attribute(1, "class"));
        Assert.Equal("4", tree.Attribute(1, "data-x"));
        Assert.True(tree.Has(1, "hidden"));
        Assert.Null(tree.Attribute(1, "hidden"));
    }

    static string Describe(HtmlTree tree, int node)
    {
        var parts = new List<string>();
        for (var child = node + 1; child < tree.Nodes[node].End; child = tree.Nodes[child].End)
            parts.Add(tree.Nodes[child].Tag == HtmlTag.Text ? $"'{tree.Source(tree.Nodes[child])}'" : Describe(tree, child));
        return $"{tree.Nodes[node].Tag}({string.Join(' ', parts)})";
    }
}
