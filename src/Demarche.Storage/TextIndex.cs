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

    // Nor does one of so many by itself: the articles that have it grow with the store, and all of them would be compared.
    const int ArticlesOfRareKey = 50;

    // Counting here is three times as fast as grouping in the database.
    static readonly string ArticlesOfKeys =
        string.Join(" union all ", Enumerable.Range(1, KeysAtOnce).Select(i => $"select * from (select article, keys, {i} as place from text_key where key = ${i} order by article limit {ArticlesOfKey}) as of{i}"));

    public IReadOnlyList<TextName> Sharing(ImmutableArray<long> keys, int keysForOneShared)
    {
        var shared = new Dictionary<long, (int Keys, int Shared, bool ByRare)>();
        var values = new object?[KeysAtOnce];
        lock (guard)
        {
            foreach (var part in keys.Chunk(KeysAtOnce))
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = i < part.Length ? part[i] : null;
                foreach (var ofKey in statements.Rows(ArticlesOfKeys, row => (Article: row.Long(0), Keys: row.Int(1), Place: row.Int(2)), values).GroupBy(row => row.Place).Select(rows => rows.ToList()))
                    foreach (var (article, count, _) in ofKey)
                    {
                        var (_, before, byRare) = shared.GetValueOrDefault(article);
                        shared[article] = (count, before + 1, byRare || ofKey.Count <= ArticlesOfRareKey);
                    }
            }
            return
            [
                .. shared.Where(entry => IsWorthComparing(entry.Value.Shared, Math.Min(keys.Length, entry.Value.Keys), entry.Value.ByRare))
                    .Select(entry => entry.Key)
                    .Order()
                    .Select(article => statements.Rows("select id, sha256 from article where article = $1", ReadName, article).Single()),
            ];
        }

        // A text of a single key has no second one to share.
        bool IsWorthComparing(int common, int fewer, bool byRare) => common * keysForOneShared >= fewer && (byRare || common > 1 || fewer == 1);
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
