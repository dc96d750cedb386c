using System.Net;
using System.Text;
using System.Text.Json;

namespace Demarche.Reading;

/// <summary>What the schema.org objects in a page's JSON-LD say of the article. A page may carry several; articles speak before pages.</summary>
sealed class SchemaOrg
{
    // Deeper than any real graph; a hostile one must not use up the stack.
    const int MaxDepth = 24;

    readonly Dictionary<string, JsonElement> byId = [];
    readonly List<JsonElement> articles = [];
    readonly List<JsonElement> pages = [];
    readonly HashSet<string> organisations = new(StringComparer.OrdinalIgnoreCase);
    string? site, breadcrumb, brokenPublished, brokenModified;

    public string? Published => FirstText("datePublished") ?? FirstText("dateCreated") ?? FirstText("uploadDate") ?? brokenPublished;

    public string? Modified => FirstText("dateModified") ?? brokenModified;

    public string? Title => FirstText("headline") ?? First(articles, "name");

    public string? Outlet => Objects().Select(item => Name(item, "publisher")).FirstOrDefault(name => name is not null) ?? site;

    public string? Language => FirstText("inLanguage");

    public string? Section => First(articles, "articleSection") ?? breadcrumb;

    /// <summary>The state in the publisher's address.</summary>
    public string? Country { get; private set; }

    public string? Url => FirstText("url");

    /// <summary>Names of authors, and whether each is said to be a person.</summary>
    public IEnumerable<(string Name, bool IsPerson)> Authors
    {
        get
        {
            foreach (var item in Objects())
            {
                var names = item.TryGetProperty("author", out var author) ? Names(author, 0).ToList() : [];
                // Some systems name one author, and all of them as creators.
                var creators = item.TryGetProperty("creator", out var creator) ? Names(creator, 0).ToList() : [];
                if (creators.Count > names.Count && names.TrueForAll(name => creators.Exists(other => other.Name == name.Name)))
                    names = creators;
                if (names.Count > 0)
                    return names;
            }
            return [];
        }
    }

    /// <summary>Whether an author of this name is said to be an organisation.</summary>
    public bool IsOrganisation(string name) => organisations.Contains(name);

    public void Add(ReadOnlySpan<char> script)
    {
        var text = script.Trim().ToString();
        if (text.StartsWith("<!--", StringComparison.Ordinal) || text.StartsWith("//<!", StringComparison.Ordinal) || text.StartsWith("/*", StringComparison.Ordinal))
            text = Trim(text);
        try
        {
            Visit(Parse(text), 0);
        }
        catch (JsonException)
        {
            // Pages with broken JSON-LD are common; a day is found in it all the same.
            brokenPublished ??= Loose(text, "\"datePublished\"");
            brokenModified ??= Loose(text, "\"dateModified\"");
        }
    }

