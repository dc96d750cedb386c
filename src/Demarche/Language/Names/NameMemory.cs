using Demarche.Documents;

namespace Demarche.Language.Names;

/// <summary>
/// A person named in full is known afterwards: "Li" alone is a person because "Li Shangfu" is one. A second reading with learned
/// weights (Krishnan and Manning, ACL 2006) was tried: where sentences of many texts stand together it finds fewer names than none.
/// </summary>
sealed class NameMemory
{
    /// <summary>Sentences before and after that are remembered; articles are mostly shorter.</summary>
    const int Reach = 60;

    readonly Dictionary<uint, List<int>> partsOfPersons = [];

    /// <summary>Takes in a sentence with the labels of its first reading. Sentences come in order.</summary>
    public void Add(int sentence, ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> labels)
    {
        var first = NameLabel.First(NameKind.Person);
        for (var i = 0; i < words.Length; i++)
        {
            if (labels[i] != first)
                continue;
            var end = i + 1;
            while (end < words.Length && labels[end] == first + 1)
                end++;
            if (end - i < 2)
                continue;
            Keep(words[i], sentence);
            Keep(words[end - 1], sentence);
        }
    }

    void Keep(WordTraits part, int sentence)
    {
        if (!part.IsCapital)
            return;
        if (!partsOfPersons.TryGetValue(part.Key, out var sentences))
            partsOfPersons[part.Key] = sentences = [];
        sentences.Add(sentence);
    }

    /// <summary>Makes persons of the words of a sentence that stand alone and are parts of a person's name elsewhere.</summary>
    public void Correct(int sentence, ReadOnlySpan<WordTraits> words, ReadOnlySpan<PartOfSpeech> tags, Span<byte> labels)
    {
        for (var i = 0; i < words.Length; i++)
            if (words[i].IsCapital && CanName(tags[i]) && Stands(words, labels, i) && partsOfPersons.TryGetValue(words[i].Key, out var sentences)
                && IsNear(sentences, sentence))
                labels[i] = (byte)NameLabel.First(NameKind.Person);
    }

    // "He" is no more Liu He than "Will" is Will Ford at the head of a question.
    static bool CanName(PartOfSpeech tag) =>
        tag is not (PartOfSpeech.PRON or PartOfSpeech.AUX or PartOfSpeech.DET or PartOfSpeech.ADP or PartOfSpeech.ADV or PartOfSpeech.CCONJ or PartOfSpeech.SCONJ or PartOfSpeech.PART);

    static bool IsNear(List<int> sentences, int sentence)
    {
        var at = sentences.BinarySearch(sentence - Reach);
        at = at < 0 ? ~at : at;
        return at < sentences.Count && sentences[at] <= sentence + Reach;
    }

    // Neither part of a longer name nor beside a capital that would make it one.
    static bool Stands(ReadOnlySpan<WordTraits> words, ReadOnlySpan<byte> labels, int index)
    {
        if (NameLabel.IsLater(labels[index]) || index + 1 < words.Length && (NameLabel.IsLater(labels[index + 1]) || words[index + 1].IsCapital))
            return false;
        return index == 0 || !words[index - 1].IsCapital || labels[index - 1] == NameLabel.Outside;
    }
}
