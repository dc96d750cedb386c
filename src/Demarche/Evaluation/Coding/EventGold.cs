using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Demarche.Documents;

namespace Demarche.Evaluation.Coding;

sealed record GoldParty(string Code, string[] AcceptableCodes, string? Sector, string[] FairSectors)
{
    public bool Accepts(string code) => Code == code || AcceptableCodes.Contains(code);
}

sealed record GoldMention(string SentenceId, string Trigger, int Start, int End);

sealed record GoldHolder(int Level, string By, string? Words);

sealed record GoldSentence(string Id, int Start, int End, string[] Words);

sealed record GoldPlace(string[] Names, string[] Countries);

sealed record GoldEvent
{
    public required string Id { get; init; }
    public required string Tier { get; init; }
    public required string Status { get; init; }
    public required string? Type { get; init; }
    public required string? Underlying { get; init; }
    public required string[] AcceptableTypes { get; init; }
    public required string[] Modes { get; init; }
    public required string[] AcceptableModes { get; init; }
    public required string[] Contexts { get; init; }
    public required int? Quad { get; init; }
    public required bool Strict { get; init; }
    public required string[] AcceptableStatuses { get; init; }
    public required (string Type, string Status)[] AcceptableReadings { get; init; }
    public required GoldParty[] Actors { get; init; }
    public required GoldParty[] Recipients { get; init; }
    public required string[] Dyads { get; init; }
    public required string[][] AcceptableDyads { get; init; }
    public required (string? Start, string? End)[] Dates { get; init; }
    public required GoldPlace? Place { get; init; }
    public required GoldHolder[] Attribution { get; init; }
    public required string[] AcceptableHolders { get; init; }
    public required GoldMention[] Evidence { get; init; }
    public required string[] MayMergeWith { get; init; }
    public required bool SplitOk { get; init; }
    public required bool TitleMention { get; init; }
}

/// <param name="A">The sentences of its one side.</param>
sealed record GoldRelation(string Id, string Kind, string[] A, string[] B);

sealed record GoldTrap(string Name, HashSet<string> Sentences, string Words, string[]? ForbiddenTypes, string[]? ForbiddenStatuses, string[] ForbiddenCodes, string? StatusIfKept);

sealed record GoldDocument
{
    public required string Id { get; init; }
    public required string PageId { get; init; }
    public required string Text { get; init; }
    public required string[] PublisherNames { get; init; }
    public required string? Published { get; init; }
    public required HashSet<string> TitleHashes { get; init; }
    public required GoldSentence[] Sentences { get; init; }
    public required HashSet<string> Chrome { get; init; }
    public required GoldEvent[] Events { get; init; }
    public required GoldTrap[] Traps { get; init; }
}

/// <summary>A text that was coded by hand.</summary>
public sealed record GoldText(ArticleId Id, string Text, PublicationDate Published);

/// <summary>
/// Hand-coded events of a set of documents: <c>events.gold.json</c> with the texts it was made on (a folder, or a JSON object from page id
/// to <c>articleBody</c>) and the entities beside it.
/// </summary>
public sealed class EventGold
{
    static readonly string[] ReadingOnlyTraps = ["title printed twice", "metonymy", "hosting vs venue", "misspelling"];

    readonly Dictionary<string, HashSet<string>> names = [];
    readonly Dictionary<string, (string? Name, string? Country)> places = [];

    internal List<GoldDocument> Documents { get; } = [];

    internal List<(string Kind, string[] Members)> CanonicalEvents { get; } = [];

    internal List<(string A, string B)> DoNotMerge { get; } = [];

    /// <summary>How many events a correct run has of each dyad and quad class.</summary>
    internal List<(string Dyad, int Quad, int Count)> ExpectedCounts { get; } = [];

    /// <summary>What the gold says two places of its texts have to do with each other.</summary>
    internal List<GoldRelation> Relations { get; } = [];

    /// <summary>The texts the gold was made on, in its order.</summary>
    public IEnumerable<GoldText> Texts => Documents.Select(document => new GoldText(
        new ArticleId(document.Id), document.Text, DateOnly.TryParse(document.Published, out var day) ? PublicationDate.OfDay(day, DateBasis.Record) : default));

