using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Coding.Rules;

/// <summary>
/// All rules, found by the lemma of their trigger's head, so that the work grows with the sentence and not with the number of
/// rules. At a word the more exact rule wins: more trigger words, then more of what must hold, then the earlier line.
/// </summary>
sealed class RuleBook
{
    public const string FramesPath = Folder + "/frames.rules";

    const string Folder = "data/rules/en";

    readonly FrozenDictionary<string, ImmutableArray<Entry>> index;
    readonly FrozenSet<string> support;
    readonly FrozenSet<string> happening;
    readonly FrozenSet<string> container;
    readonly FrozenSet<string> joining;
    readonly FrozenSet<string> answering;

    readonly record struct Entry(EventRule Rule, Trigger Trigger, int Order);

    public RuleBook(DataFolder data, Ontology ontology, IEnumerable<string>? partyNouns = null)
    {
        var classes = new WordClasses(data);
        Classes = classes;
        support = classes["support"];
        happening = classes["happen"];
        container = classes["container"];
        var clauses = WordLists.Load(data, "en", "clauses", "joining", "answering");
        (joining, answering) = (clauses["joining"], clauses["answering"]);
        Parties = new PartyWords(classes, data, partyNouns ?? []);
        Rules = ReadAll(data, new RuleReader(ontology, classes, Parties));
        index = Index(Rules);
        Inflections = new Inflections(data, Words(TriggerKind.Verb).Concat(support).Concat(happening), Words(TriggerKind.Noun));
    }

    public ImmutableArray<EventRule> Rules { get; }

    public WordClasses Classes { get; }

    public PartyWords Parties { get; }

    /// <summary>Documents are to be repaired by it before they are matched.</summary>
    public Inflections Inflections { get; }

    /// <summary>The document as rules want it: lemmas and time phrases that parsers mistake put right.</summary>
    public Document Repair(Document document) => TimePhrases.Detach(Inflections.Repair(document));

    /// <summary>The number of trigger words and word classes that rules start from.</summary>
    public int TriggerCount => Rules.Sum(rule => rule.Triggers.Sum(trigger => trigger.Head.Count));

    /// <summary>The types of the rules that start from a lemma by itself, whatever else they ask for.</summary>
    public IEnumerable<EventType> TypesOf(string lemma) =>
        index.TryGetValue(lemma, out var entries) ? entries.Where(entry => entry.Trigger.Words == 1).Select(entry => entry.Rule.Category.Type).Distinct() : [];

    /// <summary>The rules that are tried at a lemma before one of a rule's triggers.</summary>
    public IEnumerable<(EventRule Rule, Trigger Trigger)> Before(EventRule rule, Trigger trigger, string lemma) =>
        index[lemma].TakeWhile(entry => !ReferenceEquals(entry.Rule, rule) || !ReferenceEquals(entry.Trigger, trigger)).Select(entry => (entry.Rule, entry.Trigger));

    /// <summary>The best rule at each word of a sentence, in text order, words shared by two of them given to the more exact one.</summary>
    public ImmutableArray<RuleMatch> Match(Document document, Sentence sentence)
    {
        var reading = new Reading(this, document, sentence);
        var all = new List<RuleMatch>();
        for (var token = sentence.First; token < sentence.End; token++)
            if (reading.At(token) is { } match)
                all.Add(match);
        all.Sort(static (left, right) => ByExactness(left, right));
        var taken = new HashSet<int>();
        return [.. all.Where(match => match.Words.All(word => !taken.Contains(word)) && Take(match)).OrderBy(match => match.Trigger)];

        bool Take(RuleMatch match)
        {
            taken.UnionWith(match.Words);
            return true;
        }
    }

    /// <summary>Every rule that fits anywhere in a sentence; where several fit at one word, the more exact first.</summary>
    public ImmutableArray<RuleMatch> MatchAll(Document document, Sentence sentence)
    {
        var reading = new Reading(this, document, sentence);
        var all = ImmutableArray.CreateBuilder<RuleMatch>();
        for (var token = sentence.First; token < sentence.End; token++)
            all.AddRange(reading.AllAt(token));
        return all.ToImmutable();
    }

