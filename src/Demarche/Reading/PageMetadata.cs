using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>What a page says about itself, conflicts settled.</summary>
sealed record PageMetadata(PageStatements Said)
{
    public string? Url { get; init; }

    public string? Title { get; init; }

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Outlet { get; init; }

    public PublicationDate Published { get; init; }

    public DateTrust Trust { get; init; }

    public PublicationDate Modified { get; init; }

    public string? Section { get; init; }

    public ImmutableArray<MetadataConflict> Conflicts { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>What the page states; what it only prints is added by <see cref="WithText"/>.</summary>
    /// <param name="address">Where the page came from, if its record says; a page's own word for it otherwise.</param>
    public static PageMetadata Of(HtmlTree tree, PageNames names, string? address)
    {
        var said = PageStatements.Collect(tree, names);
        var conflicts = new MetadataConflicts();
        var url = PageUrl.Choose(said, address, conflicts);
        var outlet = said.Outlet;
        var language = said.First("lang") ?? said.First("content-language") ?? said.First("og:locale") ?? said.Schema.Language;
        var (published, trust) = PageDate.Choose(said, address ?? url, IsMonthFirst(language));
        var title = PageTitle.Choose(said, outlet);
        var authors = PageAuthors.Choose(said, outlet);
        conflicts.Add("title", MetadataConflicts.Of(title, said.IsHeading(title) ? "heading" : "page"),
            [MetadataConflicts.Of(said.Schema.Title, "json-ld"), MetadataConflicts.Of(said.First("og:title"), "meta"), MetadataConflicts.Of(said.First("title"), "page")], PageTitle.IsPartOf);
        conflicts.Add("outlet", MetadataConflicts.Of(outlet, said.First("og:site_name") is null ? "json-ld" : "meta"), [MetadataConflicts.Of(said.Schema.Outlet, "json-ld"), MetadataConflicts.Of(said.First("dc.publisher"), "meta")], PageTitle.IsPartOf);
        return new PageMetadata(said)
        {
            Url = url,
            Title = title,
            Outlet = outlet,
            Authors = authors,
            Published = PageDate.AtMidnight(published, language),
            Trust = trust,
            Modified = PageDate.Modified(said, IsMonthFirst(language)),
            Section = said.Schema.Section ?? said.First("article:section") ?? said.First("parsely-section") ?? said.First("articleSection") ?? said.First("og:section") ?? said.First("cxenseparse:section") ?? said.First("dcterms.subject"),
            Conflicts = conflicts.All,
            Language = language,
        };
    }

    /// <summary>Settles which days count once all of the page is read, and keeps what was said of others.</summary>
    /// <param name="near">The short blocks around the body.</param>
    /// <param name="address">Where the page came from.</param>
    public PageMetadata WithDates(IReadOnlyList<string> near, string? address, TextCues cues)
    {
        var monthFirst = IsMonthFirst(Language);
        var modified = Modified.Basis != DateBasis.None ? Modified : PageDate.Updated(near, cues, monthFirst);
        var conflicts = new MetadataConflicts();
        conflicts.Add("published", Published, PageDate.Stated(Said, address ?? Url, monthFirst));
        var isBefore = modified.Day < Published.Day;
        if (isBefore)
            conflicts.Add("modified", Published, [modified]);
        var people = PageAuthors.Stated(Said, Outlet, Authors).Where(stated => stated.Names.Length > 0).Select(stated => MetadataConflicts.Of(string.Join("; ", stated.Names.Order(StringComparer.OrdinalIgnoreCase)), stated.Basis)).ToList();
        var counts = MetadataConflicts.Of(string.Join("; ", Authors.Order(StringComparer.OrdinalIgnoreCase)), "");
        conflicts.Add("authors", counts is null ? null : people.Find(stated => PageTitle.IsSame(stated!.Value, counts.Value)) ?? counts with { Basis = "text" }, people);
        return this with { Modified = isBefore ? default : modified, Conflicts = [.. Conflicts, .. conflicts.All] };
    }

    /// <summary>Whether the words around the article have nothing to add.</summary>
    public bool IsComplete => HasNames && PageDate.IsSure(Published, Trust) && !PageDate.IsUtcNight(Published);

    /// <summary>Fills what no markup states from the words around the article.</summary>
    /// <param name="near">The short blocks before and after the body, nearest to its start first.</param>
    /// <param name="inside">Bylines and datelines within it.</param>
    public PageMetadata WithText(HtmlTree tree, IReadOnlyList<string> near, IReadOnlyList<string> inside, TextCues cues)
    {
        var filled = this with { Published = PageDate.Complete(Published, Trust, Said, tree, [.. near, .. inside], cues, IsMonthFirst(Language)) };
        if (!HasNames)
            foreach (var line in Authors.IsEmpty ? near.Concat(inside) : near)
                if (line.Length < 100 && (Completed(line) is { Length: > 0 } names || (names = PageAuthors.Printed(line, cues, Authors.IsEmpty)).Length > 0))
                {
                    filled = filled with { Authors = names };
                    break;
                }
        return filled.Authors.IsEmpty ? filled with { Authors = PageAuthors.InScripts(tree) } : filled;
    }

    /// <summary>
    /// A line above the text that says "By Ann Smith" and no more names the writer, where markup names somebody else: whoever put the text
    /// into the system.
    /// </summary>
    public PageMetadata WithByline(IEnumerable<string> above, TextCues cues)
    {
        if (Authors.IsEmpty)
            return this;
        foreach (var line in above)
            if (cues.AfterByline(line) is { IsEmpty: false } rest && AuthorNames.Split(rest.ToString()) is { Length: > 0 } names && names.Sum(name => name.Length) > rest.Length * 0.7
                && !names.Any(name => Authors.Any(known => AuthorNames.ShareWord(name, known))))
                return this with { Authors = names };
        return this;
    }

    /// <summary>Whether people are named in full rather than by a first name or a handle.</summary>
    bool HasNames => Authors.Length > 1 || (Authors.Length == 1 && Authors[0].Contains(' ', StringComparison.Ordinal));

    /// <summary>The full name that a line gives for the single word by which the page names its author.</summary>
    ImmutableArray<string> Completed(string line)
    {
        if (Authors.Length != 1 || line.IndexOf(Authors[0] + " ", StringComparison.Ordinal) is not (>= 0 and var at))
            return [];
        var words = line[at..].Split(' ', 3);
        var family = words[1].TrimEnd('.', ',', ':', ';');
        return family.Length > 2 && AuthorNames.IsName($"{words[0]} {family}") ? [$"{words[0]} {family}"] : [];
    }

    static bool IsMonthFirst(string? language) => language is not null
        && (language.Equals("en", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en-us", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en_us", StringComparison.OrdinalIgnoreCase));
}
