using System.Globalization;

namespace Demarche.Documents;

/// <summary>Where a publication date was found; the order is the order of trust.</summary>
public enum DateBasis
{
    /// <summary>No date is known.</summary>
    None,
    /// <summary>Given by the user (<c>--published</c>).</summary>
    User,
    /// <summary>A field of the input record (JSON, CSV).</summary>
    Record,
    Feed,
    JsonLd,
    Meta,
    TimeElement,
    Url,
    /// <summary>Inferred from the words of the text.</summary>
    Text,
    Archive,
    HttpHeader,
}

/// <summary>How exact a publication date is.</summary>
public enum PublicationPrecision
{
    Unknown,
    Year,
    Month,
    Day,
    Second,
}

/// <summary>
/// When an article was published, in the publisher's local time, with the reason we think so.
/// <c>default</c> is "not known".
/// </summary>
public readonly record struct PublicationDate(DateTimeOffset? Moment, PublicationPrecision Precision, DateBasis Basis)
{
    public static PublicationDate OfDay(DateOnly day, DateBasis basis) =>
        new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), PublicationPrecision.Day, basis);

    /// <summary>Whether the clock is the publisher's and nothing tells its zone; the offset of <see cref="Moment"/> is zero then.</summary>
    public bool IsLocal { get; init; }

    /// <summary>The publisher's local day, or null where even the day is not known.</summary>
    public DateOnly? Day => Precision >= PublicationPrecision.Day && Moment is { } moment ? DateOnly.FromDateTime(moment.DateTime) : null;

    /// <summary>ISO 8601, cut to the precision; null where nothing is known.</summary>
    public string? Iso => Moment is not { } moment ? null : Precision switch
    {
        PublicationPrecision.Year => moment.ToString("yyyy", CultureInfo.InvariantCulture),
        PublicationPrecision.Month => moment.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PublicationPrecision.Day => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PublicationPrecision.Second => moment.ToString(IsLocal ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => null,
    };
}
