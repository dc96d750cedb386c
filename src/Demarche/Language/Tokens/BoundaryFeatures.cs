namespace Demarche.Language;

/// <summary>A stretch of text without white space.</summary>
readonly record struct Chunk(int Start, int End, int NextStart);

/// <summary>What the tokenizer sees at a place inside a chunk where a word could end.</summary>
static class BoundaryFeatures
{
    public const int Count = 34;

    /// <summary>The labels of the classifier.</summary>
    public const int None = 0, Token = 1, Part = 2;

    // Runs of letters are told apart by their first characters; longer ones are no words whose cutting could be learnt.
    const int LongestRun = 24;

    /// <summary>
    /// Whether the classifier is asked: between two letters or two digits only before "n't", elsewhere wherever a character does
    /// not belong to the one before it.
    /// </summary>
    public static bool IsCandidate(string text, Chunk chunk, int at)
    {
        var (left, right) = (CharacterClass.Of(text[at - 1]), CharacterClass.Of(text[at]));
        if (right == CharacterClass.Mark || text[at - 1] == '\u200d')
            return false;
        if (CharacterClass.IsLetter(left) && CharacterClass.IsLetter(right))
            return (text[at] | 0x20) == 'n' && at + 2 < chunk.End
                && CharacterClass.Of(text[at + 1]) == CharacterClass.Apostrophe && (text[at + 2] | 0x20) == 't'
                && (at + 3 == chunk.End || !CharacterClass.IsWord(CharacterClass.Of(text[at + 3])));
        return left != CharacterClass.Digit || right != CharacterClass.Digit;
    }

    /// <param name="tokenStart">Where the token before the place began.</param>
    public static void Extract(string text, Chunk chunk, int at, int tokenStart, bool inPart, Abbreviations abbreviations, Span<uint> features)
    {
        uint l1 = At(at - 1), l2 = At(at - 2), l3 = At(at - 3), r1 = At(at), r2 = At(at + 1), r3 = At(at + 2);
        uint cl1 = Class(at - 1), cl2 = Class(at - 2), cl3 = Class(at - 3), cr1 = Class(at), cr2 = Class(at + 1), cr3 = Class(at + 2);
        var (leftRun, leftStart) = RunBefore(text, chunk, at);
        var (rightRun, rightEnd) = RunAfter(text, chunk, at);
        var isLast = at == chunk.End - 1;
        var rest = (uint)Math.Min(chunk.End - at, 6);
        var done = (uint)Math.Min(at - tokenStart, 6);
        var next = chunk.NextStart < text.Length ? Norm(text[chunk.NextStart]) : 0;
        uint nextClass = chunk.NextStart < text.Length ? CharacterClass.Of(text[chunk.NextStart]) : CharacterClass.Space;
        uint abbreviation = isLast && r1 == '.' ? 1u + (uint)abbreviations.Of(text.AsSpan(tokenStart, at - tokenStart)) : 0;
        var token = HashOf(text.AsSpan(tokenStart, Math.Min(at - tokenStart, LongestRun)));
        var whole = HashOf(text.AsSpan(chunk.Start, Math.Min(chunk.End - chunk.Start, LongestRun)));
        var before = leftStart > chunk.Start ? At(leftStart - 1) : 1;
        var after = rightEnd < chunk.End ? At(rightEnd) : 1;

        var i = 0;
        features[i++] = FeatureHash.Mix(1, l1, r1);
        features[i++] = FeatureHash.Mix(2, l2, l1, r1);
        features[i++] = FeatureHash.Mix(3, l1, r1, r2);
        features[i++] = FeatureHash.Mix(4, l2, l1, r1, r2);
        features[i++] = FeatureHash.Mix(5, l3 | l2 << 16, l1, r1);
        features[i++] = FeatureHash.Mix(6, l1, r1, r2 | r3 << 16);
        features[i++] = FeatureHash.Mix(7, cl2 | cl1 << 8, cr1 | cr2 << 8);
        features[i++] = FeatureHash.Mix(8, cl3 | cl2 << 8 | cl1 << 16, cr1 | cr2 << 8 | cr3 << 16);
        features[i++] = FeatureHash.Mix(9, leftRun, r1);
        features[i++] = FeatureHash.Mix(10, leftRun, r1, cr2);
        features[i++] = FeatureHash.Mix(11, rightRun, l1);
        features[i++] = FeatureHash.Mix(12, rightRun, l1, cl2);
        features[i++] = FeatureHash.Mix(13, leftRun, r1, cr2, isLast ? nextClass : 99);
        features[i++] = FeatureHash.Mix(14, whole, (uint)(at - chunk.Start));
        features[i++] = FeatureHash.Mix(15, token, r1);
        features[i++] = FeatureHash.Mix(16, token, rightRun);
        features[i++] = FeatureHash.Mix(17, r1, rest, nextClass);
        features[i++] = FeatureHash.Mix(18, cl1 | cr1 << 8, rest, done);
        features[i++] = FeatureHash.Mix(19, abbreviation, r1, nextClass);
        features[i++] = FeatureHash.Mix(20, abbreviation, cl1 | done << 8, nextClass);
        features[i++] = FeatureHash.Mix(21, leftRun, before, r1);
        features[i++] = FeatureHash.Mix(22, rightRun, after, l1);
        features[i++] = FeatureHash.Mix(23, l1, r1, inPart ? 1u : 0, after);
        features[i++] = FeatureHash.Mix(24, l1, r1, before, after);
        features[i++] = FeatureHash.Mix(25, l1, r1, Shape(text, chunk, tokenStart, at));
        features[i++] = FeatureHash.Mix(26, r1, Shape(text, chunk, chunk.Start, at), Shape(text, chunk, at, chunk.End));
        features[i++] = FeatureHash.Mix(27, Shape(text, chunk, chunk.Start, at), Shape(text, chunk, at, chunk.End), nextClass);
        features[i++] = FeatureHash.Mix(28, r1, next, (uint)Math.Min(at - leftStart, 5), cl1);
        features[i++] = FeatureHash.Mix(29, leftRun, rightRun);
        features[i++] = FeatureHash.Mix(30, l1, r1, at == chunk.Start + 1 ? 1u : 0, rest);
        features[i++] = FeatureHash.Mix(31, r1, (uint)Math.Min(at - leftStart, 4), (uint)Math.Min(rightEnd - at, 4), l1);
        features[i++] = FeatureHash.Mix(32, text.AsSpan(chunk.Start, Math.Min(chunk.End - chunk.Start, 64)).Contains('@') ? 1u : 0, l1, r1);
        features[i++] = FeatureHash.Mix(33, HashOf(text.AsSpan(at, Math.Min(chunk.End - at, LongestRun))), cl1);
        features[i] = FeatureHash.Mix(34, cl1, cr1);

        uint At(int place) => place >= chunk.Start && place < chunk.End ? Norm(text[place]) : 0;
        uint Class(int place) => place >= chunk.Start && place < chunk.End ? CharacterClass.Of(text[place]) : CharacterClass.Space;
    }

