using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>A party in the codes of CAMEO: three letters for the country or the kind of body, three for each role.</summary>
sealed class CameoActor(Party party, ExportWords words)
{
    readonly string[] roles =
    [
        .. (ExportWords.IsInternational(party.Code) ? [BodyOf(party.Code!)] : Array.Empty<string>())
            .Concat(party.OtherSectors.Prepend(party.Sector ?? "").Select(words.CameoSector))
            .Where(role => role.Length > 0)
            .Distinct(),
    ];

    /// <summary>Country and roles in a row, as "CHNGOV"; null where neither is known.</summary>
    public string? Code => (Country ?? "") + KnownGroup + string.Concat(roles.Where(role => role != KnownGroup)) is { Length: > 0 } code ? code : null;

    public string? Name => party.Name ?? words.StateName(party.Code) ?? party.Text;

    public string? Country => ExportWords.IsInternational(party.Code) ? null : ExportWords.CameoCountry(party.Code);

    /// <summary>The bodies that have a code of their own: the United Nations, and the European Union as CAMEO still calls it.</summary>
    public string? KnownGroup => party.Code switch { "UNO" => "UNO", "EUR" => "EEC", _ => null };

    public string? Type(int index) => index < roles.Length ? roles[index] : null;

    /// <summary>The roles, primary first.</summary>
    public IReadOnlyList<string> Roles => roles;

    // CAMEO has no code of its own for movements.
    static string BodyOf(string code) => code switch { "UNO" or "EUR" => "IGO", "ISM" => "NGO", _ => code };
}
