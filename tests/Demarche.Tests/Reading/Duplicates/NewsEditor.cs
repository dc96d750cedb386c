using System.Globalization;
using System.Text.RegularExpressions;

namespace Demarche.Tests.Reading.Duplicates;

/// <summary>Does to a text what outlets do to the copy of others: cuts, headlines, paragraphs of their own, other figures, other words.</summary>
sealed partial class NewsEditor(Random random)
{
    static readonly string[] Own =
    [
        "It is the latest in a series of setbacks for the government, whose approval has fallen in every survey since the spring.",
        "The news agency could not verify the account independently.",
        "The two countries have had no embassy in each other's capital since the war of 1994.",
        "Our correspondent in the region says people are tired and want above all to be left in peace.",
        "Read on for five things to know about the background of the story and what may happen next.",
        "A spokesman declined to answer further questions and pointed to a statement that would be published later.",
        "Markets took little notice, and the main share index closed almost where it had opened.",
        "Historians recall that a similar episode in the nineteen-seventies took years to resolve.",
        "The opposition has asked for an inquiry, which the majority is expected to refuse when the house meets again.",
        "Experts at the Institute for Regional Studies doubt that much will change before the elections.",
    ];

    static readonly (string From, string To)[] Words =
    [
        (" said", " stated"), (" said", " has said"), ("announced", "declared"), (" per cent", " percent"), (" on Monday", " Monday"), (" on Thursday", " yesterday"),
        (" on Tuesday", " on Tuesday, March 5"), ("people", "persons"), ("government", "cabinet"), (" about ", " around "), ("killed", "killed at least"),
        (" more than ", " over "), ("officials", "the authorities"), ("demanded", "called for"), ("lorries", "trucks"),
    ];

    public string Edit(string text)
    {
        var edits = new List<Func<string, string>> { Cut, Extend, Correct, Reword, Swap };
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var edit = edits[random.Next(edits.Count)];
            edits.Remove(edit);
            text = edit(text);
        }
        return random.Next(3) == 0 ? Head(text) : text;
    }

    /// <summary>Outlets cut from the end.</summary>
    string Cut(string text)
    {
        var sentences = Sentences(text);
        return string.Join(' ', sentences.Take(Math.Max(3, sentences.Count - random.Next(1, sentences.Count / 2 + 1))));
    }

    string Extend(string text)
    {
        var sentences = Sentences(text);
        for (var count = random.Next(1, 4); count > 0; count--)
            sentences.Insert(random.Next(1, sentences.Count + 1), Own[random.Next(Own.Length)]);
        return string.Join(' ', sentences);
    }

    string Correct(string text)
    {
        var changes = random.Next(1, 4);
        return Figure().Replace(text, match => changes-- > 0 ? (int.Parse(match.Value, CultureInfo.InvariantCulture) + random.Next(1, 5)).ToString(CultureInfo.InvariantCulture) : match.Value);
    }

    string Reword(string text)
    {
        foreach (var (from, to) in Words)
            if (random.Next(2) == 0 && text.IndexOf(from, StringComparison.Ordinal) is >= 0 and var at)
                text = text[..at] + to + text[(at + from.Length)..];
        return text;
    }

    string Swap(string text)
    {
        var sentences = Sentences(text);
        var at = random.Next(1, sentences.Count - 1);
        (sentences[at], sentences[at + 1]) = (sentences[at + 1], sentences[at]);
        return string.Join(' ', sentences);
    }

    string Head(string text) => $"What we know so far: {text.Split(' ', 7)[..6].Aggregate((one, other) => one + " " + other)}\n\nSALEM, March 5 (Coast Press) - {text}";

    static List<string> Sentences(string text) => [.. SentenceEnd().Split(text)];

    [GeneratedRegex(@"(?<=[.!?][""”]?) (?=[A-Z""“])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\b\d{1,3}\b(?![.,]\d)")]
    private static partial Regex Figure();
}
