using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;

namespace Demarche.Storage;

/// <summary>The keys and texts that one connection sees. For any thread: its statements are used by one at a time.</summary>
/// <param name="guard">What else uses the connection, by.</param>
sealed class TextIndex(Statements statements, Lock guard) : ITextIndex
{
    // Statements are prepared by the number of their parameters: few numbers, few statements.
    const int KeysAtOnce = 32;

    // A phrase that stands in a hundred thousand articles says nothing of any of them; copies of one text share many keys.
    const int ArticlesOfKey = 200;

    // Counting here is three times as fast as grouping in the database.
    static readonly string ArticlesOfKeys =
        string.Join(" union all ", Enumerable.Range(1, KeysAtOnce).Select(i => $"select * from (select article, keys from text_key where key = ${i} order by article limit {ArticlesOfKey}) as of{i}"));

    public IReadOnlyList<TextName> Sharing(ImmutableArray<long> keys, int keysForOneShared)
    {
        var shared = new Dictionary<long, (int Keys, int Shared)>();
        var values = new object?[KeysAtOnce];
        lock (guard)
        {
            foreach (var part in keys.Chunk(KeysAtOnce))
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = i < part.Length ? part[i] : null;
                foreach (var (article, count) in statements.Rows(ArticlesOfKeys, row => (row.Long(0), row.Int(1)), values))
                    shared[article] = (count, shared.GetValueOrDefault(article).Shared + 1);
            }
            return
            [
                .. shared.Where(entry => entry.Value.Shared * keysForOneShared >= Math.Min(keys.Length, entry.Value.Keys))
                    .Select(entry => entry.Key)
                    .Order()
                    .Select(article => statements.Rows("select id, sha256 from article where article = $1", ReadName, article).Single()),
            ];
        }
    }

    public KeptText Text(TextName name)
    {
        lock (guard)
            return statements.Rows(
                "select text, blocks, published, published_precision, published_basis from article where id = $1 and sha256 = $2",
                row => Read(row, name), name.Article.Value, name.Sha256).Single();
    }

    static TextName ReadName(Row row) => new(new ArticleId(row.Text(0)), row.Text(1));

    static KeptText Read(Row row, TextName name)
    {
        var article = new Article
        {
            Id = name.Article,
            Input = "",
            Text = row.Text(0),
            Blocks = JsonSerializer.Deserialize(row.Text(1), StoredJson.Default.ImmutableArrayBlock),
            Published = row.TextOrNull(2) is { } moment
                ? new PublicationDate(DateTimeOffset.Parse(moment), Enum.Parse<PublicationPrecision>(row.Text(3)), Enum.Parse<DateBasis>(row.Text(4)))
                : default,
        };
        return new KeptText(name, article.Body, article.Published.Day);
    }
}
