namespace Demarche.Reading;

/// <summary>The headline, without the outlet's name that pages hang on to it.</summary>
static class PageTitle
{
    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " / ", " ~ "];

    public static string? Choose(PageStatements said, string? outlet)
    {
        var page = said.First("title");
        var card = said.First("og:title") ?? said.First("twitter:title");
        foreach (var heading in said.All("h1"))
            if (heading.Length > 8 && (Agrees(heading, page) || Agrees(heading, card) || Agrees(heading, said.Schema.Title)))
                return heading;
        var stated = said.Schema.Title ?? card ?? page;
        return stated is null ? said.First("h1") : WithoutOutlet(HtmlTree.Squeeze(stated), outlet);
    }

    static bool Agrees(string heading, string? stated) =>
        stated is not null && HtmlTree.Squeeze(stated).Contains(heading, StringComparison.OrdinalIgnoreCase);

    static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 12)
                continue;
            var tail = title[(at + separator.Length)..];
            if ((outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase))) || (outlet is null && Prose.Words(tail) <= 4))
                return title[..at].TrimEnd();
        }
        return title;
    }
}
