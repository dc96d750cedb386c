namespace Demarche.Training;

/// <summary>How a syntax network is trained. Chosen on the development treebank.</summary>
sealed record SyntaxTrainingOptions
{
    public ulong Seed { get; init; } = 1;

    public int Epochs { get; init; } = 12;

    /// <summary>The last epochs see the treebank alone.</summary>
    public int TreebankEpochs { get; init; } = 3;

    /// <summary>Sentences of machine-made parses in each earlier epoch.</summary>
    public int ParsedSentences { get; init; } = 12000;

    public int WordsInBatch { get; init; } = 800;

    public float LearningRate { get; init; } = 2e-3f;

    /// <summary>Whole parts of a word's input (embedding, affixes, vector) left out, so that each learns to do without the others.</summary>
    public float PartDropout { get; init; } = 0.2f;

    public float InputDropout { get; init; } = 0.15f;

    public float StateDropout { get; init; } = 0.3f;

    public float ProjectionDropout { get; init; } = 0.3f;

    /// <summary>
    /// Each batch is cut into this many shards, whatever the number of threads, and their gradients are added in order: the bytes
    /// of the model do not depend on the machine.
    /// </summary>
    public int Shards { get; init; } = 2;
}
