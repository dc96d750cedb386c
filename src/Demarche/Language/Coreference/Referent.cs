namespace Demarche.Language.Coreference;

/// <summary>Somebody or something that a document speaks of, as far as it is read; several where <see cref="Members"/> are set.</summary>
sealed class Referent(CoreferenceMention first)
{
    /// <summary>In the sentence of the last one only.</summary>
    public List<CoreferenceMention> Mentions { get; } = [first];

    public CoreferenceMention First { get; } = first;

    /// <summary>The different names it goes by, as lower-cased words.</summary>
    public List<string[]> Names { get; } = first.Form == MentionForm.Name ? [first.Words] : [];

    public HashSet<string> Offices { get; } = [.. first.Offices];

    public Animacy Animacy { get; } = first.Animacy;

    public Gender Gender { get; private set; } = first.Gender;

    public bool IsPlural { get; } = first.IsPlural;

    public string? StateCode { get; } = first.StateCode;

    /// <summary>The state that it is, or for whose government it may stand.</summary>
    public string? Code { get; } = first.StateCode ?? first.SeatCode;

    /// <summary>The longest name, else the first phrase: what a pronoun is best replaced by.</summary>
    public CoreferenceMention Clearest { get; private set; } = first;

    public CoreferenceMention Last => Mentions[^1];

    public Referent[] Members { get; init; } = [];

    /// <summary>What is left of prominence with every sentence.</summary>
    const double Fading = 0.5;

    // Prominence after Lappin and Leass (Computational Linguistics 20, 1994): the weightiest mention of each sentence, summed.
    double earlier, here;
    int at = first.Sentence;

    public bool IsNamed => Clearest.Form == MentionForm.Name;

    public void Add(CoreferenceMention mention)
    {
        if (mention.Sentence > Last.Sentence)
            Mentions.Clear();
        Mentions.Add(mention);
        if (mention.Form == MentionForm.Name && !Names.Exists(name => name.AsSpan().SequenceEqual(mention.Words)))
            Names.Add(mention.Words);
        Offices.UnionWith(mention.Offices);
        if (Gender == Gender.Unknown)
            Gender = mention.Gender;
        if (mention.Form == MentionForm.Name && (!IsNamed || Clarity(mention) > Clarity(Clearest)))
            Clearest = mention;
    }

    // A state's own name is clearer than the adjective made from it.
    static int Clarity(CoreferenceMention mention) => mention.IsAdjective ? 0 : mention.Words.Length;

    public double SalienceAt(int sentence) => (earlier + here) * Math.Pow(Fading, sentence - at);

    public void Raise(int sentence, double weight)
    {
        if (sentence > at)
            (earlier, here, at) = (SalienceAt(sentence), 0, sentence);
        here = Math.Max(here, weight);
    }
}
