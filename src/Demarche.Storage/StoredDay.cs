using System.Globalization;

namespace Demarche.Storage;

/// <summary>Days as the store writes them: ISO 8601, so that they sort as text.</summary>
static class StoredDay
{
    public static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Read(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
