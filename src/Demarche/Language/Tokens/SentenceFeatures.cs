namespace Demarche.Language;

/// <summary>A word as the sentence splitter sees it.</summary>
readonly record struct Piece(int Start, int End, bool Continues, bool BreakAfter, bool SpaceAfter, uint Hash, uint Shape, byte First, byte Last, AbbreviationKind Abbreviation, bool IsCommon)
{
    /// <param name="breakAfter">Whether the line ends after it on purpose.</param>
    public static Piece Of(string text, int start, int end, bool continues, bool breakAfter, bool spaceAfter, SentenceCues cues)
    {
        var characters = text.AsSpan(start, end - start);
        var abbreviation = characters.Length > 1 && characters[^1] == '.' ? cues.Abbreviations.Of(characters[..^1]) : AbbreviationKind.None;
        var hash = BoundaryFeatures.HashOf(characters);
        return new Piece(start, end, continues, breakAfter, spaceAfter, hash, ShapeOf(characters),
            CharacterClass.Of(characters[0]), CharacterClass.Of(characters[^1]), abbreviation, cues.Common.Contains(hash));
    }

    /// <summary>The first classes of the word, with "one" and "more" told apart: "A.", "Ab", "ABC" and "U.S." differ.</summary>
    static uint ShapeOf(ReadOnlySpan<char> characters)
    {
        uint shape = 0;
        var last = CharacterClass.Space;
        var parts = 0;
        var repeated = false;
        for (var i = 0; i < characters.Length && parts < 5; i++)
        {
            var kind = CharacterClass.Of(characters[i]);
            if (kind == last)
            {
                shape += repeated ? 0u : 1u;
                repeated = true;
                continue;
            }
            shape = shape * 64 + kind * 2u;
            last = kind;
            repeated = false;
            parts++;
        }
        return shape;
    }
}

/// <summary>What the sentence splitter knows of the sentence that is under way.</summary>
sealed class SentenceState
{
    public int Words { get; private set; }

    public bool InQuote { get; private set; }

    public int Brackets { get; private set; }

    public bool AllCapitals { get; private set; }

    public uint FirstShape { get; private set; }

    public void StartSentence() => Words = 0;

    public void Add(Piece piece)
    {
        if (Words == 0)
        {
            (InQuote, Brackets, AllCapitals) = (false, 0, true);
            FirstShape = piece.Shape;
        }
        Words++;
        if (piece.First == CharacterClass.Quote || piece.First == CharacterClass.Apostrophe && piece.End - piece.Start == 2 && piece.Last == CharacterClass.Apostrophe)
            InQuote = !InQuote;
        else if (piece.First == CharacterClass.Open)
            Brackets++;
        else if (piece.First == CharacterClass.Close && Brackets > 0)
            Brackets--;
        AllCapitals &= piece.Last != CharacterClass.Lower;
    }
}

/// <summary>What the sentence splitter sees between two words.</summary>
static class SentenceFeatures
{
    public const int Count = 36;

    public static void Extract(ReadOnlySpan<Piece> pieces, int index, SentenceState state, Span<uint> features)
    {
        var current = pieces[index];
        var next = pieces[index + 1];
        var after = index + 2 < pieces.Length ? pieces[index + 2] : default;
        var before = state.Words > 1 ? pieces[index - 1] : default;
        var beforeThat = state.Words > 2 ? pieces[index - 2] : default;
        var length = (uint)(state.Words switch { < 4 => state.Words, < 8 => 4, < 15 => 5, < 30 => 6, _ => 7 });
        var inside = (state.InQuote ? 1u : 0) | (state.Brackets > 0 ? 2u : 0);
        var space = current.SpaceAfter ? 1u : 0;
        var abbreviation = (uint)current.Abbreviation;
        var sizes = (uint)Math.Min(current.End - current.Start, 5);
        uint capitals = state.AllCapitals ? 1u : 0;

        var i = 0;
        features[i++] = FeatureHash.Mix(101, current.Hash, space);
        features[i++] = FeatureHash.Mix(102, current.Shape, space);
        features[i++] = FeatureHash.Mix(103, next.Hash);
        features[i++] = FeatureHash.Mix(104, next.Shape, space);
        features[i++] = FeatureHash.Mix(105, current.Hash, next.Shape, space);
        features[i++] = FeatureHash.Mix(106, current.Shape, next.Hash, space);
        features[i++] = FeatureHash.Mix(107, before.Hash, current.Hash);
        features[i++] = FeatureHash.Mix(108, before.Shape, current.Shape, next.Shape, space);
        features[i++] = FeatureHash.Mix(109, current.Last, next.First, space);
        features[i++] = FeatureHash.Mix(110, current.Last, next.Shape, after.Shape);
        features[i++] = FeatureHash.Mix(111, current.Last, next.Hash, after.Hash);
        features[i++] = FeatureHash.Mix(112, before.Hash, current.Hash, next.Shape);
        features[i++] = FeatureHash.Mix(113, abbreviation, next.Shape, sizes);
        features[i++] = FeatureHash.Mix(114, abbreviation, next.Hash, current.Last);
        features[i++] = FeatureHash.Mix(115, inside, current.Hash, next.First, space);
        features[i++] = FeatureHash.Mix(116, inside, before.Hash, current.Hash, next.Shape);
        features[i++] = FeatureHash.Mix(117, inside, current.Last, next.Last);
        features[i++] = FeatureHash.Mix(118, length, current.Last, next.First, space);
        features[i++] = FeatureHash.Mix(119, length, current.Shape, next.Shape);
        features[i++] = FeatureHash.Mix(120, length, state.FirstShape, current.Last, next.First);
        features[i++] = FeatureHash.Mix(121, capitals, length, current.Last, next.Shape);
        features[i++] = FeatureHash.Mix(122, state.FirstShape, current.Hash, next.Shape);
        features[i++] = FeatureHash.Mix(123, beforeThat.Shape, before.Shape, current.Shape, next.Shape);
        features[i++] = FeatureHash.Mix(124, current.Hash, next.Hash);
        features[i++] = FeatureHash.Mix(125, current.Last, next.First, after.First, space);
        features[i++] = FeatureHash.Mix(126, current.Shape, next.Shape, after.Shape);
        features[i++] = FeatureHash.Mix(127, current.Hash, before.Shape, next.First);
        features[i++] = FeatureHash.Mix(128, before.Last, current.Last, next.First, space);
        features[i++] = FeatureHash.Mix(129, inside, length, current.Last, next.First);
        features[i++] = FeatureHash.Mix(130, current.Last, sizes, next.Shape, before.Last);
        features[i++] = FeatureHash.Mix(131, (uint)before.Abbreviation, current.Last, next.First);
        features[i++] = FeatureHash.Mix(132, 0);
        features[i++] = FeatureHash.Mix(133, next.IsCommon ? 1u : 0, next.First, current.Last, space);
        features[i++] = FeatureHash.Mix(134, next.IsCommon ? 1u : 0, next.First, abbreviation, current.Shape);
        features[i++] = FeatureHash.Mix(135, (next.IsCommon ? 1u : 0) | (after.IsCommon ? 2u : 0), next.First | (uint)after.First << 8, current.Last);
        features[i] = FeatureHash.Mix(136, (next.IsCommon ? 1u : 0) | (current.IsCommon ? 2u : 0), next.First, current.First | (uint)current.Last << 8, inside);
    }
}
