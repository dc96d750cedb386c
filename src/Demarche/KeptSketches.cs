using Demarche.Reading.Duplicates;

namespace Demarche;

/// <summary>The sketches of texts that were lately compared: a text that fifty outlets print is compared with each of them. For any thread.</summary>
sealed class KeptSketches
{
    // About 25 bytes a word.
    const int MostWords = 1_000_000;

    readonly Lock guard = new();
    readonly Dictionary<TextName, TextSketch> sketches = [];
    int words;

    public TextSketch Of(TextName name, ITextIndex texts)
    {
        lock (guard)
            if (sketches.TryGetValue(name, out var known))
                return known;
        var text = texts.Text(name);
        var made = TextSketch.Of(text.Body, text.Published);
        lock (guard)
        {
            if (words + made.Words > MostWords)
            {
                sketches.Clear();
                words = 0;
            }
            if (made.Words <= MostWords && sketches.TryAdd(name, made))
                words += made.Words;
        }
        return made;
    }

    /// <summary>A text may have another date now.</summary>
    public void Forget(TextName name)
    {
        lock (guard)
            if (sketches.Remove(name, out var known))
                words -= known.Words;
    }
}
