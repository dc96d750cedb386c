namespace Demarche.Documents;

/// <summary>
/// The name an article goes by: the input's own id, or the file name without its extensions.
/// Two articles may share it (an updated page); id and <see cref="Article.Sha256"/> together never do.
/// </summary>
public readonly record struct ArticleId(string Value)
{
    public override string ToString() => Value;
}
