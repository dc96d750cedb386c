using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>An actor code of CAMEO ("USAGOV", "IGOUNO", "~MED") as PLOVER has it: whose, and of which sectors.</summary>
/// <param name="Code">State or kind of international actor; the first three letters as they stand where PLOVER has no such code; null for "~GOV".</param>
readonly record struct CameoActor(string? Code, ImmutableArray<string> Sectors)
{
    // CAMEO manual 1.1b3, chapter 4, against PLOVER 2.0: same meaning, other letters.
    static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["MED"] = "JRN",
        ["HLH"] = "MED",
        ["INS"] = "REB",
        ["SEP"] = "REB",
        ["HRI"] = "SOC",
        ["ENV"] = "SOC",
        ["DEV"] = "SOC",
        ["IMM"] = "REF",
    }.ToFrozenDictionary();

    static readonly FrozenSet<string> UnitedNations = FrozenSet.ToFrozenSet(["UNO", "UNOGOV"]);

    static readonly FrozenSet<string> EuropeanUnion = FrozenSet.ToFrozenSet(["EUR", "EEC", "EEU", "EUN"]);

    /// <summary>Reads groups of three letters; what is no group of PLOVER's (religions, names of bodies) is passed over.</summary>
    public static CameoActor Read(string code)
    {
        var owner = code.Replace("~", "", StringComparison.Ordinal);
        var groups = new List<string>();
        for (var i = 0; i + 3 <= owner.Length; i += 3)
            groups.Add(owner[i..(i + 3)]);
        string? whose = null;
        if (groups.Count == 0)
            whose = owner.Length > 0 ? owner : null;
        else if (code[0] != '~')
        {
            (whose, groups) = (groups[0], groups[1..]);
            if (whose is "IGO" && groups.Count > 0 && UnitedNations.Contains(groups[0]))
                whose = "UNO";
            else if (whose is "IGO" && groups.Count > 0 && EuropeanUnion.Contains(groups[0]))
                whose = "EUR";
            else if (whose is "NGM")
                whose = "NGO";
        }
        return new CameoActor(whose, [.. groups.Select(group => Renamed.GetValueOrDefault(group, group)).Where(Actors.Sectors.All.Contains).Distinct()]);
    }
}
