using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>What kind of words name the party.</summary>
public enum ActorKind : byte
{
    /// <summary>Nothing in the words is known.</summary>
    Unknown,
    /// <summary>A state by its name.</summary>
    State,
    /// <summary>A city that may stand for the government ("Moscow"): place or government is for the sentence to decide.</summary>
    Seat,
    /// <summary>A building or street that stands for a body ("the Kremlin").</summary>
    Metonym,
    /// <summary>An adjective or demonym alone or before a word we do not know ("the Chinese", "Swedish move").</summary>
    Nationality,
    Organisation,
    /// <summary>Somebody by office ("the Chinese defense minister").</summary>
    Office,
    /// <summary>A role or body by its common noun ("Russian troops").</summary>
    Role,
    /// <summary>A person by name alone.</summary>
    Person,
    /// <summary>A place that is no seat of a government ("Idlib", "two villages in Darfur"): its country, no sector.</summary>
    Place,
    /// <summary>Several states that nobody lists ("Western powers"): never expanded to members.</summary>
    Collective,
}

/// <summary>On what a reading stands, for explanations.</summary>
[Flags]
public enum ActorEvidence
{
    None = 0,
    StateName = 1,
    Adjective = 2,
    Demonym = 4,
    Seat = 8,
    Metonym = 16,
    OfficeWord = 32,
    RoleWord = 64,
    Organisation = 128,
    /// <summary>A listed holder of an office.</summary>
    Holder = 256,
    /// <summary>By surname alone, which only one listed person in office had.</summary>
    Surname = 512,
    /// <summary>By what the document said before.</summary>
    Document = 1024,
    /// <summary>The state of a place in the gazetteer.</summary>
    Place = 2048,
    /// <summary>The sector is not in the words: a state that acts is its government.</summary>
    AssumedGovernment = 4096,
}

/// <summary>A party phrase read: who it is, as far as words and tables say. What is unknown is null.</summary>
public sealed record ActorReading
{
    public static ActorReading Nobody { get; } = new();

    /// <summary>PLOVER code of the state or kind of international actor.</summary>
    public string? Code { get; init; }

    public string? Sector { get; init; }

    public ImmutableArray<string> OtherSectors { get; init; } = [];

    /// <summary>The name we know the party by ("Russia", "Sergey Lavrov"), or the name in the words.</summary>
    public string? Name { get; init; }

    /// <summary>Class of office ("defence minister") where the words or a listed term of office say one.</summary>
    public string? Office { get; init; }

    public ActorKind Kind { get; init; }

    public ActorEvidence Evidence { get; init; }

    public bool IsKnown => Code is not null || Sector is not null;

    public bool Equals(ActorReading? other) => other is not null && Code == other.Code && Sector == other.Sector && Name == other.Name && Office == other.Office
        && Kind == other.Kind && Evidence == other.Evidence && OtherSectors.SequenceEqual(other.OtherSectors);

    public override int GetHashCode() => HashCode.Combine(Code, Sector, Name, Office, Kind, Evidence);
}
