using System.Globalization;
using Demarche.Documents;

namespace Demarche.Briefing;

/// <summary>Days in words.</summary>
static class EventDays
{
    public static string Of(DateOnly? day) => day is { } known ? Day(known, "d MMM yyyy") : "an unknown day";

    /// <summary>By itself: "14 to 19 Aug 2023", "by 14 Aug 2023"; empty where nobody says.</summary>
    public static string Of(TextDate date) => date.Precision switch
    {
        _ when date.Start is null && date.End is null => "",
        DatePrecision.Before => $"by {Of(date.End)}",
        DatePrecision.Open => $"since {Of(date.Start)}",
        DatePrecision.Future => $"after {Of(date.Start)}",
        DatePrecision.Month => Day(date.Start!.Value, "MMMM yyyy"),
        DatePrecision.Year => Day(date.Start!.Value, "yyyy"),
        _ when date.Start == date.End => Of(date.Start),
        DatePrecision.Window => $"between {Short(date)} and {Of(date.End)}",
        _ => $"{Short(date)} to {Of(date.End)}",
    };

    /// <summary>In a sentence, with a blank before it: " on 14 Aug 2023", " from 14 to 19 Aug 2023".</summary>
    public static string In(TextDate date) => (Of(date), date.Precision) switch
    {
        ("", _) => "",
        (var words, DatePrecision.Before or DatePrecision.Open or DatePrecision.Future) => " " + words,
        (var words, DatePrecision.Month or DatePrecision.Year) => " in " + words,
        (var words, _) when date.Start == date.End => " on " + words,
        (var words, DatePrecision.Window) => " " + words,
        (var words, _) => " from " + words,
    };

    /// <summary>The first day, without what the last one says as well.</summary>
    static string Short(TextDate date) => (date.Start, date.End) switch
    {
        ({ } first, { } last) when first.Year == last.Year => Day(first, first.Month == last.Month ? "%d" : "d MMM"),
        _ => Of(date.Start),
    };

    static string Day(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
