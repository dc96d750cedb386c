using Demarche.Documents;

namespace Demarche.Language;

/// <summary>The weights of a syntax network, by name.</summary>
sealed class SyntaxModel
{
    public static readonly int PartsOfSpeech = Enum.GetValues<PartOfSpeech>().Length;

    public SyntaxModel(SyntaxShape shape, SyntaxVocabulary vocabulary)
    {
        Shape = shape;
        Vocabulary = vocabulary;
        Words = New("words", vocabulary.Words.Count + 1, shape.Word, sparse: true);
        Affixes = New("affixes", shape.AffixRows, shape.Affix, sparse: true);
        UnknownVector = New("unknown-vector", 1, shape.Vector);
        InputWeights = new Weights[shape.Layers];
        GateBias = new Weights[shape.Layers];
        Forward = new Weights[shape.Layers];
        Backward = new Weights[shape.Layers];
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            InputWeights[layer] = New($"input-{layer}", layer == 0 ? shape.Input : shape.State, shape.Gates);
            GateBias[layer] = New($"gate-bias-{layer}", 1, shape.Gates);
            Forward[layer] = New($"forward-{layer}", shape.Hidden, 4 * shape.Hidden);
            Backward[layer] = New($"backward-{layer}", shape.Hidden, 4 * shape.Hidden);
        }
        Projection = New("projection", shape.State, shape.Projection);
        ProjectionBias = New("projection-bias", 1, shape.Projection);
        TagInput = New("tag-input", shape.Input, shape.Tag);
        Arc = New("arc", shape.Arc, shape.Arc);
        ArcBias = New("arc-bias", 1, shape.Arc);
        ArcRoot = New("arc-root", 1, shape.Arc);
        Distance = New("distance", ArcDistance.Buckets, shape.Arc);
        Label = New("label", shape.Label, vocabulary.Relations.Length);
        LabelBias = New("label-bias", 1, vocabulary.Relations.Length);
        LabelRoot = New("label-root", 1, shape.Label);
        Tag = New("tag", shape.Tag, PartsOfSpeech + vocabulary.FineTags.Length);
        TagBias = New("tag-bias", 1, PartsOfSpeech + vocabulary.FineTags.Length);
        Feature = New("feature", vocabulary.Features.Length, shape.Tag);
        FeatureBias = New("feature-bias", 1, vocabulary.Features.Length);
    }

    readonly List<Weights> all = [];

    public SyntaxShape Shape { get; }

    public SyntaxVocabulary Vocabulary { get; }

    /// <summary>Every matrix, in the order of the file.</summary>
    public IReadOnlyList<Weights> All => all;

    public Weights Words { get; }

    public Weights Affixes { get; }

    /// <summary>In the place of the vector of a word that has none.</summary>
    public Weights UnknownVector { get; }

    public Weights[] InputWeights { get; }

    public Weights[] GateBias { get; }

    public Weights[] Forward { get; }

    public Weights[] Backward { get; }

    public Weights Projection { get; }

    public Weights ProjectionBias { get; }

    /// <summary>From a word's features straight to the tagger: many features of a word are in its form.</summary>
    public Weights TagInput { get; }

    public Weights Arc { get; }

    public Weights ArcBias { get; }

    public Weights ArcRoot { get; }

    public Weights Distance { get; }

    public Weights Label { get; }

    public Weights LabelBias { get; }

    public Weights LabelRoot { get; }

    public Weights Tag { get; }

    public Weights TagBias { get; }

    /// <summary>One row for each set of features, so that only those that fit the tags are worked out.</summary>
    public Weights Feature { get; }

    public Weights FeatureBias { get; }

    /// <summary>Writes what the network sees of a form: embedding, affixes, vector.</summary>
    public void CopyInput(ReadOnlySpan<char> form, Span<float> input)
    {
        Span<char> buffer = stackalloc char[64];
        var norm = buffer[..FormFeatures.Normalize(form, buffer)];
        Span<int> affixes = stackalloc int[FormFeatures.AffixCount];
        FormFeatures.Affixes(form, Shape.AffixRows, affixes);
        CopyInput(Vocabulary.Words.IndexOf(norm) + 1, affixes, Vocabulary.Vectors.Words.IndexOf(norm), input);
    }

    public void CopyInput(int word, ReadOnlySpan<int> affixes, int vector, Span<float> input)
    {
        Words.Row(word).CopyTo(input);
        var sum = input.Slice(Shape.Word, Shape.Affix);
        sum.Clear();
        foreach (var affix in affixes)
            VectorMath.Add(Affixes.Row(affix), sum);
        if (vector >= 0)
            Vocabulary.Vectors.CopyRow(vector, input[(Shape.Word + Shape.Affix)..]);
        else
            UnknownVector.Row(0).CopyTo(input[(Shape.Word + Shape.Affix)..]);
    }

    Weights New(string name, int rows, int columns, bool sparse = false)
    {
        var weights = new Weights(name, rows, columns, sparse);
        all.Add(weights);
        return weights;
    }
}