    /// <summary>The string that follows a key.</summary>
    static string? Loose(string text, string key)
    {
        const int Longest = 60;
        var at = text.IndexOf(key, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var value = text.AsSpan(at + key.Length).TrimStart().TrimStart(':').TrimStart();
        if (value.IsEmpty || value[0] != '"')
            return null;
        value = value[1..Math.Min(value.Length, Longest)];
        return value.IndexOf('"') is > 0 and var end ? value[..end].ToString() : null;
    }

    static JsonElement Parse(string text)
    {
        var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        try
        {
            return JsonDocument.Parse(text, options).RootElement;
        }
        catch (JsonException)
        {
            // Line ends inside strings are the most common fault.
            return JsonDocument.Parse(Controls(text), options).RootElement;
        }
    }

    static string Controls(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            result.Append(c < ' ' ? ' ' : c);
        return result.ToString().TrimEnd(';', ' ');
    }

    static string Trim(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        return start >= 0 && end > start ? text[start..(end + 1)] : text;
    }

    void Visit(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
            return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Visit(item, depth + 1);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        if (element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && element.TryGetProperty("name", out _))
            byId.TryAdd(JsonText.Of(id), element);
        var type = Type(element);
        if (type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "LiveBlogPosting" or "Recipe" or "SocialMediaPosting" or "Review" or "Posting" or "AnalysisNewsArticle")
            articles.Add(element);
        else if (type.EndsWith("Page", StringComparison.Ordinal) || type is "CreativeWork" or "VideoObject" or "NewsMediaOrganization")
            pages.Add(element);
        else if (type == "BreadcrumbList")
            breadcrumb ??= Breadcrumb(element);
        if (type.EndsWith("Organization", StringComparison.Ordinal) || articles.Count + pages.Count > 0)
            Country ??= CountryOf(type.EndsWith("Organization", StringComparison.Ordinal) ? element : element.TryGetProperty("publisher", out var publisher) ? publisher : default);
        if (element.TryGetProperty("author", out var author))
            foreach (var one in author.ValueKind == JsonValueKind.Array ? [.. author.EnumerateArray()] : new[] { author })
                if (one.ValueKind == JsonValueKind.Object && Type(one).EndsWith("Organization", StringComparison.Ordinal) && one.TryGetProperty("name", out var body) && Text(body) is { } called)
                    organisations.Add(called);
        if (type == "WebSite" && element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            site ??= Text(name);
        foreach (var key in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
            if (element.TryGetProperty(key, out var inner))
                Visit(inner, depth + 1);
    }

    /// <summary>The step before the page itself, which is the last; none where only the front page stands before it.</summary>
    static string? Breadcrumb(JsonElement list)
    {
        if (!list.TryGetProperty("itemListElement", out var items) || items.ValueKind != JsonValueKind.Array || items.GetArrayLength() < 3)
            return null;
        var step = items[items.GetArrayLength() - 2];
        return step.ValueKind != JsonValueKind.Object ? null
            : step.TryGetProperty("name", out var name) ? Text(name)
            : step.TryGetProperty("item", out var item) ? Text(item) : null;
    }

    static string? CountryOf(JsonElement organisation) =>
        organisation.ValueKind == JsonValueKind.Object && organisation.TryGetProperty("address", out var address) && address.ValueKind == JsonValueKind.Object
        && address.TryGetProperty("addressCountry", out var country) ? Text(country) : null;

    static string Type(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type))
            return "";
        if (type.ValueKind == JsonValueKind.Array)
            type = type.EnumerateArray().FirstOrDefault();
        return type.ValueKind == JsonValueKind.String ? JsonText.Of(type) : "";
    }

    IEnumerable<JsonElement> Objects() => articles.Concat(pages);

    string? FirstText(string name) => First(Objects(), name);

    static string? First(IEnumerable<JsonElement> objects, string name) =>
        objects.Select(item => item.TryGetProperty(name, out var value) ? Text(value) : null).FirstOrDefault(text => text is not null);

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when JsonText.Of(value).Trim() is { Length: > 0 } text => WebUtility.HtmlDecode(text),
        JsonValueKind.Array => value.EnumerateArray().Select(Text).FirstOrDefault(text => text is not null),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) => Text(name),
        JsonValueKind.Object when value.TryGetProperty("@value", out var inner) => Text(inner),
        _ => null,
    };

    string? Name(JsonElement item, string property) =>
        item.TryGetProperty(property, out var value) ? Names(value, 0).Select(name => name.Name).FirstOrDefault() : null;

    IEnumerable<(string Name, bool IsPerson)> Names(JsonElement value, int depth)
    {
        if (depth > MaxDepth)
            return [];
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Text(value) is { } text ? [(text, false)] : [];
            case JsonValueKind.Array:
                return value.EnumerateArray().SelectMany(item => Names(item, depth + 1));
            case JsonValueKind.Object when value.TryGetProperty("name", out var name):
                return name.ValueKind == JsonValueKind.Array
                    ? Names(name, depth + 1)
                    : Text(name) is { } own ? [(own, Type(value) == "Person")] : [];
            case JsonValueKind.Object when value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && byId.TryGetValue(JsonText.Of(id), out var target):
                return Names(target, depth + 1);
            default:
                return [];
        }
    }
}
