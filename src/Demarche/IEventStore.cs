using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche;

/// <summary>
/// What the pipeline needs of the place where articles and events are kept. One writer at a time; only <see cref="Holds"/> and what
/// <see cref="Committed"/> offers may be called from other threads meanwhile.
/// </summary>
public interface IEventStore : ITextIndex
{
    /// <summary>The texts kept by steps that are done, for any thread.</summary>
    ITextIndex Committed { get; }

    /// <summary>Whether the article's text is kept, coded by this version, and the user says nothing new about it.</summary>
    bool Holds(Article article, string version);

    /// <summary>Does the work wholly or, if it throws or the process dies, not at all.</summary>
    void InOneStep(Action work);

    /// <summary>Keeps an article and what was read out of it. An older coding of it stays beside, unlinked.</summary>
    Kept Keep(CodedArticle coded, IReadOnlyList<(Telling Telling, LinkKeys Keys)> reports);

    /// <summary>The text that is coded in the place of this one; null where it is no duplicate.</summary>
    TextName? OriginalOf(TextName copy);

    /// <summary>Files a kept text under its keys.</summary>
    void File(TextName text, ImmutableArray<long> keys);

    /// <summary>Makes a kept text a duplicate of another. What was read out of it is told no more.</summary>
    Retired SetOriginal(TextName copy, TextName original);

    /// <summary>Reports of current codings filed where the keys look.</summary>
    IReadOnlyList<Telling> Candidates(LinkKeys keys);

    Telling Telling(ReportedEventId report);

    void Add(IEnumerable<Link> links);

    IReadOnlyList<Link> LinksOf(ReportedEventId report);

    /// <summary>The reports that were last divided into events together with this one, itself included.</summary>
    IReadOnlyList<ReportedEventId> GroupOf(ReportedEventId report);

    /// <summary>The decisions that hold and are about any of these reports, in the order they were made.</summary>
    IReadOnlyList<Ruling> RulingsOn(IReadOnlyList<ReportedEventId> reports);

    /// <summary>A decision with those of its reports that are there now.</summary>
    Ruling RulingOf(Decision decision);

    /// <summary>A decision that holds; null where there is none of that number, or it was undone, or is itself an undoing.</summary>
    Decision? Decision(long number);

    /// <summary>Keeps a decision for ever and returns its number.</summary>
    long Append(Decision decision);

    Event? Find(EventId id);

    /// <summary>The event that stands on a report.</summary>
    EventId EventOn(ReportedEventId report);

    /// <summary>Makes the reports one group, and the events all that stands on them.</summary>
    void Replace(IReadOnlyList<ReportedEventId> group, IReadOnlyList<Event> events);
}

public enum KeptAs
{
    New,
    /// <summary>Same text, other version or publication date: coded anew.</summary>
    Recoded,
    Unchanged,
    /// <summary>Kept beside the article whose text it is, and not coded.</summary>
    Duplicate,
}

/// <summary>What became of an article handed to the store.</summary>
/// <param name="Loosened">Reports that were grouped with some of an older coding, and must be grouped anew.</param>
public readonly record struct Kept(KeptAs As, IReadOnlyList<ReportedEventId> Loosened);
