using Demarche.Reading;

namespace Demarche.Tests.Reading;

public class HtmlTreeTests
{
    [Theory]
    [InlineData("<p>a<p>b<div>c</div>", "P('a') P('b') Div('c')")]
    [InlineData("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "Ul(Li('a') Li('b' Ul(Li('c'))) Li('d'))")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>d", "Table(Tbody(Tr(Td('a') Td('b')) Tr(Td('c')))) 'd'")]
    [InlineData("<div>a</section>b</div>c", "Div('ab') 'c'")]
    [InlineData("<a href=x>a<a href=y>b</a>", "A('a') A('b')")]
    [InlineData("<p>a<script>if (a < b) '</p>'</script>c", "P('a' Script() 'c')")]
    [InlineData("<p>a<svg><g><text>no</text></g></svg>b", "P('a' Svg() 'b')")]
    [InlineData("a < b &amp; <!-- no --> c <br/> d", "'a < b & ' ' c ' Br() ' d'")]
    [InlineData("<x-y>a</x-y>b</x-z>", "Unknown('a') 'b'")]
    [InlineData("<p title='a>b' class=c>d", "P('d')")]
    public void Markup_becomes_the_table_of_its_elements_and_texts(string html, string body)
    {
        var tree = HtmlTree.Parse(html, new ReadLimits());
        var nodes = tree.Nodes;
        var at = 0;
        while (nodes[at].Tag != HtmlTag.Body)
            at++;

        Assert.Equal($"Body({body})", Describe(tree, at));
        for (var i = 1; i < nodes.Length; i++)
            Assert.True(nodes[i].Parent < i && nodes[i].End <= nodes[nodes[i].Parent].End);
    }

    [Fact]
    public void Attributes_are_found_whatever_their_quotes()
    {
        var tree = HtmlTree.Parse("<html><body><p ID=one class='two &amp; three' name=\"4\" hidden onclick='no()'>", new ReadLimits());
        var p = tree.Count - 1;

        Assert.Equal("one", tree.Attribute(p, "id"));
        Assert.Equal("two & three", tree.Attribute(p, "class"));
        Assert.Equal("4", tree.Attribute(p, "name"));
        Assert.True(tree.Has(p, "hidden"));
        Assert.Null(tree.Attribute(p, "hidden"));
        Assert.False(tree.Has(p, "onclick"));
    }

    [Fact]
    public void The_text_of_an_element_keeps_lines_apart_and_leaves_scripts_out()
    {
        var tree = HtmlTree.Parse("<title>One &amp; two</title><h1>Head<br>line <b>b</b>old<script>no()</script></h1>", new ReadLimits());

        Assert.Equal("One & two Head line bold", tree.Text(0));
    }

    static string Describe(HtmlTree tree, int node)
    {
        var parts = new List<string>();
        for (var child = node + 1; child < tree.Nodes[node].End; child = tree.Nodes[child].End)
            parts.Add(tree.Nodes[child].Tag == HtmlTag.Text ? $"'{tree.Nodes[child].Text}'" : Describe(tree, child));
        return $"{tree.Nodes[node].Tag}({string.Join(' ', parts)})";
    }
}
