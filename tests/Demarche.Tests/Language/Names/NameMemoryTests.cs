using Demarche.Documents;
using Demarche.Language.Names;

namespace Demarche.Tests.Language.Names;

public class NameMemoryTests
{
    const byte Outside = NameLabel.Outside, FirstOfPerson = 1, LaterOfPerson = 2, FirstOfOrganisation = 3, LaterOfOrganisation = 4, FirstOfPlace = 5, LaterOfPlace = 6;

    static readonly WordTraits Abel = new("Abel", WordLexicon.Empty), Sorvane = new("Sorvane", WordLexicon.Empty), Plain = new("sorvane", WordLexicon.Empty);
    static readonly WordTraits Group = new("Group", WordLexicon.Empty), Left = new("left", WordLexicon.Empty);

    static byte[] Correct(byte[] named, int sentence, WordTraits[] words, params byte[] labels) => Correct(PartOfSpeech.PROPN, named, sentence, words, labels);

    static byte[] Correct(PartOfSpeech tag, byte[] named, int sentence, WordTraits[] words, params byte[] labels)
    {
        var memory = new NameMemory();
        memory.Add(0, [Abel, Sorvane], named);
        memory.Correct(sentence, words, [tag, PartOfSpeech.VERB], labels);
        return labels;
    }

    [Theory]
    [InlineData(FirstOfPerson, LaterOfPerson, FirstOfPerson)]
    [InlineData(FirstOfPlace, LaterOfPlace, Outside)]
    [InlineData(Outside, FirstOfPerson, Outside)]
    public void Part_of_a_person_named_in_full_is_a_person(byte first, byte second, byte expected) =>
        Assert.Equal([expected, Outside], Correct([first, second], 3, [Sorvane, Left], Outside, Outside));

    [Fact]
    public void The_full_name_decides_between_kinds() =>
        Assert.Equal([FirstOfPerson, Outside], Correct([FirstOfPerson, LaterOfPerson], 3, [Sorvane, Left], FirstOfPlace, Outside));

    [Fact]
    public void A_longer_name_keeps_its_kind() =>
        Assert.Equal([FirstOfOrganisation, LaterOfOrganisation], Correct([FirstOfPerson, LaterOfPerson], 3, [Sorvane, Group], FirstOfOrganisation, LaterOfOrganisation));

    [Fact]
    public void A_word_in_lower_case_recalls_nothing() =>
        Assert.Equal([Outside, Outside], Correct([FirstOfPerson, LaterOfPerson], 3, [Plain, Left], Outside, Outside));

    [Fact]
    public void A_pronoun_spelled_like_a_surname_is_none() =>
        Assert.Equal([Outside, Outside], Correct(PartOfSpeech.PRON, [FirstOfPerson, LaterOfPerson], 3, [Sorvane, Left], Outside, Outside));

    [Theory]
    [InlineData(60, FirstOfPerson)]
    [InlineData(61, Outside)]
    public void What_stands_far_away_is_forgotten(int sentence, byte expected) =>
        Assert.Equal([expected, Outside], Correct([FirstOfPerson, LaterOfPerson], sentence, [Sorvane, Left], Outside, Outside));
}
