namespace Demarche.Evaluation.Linking;

/// <summary>Pairs of mentions that were put together, that belong together, and that are both.</summary>
readonly record struct Pairs(int Together, int Wanted, int Right)
{
    /// <summary>Counts the pairs of mentions, each with the event it was fused into and the gold event it stands for.</summary>
    public static Pairs Of(IReadOnlyList<(string Event, string Gold)> mentions, Func<string, string, bool> belong)
    {
        int together = 0, wanted = 0, right = 0;
        for (var i = 0; i < mentions.Count; i++)
            for (var j = i + 1; j < mentions.Count; j++)
            {
                bool fused = mentions[i].Event == mentions[j].Event, same = belong(mentions[i].Gold, mentions[j].Gold);
                together += fused ? 1 : 0;
                wanted += same ? 1 : 0;
                right += fused && same ? 1 : 0;
            }
        return new Pairs(together, wanted, right);
    }

    public static Pairs operator +(Pairs one, Pairs other) => new(one.Together + other.Together, one.Wanted + other.Wanted, one.Right + other.Right);

    /// <summary>Precision, recall and F1; nothing where neither side has a pair.</summary>
    public IEnumerable<Score> Scores(string task, string data, string name)
    {
        if (Together > 0)
            yield return new Score(task, data, name + "_precision", (double)Right / Together, Together);
        if (Wanted > 0)
            yield return new Score(task, data, name + "_recall", (double)Right / Wanted, Wanted);
        if (Together + Wanted > 0)
            yield return new Score(task, data, name + "_f1", 2.0 * Right / (Together + Wanted), Together + Wanted);
    }
}
