namespace Demarche.Reading;

/// <summary>The headline, without the outlet's name that pages hang on to it.</summary>
static class PageTitle
{
    // A page's title of fewer words names a section or the system's view.
    const int ShortTitle = 4;

    // Scripts without blanks have no words to count.
    const char Ideographs = '\u3040';

    static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " « ", " • ", " / ", " ~ ", " : "];

    public static string? Choose(PageStatements said, string? outlet)
    {
        if (MainHeading.Choose(said) is { } heading)
            return heading.Text;
        var stated = said.Schema.Title ?? said.First("og:title") ?? said.First("twitter:title");
        if (stated is null && said.First("title") is { } page)
        {
            if (Prose.Words(page) < ShortTitle && !page.Any(c => c >= Ideographs) && MainHeading.AfterSection(said) is { } headline)
                return headline.Text;
            stated = page;
        }
        else if (stated is not null && Prose.Words(stated) == 1 && said.First("title") is { } longer && Prose.Words(longer) >= ShortTitle && !longer.Contains(stated, StringComparison.OrdinalIgnoreCase))
        {
            // The card of a section that is set for all of its pages.
            stated = longer;
        }
        if (stated is not null && !(outlet is not null && IsSame(stated, outlet)) && !said.Headings.Any(site => site.IsHome && IsSame(stated, site.Text)))
            return WithoutOutlet(HtmlTree.Squeeze(stated), outlet);
        return MainHeading.Fallback(said)?.Text ?? stated;
    }

    /// <summary>Whether one title is the other with an outlet, a section or a kicker hung on to it.</summary>
    public static bool IsPartOf(string one, string other) =>
        IsSame(one, other) || one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two names have the same letters and digits.</summary>
    public static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i]))
                i++;
            while (j < b.Length && !char.IsLetterOrDigit(b[j]))
                j++;
            if (i == a.Length || j == b.Length)
                return i == a.Length && j == b.Length;
            if (char.ToLowerInvariant(a[i++]) != char.ToLowerInvariant(b[j++]))
                return false;
        }
    }

    public static bool EndsPart(ReadOnlySpan<char> before)
    {
        foreach (var separator in Separators)
            if (before.EndsWith(separator, StringComparison.Ordinal))
                return true;
        return false;
    }

    public static bool BeginsPart(ReadOnlySpan<char> after)
    {
        foreach (var separator in Separators)
            if (after.StartsWith(separator, StringComparison.Ordinal))
                return true;
        return false;
    }

    static string WithoutOutlet(string title, string? outlet)
    {
        foreach (var separator in Separators)
        {
            // "Site - Headline - Section - News".
            if (title.Split(separator) is { Length: >= 4 } parts && parts.MaxBy(part => part.Length) is { } longest && Prose.Words(longest) >= 4)
                return longest.Trim();
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (outlet is not null && first > 0 && IsSame(title.AsSpan(0, first), outlet))
                return title[(first + separator.Length)..].TrimStart();
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 12)
                continue;
            var tail = title[(at + separator.Length)..];
            if ((outlet is not null && (tail.Contains(outlet, StringComparison.OrdinalIgnoreCase) || outlet.Contains(tail, StringComparison.OrdinalIgnoreCase) || IsSame(tail, outlet))) || (outlet is null && Prose.Words(tail) <= 4))
                return title[..at].TrimEnd();
        }
        return title;
    }
}
