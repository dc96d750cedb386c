using System.Text;
using Demarche.Coding.Scoring;
using Demarche.Knowledge;

namespace Demarche.Tests.Coding.Scoring;

public sealed class RelationModelTests
{
    static readonly Ontology Ontology = new(Repository.Data, Codebook.Benchmark);

    [Fact]
    public void Cooperation_or_conflict_is_decided_before_the_type()
    {
        // AID alone is likeliest, but conflict together is likelier than cooperation.
        var probabilities = Of((EventType.Aid, 0.4), (EventType.Accuse, 0.3), (EventType.Reject, 0.2), (EventType.Assault, 0.1));

        Assert.Equal(EventType.Accuse, RelationModel.Types[RelationModel.Choose(probabilities, Ontology)]);
    }

    [Fact]
    public void Reasons_are_the_features_that_speak_most_for_a_type()
    {
        var scorer = new RelationModel(new Dictionary<string, float[]>
        {
            ["way bomb"] = Row((EventType.Assault, 2)),
            ["word house"] = Row((EventType.Assault, 0.5f), (EventType.Aid, 0.4f)),
            ["word give"] = Row((EventType.Aid, 3)),
        });

        Assert.Equal(["way bomb", "word house"], scorer.Reasons(["word house", "word give", "way bomb", "word unheard"], RelationModel.Column(EventType.Assault)).Select(reason => reason.Feature));
    }

    [Fact]
    public void A_feature_it_never_saw_says_nothing()
    {
        var scorer = new RelationModel(new Dictionary<string, float[]>());

        Assert.All(scorer.Probabilities(["word unheard"]), probability => Assert.Equal(1.0 / RelationModel.Types.Length, probability, 12));
    }

    [Fact]
    public void What_is_written_is_read_back_in_hundredths()
    {
        using var folder = new ModelFolder(writer => RelationModel.Write(writer, [("way bomb", Row((EventType.Assault, 1.504f), (EventType.Aid, 0.001f))), ("word the", Row((EventType.Aid, 0.004f)))]));

        var scorer = RelationModel.Read(folder.Data);

        var reason = Assert.Single(scorer.Reasons(["way bomb", "word the"], RelationModel.Column(EventType.Assault)));
        Assert.Equal("way bomb", reason.Feature);
        Assert.Equal(1.5 - 1.5 / RelationModel.Types.Length, reason.Weight, 5);
    }

    [Theory]
    [InlineData("way bomb\t1.5", "expected a whole number")]
    [InlineData("way bomb\t1\nway bomb\t2", "stands here twice")]
    public void A_model_that_was_edited_wrongly_is_refused_with_its_line(string rows, string reason)
    {
        using var folder = new ModelFolder(writer =>
        {
            writer.Write("feature\t" + string.Join('\t', RelationModel.Types.Select(EventTypes.Code)) + "\n");
            foreach (var row in rows.Split('\n'))
                writer.Write(row + new string('\t', RelationModel.Types.Length - 1) + "\n");
        });

        var problem = Assert.Throws<DataFileException>(() => RelationModel.Read(folder.Data));

        Assert.Contains(RelationModel.Path, problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    static double[] Of(params (EventType Type, double Value)[] values)
    {
        var row = new double[RelationModel.Types.Length];
        foreach (var (type, value) in values)
            row[RelationModel.Column(type)] = value;
        return row;
    }

    static float[] Row(params (EventType Type, float Value)[] values) => Array.ConvertAll(Of([.. values.Select(value => (value.Type, (double)value.Value))]), value => (float)value);

    sealed class ModelFolder : IDisposable
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demarche-scorer-");

        public ModelFolder(Action<TextWriter> write)
        {
            folder.CreateSubdirectory("data");
            var path = Path.Combine(folder.FullName, RelationModel.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
            write(writer);
        }

        public DataFolder Data => new(folder.FullName);

        public void Dispose() => folder.Delete(true);
    }
}
