using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Coding.Scoring;

/// <summary>The types of act that a word speaks of (<c>data/lexicon/en/type-words.txt</c>), by lemma.</summary>
sealed class TypeWords
{
    readonly FrozenDictionary<string, ImmutableArray<EventType>> types;

    TypeWords(FrozenDictionary<string, ImmutableArray<EventType>> types) => this.types = types;

    public ImmutableArray<EventType> Of(string lemma) => types.TryGetValue(lemma, out var found) ? found : [];

    public static TypeWords Load(DataFolder data, string language = "en")
    {
        var lists = WordLists.Load(data, language, "type-words", [.. RelationModel.Types.Select(EventTypes.Code)]);
        return new TypeWords(RelationModel.Types.SelectMany(type => lists[EventTypes.Code(type)].Select(word => (word, type)))
            .GroupBy(pair => pair.word, pair => pair.type).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal));
    }
}
