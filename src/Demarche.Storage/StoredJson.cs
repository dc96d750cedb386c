using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Demarche.Documents;
using Demarche.Events;

namespace Demarche.Storage;

/// <summary>The lists that stand in one column as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(ArticleIdConverter), typeof(ReportedEventIdConverter)])]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<Block>))]
[JsonSerializable(typeof(ImmutableArray<Party>))]
[JsonSerializable(typeof(ImmutableArray<Attribution>))]
[JsonSerializable(typeof(ImmutableArray<Quantity>))]
[JsonSerializable(typeof(ImmutableArray<StatusEntry>))]
[JsonSerializable(typeof(ImmutableArray<Contradiction>))]
[JsonSerializable(typeof(ImmutableArray<ReportedEventId>))]
[JsonSerializable(typeof(ImmutableArray<FieldChange>))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(ArticleDetails))]
sealed partial class StoredJson : JsonSerializerContext;

sealed class ArticleIdConverter : JsonConverter<ArticleId>
{
    public override ArticleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ArticleId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

sealed class ReportedEventIdConverter : JsonConverter<ReportedEventId>
{
    public override ReportedEventId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, ReportedEventId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
