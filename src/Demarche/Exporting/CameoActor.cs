using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>A party in the codes of CAMEO: three letters for the country or the kind of body, three for each role, people, religion and known group.</summary>
sealed class CameoActor
{
    readonly Party party;
    readonly ExportWords words;

    public CameoActor(Party party, ExportWords words)
    {
        (this.party, this.words) = (party, words);
        var body = ExportWords.IsInternational(party.Code) ? BodyOf(party.Code!) : null;
        Country = body is null ? ExportWords.CameoCountry(party.Code) : null;
        KnownGroup = words.Groups.KnownGroup(party) ?? party.Code switch { "UNO" => "UNO", "EUR" => "EEC", _ => null };
        // Nobody calls the bodies of states together a people or a congregation: the Arab League, the Catholic members of an assembly.
        Ethnic = body is "IGO" ? null : words.Groups.Ethnic(party);
        (Religion, Branch) = body is "IGO" ? default : words.Groups.Religion(party);
        Roles = [.. new[] { body ?? "" }.Concat(party.OtherSectors.Prepend(party.Sector ?? "").Select(words.CameoSector)).Where(role => role.Length > 0).Distinct()];
        // An international body is named before what it does, a group at home after.
        string?[] parts = body is null ? [Country, .. Roles, Ethnic, Religion, Branch, KnownGroup] : [body, KnownGroup, .. Roles.Skip(1), Ethnic, Religion, Branch];
        var code = string.Concat(parts.OfType<string>().Distinct());
        Code = code.Length > 0 ? code : null;
    }

    /// <summary>All that is known in a row, as "CHNGOV" or "IGOUNO"; null where nothing is.</summary>
    public string? Code { get; }

    public string? Name => party.Name ?? words.StateName(party.Code) ?? party.Text;

    public string? Country { get; }

    /// <summary>Of bodies that have a code of their own: the United Nations, NATO, Hezbollah.</summary>
    public string? KnownGroup { get; }

    public string? Ethnic { get; }

    public string? Religion { get; }

    /// <summary>Of the religion.</summary>
    public string? Branch { get; }

    /// <summary>The roles, primary first; of an international body its kind before them.</summary>
    public ImmutableArray<string> Roles { get; }

    public string? Type(int index) => index < Roles.Length ? Roles[index] : null;

    // CAMEO has no code of its own for movements.
    static string BodyOf(string code) => code switch { "UNO" or "EUR" => "IGO", "ISM" => "NGO", _ => code };
}
