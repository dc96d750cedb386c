using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

public sealed partial class EventStore
{
    public ITextIndex Committed => committedTexts;

    public IReadOnlyList<TextName> Sharing(ImmutableArray<long> keys, int keysForOneShared) => keptTexts.Sharing(keys, keysForOneShared);

    public KeptText Text(TextName name) => keptTexts.Text(name);

    public TextName? OriginalOf(TextName copy)
    {
        var found = statements.Rows(
            "select article.id, article.sha256 from duplicate join article on article.article = duplicate.original where duplicate.article = $1",
            row => new TextName(new ArticleId(row.Text(0)), row.Text(1)), KeyOf(copy));
        return found is [var original] ? original : null;
    }

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
}
