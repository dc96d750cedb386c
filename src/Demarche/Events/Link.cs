namespace Demarche.Events;

/// <summary>Two reports that may tell of one act. <see cref="A"/> is the smaller id, so that a pair has one form.</summary>
/// <param name="Score">How strongly the two belong together; larger is stronger, and only links above the linker's threshold exist.</param>
public readonly record struct Link(ReportedEventId A, ReportedEventId B, double Score)
{
    public static Link Between(ReportedEventId one, ReportedEventId other, double score) =>
        string.CompareOrdinal(one.Value, other.Value) < 0 ? new(one, other, score) : new(other, one, score);

    public ReportedEventId Other(ReportedEventId one) => one == A ? B : A;
}
