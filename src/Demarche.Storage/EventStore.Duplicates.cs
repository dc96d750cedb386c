using System.Collections.Immutable;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    // Statements are prepared by the number of their parameters: few numbers, few statements.
    const int KeysAtOnce = 32;

    const string TextColumns = "article.id, article.sha256, article.text, article.blocks, article.published, article.published_precision, article.published_basis";

    // A phrase that stands in a hundred thousand articles says nothing of any of them; copies of one text share many keys.
    const int ArticlesOfKey = 500;

    static readonly string ArticlesOfKeys =
        $"""
        select article, max(keys), count(*) from (
        {string.Join(" union all ", Enumerable.Range(1, KeysAtOnce).Select(i => $"select * from (select article, keys from text_key where key = ${i} order by article limit {ArticlesOfKey}) as of{i}"))}
        ) as found group by article
        """;

    public IReadOnlyList<KeptText> Sharing(ImmutableArray<long> keys, int keysForOneShared)
    {
        var shared = new Dictionary<long, (int Keys, int Shared)>();
        var values = new object?[KeysAtOnce];
        foreach (var part in keys.Chunk(KeysAtOnce))
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = i < part.Length ? part[i] : null;
            foreach (var (article, count, common) in statements.Rows(ArticlesOfKeys, row => (row.Long(0), row.Int(1), row.Int(2)), values))
                shared[article] = (count, shared.GetValueOrDefault(article).Shared + common);
        }
        return
        [
            .. shared.Where(entry => entry.Value.Shared * keysForOneShared >= Math.Min(keys.Length, entry.Value.Keys))
                .Select(entry => entry.Key)
                .Order()
                .Select(article => statements.Rows($"select {TextColumns} from article where article = $1", ReadText, article).Single()),
        ];
    }

    public KeptText? OriginalOf(TextName copy) => statements.Rows(
        $"select {TextColumns} from duplicate join article on article.article = duplicate.original where duplicate.article = $1",
        ReadText, KeyOf(copy)).SingleOrDefault();

    public void File(TextName text, ImmutableArray<long> keys)
    {
        var article = KeyOf(text);
        foreach (var key in keys)
            statements.Execute("insert into text_key (key, article, keys) values ($1, $2, $3) on conflict do nothing", key, article, keys.Length);
    }

    public Retired SetOriginal(TextName copy, TextName original)
    {
        var article = KeyOf(copy);
        statements.Execute("insert into duplicate (article, original) values ($1, $2) on conflict (article) do update set original = excluded.original", article, KeyOf(original));
        var coded = statements.Rows("select version, published_day, voice from coding where article = $1 and current = 1 and not_coded is null",
            row => (Version: row.Text(0), Published: row.TextOrNull(1), Voice: row.Text(2)), article);
        if (coded is not [var coding])
            return new Retired([], []);
        var loosened = Retire(article, coding.Version, out var own);
        statements.Execute(
            "insert into coding (article, version, current, not_coded, published_day, voice, fingerprint) values ($1, $2, 1, $3, $4, $5, 0)",
            article, coding.Version, CodedArticle.Duplicate, coding.Published, coding.Voice);
        return new Retired([.. own], loosened);
    }

    long KeyOf(TextName text) => statements.Number("select article from article where id = $1 and sha256 = $2", text.Article.Value, text.Sha256);

    static KeptText ReadText(Row row)
    {
        var article = new Article
        {
            Id = new ArticleId(row.Text(0)),
            Input = "",
            Text = row.Text(2),
            Blocks = JsonSerializer.Deserialize(row.Text(3), StoredJson.Default.ImmutableArrayBlock),
            Published = row.TextOrNull(4) is { } moment
                ? new PublicationDate(DateTimeOffset.Parse(moment), Enum.Parse<PublicationPrecision>(row.Text(5)), Enum.Parse<DateBasis>(row.Text(6)))
                : default,
        };
        return new KeptText(new TextName(article.Id, row.Text(1)), article.Body, article.Published.Day);
    }
}
