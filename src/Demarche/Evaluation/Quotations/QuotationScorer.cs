using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Demarche.Documents;

namespace Demarche.Evaluation.Quotations;

/// <summary>What a text lets somebody say, by the gold: each part in one or more pieces.</summary>
public sealed record GoldQuotation(ImmutableArray<TextSpan> Content, ImmutableArray<TextSpan> Source, ImmutableArray<TextSpan> Cue);

/// <summary>A text with all that is said in it.</summary>
public sealed record QuotedText(string Id, string Text, ImmutableArray<GoldQuotation> Quotations);

/// <summary>
/// Scores quotations: found where the words of both contents share at least half of what either has (intersection over union of
/// letters and digits), each once, the best pair first; the speaker is right where its head word lies in the gold's source, or is
/// the noun that a relative pronoun there stands for. What runs on after its tag is one quotation with what stands before it, as in
/// the gold.
/// </summary>
public static class QuotationScorer
{
    const double EnoughShared = 0.5;

    /// <summary>How many words a relative pronoun may stand behind its noun.</summary>
    const int RelativeReach = 8;

    /// <summary>Beginnings of cues that report speech (Levin 1993, 37.7 and 37.1); without them the gold has attitudes and acts too ("attacked X").</summary>
    static readonly string[] SpeechCues =
    [
        "say", "said", "tell", "told", "add", "report", "announc", "stat", "declar", "not", "observ", "remark", "argu", "claim", "insist", "warn", "explain", "writ", "wrote", "admit", "acknowledg", "conced",
        "confirm", "reveal", "predict", "alleg", "assert", "suggest", "den", "according", "ask", "respond", "repl", "tweet", "testif", "boast", "joke", "urg", "accus", "promis", "vow", "propos", ":", "―", "--",
    ];

