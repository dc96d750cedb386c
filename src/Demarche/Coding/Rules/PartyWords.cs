using System.Collections.Frozen;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// Which words can name a party at all, before anybody asks who it is. Only a mention can be a party: "critics attacked the
/// bill" has an object, but nobody was attacked.
/// </summary>
sealed class PartyWords(WordClasses classes, DataFolder data)
{
    const string Agents = "data/actors/agents.tsv";

    readonly FrozenSet<string> nouns = classes["party-noun"].Concat(Roles(data)).ToFrozenSet();
    readonly FrozenSet<string> pronouns = classes["party-pronoun"];

    public bool CanName(Document document, int token)
    {
        var tokens = document.Tokens;
        return tokens.Tags[token] switch
        {
            PartOfSpeech.PROPN or PartOfSpeech.NUM => true,
            PartOfSpeech.PRON or PartOfSpeech.DET => pronouns.Contains(tokens.Lemmas[token]),
            PartOfSpeech.ADJ => char.IsUpper(tokens.Forms[token][0]) || nouns.Contains(tokens.Lemmas[token]),
            PartOfSpeech.NOUN => nouns.Contains(tokens.Lemmas[token]) || (char.IsUpper(tokens.Forms[token][0]) && tokens.Children[token].Length > 0),
            _ => false,
        };
    }

    // What the register can code is a party: "abductors", "academics".
    static IEnumerable<string> Roles(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Agents), Agents, "term");
        var term = table.Column("term");
        while (table.Read())
            if (!table[term].Contains(' ', StringComparison.Ordinal))
                yield return table[term];
    }
}
