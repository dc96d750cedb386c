using System.Globalization;

namespace Demarche.Exporting;

/// <summary>
/// The one-a-day filter of the Phoenix pipeline: rows of equal date, source, target and event code are one; sentences, addresses and outlets
/// are joined, counts of issues added, and what else differs is the first row's.
/// </summary>
static class OneADay
{
    const int Date = 1, Source = 5, Target = 9, EventCode = 13, Issues = 17, Latitude = 18, Sentences = 23;

    /// <summary>Rows come by date, so that no more than a day of them is held.</summary>
    public static IEnumerable<string?[]> Of(IEnumerable<string?[]> rows)
    {
        var day = new List<string?[]>();
        var places = new Dictionary<(string?, string?, string?), int>();
        foreach (var row in rows)
        {
            if (day.Count > 0 && day[0][Date] != row[Date])
            {
                foreach (var merged in day)
                    yield return merged;
                day.Clear();
                places.Clear();
            }
            if (places.TryAdd((row[Source], row[Target], row[EventCode]), day.Count))
                day.Add(row);
            else
                Join(day[places[(row[Source], row[Target], row[EventCode])]], row);
        }
        foreach (var merged in day)
            yield return merged;
    }

    static void Join(string?[] first, string?[] other)
    {
        var isPlaced = first[Latitude] is { Length: > 0 };
        for (var column = 0; column < first.Length; column++)
            first[column] = column switch
            {
                >= Latitude and < Sentences => isPlaced ? first[column] : other[column],
                Issues => Added(first[column], other[column]),
                >= Sentences => string.Join(';', Parts(first[column]).Concat(Parts(other[column])).Distinct()),
                _ => first[column] is { Length: > 0 } ? first[column] : other[column],
            };
    }

    static string Added(string? one, string? other) => string.Join(';', Parts(one).Concat(Parts(other))
        .Select(issue => issue.Split(','))
        .GroupBy(issue => issue[0], issue => int.Parse(issue[1], CultureInfo.InvariantCulture))
        .Select(issue => string.Create(CultureInfo.InvariantCulture, $"{issue.Key},{issue.Sum()}")));

    static string[] Parts(string? cell) => (cell ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
}