    /// <summary>
    /// Rules whose words stand near each other in a sentence whatever the parse says, without their conditions on roles: a last
    /// resort where the parties are given and the parse is broken (headlines, captions).
    /// </summary>
    public ImmutableArray<RuleMatch> MatchLoosely(Document document, Sentence sentence)
    {
        var found = ImmutableArray.CreateBuilder<RuleMatch>();
        for (var token = sentence.First; token < sentence.End; token++)
        {
            if (Inflections.LemmaOf(document.Tokens.Forms[token]) is not { } lemma || !index.TryGetValue(lemma, out var entries))
                continue;
            foreach (var entry in entries)
                if (entry.Rule.FormWords == 0 && (entry.Rule.Exactness < 2 || entry.Trigger.Words > 1) && Near(document, sentence, token, entry.Trigger) is { } words)
                {
                    found.Add(new RuleMatch(entry.Rule, token, -1, words, words.Length,
                        entry.Rule.Source?.Find(document, token, -1, entry.Trigger.Kind) ?? [], entry.Rule.Target?.Find(document, token, -1, entry.Trigger.Kind) ?? [], default, []));
                    break;
                }
        }
        return found.ToImmutable();
    }

    ImmutableArray<int>? Near(Document document, Sentence sentence, int token, Trigger trigger)
    {
        const int Reach = 6;
        var words = ImmutableArray.CreateBuilder<int>();
        words.Add(token);
        foreach (var other in trigger.Others)
        {
            var at = -1;
            for (var next = Math.Max(sentence.First, token - (trigger.Kind == TriggerKind.Noun ? Reach : 0)); next < Math.Min(sentence.End, token + Reach) && at < 0; next++)
                if (next != token && Inflections.LemmaOf(document.Tokens.Forms[next]) is { } lemma && other.Contains(lemma))
                    at = next;
            if (at < 0)
                return null;
            words.Add(at);
        }
        return words.ToImmutable();
    }

    static int ByExactness(RuleMatch left, RuleMatch right)
    {
        var written = right.TriggerWords.CompareTo(left.TriggerWords);
        if (written != 0)
            return written;
        var conditions = right.Rule.Exactness.CompareTo(left.Rule.Exactness);
        if (conditions != 0)
            return conditions;
        var words = right.Words.Length.CompareTo(left.Words.Length);
        return words != 0 ? words : left.Trigger.CompareTo(right.Trigger);
    }

    /// <summary>One pass over a sentence: what was found at a word is kept, since outer rules ask about inner ones.</summary>
    sealed class Reading(RuleBook book, Document document, Sentence sentence)
    {
        readonly RuleMatch?[] best = new RuleMatch?[sentence.Count];
        readonly bool[] done = new bool[sentence.Count];

        public RuleMatch? At(int token)
        {
            var at = token - sentence.First;
            if (at < 0 || at >= best.Length)
                return null;
            if (!done[at])
            {
                done[at] = true;
                best[at] = AllAt(token).FirstOrDefault();
            }
            return best[at];
        }

        /// <param name="plain">Only rules that ask for no "not" or "will": what is refused in "will not release".</param>
        public IEnumerable<RuleMatch> AllAt(int token, bool plain = false)
        {
            if (!book.index.TryGetValue(document.Tokens.Lemmas[token].ToLowerInvariant(), out var entries))
                yield break;
            var support = book.SupportOf(document, token);
            foreach (var entry in entries)
                if (!(plain && entry.Rule.FormWords > 0) && Try(entry, token, entry.Trigger.Kind == TriggerKind.Noun ? support : -1) is { } match)
                    yield return match;
        }

        RuleMatch? Try(Entry entry, int token, int support)
        {
            var words = new List<int>();
            if (!entry.Trigger.Find(document, token, words))
                return null;
            var rule = entry.Rule;
            if (!rule.Holds(document, token, support, entry.Trigger.Kind, TypeAt))
                return null;
            var about = rule.About is { } path ? path.Find(document, token, support, entry.Trigger.Kind).SelectMany(heads => heads).ToImmutableArray() : [];
            rule.AddFormWords(document, support >= 0 ? support : token, words);
            var written = words.Count;
            if (support >= 0)
                words.Add(support);
            return new RuleMatch(rule, token, support, [.. words], written,
                rule.Source?.Find(document, token, support, entry.Trigger.Kind) ?? [],
                rule.Target?.Find(document, token, support, entry.Trigger.Kind) ?? [],
                Inner(about, token), about);
        }

        EventCategory Inner(ImmutableArray<int> about, int trigger)
        {
            foreach (var token in about)
                if (token == trigger)
                    return AllAt(token, plain: true).FirstOrDefault()?.Rule.Category ?? default;
                else if (Nearest(token) is { } inner)
                    return inner.Rule.Category;
            return default;
        }

