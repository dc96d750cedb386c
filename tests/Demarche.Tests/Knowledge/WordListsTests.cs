using System.Text;
using Demarche.Knowledge;

namespace Demarche.Tests.Knowledge;

public class WordListsTests
{
    [Fact]
    public void A_list_is_asked_for_by_name()
    {
        var lists = Read("list: motion\nwords: go | come\nwords: fly\nsource: own\n\nlist: days\nwords: Monday\nsource: own");

        Assert.Equal(["come", "fly", "go"], lists["motion"].Order(StringComparer.Ordinal));
        Assert.Throws<ArgumentException>(() => lists["particles"]);
    }

    [Theory]
    [InlineData("list: motions\nwords: go\nsource: own", "words.txt:1: nothing asks for the list 'motions' (did you mean 'motion'?)")]
    [InlineData("list: motion\nword: go\nsource: own", "words.txt:2: unknown key 'word' (did you mean 'words'?)")]
    [InlineData("list: motion\nwords: go | go\nsource: own", "words.txt:2: 'go' stands twice in this list")]
    [InlineData("list: motion\nsource: own", "words.txt:1: expected 'words:'")]
    [InlineData("list: motion\nwords: go", "words.txt:1: expected 'source:' in every record")]
    [InlineData("words: go\nsource: own", "words.txt:1: expected 'list:' in every record")]
    [InlineData("list: motion\nwords: go\nsource: own\n\nlist: motion\nwords: come\nsource: own", "words.txt:5: the list 'motion' stands here twice")]
    [InlineData("list: motion\nwords: go\nsource: own", "words.txt:1: expected the list 'days', which the program needs")]
    public void A_broken_list_is_refused_with_its_place(string text, string message)
    {
        var problem = Assert.Throws<DataFileException>(() => Read(text));

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    static WordLists Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return WordLists.Read(stream, "words.txt", "motion", "days");
    }
}
