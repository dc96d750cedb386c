using Demarche.Reading;

namespace Demarche.Tests.Reading;

public class LanguageIdentifierTests
{
    static readonly LanguageIdentifier Identifier = LanguageIdentifier.Load(Repository.Data);

    /// <summary>Sentences of our own, a line of news each.</summary>
    public static TheoryData<string, string> Sentences()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "languages.tsv")).Skip(1))
            data.Add(line.Split('\t')[0], line.Split('\t')[1]);
        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void One_sentence_of_news_tells_its_language(string language, string text) => Assert.Equal(language, Identifier.Identify(text));

    [Theory]
    [InlineData("")]
    [InlineData("1,250.75 - 2023")]
    [InlineData("OK")]
    [InlineData("Paris Berlin Roma Madrid Lisboa Wien")]
    public void A_text_too_short_to_tell_has_no_language(string text) => Assert.Equal("und", Identifier.Identify(text));

    [Theory]
    [InlineData("Paris Berlin Roma", "it-IT", "it")]
    [InlineData("OK", "no", "nb")]
    [InlineData("The minister said that the talks on the border would go on next week.", "fr", "en")]
    public void A_declaration_speaks_where_the_text_does_not(string text, string declared, string language) => Assert.Equal(language, Identifier.Identify(text, declared));
}
