namespace Demarche.Language;

/// <summary>Word vectors from raw text: for each word a row of bytes and the scale that makes them numbers.</summary>
sealed class WordVectors(WordList words, int width, sbyte[] values, Half[] scales)
{
    public static WordVectors None { get; } = new(new WordList([]), 0, [], []);

    public WordList Words => words;

    public int Width => width;

    public ReadOnlySpan<sbyte> Values => values;

    public ReadOnlySpan<Half> Scales => scales;

    /// <summary>Rounds rows of numbers to a byte each.</summary>
    public static WordVectors Of(WordList words, int width, ReadOnlySpan<float> rows)
    {
        var values = new sbyte[words.Count * width];
        var scales = new Half[words.Count];
        for (var word = 0; word < words.Count; word++)
        {
            var row = rows.Slice(word * width, width);
            var highest = 0f;
            foreach (var value in row)
                highest = Math.Max(highest, Math.Abs(value));
            scales[word] = (Half)(highest / 127);
            var scale = (float)scales[word];
            for (var i = 0; i < width; i++)
                values[word * width + i] = scale == 0 ? (sbyte)0 : (sbyte)Math.Clamp(MathF.Round(row[i] / scale), -127, 127);
        }
        return new WordVectors(words, width, values, scales);
    }

    public void CopyRow(int word, Span<float> target)
    {
        var scale = (float)scales[word];
        var row = values.AsSpan(word * width, width);
        for (var i = 0; i < row.Length; i++)
            target[i] = row[i] * scale;
    }
}
