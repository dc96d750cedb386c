using System.Globalization;
using Demarche.Documents;

namespace Demarche.Evaluation.Syntax;

/// <summary>
/// Scores parses against gold parses of the same text, as the CoNLL 2018 shared task does: words are aligned by the characters
/// they cover, inside multiword tokens by longest common subsequence of their lower-cased forms.
/// </summary>
public static class SyntaxScorer
{
    static readonly string[] FunctionRelations = ["aux", "cop", "mark", "det", "clf", "case", "cc"];

    /// <summary>The relations that event coding lives on.</summary>
    static readonly string[] CoreRelations = ["nsubj", "nsubj:pass", "obj", "obl:agent", "ccomp", "xcomp", "conj"];

    static readonly string[] Negations = ["not", "n't", "never"];

    sealed class Word
    {
        public required string Form { get; init; }
        public required string Lemma { get; init; }
        public required string Tag { get; init; }
        public required string FineTag { get; init; }
        public required string Features { get; init; }
        public required string Relation { get; init; }
        public int Start { get; set; }
        public int End { get; set; }
        public bool InMultiword { get; set; }
        public Word? Head { get; set; }
        public string Universal => Relation.Split(':')[0];
    }

    sealed record Reading(string Text, List<(int, int)> Tokens, List<(int, int)> Sentences, List<Word> Words);

    /// <summary>F1 of every measure. Both sides must hold the same characters, spaces aside.</summary>
    /// <exception cref="ArgumentException">The texts differ.</exception>
    public static IReadOnlyList<Score> Compare(IEnumerable<Document> gold, IEnumerable<Document> system, string data)
    {
        var (left, right) = (Read(gold), Read(system));
        if (left.Text != right.Text)
            throw new ArgumentException($"{data}: the texts differ at character {left.Text.AsSpan().CommonPrefixLength(right.Text)}", nameof(system));
        var pairs = Align(left.Words, right.Words);
        var back = pairs.ToDictionary(pair => pair.System, pair => pair.Gold);

        bool HeadIsRight((Word Gold, Word System) pair) => pair.Gold.Head is null || pair.System.Head is null
            ? pair.Gold.Head is null && pair.System.Head is null
            : back.GetValueOrDefault(pair.System.Head) == pair.Gold.Head;
        bool Attached((Word Gold, Word System) pair) => HeadIsRight(pair) && pair.Gold.Universal == pair.System.Universal;
        bool AttachedExactly((Word Gold, Word System) pair) => HeadIsRight(pair) && pair.Gold.Relation == pair.System.Relation;

        var scores = new List<Score>();
        void Add(string measure, int correct, int goldCount, int systemCount) => scores.Add(new Score("syntax", data, measure, F1(correct, goldCount, systemCount), goldCount));
        void AddWords(string measure, Func<(Word Gold, Word System), bool> test) => Add(measure, pairs.Count(test), left.Words.Count, right.Words.Count);
        void AddRelations(string measure, Func<Word, bool> belongs, Func<(Word Gold, Word System), bool> test) =>
            Add(measure, pairs.Count(pair => belongs(pair.Gold) && test(pair)), left.Words.Count(belongs), right.Words.Count(belongs));

        Add("Tokens", left.Tokens.Intersect(right.Tokens).Count(), left.Tokens.Count, right.Tokens.Count);
        Add("Sentences", left.Sentences.Intersect(right.Sentences).Count(), left.Sentences.Count, right.Sentences.Count);
        Add("Words", pairs.Count, left.Words.Count, right.Words.Count);
        AddWords("UPOS", pair => pair.Gold.Tag == pair.System.Tag);
        AddWords("XPOS", pair => pair.Gold.FineTag == pair.System.FineTag);
        AddWords("UFeats", pair => pair.Gold.Features == pair.System.Features);
        AddWords("Lemmas", pair => pair.Gold.Lemma == "_" || pair.Gold.Lemma == pair.System.Lemma);
        AddWords("UAS", HeadIsRight);
        AddWords("LAS", Attached);
        AddRelations("CLAS", word => !FunctionRelations.Contains(word.Universal) && word.Universal != "punct", Attached);
        AddRelations("Core", IsCore, AttachedExactly);
        return scores;
    }