        EventType TypeAt(int token) => Nearest(token)?.Rule.Category.Type ?? EventType.None;

        // "refused to hold talks": the act stands at hold, or at its object, or at what it leads to ("agreed to begin withdrawing").
        RuleMatch? Nearest(int token)
        {
            if (At(token) is { } match)
                return match;
            foreach (var child in document.Tokens.Children[token])
                if (document.Tokens.Relations[child] is "obj" or "xcomp" or "nsubj:pass" or "compound:lvc" && At(child) is { } inner)
                    return inner;
            foreach (var child in document.Tokens.Children[token])
                if (document.Tokens.Relations[child] is "nmod" or "obl" && At(child) is { } inner)
                    return inner;
            return null;
        }
    }

    /// <summary>The verb that carries an event noun ("launched an attack", "talks were held", "talks took place"), or -1.</summary>
    int SupportOf(Document document, int noun, int steps = 0)
    {
        var tokens = document.Tokens;
        var head = tokens.Heads[noun];
        if (head < 0 || steps > ClauseRoles.MaxSteps)
            return -1;
        var lemma = tokens.Lemmas[head];
        switch (tokens.Relations[noun])
        {
            case "obj" or "nsubj:pass" or "compound:lvc":
                return tokens.Tags[head] == PartOfSpeech.VERB && support.Contains(lemma) ? head : -1;
            case "nsubj":
                return tokens.Tags[head] == PartOfSpeech.VERB && happening.Contains(lemma) ? head : -1;
            case "obl":
                return tokens.Tags[head] != PartOfSpeech.VERB ? -1
                    : (joining.Contains(lemma) && ClauseRoles.HasCase(document, noun, lemma == "enter" ? "into" : "in"))
                    || (answering.Contains(lemma) && (ClauseRoles.HasCase(document, noun, "with") || ClauseRoles.HasCase(document, noun, "by"))) ? head : -1;
            case "conj":
                return SupportOf(document, head, steps + 1);
            case "nmod":
                return container.Contains(lemma) && ClauseRoles.HasCase(document, noun, "of") || lemma == "part" ? SupportOf(document, head, steps + 1) : -1;
            default:
                return -1;
        }
    }

    // Verbs and nouns as heads, and what stands beside them; "sanction" may be either.
    IEnumerable<string> Words(TriggerKind kind) => Rules.SelectMany(rule => rule.Triggers)
        .SelectMany(trigger => kind == TriggerKind.Noun && trigger.Kind != TriggerKind.Verb || kind == trigger.Kind ? trigger.Head : kind == TriggerKind.Noun ? trigger.Others.SelectMany(other => other) : []);

    static ImmutableArray<EventRule> ReadAll(DataFolder data, RuleReader reader)
    {
        var folder = data.PathOf(Folder);
        if (!Directory.Exists(folder))
            throw new DataFileException(Folder, "no such folder; it ships beside the program, so install or publish again");
        using (var frames = data.Open(FramesPath))
            reader.ReadFrames(frames, FramesPath);
        var rules = ImmutableArray.CreateBuilder<EventRule>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.rules").Select(Path.GetFileName).Order(StringComparer.Ordinal))
        {
            if (file == "frames.rules")
                continue;
            using var stream = data.Open($"{Folder}/{file}");
            rules.AddRange(reader.ReadRules(stream, $"{Folder}/{file}"));
        }
        return rules.ToImmutable();
    }

    static FrozenDictionary<string, ImmutableArray<Entry>> Index(ImmutableArray<EventRule> rules)
    {
        var lists = new Dictionary<string, List<Entry>>();
        var order = 0;
        foreach (var rule in rules)
            foreach (var trigger in rule.Triggers)
            {
                var entry = new Entry(rule, trigger, order++);
                foreach (var lemma in trigger.Head)
                {
                    if (!lists.TryGetValue(lemma, out var list))
                        lists.Add(lemma, list = []);
                    list.Add(entry);
                }
            }
        return lists.ToFrozenDictionary(pair => pair.Key, pair => pair.Value
            .OrderByDescending(entry => entry.Trigger.Words + entry.Rule.FormWords).ThenByDescending(entry => entry.Rule.Exactness).ThenBy(entry => entry.Order).ToImmutableArray());
    }
}
