using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>What the name finder knows before it sees a marked name: words from raw text, phrases from lists.</summary>
public sealed class NameLexicon
{
    const int Passes = 3, Coarse = 64, Fine = WordEntry.Fine;

    /// <summary>A word of the raw text must be met this often to get an entry.</summary>
    public int Cutoff { get; init; } = 6;

    internal WordLexicon Words { get; set; } = WordLexicon.Empty;

    internal NameGazetteer Gazetteer { get; private set; } = NameGazetteer.Empty;

    public void TakeLists(NameLists lists) => Gazetteer = lists.Build();

    /// <summary>Learns clusters and habits of capitals from paragraphs of words.</summary>
    public void LearnWords(IEnumerable<IReadOnlyList<string>> paragraphs, ulong seed, Action<string> report)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var capitals = new List<(int Capital, int Plain)>();
        var text = new List<int>();
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Count; i++)
                text.Add(Count(paragraph, i, numbers, counts, capitals));
            text.Add(-1);
        }
        var kept = Enumerable.Range(0, counts.Count).Where(word => counts[word] >= Cutoff).OrderByDescending(word => counts[word]).ThenBy(word => word).ToArray();
        report($"{text.Count} words of raw text, {kept.Length} different ones");
        var rank = new int[counts.Count];
        Array.Fill(rank, -1);
        for (var i = 0; i < kept.Length; i++)
            rank[kept[i]] = i;
        var ranked = text.ConvertAll(word => word < 0 ? -1 : rank[word]).ToArray();

        var vectors = new NameWordVectors(Array.ConvertAll(kept, word => counts[word]), seed);
        for (var pass = 0; pass < Passes; pass++)
        {
            vectors.Learn(ranked, pass, Passes);
            report($"  vectors, pass {pass + 1} of {Passes}");
        }
        var clusters = NameClusters.Find([.. Enumerable.Range(0, kept.Length).Select(word => vectors[word].ToArray())], Coarse, Fine);
        var entries = new SortedDictionary<uint, WordEntry>();
        foreach (var (word, number) in numbers)
            if (rank[number] >= 0)
                entries[NameHash.Of(word)] = new WordEntry((ushort)(clusters[rank[number]] + Fine), CapitalClass(capitals[number]));
        Words = new WordLexicon([.. entries.Keys], [.. entries.Values]);
    }

    static int Count(IReadOnlyList<string> paragraph, int i, Dictionary<string, int> numbers, List<int> counts, List<(int Capital, int Plain)> capitals)
    {
        var form = paragraph[i];
        var lower = form.ToLowerInvariant();
        if (!numbers.TryGetValue(lower, out var number))
        {
            numbers[lower] = number = counts.Count;
            counts.Add(0);
            capitals.Add(default);
        }
        counts[number]++;
        // The first word of a sentence has its capital from there, and words in capitals throughout say nothing.
        var begins = i == 0 || !char.IsLetterOrDigit(paragraph[i - 1][^1]) && paragraph[i - 1] is not ("," or "-" or ";");
        if (!begins && char.IsLetter(form[0]))
        {
            var (capital, plain) = capitals[number];
            capitals[number] = char.IsUpper(form[0]) ? (capital + 1, plain) : (capital, plain + 1);
        }
        return number;
    }

    static byte CapitalClass((int Capital, int Plain) seen)
    {
        var total = seen.Capital + seen.Plain;
        if (total == 0)
            return 0;
        var share = (double)seen.Capital / total;
        return (byte)(share < 0.02 ? 1 : share < 0.2 ? 2 : share < 0.6 ? 3 : share < 0.95 ? 4 : 5);
    }
}
