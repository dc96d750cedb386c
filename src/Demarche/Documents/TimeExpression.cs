namespace Demarche.Documents;

/// <summary>The TIMEX3 types.</summary>
public enum TimeKind : byte
{
    Date,
    Time,
    Duration,
    Set,
}

/// <summary>
/// Words that name a time: [First, End) of the token table, their TIMEX3 value ("2023-08-14", "P6D", "PRESENT_REF"), and the
/// days they mean where that could be resolved.
/// </summary>
public readonly record struct TimeExpression(TimeKind Kind, int First, int End, string Value, TextDate Date);
