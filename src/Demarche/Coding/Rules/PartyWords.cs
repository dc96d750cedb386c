using System.Collections.Frozen;
using Demarche.Documents;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Rules;

/// <summary>
/// Which words can name a party at all, before anybody asks who it is. Only a mention can be a party: "critics attacked the
/// bill" has an object, but nobody was attacked.
/// </summary>
/// <param name="more">Nouns of the user's dictionaries of agents.</param>
sealed class PartyWords(WordClasses classes, DataFolder data, IEnumerable<string> more)
{
    const string Agents = "data/actors/agents.tsv";

    readonly FrozenSet<string> nouns = classes["party-noun"].Concat(Roles(data).Select(role => role.Term)).Concat(more).ToFrozenSet();
    readonly FrozenSet<string> things = Roles(data).Where(role => role.Kind == "thing").Select(role => role.Term).ToFrozenSet();
    // "Guinea", "Turkey" at the start of a sentence: taggers take them for the animal.
    readonly FrozenSet<string> states = new StateNames(data).Entries.Select(state => state.Name).ToFrozenSet();
    readonly FrozenSet<string> pronouns = classes["party-pronoun"];
    readonly FrozenSet<string> counts = classes["amount"];

    public WordClasses Classes => classes;

    /// <summary>Whether a word is a thing that only stands for those who use it ("missile"): it belongs to whom the text says, never to where it is.</summary>
    public bool IsThing(string lemma) => things.Contains(lemma);

    public bool CanName(Document document, int token)
    {
        for (var counted = token; counted >= 0; counted = Counted(document, counted))
            if (CanName(document.Tokens, counted))
                return true;
        return false;
    }

    bool CanName(TokenTable tokens, int token) => tokens.Tags[token] switch
    {
        PartOfSpeech.PROPN or PartOfSpeech.NUM => true,
        PartOfSpeech.PRON or PartOfSpeech.DET => pronouns.Contains(tokens.Lemmas[token]),
        PartOfSpeech.ADJ => char.IsUpper(tokens.Forms[token][0]) || nouns.Contains(tokens.Lemmas[token]),
        // "kEnya": a slip of the key.
        PartOfSpeech.NOUN => nouns.Contains(tokens.Lemmas[token]) || states.Contains(tokens.Forms[token]) || (char.IsUpper(tokens.Forms[token][0]) ? tokens.Children[token].Length > 0 : tokens.Forms[token].Length > 2 && char.IsUpper(tokens.Forms[token][1])),
        _ => false,
    };

    /// <summary>Who is counted: "dozens of villagers", "a group of lawmakers"; or -1.</summary>
    int Counted(Document document, int token)
    {
        if (document.Tokens.Tags[token] != PartOfSpeech.NOUN || !counts.Contains(document.Tokens.Lemmas[token]))
            return -1;
        foreach (var child in document.Tokens.Children[token])
            if (child > token && document.Tokens.Relations[child] == "nmod" && ClauseRoles.HasCase(document, child, "of"))
                return child;
        return -1;
    }

    // What the register can code is a party: "abductors", "academics".
    static IEnumerable<(string Term, string Kind)> Roles(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Agents), Agents, "term", "kind");
        int term = table.Column("term"), kind = table.Column("kind");
        while (table.Read())
            if (!table[term].Contains(' ', StringComparison.Ordinal))
                yield return (table[term], table[kind]);
    }
}
