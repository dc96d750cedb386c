using System.Collections.Immutable;
using Demarche.Knowledge.Places;

namespace Demarche.Knowledge.Actors;

/// <summary>
/// Who a party phrase is: code, sector, name and office from its words and the tables of data/actors, at a date. Words decide
/// before lists: "Chinese Defense Minister Li Shangfu" is CHN GOV (MIL second) though nobody listed him. Never changes after
/// construction.
/// </summary>
public sealed class ActorRegister
{
    readonly ActorLexicon lexicon;
    readonly OfficeHolders holders;
    readonly Gazetteer? places;

    /// <summary>Loads the tables.</summary>
    /// <param name="places">Where given, places in the words tell the country ("police in Minneapolis").</param>
    /// <param name="dictionaries">Dictionaries of the user (<c>--actors</c>), which go before the tables.</param>
    public ActorRegister(DataFolder data, Gazetteer? places = null, IEnumerable<ActorDictionary>? dictionaries = null)
    {
        States = new StateNames(data);
        var given = dictionaries?.ToList() ?? [];
        lexicon = new ActorLexicon(data, States, given);
        AgentNouns = [.. given.SelectMany(dictionary => dictionary.AgentNouns).Distinct()];
        holders = new OfficeHolders(data);
        Conflicts = new Conflicts(data);
        Namesakes = new Namesakes(data);
        this.places = places;
    }

    public StateNames States { get; }

    public Conflicts Conflicts { get; }

    public Namesakes Namesakes { get; }

    /// <summary>Lemmas and forms of the nouns for roles that the user's dictionaries add.</summary>
    public ImmutableArray<string> AgentNouns { get; }

    /// <summary>Reads the words of one party: the whole noun phrase, with its title, apposition and "of" or "in" phrase where it has them.</summary>
    /// <param name="date">The day of the event, else of publication; null where unknown: then no holder is looked up by surname.</param>
    /// <param name="known">What the document has said of names before.</param>
    /// <param name="head">Index of the word that heads the phrase, where a parse tells it: what follows it is less likely to be the party.</param>
    public ActorReading Read(ReadOnlySpan<MentionWord> words, DateOnly? date = null, KnownActors? known = null, int? head = null)
    {
        if (words.IsEmpty)
            return ActorReading.Nobody;
        var mention = new Mention(words);
        return mention.Count == 0 ? ActorReading.Nobody : new PhraseReader(lexicon, holders, places, mention, date?.DayNumber, known ?? KnownActors.None, head).Read();
    }

    /// <summary>The term of office of a person by full name at a date, whether it covers the date or not; null where nobody is listed.</summary>
    public HolderTerm? HolderOf(string person, DateOnly? date, string? code = null) => holders.Find(person, date?.DayNumber, code);

    /// <summary>The only listed person in office at the date who has the surname, or null.</summary>
    public HolderTerm? HolderBySurname(string surname, DateOnly date, string? code = null) => holders.FindSurname(surname, date.DayNumber, code);

    /// <summary>Primary and second sector of a class of office ("defence minister" is GOV, MIL second).</summary>
    public (string? Sector, ImmutableArray<string> Others) SectorsOf(string office)
    {
        var (sector, second) = lexicon.SectorsOf(office);
        return (sector, second is null ? [] : [second]);
    }
}
