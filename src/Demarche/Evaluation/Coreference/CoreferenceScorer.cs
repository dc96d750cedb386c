using System.Globalization;
using System.IO.Compression;
using Demarche.Documents;

namespace Demarche.Evaluation.Coreference;

/// <summary>A mention of the gold: words of a document, by sentence and word (both from 1), and what they stand for.</summary>
public sealed record GoldMention(string Document, int Sentence, int First, int LastSentence, int Last, string Cluster, string Type);

/// <summary>
/// Scores the links that event coding needs: third-person pronouns and definite nouns for persons, organisations and places ("the
/// minister") to what they stand for. A link is right if its antecedent, each of them where there are several, lies in a mention of
/// the gold's same cluster. Chains of names, and of nouns for things, are not scored.
/// </summary>
public static class CoreferenceScorer
{
    /// <summary>Reads a table of doc, sent, start, end_sent, end, cluster, type ... (gzip).</summary>
    public static IReadOnlyList<GoldMention> Load(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var mentions = new List<GoldMention>();
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split('\t');
            mentions.Add(new GoldMention(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4]), cells[5], cells[6]));
        }
        return mentions;

        static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
    }

    /// <summary>Compares documents of the same words: gold trees tell the heads of mentions, system documents carry the links.</summary>
    public static IEnumerable<Score> Compare(IEnumerable<GoldMention> gold, IReadOnlyList<Document> trees, IReadOnlyList<Document> system, string data)
    {
        var byDocument = gold.ToLookup(mention => mention.Document);
        var pronouns = new Tally();
        var nouns = new Tally();
        foreach (var (tree, document) in trees.Zip(system))
        {
            var mentions = byDocument[tree.Article.Id.Value].Select(mention => Placed(tree, mention)).OfType<Mention>().ToList();
            Count(pronouns, tree, document, mentions, IsPronoun);
            Count(nouns, tree, document, mentions, (tokens, head) => tokens.Tags[head] == PartOfSpeech.NOUN);
        }
        return [.. pronouns.Scores("pronoun", data), .. nouns.Scores("noun", data)];
    }

    static void Count(Tally tally, Document tree, Document document, List<Mention> mentions, Func<TokenTable, int, bool> isKind)
    {
        var links = document.Coreference.ToLookup(link => link.Anaphor);
        foreach (var link in document.Coreference.Where(link => isKind(tree.Tokens, link.Anaphor)))
        {
            tally.Given++;
            if (mentions.Exists(mention => mention.Head == link.Anaphor && IsRight(link, mention, mentions)))
                tally.Right++;
        }
        foreach (var mention in mentions.Where(mention => isKind(tree.Tokens, mention.Head) && IsWanted(tree.Tokens, mention, mentions)))
        {
            tally.Wanted++;
            if (links[mention.Head].Any(link => IsRight(link, mention, mentions)))
                tally.Found++;
        }
    }

    // What stands for somebody: a pronoun with any other words before it, a definite noun with a name before it.
    static bool IsWanted(TokenTable tokens, Mention mention, List<Mention> mentions) =>
        tokens.Tags[mention.Head] == PartOfSpeech.PRON
            ? mentions.Exists(other => other.Cluster == mention.Cluster && other.Head < mention.First && tokens.Tags[other.Head] is PartOfSpeech.NOUN or PartOfSpeech.PROPN)
            : mention.Type is "person" or "organization" or "place" && tokens.Children[mention.Head].Any(child => child < mention.Head && tokens.Tags[child] == PartOfSpeech.DET && tokens.Features[child].Contains("Definite=Def", StringComparison.Ordinal))
                && mentions.Exists(other => other.Cluster == mention.Cluster && other.Head < mention.First && tokens.Tags[other.Head] == PartOfSpeech.PROPN);

    static bool IsRight(CoreferenceLink link, Mention anaphor, List<Mention> mentions) =>
        link.Antecedents.All(head => mentions.Exists(other => other.Cluster == anaphor.Cluster && other.First <= head && head < other.End && other.Head != link.Anaphor));

    static bool IsPronoun(TokenTable tokens, int head) =>
        tokens.Tags[head] == PartOfSpeech.PRON && tokens.Features[head].Contains("Person=3", StringComparison.Ordinal);

    static Mention? Placed(Document tree, GoldMention mention)
    {
        if (mention.LastSentence != mention.Sentence || mention.Sentence > tree.Sentences.Length)
            return null;
        var sentence = tree.Sentences[mention.Sentence - 1];
        int first = sentence.First + mention.First - 1, end = sentence.First + mention.Last;
        if (end > sentence.End)
            return null;
        var head = first;
        for (var i = first; i < end; i++)
            if (tree.Tokens.Heads[i] < first || tree.Tokens.Heads[i] >= end)
            {
                head = i;
                break;
            }
        return new Mention(first, end, head, mention.Cluster, mention.Type);
    }

    sealed record Mention(int First, int End, int Head, string Cluster, string Type);

    sealed class Tally
    {
        public int Given { get; set; }

        public int Right { get; set; }

        public int Wanted { get; set; }

        public int Found { get; set; }

        public IEnumerable<Score> Scores(string kind, string data)
        {
            yield return new("coreference", $"{data}/{kind}", "precision", Right / Math.Max(1.0, Given), Given);
            yield return new("coreference", $"{data}/{kind}", "recall", Found / Math.Max(1.0, Wanted), Wanted);
        }
    }
}
