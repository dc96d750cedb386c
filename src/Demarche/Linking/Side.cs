using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>The actors or the recipients of one report, as far as another report's can be compared with them.</summary>
sealed class Side
{
    readonly ImmutableArray<string> words;
    readonly ImmutableArray<(string? Code, ImmutableArray<string> Name)> persons;
    readonly ImmutableArray<(string Code, string Office)> offices;
    readonly ImmutableArray<string> named;
    readonly ImmutableArray<string> people;

    public Side(ImmutableArray<Party> parties, ReportedEvent report)
    {
        // Whom the text leaves to be understood says nothing that another text could agree with.
        parties = parties.RemoveAll(party => party is { Text: null, Implicit: true });
        Codes = [.. parties.Select(CodeOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        HasStranger = parties.Any(party => party.Text is not null && CodeOf(party) is null);
        IsOnePerson = parties is [{ Span: { } span } one] && !(one is { Sector: null or "GOV", Name: not null, Office: null }) && IsNewAndSingle(report, span);
        IsGuessed = parties.Any(party => party.Code is not null) && parties.All(party => party.Code is null || party is { Implicit: true, Name: null });
        Count = parties is [{ Text: { } counted, Name: null }] ? counted.Split(' ').Select(Spells.NumberOf).FirstOrDefault(number => number is not null) : null;
        Sectors = [.. parties.SelectMany(party => party.OtherSectors.Prepend(party.Sector ?? "")).Where(sector => sector.Length > 0).Distinct()];
        persons = [.. parties.Where(party => party is { Office: not null, Name: not null } && !IsSomebody(party) && !IsNameOfBody(party)).Select(party => (CodeOf(party), NameWords(party)))];
        Persons = [.. persons.Select(person => person.Name)];
        offices = [.. parties.Where(party => party is { Office: not null, Code: not null }).Select(party => (party.Code!, party.Office!)).Distinct()];
        named = [.. parties.Select(party => party.Name).OfType<string>().Distinct()];
        IsState = parties is [{ Code.Length: 3, Sector: "GOV", Office: null, Name: not null }];
        people = [.. parties.Where(party => party.Sector is not "GOV" || party.Office is not null).Select(party => party.Name).OfType<string>().Distinct()];
        IsVague = parties is [{ Name: null }] && Words.Of(parties[0].Text ?? "").Exists(word => word.Stem is "offici" or "man" or "men" or "woman" or "women" or "person" or "figure" or "repres" or "leader");
        words = [.. parties.SelectMany(party => Words.Of(party.Text + " " + party.Name)).Select(word => word.Stem).Distinct().Order(StringComparer.Ordinal)];
        Content = [.. words.Where(word => !Words.IsEmpty(word))];
        var names = parties.SelectMany(party => Words.Of(party.Name ?? "")).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        // "Doctors went on strike": no name, but the first word of the sentence.
        var capitalised = parties.SelectMany(party => Words.Of(party.Text ?? "").Where(word => word.Capitalised && !(word.Start == 0 && party is { Implicit: true, Name: null } && party.Span?.Start == report.Evidence.Start)))
            .Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        Description = [.. Content.Where(word => !names.Contains(word) && !capitalised.Contains(word))];
        IsAnybody = Description.All(Anybody.Contains);
    }

    /// <summary>Whom the codes name: distinct, sorted; parties that no code and name tell from others are not among them.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>Whether it is somebody single and new to the text: "a student".</summary>
    public bool IsOnePerson { get; }

    /// <summary>Whether some party is told of whom no code names: "the leaders of the country".</summary>
    public bool HasStranger { get; }

    public ImmutableArray<string> Sectors { get; }

    /// <summary>Whether its country is taken from the scene: it has no name, and no word of a country stands with it.</summary>
    public bool IsGuessed { get; }

    /// <summary>How many they are, where the text counts them: "two banks".</summary>
    public int? Count { get; }

    /// <summary>Whether no more is said of them than that they are people, or many: "thousands of demonstrators".</summary>
    public bool IsAnybody { get; }

    /// <summary>Those named with an office, by the words of their names.</summary>
    public ImmutableArray<ImmutableArray<string>> Persons { get; }

    /// <summary>Content words of the parties' names and phrases, sorted.</summary>
    public ImmutableArray<string> Content { get; }

    /// <summary>Those of <see cref="Content"/> that say more than names and nations: "military units" of "Belarusian military units".</summary>
    public ImmutableArray<string> Description { get; }

    /// <summary>The persons with an office who are of one code.</summary>
    public IEnumerable<ImmutableArray<string>> PersonsOf(string code) => persons.Where(person => person.Code == code).Select(person => person.Name);

    public bool Within(Side other) => Codes.Length > 0 && Codes.Length < other.Codes.Length && Codes.All(code => other.Codes.Contains(code));

    public bool IsUnknown => Codes.IsEmpty;

    /// <summary>Whether it is somebody without a name, of whom no more is said than that: "an official", "a man".</summary>
    public bool IsVague { get; }

    /// <summary>Whether somebody or something of it is told by name.</summary>
    public bool IsNamed => !named.IsEmpty;

    /// <summary>Whether it is a state as a whole, whichever of its bodies acts: "Egypt".</summary>
    public bool IsState { get; }

    /// <summary>Whether both name the same person or body, by whatever code: of which country somebody is, a text may leave open.</summary>
    public bool SharesName(Side other) => named.Intersect(other.named).Any();

    /// <summary>As <see cref="SharesName"/>, of persons and bodies that no code alone names.</summary>
    public bool SharesPerson(Side other) => people.Intersect(other.people).Any();

    /// <summary>Whether both tell of a holder of one office, with or without his name.</summary>
    public bool SharesOffice(Side other) => offices.Intersect(other.offices).Any();

    public bool Names(string stem) => words.BinarySearch(stem, StringComparer.Ordinal) >= 0;

    public bool SameCodes(Side other) => Codes.AsSpan().SequenceEqual(other.Codes.AsSpan());

    /// <summary>Whether for some state both name somebody, and nobody in common.</summary>
    public static bool PersonsDiffer(Side one, Side other) => one.Codes.Any(code =>
        one.PersonsOf(code).ToImmutableArray() is { IsEmpty: false } some && other.PersonsOf(code).ToImmutableArray() is { IsEmpty: false } others && !Meet(some, others));

    /// <summary>Whether a name of the one may be a name of the other: "Putin", "Vladimir Putin".</summary>
    public static bool Meet(ImmutableArray<ImmutableArray<string>> one, ImmutableArray<ImmutableArray<string>> other) =>
        one.Any(name => other.Any(second => name[^1] == second[^1] || name.All(second.Contains) || second.All(name.Contains)));

    // These codes name a class of bodies, not one of them: only the name tells which.
    static string? CodeOf(Party party) => IsOfABody(party)
        ? party.Name is null || IsSomebody(party) ? null : $"{party.Code} {party.Name}"
        : party.Code;

    static bool IsOfABody(Party party) => party.Code is "IGO" or "NGO" or "ISM" or "IMG" or "MNC";

    // "The founder of the charity ... he": whoever it is, it is not the charity.
    static bool IsSomebody(Party party) =>
        IsOfABody(party) && party is { Office: null or "head of organisation", Text: "he" or "He" or "she" or "She" or "him" or "her" };

    // "The head of the United Nations", "the NATO chief": the name is the body's.
    static bool IsNameOfBody(Party party) => party is { Office: "head of organisation", Text: { } text, Name: { } name }
        && (text.Contains("of " + name, StringComparison.Ordinal) || text.Contains("of the " + name, StringComparison.Ordinal)
            || text.Contains(' ', StringComparison.Ordinal) && char.IsLower(text[text.LastIndexOf(' ') + 1]));

    static readonly FrozenSet<string> Anybody = FrozenSet.ToFrozenSet(new[]
        {
            "people", "protester", "demonstrator", "marcher", "crowd", "resident", "citizen", "activist", "supporter", "thousand", "hundred", "ten", "dozen", "million", "large", "huge", "angry", "opposition", "opponent", "worker", "staff", "employee", "union", "member",
        }.Select(word => Words.StemOf(word)), StringComparer.Ordinal);

    static bool IsNewAndSingle(ReportedEvent report, TextSpan span)
    {
        var start = span.Start - report.Evidence.Start;
        if (start < 0 || start > report.Sentence.Length)
            return false;
        var before = Words.Of(report.Sentence[..Math.Min(start + 3, report.Sentence.Length)]);
        return before.Exists(word => word.Stem is "a" or "an" && word.End >= start - 1 && word.Start <= start);
    }

    // Of a bare surname only the surname is told, whoever it was taken for.
    static ImmutableArray<string> NameWords(Party party) => Words.Of(party.Text ?? "") is [{ Capitalised: true } surname] && !Words.IsEmpty(surname.Stem)
        ? [surname.Stem]
        : [.. Words.Of(party.Name!).Select(word => word.Stem).DefaultIfEmpty(party.Name!)];
}
