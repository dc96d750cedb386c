using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>Gathers what places say differently of one thing.</summary>
sealed class MetadataConflicts
{
    // So many tell the case; a hostile page may name hundreds.
    const int MostValues = 8, LongestValue = 500;

    readonly List<MetadataConflict> found = [];

    public ImmutableArray<MetadataConflict> All => [.. found];

    /// <summary>Notes a field if any of the other values says something else than the one that counts.</summary>
    /// <param name="agree">Whether two values say the same; letters and digits as a rule.</param>
    public void Add(string field, MetadataValue? counts, IEnumerable<MetadataValue?> others, Func<string, string, bool>? agree = null)
    {
        if (counts is null)
            return;
        agree ??= (one, other) => PageTitle.IsSame(one, other);
        List<MetadataValue> values = [counts];
        foreach (var other in others)
            if (other is not null && values.Count < MostValues && !agree(counts.Value, other.Value) && !values.Exists(known => known.Basis == other.Basis && agree(known.Value, other.Value)))
                values.Add(other with { Value = other.Value.Length > LongestValue ? other.Value[..LongestValue] + "…" : other.Value });
        if (values.Count > 1)
            found.Add(new MetadataConflict(field, [.. values]));
    }

    public void Add(string field, PublicationDate counts, IEnumerable<PublicationDate> others) =>
        Add(field, Of(counts), others.Where(other => other.Precision >= PublicationPrecision.Day).Select(Of), (one, other) => one.Length >= 10 && other.Length >= 10 && one.AsSpan(0, 10).SequenceEqual(other.AsSpan(0, 10)));

    public static MetadataValue? Of(string? value, string basis) => string.IsNullOrWhiteSpace(value) ? null : new MetadataValue(HtmlTree.Squeeze(value), basis);

    public static MetadataValue? Of(PublicationDate date) => date.Iso is { } value ? new MetadataValue(value, Name(date.Basis)) : null;

    /// <summary>"JsonLd" as "json-ld".</summary>
    static string Name(DateBasis basis) => string.Concat(basis.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
