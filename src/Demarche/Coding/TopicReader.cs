using System.Collections.Frozen;
using Demarche.Coding.Rules;
using Demarche.Documents;

namespace Demarche.Coding;

/// <summary>
/// Knows texts that use the words of politics for something else: clubs attack, negotiate, sack and sign, but no state does.
/// </summary>
sealed class TopicReader(WordClasses classes)
{
    // News on world affairs stays below 0.3 percent of such words, sports pages lie above 3.
    const double SportShare = 0.012;
    const int SportWords = 4;

    readonly FrozenSet<string> sport = classes["sport"];

    public bool IsSport(Document document)
    {
        var found = 0;
        foreach (var lemma in document.Tokens.Lemmas)
            if (sport.Contains(lemma))
                found++;
        return found >= SportWords && found > SportShare * document.Tokens.Count;
    }
}
