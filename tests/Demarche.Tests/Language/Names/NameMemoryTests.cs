using Demarche.Language.Names;

namespace Demarche.Tests.Language.Names;

public class NameMemoryTests
{
    const byte FirstOfPerson = 1, LaterOfPerson = 2, FirstOfPlace = 5, LaterOfPlace = 6;

    static readonly WordTraits Abel = new("Abel", WordLexicon.Empty), Sorvane = new("Sorvane", WordLexicon.Empty), Small = new("sorvane", WordLexicon.Empty);

    static int[] Recall(NameMemory memory, int sentence, WordTraits word)
    {
        var features = new int[NameMemory.Most];
        return features[..memory.Recall(sentence, 100, word, NameLabel.Outside, features)];
    }

    static NameMemory After(params byte[] labels)
    {
        var memory = new NameMemory();
        memory.Add(0, 0, [Abel, Sorvane], labels);
        return memory;
    }

    [Fact]
    public void A_name_seen_in_full_is_remembered_with_its_kind()
    {
        Assert.NotEmpty(Recall(After(FirstOfPerson, LaterOfPerson), 3, Sorvane));
        Assert.NotEqual(Recall(After(FirstOfPerson, LaterOfPerson), 3, Sorvane), Recall(After(FirstOfPlace, LaterOfPlace), 3, Sorvane));
        Assert.NotEqual(Recall(After(FirstOfPerson, LaterOfPerson), 3, Sorvane), Recall(After(NameLabel.Outside, FirstOfPerson), 3, Sorvane));
    }

    [Fact]
    public void A_word_never_seen_and_one_in_lower_case_recall_nothing()
    {
        Assert.Empty(Recall(new NameMemory(), 0, Sorvane));
        Assert.Empty(Recall(After(FirstOfPerson, LaterOfPerson), 0, Small));
    }

    [Fact]
    public void What_stands_far_away_is_forgotten() =>
        Assert.NotEqual(Recall(After(FirstOfPerson, LaterOfPerson), 60, Sorvane), Recall(After(FirstOfPerson, LaterOfPerson), 61, Sorvane));

    [Fact]
    public void The_word_itself_does_not_count()
    {
        var features = new int[NameMemory.Most];
        var memory = After(FirstOfPerson, LaterOfPerson);

        var itself = features[..memory.Recall(0, 1, Sorvane, NameLabel.Outside, features)].ToArray();

        Assert.NotEqual(Recall(memory, 0, Sorvane), itself);
    }
}
