using Demarche.Documents;
using Demarche.Language;
using Demarche.Training;

namespace Demarche.Tests.Training.Syntax;

/// <summary>A network of few units that learns a handful of sentences by heart, in a second.</summary>
static class SmallNetwork
{
    public static readonly SyntaxShape Shape = new()
    {
        Word = 16,
        Affix = 16,
        AffixRows = 256,
        Vector = 8,
        Hidden = 16,
        Arc = 16,
        Label = 16,
        Tag = 16,
    };

    public static readonly SyntaxTrainingOptions Options = new()
    {
        Epochs = 150,
        WordsInBatch = 20,
        LearningRate = 1e-2f,
        PartDropout = 0.05f,
        InputDropout = 0,
        StateDropout = 0,
        ProjectionDropout = 0,
    };

    /// <summary>The project's own sentences.</summary>
    public static List<Document> Treebank()
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, "tests", "data", "training", "sentences.conllu"));
        return [.. ConlluReader.Read(reader, "sentences.conllu", "en")];
    }

    public static SyntaxModel Untrained(List<Document> treebank)
    {
        var forms = treebank.SelectMany(document => document.Sentences.Select(sentence => document.Tokens.Forms[sentence.First..sentence.End])).ToArray();
        var vectors = WordVectorTrainer.Train(forms, new WordVectorOptions { Width = Shape.Vector, FewestOccurrences = 1, Neighbours = 50 });
        return new SyntaxModel(Shape, VocabularyBuilder.Build(treebank, forms, vectors));
    }

    public static SyntaxModel Train(List<Document> treebank, SyntaxTrainingOptions options, int threads)
    {
        var model = Untrained(treebank);
        SyntaxTrainer.Train(model, [.. treebank.SelectMany(document => TrainingSentence.Of(document, model))], [], options, threads);
        return model;
    }
}