    /// <summary>Reads JSON Lines of id, text, attributions[] {content, source, cue: [[start, end], ...]} (gzip).</summary>
    public static IReadOnlyList<QuotedText> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var texts = new List<QuotedText>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            texts.Add(new QuotedText(root.GetProperty("id").GetString() ?? "", root.GetProperty("text").GetString() ?? "",
                [.. root.GetProperty("attributions").EnumerateArray().Select(item => new GoldQuotation(Spans(item, "content"), Spans(item, "source"), Spans(item, "cue"))).Where(gold => !gold.Content.IsEmpty)]));
        }
        return texts;

        static ImmutableArray<TextSpan> Spans(JsonElement item, string name) =>
            item.TryGetProperty(name, out var spans) ? [.. spans.EnumerateArray().Select(span => new TextSpan(span[0].GetInt32(), span[1].GetInt32()))] : [];
    }

    /// <summary>Quotations (words between marks, or the cue is one of speech), those between marks, and all the gold attributes to anybody.</summary>
    public static IEnumerable<Score> Compare(IReadOnlyList<QuotedText> gold, IReadOnlyList<Document> system, string data) =>
    [
        .. Compare(gold, system, data, (text, quotation) => IsMarked(text, quotation.Content) || IsSpeech(text, quotation)),
        .. Compare(gold, system, data + "/marked", (text, quotation) => IsMarked(text, quotation.Content)),
        .. Compare(gold, system, data + "/all", (_, _) => true),
    ];

    static IEnumerable<Score> Compare(IReadOnlyList<QuotedText> gold, IReadOnlyList<Document> system, string data, Func<string, GoldQuotation, bool> counts)
    {
        int expected = 0, expectedSaid = 0, given = 0, foundOfAll = 0, found = 0, foundSaid = 0, speakers = 0;
        foreach (var (text, document) in gold.Zip(system))
        {
            given += Runs(document.Quotations).Count;
            expected += text.Quotations.Count(quotation => counts(text.Text, quotation));
            expectedSaid += text.Quotations.Count(quotation => counts(text.Text, quotation) && !quotation.Source.IsEmpty);
            foreach (var (quotation, its) in Pairs(text.Text, text.Quotations, Readings(document.Quotations)))
            {
                foundOfAll++;
                if (!counts(text.Text, quotation))
                    continue;
                found++;
                if (quotation.Source.IsEmpty)
                    continue;
                foundSaid++;
                if (IsSpeaker(document, its[0], quotation))
                    speakers++;
            }
        }
        yield return new("quotations", data, "content_recall", found / Math.Max(1.0, expected), expected);
        // Which of ours are quotations only the gold could tell, so precision is over all.
        if (foundOfAll == found)
            yield return new("quotations", data, "content_precision", found / Math.Max(1.0, given), given);
        yield return new("quotations", data, "speaker_right_of_found", speakers / Math.Max(1.0, foundSaid), foundSaid);
        yield return new("quotations", data, "speaker_recall", speakers / Math.Max(1.0, expectedSaid), expectedSaid);
    }

    /// <summary>Quotations of one cue, or that run on without one, as one; and each for itself.</summary>
    public static IReadOnlyList<ImmutableArray<Quotation>> Readings(ImmutableArray<Quotation> quotations) =>
        [.. Runs(quotations), .. Runs(quotations).Where(run => run.Length > 1).SelectMany(run => run.Select(part => ImmutableArray.Create(part)))];

    static IReadOnlyList<ImmutableArray<Quotation>> Runs(ImmutableArray<Quotation> quotations)
    {
        var runs = new List<List<Quotation>>();
        foreach (var quotation in quotations)
        {
            var run = runs.FindLast(run => run[^1].Speaker == quotation.Speaker && quotation.Speaker >= 0 && !run.Exists(part => part.Content.Overlaps(quotation.Content))
                && (quotation.Cue < 0 || run[0].Cue == quotation.Cue));
            if (run is null)
                runs.Add([quotation]);
            else
                run.Add(quotation);
        }
        return [.. runs.Select(run => run.ToImmutableArray())];
    }

    /// <summary>Pairs of gold and system quotations that share enough, best first, each of either once.</summary>
    public static IEnumerable<(GoldQuotation Gold, ImmutableArray<Quotation> System)> Pairs(string text, ImmutableArray<GoldQuotation> gold, IReadOnlyList<ImmutableArray<Quotation>> system)
    {
        var pairs = new List<(double Shared, int Gold, int System)>();
        for (var g = 0; g < gold.Length; g++)
            for (var s = 0; s < system.Count; s++)
                if (system[s].Any(part => gold[g].Content.Any(piece => piece.Overlaps(part.Content))) && Shared(text, gold[g].Content, system[s]) is >= EnoughShared and var shared)
                    pairs.Add((shared, g, s));
        var usedGold = new HashSet<int>();
        var usedSystem = new HashSet<Quotation>();
        foreach (var (_, g, s) in pairs.OrderByDescending(pair => pair.Shared).ThenBy(pair => pair.Gold).ThenBy(pair => pair.System))
            if (!usedGold.Contains(g) && !system[s].Any(usedSystem.Contains))
            {
                usedGold.Add(g);
                usedSystem.UnionWith(system[s]);
                yield return (gold[g], system[s]);
            }
    }

    /// <summary>Whether the speaker's head word lies in the gold's source, or is what a relative pronoun there stands for.</summary>
    public static bool IsSpeaker(Document document, Quotation quotation, GoldQuotation gold)
    {
        if (quotation.Speaker < 0)
            return false;
        var speaker = document.Tokens.Spans[quotation.Speaker];
        if (gold.Source.Any(piece => piece.Contains(speaker)))
            return true;
        var pronoun = gold.Source.Length == 1 ? gold.Source[0] : default;
        return pronoun.Of(document.Article.Text) is "who" or "which" or "that" && speaker.End < pronoun.Start
            && document.Tokens.Tags[quotation.Speaker] is PartOfSpeech.NOUN or PartOfSpeech.PROPN
            && document.Tokens.Spans[Math.Min(quotation.Speaker + RelativeReach, document.Tokens.Count - 1)].Start >= pronoun.Start;
    }

    static double Shared(string text, ImmutableArray<TextSpan> gold, ImmutableArray<Quotation> system)
    {
        int both = 0, either = 0;
        for (var i = Math.Min(system.Min(part => part.Content.Start), gold.Min(piece => piece.Start)); i < Math.Max(system.Max(part => part.Content.End), gold.Max(piece => piece.End)); i++)
        {
            if (i >= text.Length || !char.IsLetterOrDigit(text[i]))
                continue;
            bool inSystem = system.Any(part => part.Content.Start <= i && i < part.Content.End), inGold = gold.Any(piece => piece.Start <= i && i < piece.End);
            both += inSystem && inGold ? 1 : 0;
            either += inSystem || inGold ? 1 : 0;
        }
        return both / Math.Max(1.0, either);
    }

    static bool IsSpeech(string text, GoldQuotation quotation) =>
        quotation.Cue.Any(piece => piece.Of(text).Split(' ').Any(word => SpeechCues.Any(cue => word.StartsWith(cue, StringComparison.OrdinalIgnoreCase))));

    // Marks in or around the content.
    static bool IsMarked(string text, IEnumerable<TextSpan> content) =>
        content.Any(piece => text.AsSpan(Math.Max(0, piece.Start - 1)..Math.Min(text.Length, piece.End + 1)) is var around && (around.IndexOfAny('"', '“', '”') >= 0 || around.Contains("''", StringComparison.Ordinal)));
}
