using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>The sectors and the codes without a country of PLOVER 2.0 (manual, section on actors).</summary>
public static class Sectors
{
    public static FrozenSet<string> All { get; } = FrozenSet.ToFrozenSet<string>(
    [
        "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE", "PRM", "PTY", "REB", "REF",
        "REL", "SOC", "SPY", "UAF", "UNK",
    ]);

    /// <summary>Codes of those who belong to no state.</summary>
    public static FrozenSet<string> InternationalCodes { get; } = FrozenSet.ToFrozenSet<string>(["EUR", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"]);
}
