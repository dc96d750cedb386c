using System.Collections.Frozen;
using System.Globalization;

namespace Demarche.Knowledge;

/// <summary>An act as the codebook names it: type and, where the type has modes, a mode ("" for none).</summary>
public readonly record struct EventCategory(EventType Type, string Mode)
{
    public override string ToString() => string.IsNullOrEmpty(Mode) ? EventTypes.Code(Type) : EventTypes.Code(Type) + " " + Mode;
}

/// <summary>Which reading is taken where the codebook contradicts itself (data/ontology/choices.tsv).</summary>
public enum Codebook
{
    /// <summary>The manual, draft 2.0.</summary>
    Manual,
    /// <summary>What the published benchmarks (PLV) code: CAMEO's roots, as far as data/ontology/choices.tsv says.</summary>
    Benchmark,
}

/// <summary>The codebook as data: types, modes, contexts, sectors, scores and the way to and from CAMEO (data/ontology).</summary>
public sealed class Ontology
{
    const string Folder = "data/ontology/";

    // In the words of a category: whoever acts is armed, whatever the word.
    const string Armed = "@armed";

    readonly FrozenDictionary<EventType, TypeRow> types;
    readonly FrozenDictionary<EventCategory, ModeRow> modes;
    readonly FrozenDictionary<string, EventCategory> choices;
    readonly FrozenDictionary<(EventType Outer, EventType Inner, string InnerMode), string> embedding;
    readonly FrozenDictionary<string, CameoRow> cameo;
    readonly FrozenDictionary<(EventCategory Category, string Word), string> cameoOfWord;

    sealed record TypeRow(int Quad, double? Score, bool NeedsRecipient, string Cameo);

    sealed record ModeRow(double? Score, string Cameo);

    sealed record CameoRow(EventCategory Category, string[] Contexts);

    public Ontology(DataFolder data, Codebook codebook = Codebook.Manual)
    {
        Codebook = codebook;
        Contexts = Names(data, "contexts.tsv", "context");
        Sectors = Names(data, "sectors.tsv", "sector");
        var choiceText = ReadChoices(data, codebook);
        var score = ParseScore(choiceText.GetValueOrDefault("accuse-score", ""));
        types = ReadTypes(data, score, choiceText.GetValueOrDefault("concede-quad"));
        modes = ReadModes(data);
        choices = choiceText.Where(pair => pair.Key is not ("accuse-score" or "concede-quad"))
            .ToFrozenDictionary(pair => pair.Key, pair => Category(pair.Value) ?? throw new DataFileException(Folder + "choices.tsv", $"'{pair.Value}' is no type and mode of the codebook"));
        embedding = ReadEmbedding(data);
        cameo = ReadCameo(data);
        cameoOfWord = ReadCameoOfWords(data);
        Mutual = new MutualActs(data);
    }

    public MutualActs Mutual { get; }

    public Codebook Codebook { get; }

    public FrozenSet<string> Contexts { get; }

    public FrozenSet<string> Sectors { get; }

    public IEnumerable<string> Choices => choices.Keys;

    /// <summary>1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for <see cref="EventType.None"/>.</summary>
    public int Quad(EventType type) => types.TryGetValue(type, out var row) ? row.Quad : 0;

    /// <summary>The codebook's score of the mode or else of the type; null where it has none.</summary>
    public double? Score(EventCategory category) =>
        modes.TryGetValue(category, out var mode) ? mode.Score : types.TryGetValue(category.Type, out var type) ? type.Score : null;

    public bool NeedsRecipient(EventType type) => types.TryGetValue(type, out var row) && row.NeedsRecipient;

    /// <summary>The closest CAMEO code: the mode's, else the type's root.</summary>
    public string? Cameo(EventCategory category) =>
        modes.TryGetValue(category, out var mode) && mode.Cameo.Length > 0 ? mode.Cameo : types.TryGetValue(category.Type, out var type) ? type.Cameo : null;

