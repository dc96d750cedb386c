using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// A half-built tree in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011). Words are numbered from 1, 0 is the
/// root at the bottom of the stack. One object serves one sentence after the other.
/// </summary>
sealed class ParserState
{
    public const int Root = 0;

    public int Count;
    public int Next;
    public int Depth;
    public int[] Stack = [];
    public int[] Heads = [];
    public int[] Relations = [];
    public bool[] OnStack = [];

    // The outermost two dependents on each side, what they are, and how many there are.
    public int[] Left1 = [], Left2 = [], Right1 = [], Right2 = [], LeftCount = [], RightCount = [];
    public uint[] LeftRelations = [], RightRelations = [];

    public void Start(int count)
    {
        if (Heads.Length < count + 2)
        {
            var size = Math.Max(64, (count + 2) * 2);
            Stack = new int[size];
            Heads = new int[size];
            Relations = new int[size];
            OnStack = new bool[size];
            Left1 = new int[size];
            Left2 = new int[size];
            Right1 = new int[size];
            Right2 = new int[size];
            LeftCount = new int[size];
            RightCount = new int[size];
            LeftRelations = new uint[size];
            RightRelations = new uint[size];
        }
        Count = count;
        for (var i = 0; i <= count; i++)
        {
            Heads[i] = Left1[i] = Left2[i] = Right1[i] = Right2[i] = -1;
            Relations[i] = LeftCount[i] = RightCount[i] = 0;
            LeftRelations[i] = RightRelations[i] = 0;
            OnStack[i] = false;
        }
        Stack[0] = Root;
        OnStack[Root] = true;
        Depth = 1;
        Next = 1;
    }

    public bool IsFinal => Next > Count && Depth == 1;

    public bool CanShift => Next <= Count;

    public bool CanLeft => Next <= Count && Depth > 1;

    /// <summary>Only the last word left may hang on the root, so that there is one root.</summary>
    public bool CanRight => Depth > 2 || Depth == 2 && Next > Count;

    public int StackAt(int depth) => Depth > depth ? Stack[Depth - 1 - depth] : -1;

    public int BufferAt(int place) => Next + place <= Count ? Next + place : -1;

    public void Shift()
    {
        OnStack[Next] = true;
        Stack[Depth++] = Next++;
    }

    public void Left(int relation)
    {
        var dependent = Stack[--Depth];
        OnStack[dependent] = false;
        var head = Next;
        Heads[dependent] = head;
        Relations[dependent] = relation;
        // Dependents on the left come from near to far.
        Left2[head] = Left1[head];
        Left1[head] = dependent;
        LeftCount[head]++;
        LeftRelations[head] |= 1u << (relation & 31);
    }

    public void Right(int relation)
    {
        var dependent = Stack[--Depth];
        OnStack[dependent] = false;
        var head = Stack[Depth - 1];
        Heads[dependent] = head;
        Relations[dependent] = relation;
        Right2[head] = Right1[head];
        Right1[head] = dependent;
        RightCount[head]++;
        RightRelations[head] |= 1u << (relation & 31);
    }
}
