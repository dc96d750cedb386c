using Demarche.Language;

namespace Demarche.Benchmarks.Baseline;

/// <summary>
/// What the parser sees of a half-built tree: the features of Zhang and Nivre (2011), fitted to arc-hybrid, where stack words
/// have dependents on both sides.
/// </summary>
static class ParserFeatures
{
    public const int Count = 84;

    /// <summary>Words and tags of one sentence, numbered as in <see cref="ParserState"/>; the root is at 0, nothing is behind the end.</summary>
    public ref struct Columns
    {
        public ReadOnlySpan<uint> Words;
        public ReadOnlySpan<uint> Tags;

        public readonly uint Word(int place) => place >= 0 ? Words[place] : 1;

        public readonly uint Tag(int place) => place >= 0 ? Tags[place] : 1;
    }

    public static void Extract(ParserState state, Columns columns, Span<uint> features)
    {
        int s0 = state.StackAt(0), s1 = state.StackAt(1), s2 = state.StackAt(2);
        int b0 = state.BufferAt(0), b1 = state.BufferAt(1), b2 = state.BufferAt(2);
        int s0l = At(state.Left1, s0), s0r = At(state.Right1, s0), s0l2 = At(state.Left2, s0), s0r2 = At(state.Right2, s0);
        int s1l = At(state.Left1, s1), s1r = At(state.Right1, s1), s1r2 = At(state.Right2, s1);
        int b0l = At(state.Left1, b0), b0l2 = At(state.Left2, b0);
        uint s0w = columns.Word(s0), s0p = columns.Tag(s0), s1w = columns.Word(s1), s1p = columns.Tag(s1), s2w = columns.Word(s2), s2p = columns.Tag(s2);
        uint b0w = columns.Word(b0), b0p = columns.Tag(b0), b1w = columns.Word(b1), b1p = columns.Tag(b1), b2w = columns.Word(b2), b2p = columns.Tag(b2);
        uint s0lp = columns.Tag(s0l), s0rp = columns.Tag(s0r), s1lp = columns.Tag(s1l), s1rp = columns.Tag(s1r), b0lp = columns.Tag(b0l);
        uint s0lw = columns.Word(s0l), s0rw = columns.Word(s0r), s1rw = columns.Word(s1r), b0lw = columns.Word(b0l);
        uint s0lr = Relation(s0l), s0rr = Relation(s0r), s1lr = Relation(s1l), s1rr = Relation(s1r), b0lr = Relation(b0l);
        var distance = Distance(s0, b0 >= 0 ? b0 : state.Count + 1);
        var span = Distance(s1, s0);
        uint s0v = Valency(s0), s1v = Valency(s1);
        var b0v = b0 >= 0 ? (uint)Math.Min(state.LeftCount[b0], 3) : 0;
        var s0set = s0 >= 0 ? state.LeftRelations[s0] * 31 ^ state.RightRelations[s0] : 0;
        var s1set = s1 >= 0 ? state.LeftRelations[s1] * 31 ^ state.RightRelations[s1] : 0;
        var b0set = b0 >= 0 ? state.LeftRelations[b0] : 0;

        var i = 0;
        features[i++] = FeatureHash.Mix(300, s0w);
        features[i++] = FeatureHash.Mix(301, s0p);
        features[i++] = FeatureHash.Mix(302, s0w, s0p);
        features[i++] = FeatureHash.Mix(303, b0w);
        features[i++] = FeatureHash.Mix(304, b0p);
        features[i++] = FeatureHash.Mix(305, b0w, b0p);
        features[i++] = FeatureHash.Mix(306, b1w);
        features[i++] = FeatureHash.Mix(307, b1p);
        features[i++] = FeatureHash.Mix(308, b1w, b1p);
        features[i++] = FeatureHash.Mix(309, b2w);
        features[i++] = FeatureHash.Mix(310, b2p);
        features[i++] = FeatureHash.Mix(311, s1w);
        features[i++] = FeatureHash.Mix(312, s1p);
        features[i++] = FeatureHash.Mix(313, s1w, s1p);
        features[i++] = FeatureHash.Mix(314, s2p);
        features[i++] = FeatureHash.Mix(315, s2w, s2p);
        features[i++] = FeatureHash.Mix(316, s0w, s0p, b0w, b0p);
        features[i++] = FeatureHash.Mix(317, s0w, s0p, b0w);
        features[i++] = FeatureHash.Mix(318, s0w, b0w, b0p);
        features[i++] = FeatureHash.Mix(319, s0w, s0p, b0p);
        features[i++] = FeatureHash.Mix(320, s0p, b0w, b0p);
        features[i++] = FeatureHash.Mix(321, s0w, b0w);
        features[i++] = FeatureHash.Mix(322, s0p, b0p);
        features[i++] = FeatureHash.Mix(323, b0p, b1p);
        features[i++] = FeatureHash.Mix(324, b0w, b1p);
        features[i++] = FeatureHash.Mix(325, b0w, b1w);
        features[i++] = FeatureHash.Mix(326, s1p, s0p);
        features[i++] = FeatureHash.Mix(327, s1w, s0w);
        features[i++] = FeatureHash.Mix(328, s1w, s0p);
        features[i++] = FeatureHash.Mix(329, s1p, s0w);
        features[i++] = FeatureHash.Mix(330, s1w, s1p, s0w, s0p);
        features[i++] = FeatureHash.Mix(331, s1p, b0p);
        features[i++] = FeatureHash.Mix(332, s1w, b0p);
        features[i++] = FeatureHash.Mix(333, s1w, b0w);
        features[i++] = FeatureHash.Mix(334, b0p, b1p, b2p);
        features[i++] = FeatureHash.Mix(335, s0p, b0p, b1p);
        features[i++] = FeatureHash.Mix(336, s0w, b0p, b1p);
        features[i++] = FeatureHash.Mix(337, s1p, s0p, b0p);
        features[i++] = FeatureHash.Mix(338, s1p, s0w, b0p);
        features[i++] = FeatureHash.Mix(339, s1w, s0p, b0p);
        features[i++] = FeatureHash.Mix(340, s1p, s0p, b0w);
        features[i++] = FeatureHash.Mix(341, s1p, s0p, b0p, b1p);
        features[i++] = FeatureHash.Mix(342, s2p, s1p, s0p);
        features[i++] = FeatureHash.Mix(343, s2p, s1p, s0p, b0p);
        features[i++] = FeatureHash.Mix(344, s0p, s0lp, b0p);
        features[i++] = FeatureHash.Mix(345, s0p, s0rp, b0p);
        features[i++] = FeatureHash.Mix(346, s0p, b0p, b0lp);
        features[i++] = FeatureHash.Mix(347, s1p, s0p, s0lp);
        features[i++] = FeatureHash.Mix(348, s1p, s0p, s0rp);
        features[i++] = FeatureHash.Mix(349, s1p, s1lp, s0p);
        features[i++] = FeatureHash.Mix(350, s1p, s1rp, s0p);
        features[i++] = FeatureHash.Mix(351, s1p, s1rp, s0p, b0p);
        features[i++] = FeatureHash.Mix(352, s0w, s0rw, b0p);
        features[i++] = FeatureHash.Mix(353, s0p, b0lw, b0p);
        features[i++] = FeatureHash.Mix(354, s1p, s1rw, s0p);
        features[i++] = FeatureHash.Mix(355, s0p, distance, b0p);
        features[i++] = FeatureHash.Mix(356, s0w, distance);
        features[i++] = FeatureHash.Mix(357, b0w, distance);
        features[i++] = FeatureHash.Mix(358, s0p, b0p, distance, s1p);
        features[i++] = FeatureHash.Mix(359, s1p, span, s0p);
        features[i++] = FeatureHash.Mix(360, s1w, span, s0w);
        features[i++] = FeatureHash.Mix(361, s0w, s0v);
        features[i++] = FeatureHash.Mix(362, s0p, s0v, b0p);
        features[i++] = FeatureHash.Mix(363, s1p, s1v, s0p);
        features[i++] = FeatureHash.Mix(364, b0p, b0v, s0p);
        features[i++] = FeatureHash.Mix(365, b0w, b0v);
        features[i++] = FeatureHash.Mix(366, s0p, s0lr, b0p);
        features[i++] = FeatureHash.Mix(367, s0p, s0rr, b0p);
        features[i++] = FeatureHash.Mix(368, s1p, s1rr, s0p);
        features[i++] = FeatureHash.Mix(369, s1p, s1lr, s0p);
        features[i++] = FeatureHash.Mix(370, b0p, b0lr, s0p);
        features[i++] = FeatureHash.Mix(371, s0p, s0set, b0p);
        features[i++] = FeatureHash.Mix(372, s1p, s1set, s0p);
        features[i++] = FeatureHash.Mix(373, b0p, b0set, s0p);
        features[i++] = FeatureHash.Mix(374, s0w, s0set);
        features[i++] = FeatureHash.Mix(375, b0w, b0set);
        features[i++] = FeatureHash.Mix(376, s0p, columns.Tag(s0l2) << 16 | s0lp, Relation(s0l2) << 8 | s0lr);
        features[i++] = FeatureHash.Mix(377, s0p, columns.Tag(s0r2) << 16 | s0rp, Relation(s0r2) << 8 | s0rr, b0p);
        features[i++] = FeatureHash.Mix(378, s1p, columns.Tag(s1r2) << 16 | s1rp, Relation(s1r2) << 8 | s1rr, s0p);
        features[i++] = FeatureHash.Mix(379, b0p, columns.Tag(b0l2) << 16 | b0lp, Relation(b0l2) << 8 | b0lr, s0p);
        features[i++] = FeatureHash.Mix(380, s1w, s0lw, s0p);
        features[i++] = FeatureHash.Mix(381, s0p, b0p, b1p, b2p);
        features[i++] = FeatureHash.Mix(382, s1p, s0p, s0lr, s0lw);
        features[i] = FeatureHash.Mix(383, b2w, b1p);

        int At(int[] column, int place) => place >= 0 ? column[place] : -1;
        uint Relation(int place) => place >= 0 ? (uint)state.Relations[place] + 2 : 1;
        uint Valency(int place) => place >= 0 ? (uint)(Math.Min(state.LeftCount[place], 3) * 4 + Math.Min(state.RightCount[place], 3)) : 99;
    }

    static uint Distance(int from, int to) => from < 0 ? 0u : (uint)(to - from) switch { < 5 => (uint)(to - from), < 7 => 5, < 11 => 6, _ => 7 };
}