    /// <summary>The closest CAMEO code, where CAMEO tells apart by the word what PLOVER has together: an appeal from a demand, a fight of armed forces from other assaults.</summary>
    /// <param name="lemma">Of the trigger.</param>
    /// <param name="isArmed">Whether a state or armed men act.</param>
    public string? Cameo(EventCategory category, string lemma, bool isArmed) =>
        cameoOfWord.TryGetValue((category, lemma), out var told) ? told
        : isArmed && cameoOfWord.TryGetValue((category, Armed), out var fight) ? fight : Cameo(category);

    public bool HasMode(EventType type, string mode) => modes.ContainsKey(new EventCategory(type, mode));

    /// <summary>The category of a named choice under this codebook.</summary>
    public EventCategory Choice(string name) => choices[name];

    public bool HasChoice(string name) => choices.ContainsKey(name);

    /// <summary>
    /// The mode of a request, refusal or threat by the act it is about ("demanded the release" is REQUEST yield); "" where the
    /// codebook has none.
    /// </summary>
    public string EmbeddedMode(EventType outer, EventCategory inner) =>
        embedding.TryGetValue((outer, inner.Type, inner.Mode), out var mode) ? mode
        : embedding.GetValueOrDefault((outer, inner.Type, ""), "");

    /// <summary>Type and mode of a CAMEO code, or of its nearest listed beginning ("0841" before "084" before "08").</summary>
    public EventCategory? FromCameo(string code)
    {
        for (var length = code.Length; length >= 3; length--)
            if (cameo.TryGetValue(code[..length], out var row))
                return row.Category;
        return null;
    }

    public IReadOnlyList<string> CameoContexts(string code) => cameo.TryGetValue(code, out var row) ? row.Contexts : [];

