using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Demarche.Reading;

/// <summary>The fields of a JSON object; objects and lists of objects with a name stand for their name.</summary>
readonly struct JsonFields(JsonElement element) : IRecordFields
{
    public string? Problem => element.ValueKind == JsonValueKind.Object ? null : $"expected an object, found {Describe(element.ValueKind)}";

    public bool HasText => element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any(property => ArticleRecord.IsTextField(property.Name));

    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.TryGetProperty(name, out var value) && Text(value) is { } text && !string.IsNullOrWhiteSpace(text))
                return text.Trim();
        return null;
    }

    public ImmutableArray<string> List(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!element.TryGetProperty(name, out var value))
                continue;
            var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
            ImmutableArray<string> list = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim())];
            if (list.Length > 0)
                return list;
        }
        return [];
    }

    static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Of(value),
        JsonValueKind.Number => value.GetRawText().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Object when value.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String => JsonText.Of(name),
        _ => null,
    };

    static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
