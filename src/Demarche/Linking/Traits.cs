using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Linking;

/// <summary>What two reports are compared by, worked out once for each.</summary>
sealed class Traits
{
    // Words further from the trigger than this speak more often of the sentence's other acts. Measured on the repeated
    // mentions of the development news: 8 to 12 are alike, whole sentences lose a tenth of the precision.
    const int Reach = 10;

    // Of "police arrested the opposition leader X Y" and "X Y, a man who was arrested".
    const int NearNames = 6;

    /// <summary>The kind of act that tells what a blow did: "killing three".</summary>
    public const string Toll = "toll";

    public Traits(Telling telling, LinkingWords lexicon)
    {
        Telling = telling;
        Report = telling.Report;
        Act = Linking.Act.TypeOf(Report);
        Status = Linking.Act.StatusOf(Report);
        Days = Linking.Days.Of(telling);
        Actors = new Side(Report.Actors, Report);
        Recipients = new Side(Report.Recipients, Report);
        Everybody = new Side([.. Report.Actors, .. Report.Recipients], Report);

        var words = Words.Of(Report.Sentence);
        Sentence = [.. words.Select(word => word.Stem).Where(stem => !Words.IsEmpty(stem)).Distinct().Order(StringComparer.Ordinal)];
        Said = [.. Sentence.Where(stem => !Actors.Names(stem))];
        Ordinals = [.. Linking.Ordinals.In(Report.Sentence, words)];
        var (first, last) = TriggerWords(words);
        Trigger = [.. words[first..last].Select(word => word.Stem).Where(stem => !Words.IsEmpty(stem)).Order(StringComparer.Ordinal)];
        Kind = KindOf(words, first, last, lexicon);
        Kinds = [.. words[first..last].Select(word => lexicon.KindOf(Act, word.Stem)).OfType<string>().Distinct()];
        Objects = ObjectsAround(words, first, last);
        Matter = [.. Objects.Concat(Trigger.Where(stem => !Everybody.Names(stem))).Distinct().Order(StringComparer.Ordinal)];
        Names = [.. NamesAround(words, first, last).Where(stem => !Actors.Names(stem) && (Recipients.IsNamed || !Recipients.Names(stem))).Distinct().Order(StringComparer.Ordinal)];
        IsAnother = words[Math.Max(0, first - 4)..Math.Min(words.Count, last + 3)].Exists(word => word.Stem is "anothe" or "again" or "too" or "separa" or "elsewh");
    }

    public Telling Telling { get; }

    public ReportedEvent Report { get; }

    public EventType Act { get; }

    public EventStatus Status { get; }

    public Days? Days { get; }

    public Side Actors { get; }

    public Side Recipients { get; }

    public Side Everybody { get; }

    /// <summary>Distinct content words, sorted.</summary>
    public ImmutableArray<string> Sentence { get; }

    /// <summary>What is said of the actors: the content words without theirs.</summary>
    public ImmutableArray<string> Said { get; }

    public ImmutableArray<(string Counted, int Value)> Ordinals { get; }

    public ImmutableArray<string> Trigger { get; }

    public string? Kind { get; }

    /// <summary>All kinds that words of the trigger name: "travel to Chad for talks".</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>Content words around the trigger, without its own and those that name the parties; distinct and sorted.</summary>
    public ImmutableArray<string> Objects { get; }

    /// <summary><see cref="Objects"/> with the trigger's own: one text sends "tanks", another "will deliver tanks".</summary>
    public ImmutableArray<string> Matter { get; }

    /// <summary>Names around the trigger beside those of the actors and of places: of whoever it was done to, if it was done to somebody.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether the words set it off from an act told before: "another strike", "they too".</summary>
    public bool IsAnother { get; }

    public Place? Place => Report.Place?.Place;

    (int First, int Last) TriggerWords(List<Word> words)
    {
        int start = Report.Trigger.Start - Report.Evidence.Start, end = Report.Trigger.End - Report.Evidence.Start;
        var first = words.FindIndex(word => word.End > start);
        if (first < 0)
            return (0, 0);
        var last = words.FindIndex(first, word => word.Start >= end);
        return (first, last < 0 ? words.Count : Math.Max(last, first));
    }

    // "Held talks", "paid a visit": the trigger itself may say nothing and its object all.
    string? KindOf(List<Word> words, int first, int last, LinkingWords lexicon)
    {
        // "Called off a visit" is of the visit's kind.
        for (var i = Linking.Act.IsCallingOff(Report) ? first + 1 : first; i < Math.Min(last + 4, words.Count); i++)
            // Whom it killed stands behind any blow; only a trigger of its own makes it the act.
            if (lexicon.KindOf(Act, words[i].Stem) is { } kind && (kind != Toll || i < last))
                return kind;
        return null;
    }

    // Where the phrase of a party is without a name ("a New York man"), its capitals are those of a place.
    static IEnumerable<string> NamesAround(List<Word> words, int first, int last)
    {
        for (var i = Math.Max(0, first - NearNames); i < Math.Min(words.Count, last + NearNames); i++)
            if (words[i].Capitalised && !Words.IsEmpty(words[i].Stem) && (i > 0 || words.Count > 1 && !words[1].Capitalised)
                && (i == 0 || words[i - 1].Stem is not ("in" or "at" or "near" or "to" or "from" or "of")))
                yield return words[i].Stem;
    }

    ImmutableArray<string> ObjectsAround(List<Word> words, int first, int last) =>
    [
        .. words[Math.Max(0, first - Reach)..Math.Min(words.Count, last + Reach)]
            .Select(word => word.Stem)
            .Where(stem => !Words.IsEmpty(stem) && !Everybody.Names(stem) && !Trigger.Contains(stem))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