    /// <summary>Case, the many quotes and the ten digits make no difference to where words end.</summary>
    public static uint Norm(char character) => CharacterClass.Of(character) switch
    {
        CharacterClass.Apostrophe => '\'',
        CharacterClass.Quote => '"',
        CharacterClass.Hyphen => '-',
        CharacterClass.Dash => '\u2013',
        CharacterClass.Digit => '0',
        CharacterClass.Letter => 'x',
        _ => FeatureHash.Lower(character),
    };

    public static uint HashOf(ReadOnlySpan<char> characters)
    {
        var hash = 2166136261u;
        foreach (var character in characters)
            hash = (hash ^ Norm(character)) * 16777619u;
        return hash;
    }

    static (uint Hash, int Start) RunBefore(string text, Chunk chunk, int at)
    {
        var start = at;
        while (start > chunk.Start && at - start < LongestRun && CharacterClass.IsWord(CharacterClass.Of(text[start - 1])))
            start--;
        return (HashOf(text.AsSpan(start, at - start)), start);
    }

    static (uint Hash, int End) RunAfter(string text, Chunk chunk, int at)
    {
        var end = at;
        // A run after a sign starts behind it: "-related", "'s".
        if (!CharacterClass.IsWord(CharacterClass.Of(text[at])))
            end++;
        while (end < chunk.End && end - at < LongestRun && CharacterClass.IsWord(CharacterClass.Of(text[end])))
            end++;
        return (HashOf(text.AsSpan(at, end - at)), end);
    }

    /// <summary>The character classes of a stretch, repeated ones once, at most eight.</summary>
    static uint Shape(string text, Chunk chunk, int start, int end)
    {
        uint hash = 7;
        var last = byte.MaxValue;
        var changes = 0;
        for (var i = start; i < end && changes < 8 && i - start < LongestRun; i++)
        {
            var kind = CharacterClass.Of(text[i]);
            if (kind == last)
                continue;
            hash = (hash ^ kind) * 16777619u;
            last = kind;
            changes++;
        }
        return hash;
    }
}
