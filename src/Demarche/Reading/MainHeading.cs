namespace Demarche.Reading;

/// <summary>
/// Which heading names the article. Its page, card and data repeat it; but many sites head every page with their own name, which the
/// page's title repeats as well, and put the headline one level lower.
/// </summary>
static class MainHeading
{
    // Shorter ones stand in many titles by chance.
    const int Telling = 8;

    public static PageHeading? Choose(PageStatements said)
    {
        string?[] cards = [said.First("og:title"), said.Schema.Title, said.First("twitter:title")];
        var page = said.First("title") is { } title ? HtmlTree.Squeeze(title) : null;
        PageHeading? named = null, lower = null;
        foreach (var heading in said.Headings)
        {
            if (heading.Text.Length < 2 || IsSite(heading, said.Outlet))
                continue;
            if (heading.Level == HtmlTag.H1)
            {
                if (heading.Text.Length > Telling && Array.Exists(cards, card => Repeats(card, heading.Text)) && !IsSection(heading.Text, page, said))
                    return heading;
                if ((named is not { } before || IsSection(before.Text, page, said)) && heading.Text.Length > Telling && Repeats(page, heading.Text))
                    named = heading;
            }
            else if (lower is null && (IsPart(page, heading.Text) || FollowsSite(page, heading.Text, said) || Array.Exists(cards, card => IsPart(card, heading.Text))))
            {
                lower = heading;
            }
        }
        // Of two parts of the page's title, the one that is not its last is the article's.
        return lower is { } part && (named is not { } first || page!.EndsWith(first.Text, StringComparison.OrdinalIgnoreCase)) ? lower : named;
    }

    // "Press releases": what is at most this long names a section where something longer stands beside it.
    const int SectionWords = 1, HeadlineWords = 4;

    /// <summary>Whether a heading names the section, while the page's title, or another main heading that it repeats, names the piece.</summary>
    static bool IsSection(string heading, string? page, PageStatements said) =>
        Prose.Words(heading) <= SectionWords && page is not null
        && ((!Repeats(page, heading) && Prose.Words(page) >= HeadlineWords)
            || said.Headings.Any(other => other.Level == HtmlTag.H1 && Prose.Words(other.Text) > SectionWords && other.Text.Length > Telling && !other.IsHome && Repeats(page, other.Text)));

    /// <summary>The first headline after a heading that names the section, where the page's title says no more than that.</summary>
    public static PageHeading? AfterSection(PageStatements said)
    {
        var section = said.Headings.Any(heading => heading.Level == HtmlTag.H1 && !IsSite(heading, said.Outlet) && Prose.Words(heading.Text) is > 0 and <= SectionWords);
        foreach (var heading in said.Headings)
            if (section && heading.Level == HtmlTag.H2 && Prose.Words(heading.Text) >= HeadlineWords && !IsSite(heading, said.Outlet))
                return heading;
        return null;
    }

    /// <summary>Where nothing repeats a heading: the first that its markup calls a title, else the first main one.</summary>
    public static PageHeading? Fallback(PageStatements said)
    {
        PageHeading? main = null;
        foreach (var heading in said.Headings)
        {
            if (heading.Text.Length < 2 || IsSite(heading, said.Outlet))
                continue;
            if (heading.IsEntry)
                return heading;
            if (main is null && heading.Level == HtmlTag.H1)
                main = heading;
        }
        return main;
    }

    public static bool IsSite(PageHeading heading, string? outlet) => heading.IsHome || (outlet is not null && PageTitle.IsSame(heading.Text, outlet));

    static bool Repeats(string? stated, string heading) => stated is not null && HtmlTree.Squeeze(stated).Contains(heading, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the page's title is the site's name, a colon and the heading.</summary>
    static bool FollowsSite(string? page, string heading, PageStatements said)
    {
        if (page is null || !page.EndsWith(heading, StringComparison.OrdinalIgnoreCase))
            return false;
        var site = page.AsSpan(0, page.Length - heading.Length).TrimEnd();
        if (site.IsEmpty || site[^1] != ':')
            return false;
        foreach (var other in said.Headings)
            if (other.IsHome && PageTitle.IsSame(site, other.Text))
                return true;
        return said.Outlet is { } outlet && PageTitle.IsSame(site, outlet);
    }

    /// <summary>Whether a heading is a stated title or a whole part of it, between its separators.</summary>
    static bool IsPart(string? stated, string heading)
    {
        if (stated is null)
            return false;
        stated = HtmlTree.Squeeze(stated);
        var at = stated.IndexOf(heading, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || PageTitle.EndsPart(stated.AsSpan(0, at)))
            && (at + heading.Length == stated.Length || PageTitle.BeginsPart(stated.AsSpan(at + heading.Length)));
    }
}
