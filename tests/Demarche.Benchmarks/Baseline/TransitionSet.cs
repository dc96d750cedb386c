using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>The moves of the parser: 0 shifts, the others make an arc to the left or right with a relation.</summary>
sealed class TransitionSet
{
    public const int Shift = 0;

    readonly ImmutableArray<(bool IsLeft, int Relation)> arcs;

    /// <param name="arcs">Move n makes arc n - 1.</param>
    public TransitionSet(ImmutableArray<string> relations, ImmutableArray<(bool IsLeft, int Relation)> arcs)
    {
        Relations = relations;
        this.arcs = arcs;
    }

    public ImmutableArray<string> Relations { get; }

    public int Count => arcs.Length + 1;

    /// <summary>Whether a move other than <see cref="Shift"/> makes an arc to the left.</summary>
    public bool IsLeft(int move) => arcs[move - 1].IsLeft;

    public int RelationOf(int move) => arcs[move - 1].Relation;

    public void Apply(ParserState state, int move)
    {
        if (move == Shift)
            state.Shift();
        else if (IsLeft(move))
            state.Left(RelationOf(move));
        else
            state.Right(RelationOf(move));
    }

    /// <summary>The highest scored move that is allowed. There always is one before the end: all arcs of a direction are allowed or none.</summary>
    public int BestAllowed(ParserState state, ReadOnlySpan<int> scores)
    {
        bool left = state.CanLeft, right = state.CanRight;
        var best = state.CanShift ? Shift : -1;
        for (var move = 1; move < Count; move++)
            if ((IsLeft(move) ? left : right) && (best < 0 || scores[move] > scores[best]))
                best = move;
        return best;
    }
}
