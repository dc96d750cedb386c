using Demarche.Documents;
using Demarche.Language;
using Demarche.Training;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// A sentence with its tree, numbered as in <see cref="ParserState"/>, and what each move would lose of it: the gold arcs that
/// can no longer be made (Goldberg and Nivre 2013, section 4.2).
/// </summary>
sealed class TreebankSentence
{
    readonly string[] relationNames;
    readonly int[][] dependents;

    public TreebankSentence(Document document, Sentence sentence, Tagging tagging)
    {
        var table = document.Tokens;
        Count = sentence.Count;
        Words = new uint[Count + 1];
        Tags = new uint[Count + 1];
        DependencyParser.FillColumns(table.Forms, tagging, sentence, Words, Tags);
        Heads = new int[Count + 1];
        Heads[0] = -1;
        relationNames = new string[Count + 1];
        var lists = new List<int>?[Count + 1];
        for (var i = 1; i <= Count; i++)
        {
            var head = table.Heads[sentence.First + i - 1];
            Heads[i] = head < 0 ? ParserState.Root : head - sentence.First + 1;
            relationNames[i] = table.Relations[sentence.First + i - 1];
            (lists[Heads[i]] ??= []).Add(i);
        }
        dependents = [.. lists.Select(list => list?.ToArray() ?? [])];
    }

    public int Count { get; }

    public uint[] Words { get; }

    public uint[] Tags { get; }

    public int[] Heads { get; }

    public int[] Relations { get; private set; } = [];

    public void Resolve(TransitionSet transitions) =>
        Relations = [.. relationNames.Select(name => name is null ? -1 : transitions.Relations.IndexOf(name))];

    /// <summary>Shifting a word cuts it off from dependents on the stack and from heads below the top.</summary>
    public int ShiftCost(ParserState state)
    {
        var word = state.Next;
        var cost = 0;
        foreach (var dependent in dependents[word])
            cost += dependent < word && state.OnStack[dependent] ? 1 : 0;
        var head = Heads[word];
        return cost + (head < word && state.OnStack[head] && head != state.StackAt(0) ? 1 : 0);
    }

    /// <summary>Popping the top to the left loses its dependents ahead, and its head where that is below it or further ahead.</summary>
    public int LeftCost(ParserState state)
    {
        var top = state.StackAt(0);
        var head = Heads[top];
        return DependentsAhead(state, top) + (head == state.StackAt(1) || head > state.Next ? 1 : 0);
    }

    /// <summary>Popping the top to the right loses its dependents ahead, and its head where that is ahead.</summary>
    public int RightCost(ParserState state)
    {
        var top = state.StackAt(0);
        return DependentsAhead(state, top) + (Heads[top] >= state.Next ? 1 : 0);
    }

    int DependentsAhead(ParserState state, int word)
    {
        var cost = 0;
        foreach (var dependent in dependents[word])
            cost += dependent >= state.Next ? 1 : 0;
        return cost;
    }
}