    static bool IsCore(Word word) =>
        CoreRelations.Contains(word.Relation) || (word.Relation == "advmod" && Negations.Contains(word.Lemma.ToLowerInvariant()));

    static double F1(int correct, int gold, int system)
    {
        double precision = system > 0 ? (double)correct / system : 0, recall = gold > 0 ? (double)correct / gold : 0;
        return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    static Reading Read(IEnumerable<Document> documents)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new List<(int, int)>();
        var sentences = new List<(int, int)>();
        var words = new List<Word>();
        foreach (var document in documents)
        {
            var table = document.Tokens;
            var offset = words.Count;
            foreach (var sentence in document.Sentences)
            {
                var sentenceStart = text.Length;
                for (var i = sentence.First; i < sentence.End;)
                {
                    var last = i + 1;
                    while (last < sentence.End && table.Continues[last])
                        last++;
                    var isMultiword = last - i > 1;
                    var surface = isMultiword ? table.Spans[i].Union(table.Spans[last - 1]).Of(document.Article.Text) : table.Forms[i];
                    var start = text.Length;
                    Squash(surface, text);
                    tokens.Add((start, text.Length));
                    for (; i < last; i++)
                        words.Add(new Word
                        {
                            Form = table.Forms[i],
                            Lemma = table.Lemmas[i],
                            Tag = table.Tags[i].ToString(),
                            FineTag = table.FineTags[i],
                            Features = table.Features[i],
                            Relation = table.Relations[i],
                            Start = start,
                            End = text.Length,
                            InMultiword = isMultiword,
                        });
                }
                sentences.Add((sentenceStart, text.Length));
            }
            for (var i = 0; i < table.Count; i++)
                words[offset + i].Head = table.Heads[i] < 0 ? null : words[offset + table.Heads[i]];
        }
        return new Reading(text.ToString(), tokens, sentences, words);
    }

    static void Squash(string surface, System.Text.StringBuilder text)
    {
        foreach (var c in surface)
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.SpaceSeparator or UnicodeCategory.Format))
                text.Append(c);
    }

    static List<(Word Gold, Word System)> Align(List<Word> gold, List<Word> system)
    {
        var pairs = new List<(Word, Word)>(gold.Count);
        int i = 0, j = 0;
        while (i < gold.Count && j < system.Count)
        {
            var (g, s) = (gold[i], system[j]);
            if (g.InMultiword || s.InMultiword)
            {
                if (g.Start >= s.End || s.Start >= g.End)
                {
                    if (g.Start < s.Start)
                        i++;
                    else
                        j++;
                    continue;
                }
                var end = Math.Max(g.End, s.End);
                int lastGold = i, lastSystem = j;
                for (var moved = true; moved;)
                {
                    moved = Gather(gold, ref lastGold, ref end);
                    moved |= Gather(system, ref lastSystem, ref end);
                }
                pairs.AddRange(CommonSubsequence(gold[i..lastGold], system[j..lastSystem]));
                (i, j) = (lastGold, lastSystem);
            }
            else if (g.Start == s.Start && g.End == s.End)
            {
                pairs.Add((g, s));
                i++;
                j++;
            }
            else if (g.Start < s.Start || (g.Start == s.Start && g.End <= s.End))
            {
                i++;
            }
            else
            {
                j++;
            }
        }
        return pairs;
    }

    static bool Gather(List<Word> words, ref int next, ref int end)
    {
        var moved = false;
        for (; next < words.Count && words[next].Start < end; next++)
        {
            if (words[next].InMultiword)
                end = Math.Max(end, words[next].End);
            moved = true;
        }
        return moved;
    }

    static IEnumerable<(Word, Word)> CommonSubsequence(List<Word> gold, List<Word> system)
    {
        static bool Same(Word a, Word b) => string.Equals(a.Form, b.Form, StringComparison.OrdinalIgnoreCase);
        var length = new int[gold.Count + 1, system.Count + 1];
        for (var i = gold.Count - 1; i >= 0; i--)
            for (var j = system.Count - 1; j >= 0; j--)
                length[i, j] = Same(gold[i], system[j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        for (int i = 0, j = 0; i < gold.Count && j < system.Count;)
        {
            if (Same(gold[i], system[j]))
                yield return (gold[i++], system[j++]);
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