    /// <summary>Reads "ASSAULT" or "ASSAULT aerial"; null where it is neither.</summary>
    public EventCategory? Category(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 2 || EventTypes.Parse(words[0]) is not { } type)
            return null;
        if (words.Length == 1)
            return new EventCategory(type, "");
        return HasMode(type, words[1]) ? new EventCategory(type, words[1]) : null;
    }

    public IEnumerable<string> ModesOf(EventType type) => modes.Keys.Where(key => key.Type == type).Select(key => key.Mode).Order(StringComparer.Ordinal);

    static FrozenSet<string> Names(DataFolder data, string file, string column)
    {
        using var table = new TsvFile(data.Open(Folder + file), Folder + file, column);
        var at = table.Column(column);
        var names = new HashSet<string>();
        while (table.Read())
            if (!names.Add(table[at]))
                throw table.Problem($"'{table[at]}' stands here twice");
        return names.ToFrozenSet();
    }

    static Dictionary<string, string> ReadChoices(DataFolder data, Codebook codebook)
    {
        var column = codebook == Codebook.Manual ? "manual" : "benchmark";
        using var table = new TsvFile(data.Open(Folder + "choices.tsv"), Folder + "choices.tsv", "choice", column, "reason");
        int name = table.Column("choice"), value = table.Column(column);
        var found = new Dictionary<string, string>();
        while (table.Read())
            found.Add(table[name], table[value]);
        return found;
    }

    static FrozenDictionary<EventType, TypeRow> ReadTypes(DataFolder data, double? accuseScore, string? concedeQuad)
    {
        using var table = new TsvFile(data.Open(Folder + "types.tsv"), Folder + "types.tsv", "type", "quad", "score", "recipient_required", "cameo");
        int type = table.Column("type"), quad = table.Column("quad"), score = table.Column("score"), recipient = table.Column("recipient_required"), root = table.Column("cameo");
        var found = new Dictionary<EventType, TypeRow>();
        while (table.Read())
        {
            var key = EventTypes.Parse(table[type]) ?? throw table.Problem($"'{table[type]}' is no event type");
            found.Add(key, new TypeRow(int.Parse(key == EventType.Concede && concedeQuad is not null ? concedeQuad : table[quad], CultureInfo.InvariantCulture),
                key == EventType.Accuse && accuseScore is not null ? accuseScore : ParseScore(table[score]), table[recipient] == "yes", table[root]));
        }
        return found.ToFrozenDictionary();
    }

    FrozenDictionary<(EventCategory Category, string Word), string> ReadCameoOfWords(DataFolder data)
    {
        const string Path = Folder + "cameo-words.tsv";
        using var table = new TsvFile(data.Open(Path), Path, "type", "mode", "cameo", "words");
        int type = table.Column("type"), mode = table.Column("mode"), code = table.Column("cameo"), words = table.Column("words");
        var found = new Dictionary<(EventCategory, string), string>();
        while (table.Read())
        {
            var category = Category($"{table[type]} {table[mode]}") ?? throw table.Problem($"'{table[type]} {table[mode]}' is no type and mode of the codebook");
            // Roots 01 and 02 are not in the crosswalk, so it cannot be asked.
            if (table[code].Length is < 2 or > 4 || !table[code].All(char.IsAsciiDigit))
                throw table.Problem($"'{table[code]}' is no CAMEO code; expected two to four figures");
            foreach (var word in table.List(words))
                if (!found.TryAdd((category, word), table[code]))
                    throw table.Problem($"'{word}' stands here twice");
        }
        return found.ToFrozenDictionary();
    }

    static FrozenDictionary<EventCategory, ModeRow> ReadModes(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Folder + "modes.tsv"), Folder + "modes.tsv", "type", "mode", "score", "cameo");
        int type = table.Column("type"), mode = table.Column("mode"), score = table.Column("score"), code = table.Column("cameo");
        var found = new Dictionary<EventCategory, ModeRow>();
        while (table.Read())
        {
            var key = EventTypes.Parse(table[type]) ?? throw table.Problem($"'{table[type]}' is no event type");
            found.Add(new EventCategory(key, table[mode]), new ModeRow(ParseScore(table[score]), table[code]));
        }
        return found.ToFrozenDictionary();
    }

    FrozenDictionary<(EventType, EventType, string), string> ReadEmbedding(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Folder + "embedding.tsv"), Folder + "embedding.tsv", "outer", "inner", "inner_mode", "mode");
        int outer = table.Column("outer"), inner = table.Column("inner"), innerMode = table.Column("inner_mode"), mode = table.Column("mode");
        var found = new Dictionary<(EventType, EventType, string), string>();
        while (table.Read())
        {
            if (EventTypes.Parse(table[outer]) is not { } outerType || EventTypes.Parse(table[inner]) is not { } innerType)
                throw table.Problem("expected two event types");
            if (!HasMode(outerType, table[mode]))
                throw table.Problem($"'{table[mode]}' is no mode of {table[outer]}");
            found.Add((outerType, innerType, table[innerMode]), table[mode]);
        }
        return found.ToFrozenDictionary();
    }

    FrozenDictionary<string, CameoRow> ReadCameo(DataFolder data)
    {
        using var table = new TsvFile(data.Open(Folder + "cameo.tsv"), Folder + "cameo.tsv", "cameo", "type", "mode", "contexts");
        int code = table.Column("cameo"), type = table.Column("type"), mode = table.Column("mode"), contexts = table.Column("contexts");
        var found = new Dictionary<string, CameoRow>();
        while (table.Read())
        {
            var category = Category($"{table[type]} {table[mode]}") ?? throw table.Problem($"'{table[type]} {table[mode]}' is no type and mode of the codebook");
            foreach (var context in table.List(contexts))
                if (!Contexts.Contains(context))
                    throw table.Problem($"'{context}' is no context of the codebook");
            found.Add(table[code], new CameoRow(category, table.List(contexts)));
        }
        return found.ToFrozenDictionary();
    }

    static double? ParseScore(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);
}
