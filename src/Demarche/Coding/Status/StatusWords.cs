using System.Collections.Frozen;
using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>The words that the walk through a sentence asks about beside the operators: <c>data/lexicon/en/status.txt</c>, which explains each list.</summary>
public sealed class StatusWords
{
    StatusWords(WordLists lists)
    {
        Contrasts = lists["contrasts"];
        Adversatives = lists["adversatives"];
        TimeConditions = lists["time-conditions"];
        OpenConditions = lists["open-conditions"];
        Conditions = lists["conditions"];
        Concessions = lists["concessions"];
        SentenceClauses = lists["sentence-clauses"];
        Demanding = lists["demanding"];
        Futures = lists["futures"];
        Durations = lists["durations"];
        Demonstrating = lists["demonstrating"];
        Gathering = lists["gathering"];
        Motion = lists["motion"];
        Naming = lists["naming"];
        Journeys = lists["journeys"];
        Particles = lists["particles"];
        QuestionEnds = lists["question-ends"];
        Inverting = lists["inverting"];
        Timetable = lists["timetable"];
        Days = lists["days"];
        Lasting = lists["lasting"];
        Deliberating = lists["deliberating"];
        Doubted = lists["doubted"];
        Staged = lists["staged"];
        Falsely = lists["falsely"];
        Messaging = lists["messaging"];
        Voicing = lists["voicing"];
        Hearsay = lists["hearsay"];
        Superseded = lists["superseded"];
        Answering = lists["answering"];
        OpenClauses = lists["open-clauses"];
        Wishes = lists["wishes"];
        Nowise = lists["nowise"];
        Captioning = lists["captioning"];
        Checking = lists["checking"];
        CheckingAtEnd = lists["checking-at-end"];
        Anyone = lists["anyone"];
        Imagining = lists["imagining"];
        Outlines = lists["outlines"];
        Outlining = lists["outlining"];
        Denials = lists["denials"];
        DenialsAnywhere = lists["denials-anywhere"];
        Finding = lists["finding"];
        Overturning = lists["overturning"];
        Verdicts = lists["verdicts"];
    }

    public FrozenSet<string> Contrasts { get; }

    public FrozenSet<string> Adversatives { get; }

    public FrozenSet<string> TimeConditions { get; }

    public FrozenSet<string> OpenConditions { get; }

    public FrozenSet<string> Conditions { get; }

    public FrozenSet<string> Concessions { get; }

    public FrozenSet<string> SentenceClauses { get; }

    public FrozenSet<string> Demanding { get; }

    public FrozenSet<string> Futures { get; }

    public FrozenSet<string> Durations { get; }

    public FrozenSet<string> Demonstrating { get; }

    public FrozenSet<string> Gathering { get; }

    public FrozenSet<string> Motion { get; }

    public FrozenSet<string> Naming { get; }

    public FrozenSet<string> Journeys { get; }

    public FrozenSet<string> Particles { get; }

    public FrozenSet<string> QuestionEnds { get; }

    public FrozenSet<string> Inverting { get; }

    public FrozenSet<string> Timetable { get; }

    public FrozenSet<string> Days { get; }

    public FrozenSet<string> Lasting { get; }

    public FrozenSet<string> Deliberating { get; }

    public FrozenSet<string> Doubted { get; }

    public FrozenSet<string> Staged { get; }

    public FrozenSet<string> Falsely { get; }

    public FrozenSet<string> Anyone { get; }

    public FrozenSet<string> Wishes { get; }

    public FrozenSet<string> Nowise { get; }

    public FrozenSet<string> Captioning { get; }

    public FrozenSet<string> Checking { get; }

    public FrozenSet<string> CheckingAtEnd { get; }

    public FrozenSet<string> OpenClauses { get; }

    public FrozenSet<string> Answering { get; }

    public FrozenSet<string> Hearsay { get; }

    public FrozenSet<string> Superseded { get; }

    public FrozenSet<string> Messaging { get; }

    public FrozenSet<string> Voicing { get; }

    public FrozenSet<string> Imagining { get; }

    public FrozenSet<string> Outlines { get; }

    public FrozenSet<string> Outlining { get; }

    public FrozenSet<string> Denials { get; }

    public FrozenSet<string> DenialsAnywhere { get; }

    public FrozenSet<string> Finding { get; }

    public FrozenSet<string> Overturning { get; }

    public FrozenSet<string> Verdicts { get; }

    public static StatusWords Load(DataFolder data, string language = "en") => new(WordLists.Load(data, language, "status",
        "contrasts", "adversatives", "time-conditions", "open-conditions", "conditions", "concessions", "sentence-clauses", "demanding", "futures", "durations", "demonstrating",
        "gathering", "motion", "naming", "journeys", "particles", "question-ends", "inverting", "timetable", "days", "lasting", "deliberating", "doubted",
        "staged", "imagining", "outlines", "outlining", "denials", "denials-anywhere", "finding", "overturning", "verdicts", "falsely", "anyone", "wishes", "nowise", "captioning", "checking", "checking-at-end", "open-clauses", "answering", "hearsay", "superseded", "messaging", "voicing"));
}
