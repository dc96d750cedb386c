using System.IO.Compression;
using Demarche.Documents;
using Demarche.Evaluation.Names;
using Demarche.Evaluation.Reading;
using Demarche.Evaluation.Relations;

namespace Demarche.Tests.Evaluation;

public class ScorerTests
{
    [Fact]
    public void Macro_f1_is_the_mean_over_all_labels_seen()
    {
        RelationLabel[] gold = [new("AID", 2), new("AID", 2), new("ACCUSE", 3), new("CONCEDE", 1)];
        RelationLabel[] system = [new("AID", 2), new("ACCUSE", 3), new("ACCUSE", 3), new("RETREAT", 2)];

        var scores = RelationScorer.Compare(gold, system, "own").ToDictionary(score => score.Measure, score => score.Value);

        // AID 2/3, ACCUSE 2/3, YIELD 1.
        Assert.Equal((2.0 / 3 + 2.0 / 3 + 1) / 3, scores["root_macro_f1"], 6);
        Assert.Equal(0.75, scores["root_accuracy"]);
    }

    [Fact]
    public void A_body_is_scored_by_its_four_word_shingles()
    {
        (string, string)[] pages = [("one two three four five", "one two three four five six"), ("a b c d", "")];

        var scores = ExtractionScorer.Compare(pages, "own").ToDictionary(score => score.Measure, score => score.Value);

        Assert.Equal(2.0 / 3, scores["precision"], 6);
        Assert.Equal(0.5, scores["recall"], 6);
    }

    [Fact]
    public void Metadata_count_only_where_the_gold_has_them()
    {
        (PageMetadata, PageMetadata)[] pages =
        [
            (new("A Title!", ["Ana Oliveira"], "2023-08-14"), new("a title", ["ana oliveira"], "2023-08-14T09:30:00Z")),
            (new(null, [], "2023-08-15"), new("anything", ["Anybody"], null)),
        ];

        var scores = MetadataScorer.Compare(pages, "own").ToDictionary(score => score.Measure, score => score.Value);

        Assert.Equal(1, scores["title_accuracy"]);
        Assert.Equal(1, scores["authors_accuracy"]);
        Assert.Equal(0.5, scores["date_accuracy"]);
        Assert.Equal(1, scores["date_precision"]);
    }

    [Fact]
    public void A_name_counts_with_its_exact_span_and_kind()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionMode.Compress)))
                writer.Write("-DOCSTART-\tO\n\nAna\tB-PER\nOliveira\tI-PER\nleft\tO\nDarat\tB-LOC\n\nUN\tB-ORG\nwaits\tO\n");
            var gold = NameScorer.Load(path);
            var system = gold with { Names = [new(NameKind.Person, 0, 2), new(NameKind.Organisation, 3, 4), new(NameKind.Miscellaneous, 4, 5)] };

            var scores = NameScorer.Compare([gold], [system], [NameKind.Person, NameKind.Organisation, NameKind.Location], "own")
                .ToDictionary(score => score.Measure, score => score.Value);

            Assert.Equal(["Ana", "Oliveira", "left", "Darat", "UN", "waits"], gold.Tokens.Forms);
            Assert.Equal(2, gold.Sentences.Length);
            Assert.Equal(0.5, scores["precision"]);
            Assert.Equal(1.0 / 3, scores["recall"], 6);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
