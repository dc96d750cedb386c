using Demarche.Documents;

namespace Demarche.Language.Names;

/// <summary>The labels of the name finder: outside, and the first and the later words of a name of each kind (BIO).</summary>
public static class NameLabel
{
    public const int Outside = 0;

    public const int Count = 9;

    static readonly string[] Codes = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"];

    public static int First(NameKind kind) => 1 + 2 * (int)kind;

    public static bool IsFirst(int label) => (label & 1) == 1;

    public static bool IsLater(int label) => label != Outside && (label & 1) == 0;

    /// <summary>Kind of name of a label other than <see cref="Outside"/>.</summary>
    public static NameKind Kind(int label) => (NameKind)((label - 1) >> 1);

    /// <summary>A later word follows a word of the same kind; everything else may follow anything.</summary>
    public static bool MayFollow(int previous, int label) => !IsLater(label) || previous == label || previous == label - 1;

    public static string Code(int label) => Codes[label];

    /// <summary>The label a code ("B-PER") stands for, or -1.</summary>
    public static int Parse(string code) => Array.IndexOf(Codes, code);
}
