using System.Collections.Immutable;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>Reads rule files (docs/writing-rules.md) and refuses what cannot be meant, with file, line and nearest valid word.</summary>
sealed class RuleReader(Ontology ontology, WordClasses classes, PartyWords parties)
{
    static readonly string[] Keys =
        ["rule", "verbs", "nouns", "predicates", "frame", "source", "target", "about", "reciprocal", "bare", "stance", "event", "modes", "choice", "contexts", "cameo", "when", "unless", "example", "reject"];

    static readonly string[] FrameKeys = ["frame", "extends", "source", "target", "about", "reciprocal", "bare", "when", "unless"];

    readonly Dictionary<string, DataRecord> frames = [];

    /// <summary>Frames: slots and conditions under a name, for rules to share. "extends" takes over another's.</summary>
    public void ReadFrames(Stream stream, string path)
    {
        foreach (var record in RecordFile.Read(stream, path))
        {
            CheckKeys(record, FrameKeys);
            var name = record.Single("frame") ?? throw new DataFileException(path, record.Line, "expected 'frame: name'");
            if (!frames.TryAdd(name, record))
                throw new DataFileException(path, record.Line, $"the frame '{name}' stands here twice");
        }
        foreach (var frame in frames.Values)
            foreach (var part in Chain(frame))
                _ = part.Line;
    }

    public ImmutableArray<EventRule> ReadRules(Stream stream, string path)
    {
        var family = Path.GetFileNameWithoutExtension(path);
        var rules = ImmutableArray.CreateBuilder<EventRule>();
        var names = new HashSet<string>();
        foreach (var record in RecordFile.Read(stream, path))
        {
            CheckKeys(record, Keys);
            var rule = ReadRule(record, family);
            if (!names.Add(rule.Name))
                throw new DataFileException(path, record.Line, $"the rule '{rule.Name}' stands here twice");
            rules.Add(rule);
        }
        return rules.ToImmutable();
    }

    EventRule ReadRule(DataRecord record, string family)
    {
        var name = record.Single("rule") ?? throw new DataFileException(record.Path, record.Line, "expected 'rule: name' first");
        var triggers = Triggers(record, "verbs", TriggerKind.Verb).Concat(Triggers(record, "nouns", TriggerKind.Noun)).Concat(Triggers(record, "predicates", TriggerKind.Predicate)).ToImmutableArray();
        if (triggers.IsEmpty)
            throw new DataFileException(record.Path, record.Line, "a rule needs 'verbs:', 'nouns:' or 'predicates:'");
        var chain = record.Single("frame") is { } frame ? Chain(Frame(frame, record.Path, Line(record, "frame"))).ToList() : [];
        chain.Insert(0, record);
        return new EventRule
        {
            Name = $"{family}/{name}",
            Path = record.Path,
            Line = record.Line,
            Triggers = triggers,
            Category = Category(record),
            OtherModes = Modes(record),
            Contexts = Contexts(record),
            Cameo = record.Single("cameo"),
            Source = Role(chain, "source"),
            Target = Role(chain, "target"),
            About = Role(chain, "about"),
            Reciprocal = Flag(chain, "reciprocal"),
            Bare = Flag(chain, "bare"),
            Stance = Flag(chain, "stance"),
            Conditions = [.. chain.SelectMany(part => part.Fields).Where(field => field.Key is "when" or "unless")
                .Select(field => Condition.Read(field.Value, field.Key == "when", classes, parties, record.Path, field.Line))],
            Examples = [.. record.Fields.Where(field => field.Key is "example" or "reject").Select(field => Example(record.Path, field))],
        };
    }

    IEnumerable<Trigger> Triggers(DataRecord record, string key, TriggerKind kind) => record.All(key)
        .SelectMany(field => field.Value.Split('|', StringSplitOptions.TrimEntries).SelectMany(item => Trigger.ReadAll(item, kind, classes, record.Path, field.Line)));

    EventCategory Category(DataRecord record)
    {
        if (record.Single("choice") is { } choice)
            return ontology.HasChoice(choice)
                ? ontology.Choice(choice)
                : throw new DataFileException(record.Path, Line(record, "choice"), $"'{choice}' is no choice of data/ontology/choices.tsv{NearMiss.Hint(choice, ontology.Choices)}");
        var text = record.Single("event") ?? throw new DataFileException(record.Path, record.Line, "a rule needs 'event: TYPE mode' or 'choice: name'");
        return ontology.Category(text) ?? throw new DataFileException(record.Path, Line(record, "event"), Unknown(text));
    }