    /// <summary>Reads gold, texts and entities.</summary>
    /// <exception cref="InvalidDataException">A text is not the annotated one (its SHA-256 differs).</exception>
    public static EventGold Load(string goldPath, string texts)
    {
        using var gold = JsonDocument.Parse(File.ReadAllBytes(goldPath));
        var entities = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(goldPath))!, "entities.gold.json");
        using var known = File.Exists(entities) ? JsonDocument.Parse(File.ReadAllBytes(entities)) : null;
        using var pages = Directory.Exists(texts) ? null : JsonDocument.Parse(File.ReadAllBytes(texts));
        return new EventGold(gold.RootElement, known?.RootElement, document => pages is null
            ? File.ReadAllText(Path.Combine(texts, Text(document, "seed_file") ?? Text(document, "id") + ".txt"))
            : pages.RootElement.GetProperty(Text(document, "page_id") ?? Text(document, "id")!).GetProperty("articleBody").GetString()!);
    }

    EventGold(JsonElement root, JsonElement? entities, Func<JsonElement, string> textOf)
    {
        if (entities is { } known)
            ReadEntities(known);
        foreach (var group in Items(root, "canonical_events"))
            CanonicalEvents.Add((Text(group, "merge")!, TextList(group, "members")));
        foreach (var pair in Items(root, "do_not_merge"))
            DoNotMerge.Add((Text(pair, "a")!, Text(pair, "b")!));
        if (root.TryGetProperty("expected_fused_counts", out var counts))
            foreach (var row in Items(counts, "rows"))
                ExpectedCounts.Add((Text(row, "dyad")!, row.GetProperty("quad").GetInt32(), row.GetProperty("count").GetInt32()));
        var owners = new Dictionary<string, string>();
        foreach (var item in Items(root, "events").Concat(Items(root, "chrome_events")).Concat(Items(root, "claims")))
            foreach (var mention in Items(item, "evidence"))
                owners.TryAdd(Text(mention, "sentence_id")!.Split('-')[0], Text(item, "doc")!);
        var used = Items(root, "events").SelectMany(item => Items(item, "evidence")).Select(mention => Text(mention, "sentence_id")!).ToHashSet();
        foreach (var document in root.GetProperty("documents").EnumerateArray())
            Documents.Add(ReadDocument(root, document, textOf(document), owners, used));
        foreach (var relation in Items(root, "cross_document_relations"))
            Relations.Add(new GoldRelation(Text(relation, "id")!, Text(relation, "type")!, SentencesOf(relation.GetProperty("a")), SentencesOf(relation.GetProperty("b"))));
    }

    // One side of a relation is a span of a text or an event; a side without either says that the text is silent.
    string[] SentencesOf(JsonElement side)
    {
        var document = Documents.Find(document => document.Id == Text(side, "doc"))!;
        if (Text(side, "event") is { } id)
            return [.. document.Events.First(one => one.Id == id).Evidence.Select(mention => mention.SentenceId)];
        if (!side.TryGetProperty("start", out var start))
            return [];
        int from = start.GetInt32(), to = side.GetProperty("end").GetInt32();
        return [.. document.Sentences.Where(sentence => sentence.Start < to && from < sentence.End).Select(sentence => sentence.Id)];
    }

    GoldDocument ReadDocument(JsonElement root, JsonElement document, string text, Dictionary<string, string> owners, HashSet<string> used)
    {
        var id = Text(document, "id")!;
        if (Text(document, "sha256") is { } hash && hash != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            throw new InvalidDataException($"{id}: the text is not the annotated one (SHA-256 differs)");
        HashSet<string>? inArticle = document.TryGetProperty("article_spans", out var spans)
            ? [.. spans.EnumerateArray().SelectMany(span => TextList(span, "sentences"))] : null;
        var sentences = new List<GoldSentence>();
        var chrome = new HashSet<string>();
        foreach (var sentence in root.GetProperty("sentences").EnumerateArray())
        {
            var sentenceId = Text(sentence, "id")!;
            if ((Text(sentence, "doc") ?? owners[sentenceId.Split('-')[0]]) != id)
                continue;
            int start = sentence.GetProperty("start").GetInt32(), end = sentence.GetProperty("end").GetInt32();
            sentences.Add(new GoldSentence(sentenceId, start, end, ScoreText.FoldedWords(text[start..end])));
            if (Text(sentence, "section") == "chrome" || (inArticle is not null && !inArticle.Contains(sentenceId) && !used.Contains(sentenceId)))
                chrome.Add(sentenceId);
        }
        var publisher = Text(document, "publisher")!;
        return new GoldDocument
        {
            Id = id,
            PageId = Text(document, "page_id") ?? id,
            Text = text,
            PublisherNames = [publisher, .. TextList(document, "publisher_names"), .. names.GetValueOrDefault(publisher) ?? []],
            Published = document.TryGetProperty("publication_date", out var date) && date.ValueKind == JsonValueKind.Object ? Text(date, "value") : null,
            TitleHashes = [.. TextList(document, "title_sha256")],
            Sentences = [.. sentences],
            Chrome = chrome,
            Events = [.. Items(root, "events").Where(item => Text(item, "doc") == id).Select(item => ReadEvent(item, text))],
            Traps = [.. Items(root, "negative_cases").Where(item => Text(item, "doc") == id
                && (item.TryGetProperty("forbid", out _) || !ReadingOnlyTraps.Contains(Text(item, "trap")))).Select(item => ReadTrap(item, text, sentences))],
        };
    }

    GoldEvent ReadEvent(JsonElement item, string text)
    {
        var plover = item.GetProperty("plover");
        var date = item.GetProperty("date");
        return new GoldEvent
        {
            Id = Text(item, "id")!,
            Tier = Text(item, "tier")!,
            Status = Text(item, "status")!,
            Type = Text(plover, "event_type"),
            Underlying = plover.TryGetProperty("underlying", out var underlying) && underlying.ValueKind == JsonValueKind.Object ? Text(underlying, "event_type") : null,
            AcceptableTypes = TextList(plover, "acceptable_event_types"),
            Modes = TextList(plover, "mode"),
            AcceptableModes = TextList(plover, "acceptable_modes"),
            Contexts = TextList(plover, "contexts"),
            Quad = plover.TryGetProperty("quad", out var quad) && quad.ValueKind == JsonValueKind.Number ? quad.GetInt32() : null,
            Strict = !plover.TryGetProperty("coded_in_strict_plover", out var strict) || strict.ValueKind != JsonValueKind.False,
            AcceptableStatuses = TextList(item, "acceptable_statuses"),
            AcceptableReadings = [.. Items(item, "acceptable_readings").Select(reading => (Text(reading, "type")!, Text(reading, "status")!))],
            Actors = Parties(item, "actors"),
            Recipients = Parties(item, "recipients"),
            Dyads = TextList(item, "dyads"),
            AcceptableDyads = [.. Items(item, "acceptable_dyads").Select(set => set.EnumerateArray().Select(dyad => dyad.GetString()!).ToArray())],
            Dates = [(Text(date, "start"), Text(date, "end")), .. Items(date, "acceptable").Select(pair => (Text(pair, "start"), Text(pair, "end")))],
            Place = ReadPlace(item),
            Attribution = [.. Items(item, "attribution").Select(link => new GoldHolder(link.GetProperty("level").GetInt32(), Text(link, "by")!, Words(link, text)))],
            AcceptableHolders = TextList(item, "acceptable_holders"),
            Evidence = [.. Items(item, "evidence").Select(mention => ReadMention(mention, text))],
            MayMergeWith = TextList(item, "may_merge_with"),
            SplitOk = item.TryGetProperty("split_ok", out var split) && split.ValueKind is not (JsonValueKind.False or JsonValueKind.Null),
            TitleMention = item.TryGetProperty("title_mention", out var title) && title.ValueKind is not (JsonValueKind.False or JsonValueKind.Null),
        };
    }

    static GoldMention ReadMention(JsonElement mention, string text)
    {
        var sentence = Text(mention, "sentence_id")!;
        return mention.TryGetProperty("trigger", out var trigger) && Words(trigger, text) is { } words
            ? new GoldMention(sentence, words, trigger.GetProperty("start").GetInt32(), trigger.GetProperty("end").GetInt32())
            : new GoldMention(sentence, "", 0, 0);
    }

    GoldPlace? ReadPlace(JsonElement item)
    {
        if (!item.TryGetProperty("place", out var place) || place.ValueKind != JsonValueKind.Object || !place.EnumerateObject().Any())
            return null;
        var (name, country) = (Text(place, "name"), Text(place, "country"));
        if (Text(place, "entity") is { } entity)
            (name, country) = places.TryGetValue(entity, out var known) ? known : (Text(place, "text"), null);
        string?[] all = [name, Text(place, "text"), .. TextList(place, "acceptable_names")];
        string?[] countries = [country, .. TextList(place, "acceptable_countries")];
        return new GoldPlace([.. all.OfType<string>().Where(x => x.Length > 0)], [.. countries.OfType<string>().Where(x => x.Length > 0)]);
    }

    static GoldTrap ReadTrap(JsonElement item, string text, List<GoldSentence> sentences)
    {
        int start = item.GetProperty("start").GetInt32(), end = item.GetProperty("end").GetInt32();
        var forbid = item.TryGetProperty("forbid", out var found) ? found : default;
        string[]? Forbidden(string key) => forbid.ValueKind != JsonValueKind.Object || Text(forbid, key) == "any" ? null : TextList(forbid, key);
        return new GoldTrap(
            Text(item, "id") ?? Text(item, "trap")!,
            [.. sentences.Where(sentence => sentence.Start < end && start < sentence.End).Select(sentence => sentence.Id)],
            text[start..end],
            Forbidden("types"),
            Forbidden("statuses"),
            forbid.ValueKind == JsonValueKind.Object ? TextList(forbid, "codes") : [],
            Text(item, "status_if_kept"));
    }

    static GoldParty[] Parties(JsonElement item, string side) =>
        [.. Items(item, side).Select(party => new GoldParty(Text(party, "code")!, TextList(party, "acceptable_codes"), Text(party, "sector"),
            [.. Text(party, "sector") is { } sector ? new[] { sector } : [], .. TextList(party, "acceptable_sectors"), .. TextList(party, "other_sectors")]))];

    void ReadEntities(JsonElement entities)
    {
        foreach (var table in entities.EnumerateObject().Where(table => table.Value.ValueKind == JsonValueKind.Array))
            foreach (var entity in table.Value.EnumerateArray())
                if (entity.ValueKind == JsonValueKind.Object && Text(entity, "id") is { } id && Text(entity, "name") is { } name)
                {
                    NamesOf(id).Add(name);
                    places[id] = (name, Text(entity, "country") ?? Text(entity, "iso3"));
                }
        foreach (var mention in Items(entities, "mentions").Concat(Items(entities, "coreference").Where(item => ScoreText.FoldedWords(Text(item, "text")).Length > 1)))
        {
            if (Text(mention, "text") is not { Length: > 0 } text)
                continue;
            foreach (var entity in TextList(mention, "entity"))
            {
                NamesOf(entity).Add(text);
                if (mention.TryGetProperty("name_start", out var nameStart) && nameStart.ValueKind == JsonValueKind.Number)
                    NamesOf(entity).Add(text[(nameStart.GetInt32() - mention.GetProperty("start").GetInt32())..]);
            }
        }
        foreach (var variant in Items(entities, "surface_variants"))
            NamesOf(Text(variant, "entity")!).UnionWith(TextList(variant, "forms"));
    }

    HashSet<string> NamesOf(string entity) => names.TryGetValue(entity, out var known) ? known : names[entity] = [];

    /// <summary>The names an entity goes by; for an unknown one, its key read as words.</summary>
    internal IEnumerable<string> NamesFor(string entity, bool withKey = true)
    {
        var key = entity.Replace('-', ' ');
        return names.TryGetValue(entity, out var known) ? (withKey ? known.Append(key) : known) : [key];
    }

    static string? Words(JsonElement span, string text) =>
        span.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.Number ? text[start.GetInt32()..span.GetProperty("end").GetInt32()] : null;

    static JsonElement.ArrayEnumerator Items(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    static string? Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A string or a list of strings.</summary>
    static string[] TextList(JsonElement parent, string key) =>
        !parent.TryGetProperty(key, out var value) ? [] : value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
            _ => [],
        };
}
