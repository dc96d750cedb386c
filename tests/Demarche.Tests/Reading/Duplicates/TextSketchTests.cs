using Demarche.Reading.Duplicates;

namespace Demarche.Tests.Reading.Duplicates;

public class TextSketchTests(ITestOutputHelper output)
{
    sealed record Text(string Id, string Event, string Template, string Words);

    static readonly List<Text> Texts = Load();

    /// <summary>
    /// Three hundred pairs: copies with what outlets do to them (of a text and its copy, and of two copies), texts of one event in words of
    /// their own, and texts of one pattern about different events, these also edited.
    /// </summary>
    [Fact]
    public void Copies_are_told_from_texts_about_the_same_event_and_from_texts_of_one_pattern()
    {
        int right = 0, found = 0, copies = 0, pairs = 0;
        foreach (var (one, other, isCopy, name) in Pairs())
        {
            var same = AreSame(one, other);
            pairs++;
            copies += isCopy ? 1 : 0;
            found += same ? 1 : 0;
            right += same && isCopy ? 1 : 0;
            if (same != isCopy)
                output.WriteLine($"{name}: {(isCopy ? "not found" : "wrong")}, {(SharesKey(one, other) ? "" : "no ")}common key\n  {one}\n  {other}");
        }

        double precision = (double)right / found, recall = (double)right / copies;
        output.WriteLine($"{pairs} pairs, {copies} copies: precision {precision:F3}, recall {recall:F3}, F1 {2 * precision * recall / (precision + recall):F3}");
        Assert.Equal(300, pairs);
        Assert.True(2 * precision * recall / (precision + recall) >= 0.95);
    }

    static IEnumerable<(string One, string Other, bool IsCopy, string Name)> Pairs()
    {
        var random = new Random(5);
        var editor = new NewsEditor(random);
        for (var i = 0; i < 200; i++)
        {
            var text = Texts[i % Texts.Count];
            var one = i % 3 == 0 ? editor.Edit(text.Words) : text.Words;
            yield return (one, editor.Edit(text.Words), true, text.Id);
        }
        var others = Texts.SelectMany((one, i) => Texts.Skip(i + 1).Where(other => one.Event == other.Event && one.Event != "" || one.Template == other.Template && one.Template != "").Select(other => (one, other))).ToList();
        for (var i = 0; i < 100; i++)
        {
            var (one, other) = others[i % others.Count];
            yield return i < others.Count
                ? (one.Words, other.Words, false, $"{one.Id}, {other.Id}")
                : (editor.Edit(one.Words), editor.Edit(other.Words), false, $"{one.Id}, {other.Id}");
        }
    }

    [Fact]
    public void No_two_of_the_texts_themselves_are_the_same() =>
        Assert.All(Texts.SelectMany((one, i) => Texts.Skip(i + 1).Select(other => (one, other))), pair => Assert.False(AreSame(pair.one.Words, pair.other.Words), $"{pair.one.Id}, {pair.other.Id}"));

    [Fact]
    public void The_same_words_a_day_later_with_other_figures_are_news()
    {
        var text = Texts[0].Words;
        var later = text.Replace("41", "57", StringComparison.Ordinal);
        var sketch = TextSketch.Of(text, new DateOnly(2024, 3, 5));

        Assert.True(sketch.IsSameTextAs(TextSketch.Of(later, new DateOnly(2024, 3, 5))));
        Assert.False(sketch.IsSameTextAs(TextSketch.Of(later, new DateOnly(2024, 3, 6))));
        Assert.True(sketch.IsSameTextAs(TextSketch.Of(text, new DateOnly(2024, 3, 6))));
    }

    [Fact]
    public void Letters_case_quotes_and_line_ends_do_not_matter()
    {
        var text = Texts[1].Words;
        var other = text.ToUpperInvariant().Replace("\"", "“", StringComparison.Ordinal).Replace(". ", ".\n\n", StringComparison.Ordinal);

        Assert.Equal(TextSketch.Of(text, null).Keys, TextSketch.Of(other, null).Keys);
    }

    [Fact]
    public void An_excerpt_of_a_long_text_shares_a_key_with_it()
    {
        var text = string.Join("\n\n", Texts.Select(text => text.Words));
        var keys = TextSketch.Of(text, null).Keys.ToHashSet();

        Assert.All(Texts, excerpt => Assert.Contains(TextSketch.Of(excerpt.Words, null).Keys, keys.Contains));
    }

    [Fact]
    public void Texts_too_short_to_tell_are_never_the_same()
    {
        var text = TextSketch.Of("There was no comment from the ministry.", null);

        Assert.False(text.IsSameTextAs(text));
        Assert.Empty(text.Keys);
    }

    static bool SharesKey(string one, string other)
    {
        var (some, others) = (TextSketch.Of(one, null).Keys, TextSketch.Of(other, null).Keys);
        return some.Intersect(others).Count() * TextSketch.KeysForOneShared >= Math.Max(1, Math.Min(some.Length, others.Length));
    }

    /// <summary>As a store decides: found by a common key, then compared.</summary>
    static bool AreSame(string one, string other)
    {
        TextSketch first = TextSketch.Of(one, null), second = TextSketch.Of(other, null);
        return SharesKey(one, other) && first.IsSameTextAs(second) && second.IsSameTextAs(first);
    }

    static List<Text> Load()
    {
        var texts = new List<Text>();
        var fields = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "data", "duplicates", "texts.txt")).Append(""))
        {
            if (line.Length == 0 && fields.TryGetValue("text", out var text))
            {
                texts.Add(new Text(fields["id"], fields.GetValueOrDefault("event", ""), fields.GetValueOrDefault("template", ""), text));
                fields.Clear();
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                fields[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
            }
        }
        return texts;
    }
}
