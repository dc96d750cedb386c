using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Knowledge;

public class NamesakesTests
{
    static readonly Namesakes Table = new(Repository.Data);

    [Theory]
    [InlineData("Officials in Atlanta , Georgia , told voters", "USA")]
    [InlineData("Georgia Republicans sued the governor", "USA")]
    [InlineData("Georgia accused Russia of moving the border", null)]
    [InlineData("Georgia thanked the envoy", null)]
    [InlineData("The governor met the Georgian minister in Tbilisi , Georgia", null)]
    [InlineData("Voters in Atlanta went home", null)]
    public void The_words_of_a_text_tell_which_Georgia_it_means(string text, string? code) => Assert.Equal(code, Table.Elsewhere(text.Split(' ')).GetValueOrDefault("georgia"));
}