    string Unknown(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && EventTypes.Parse(words[0]) is { } type
            ? $"'{words[1]}' is no mode of {words[0]}; its modes are: {string.Join(", ", ontology.ModesOf(type).DefaultIfEmpty("none"))}"
            : $"'{text}' is no event type{NearMiss.Hint(words.FirstOrDefault("").ToUpperInvariant(), EventTypes.All.Select(EventTypes.Code))}";
    }

    ImmutableArray<string> Modes(DataRecord record)
    {
        if (record.Single("modes") is not { } text)
            return [];
        var type = Category(record).Type;
        var modes = text.Split('|', StringSplitOptions.TrimEntries);
        foreach (var mode in modes)
            if (!ontology.HasMode(type, mode))
                throw new DataFileException(record.Path, Line(record, "modes"), $"'{mode}' is no mode of {EventTypes.Code(type)}{NearMiss.Hint(mode, ontology.ModesOf(type))}");
        return [.. modes];
    }

    ImmutableArray<string> Contexts(DataRecord record)
    {
        if (record.Single("contexts") is not { } text)
            return [];
        var contexts = text.Split('|', StringSplitOptions.TrimEntries);
        foreach (var context in contexts)
            if (!ontology.Contexts.Contains(context))
                throw new DataFileException(record.Path, Line(record, "contexts"), $"'{context}' is no context{NearMiss.Hint(context, ontology.Contexts)}");
        return [.. contexts];
    }

    static RolePath? Role(List<DataRecord> chain, string key)
    {
        foreach (var part in chain)
            if (part.Single(key) is { } text)
                return text == "-" ? null : RolePath.Read(text, part.Path, Line(part, key));
        return null;
    }

    static bool Flag(List<DataRecord> chain, string key)
    {
        foreach (var part in chain)
            if (part.Single(key) is { } text)
                return text switch
                {
                    "yes" => true,
                    "no" => false,
                    _ => throw new DataFileException(part.Path, Line(part, key), $"expected '{key}: yes' or '{key}: no'"),
                };
        return false;
    }

    DataRecord Frame(string name, string path, int line) =>
        frames.TryGetValue(name, out var frame) ? frame : throw new DataFileException(path, line, $"no frame '{name}'{NearMiss.Hint(name, frames.Keys)}");

    IEnumerable<DataRecord> Chain(DataRecord frame)
    {
        var seen = new HashSet<string>();
        for (var at = frame; ;)
        {
            if (!seen.Add(at.Single("frame")!))
                throw new DataFileException(at.Path, at.Line, $"the frame '{at.Single("frame")}' extends itself");
            yield return at;
            if (at.Single("extends") is not { } next)
                yield break;
            at = Frame(next, at.Path, Line(at, "extends"));
        }
    }

    static RuleExample Example(string path, RecordField field)
    {
        if (field.Key == "reject")
            return new RuleExample(field.Value, null, "", "", field.Line);
        var arrow = field.Value.LastIndexOf("=>", StringComparison.Ordinal);
        if (arrow < 0)
            throw new DataFileException(path, field.Line, "expected 'example: Sentence. => status actor -> recipient'");
        var outcome = field.Value[(arrow + 2)..].Trim();
        var space = outcome.IndexOf(' ', StringComparison.Ordinal);
        var status = space < 0 ? outcome : outcome[..space];
        if (!Enum.TryParse<EventStatus>(status, ignoreCase: true, out var parsed))
            throw new DataFileException(path, field.Line, $"'{status}' is no status{NearMiss.Hint(status, Enum.GetNames<EventStatus>().Select(name => name.ToLowerInvariant()))}");
        var sides = (space < 0 ? "" : outcome[space..]).Split("->", 2, StringSplitOptions.TrimEntries);
        return new RuleExample(field.Value[..arrow].Trim(), parsed, sides[0], sides.Length > 1 ? sides[1] : "", field.Line);
    }

    static void CheckKeys(DataRecord record, string[] known)
    {
        foreach (var field in record.Fields)
            if (Array.IndexOf(known, field.Key) < 0)
                throw new DataFileException(record.Path, field.Line, $"unknown key '{field.Key}'{NearMiss.Hint(field.Key, known)}");
    }

    static int Line(DataRecord record, string key) => record.Fields.First(field => field.Key == key).Line;
}
