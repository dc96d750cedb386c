using System.Collections.Frozen;
using System.Globalization;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Exporting;

/// <summary>The code lists of other datasets: what our codes are there. From <c>data/exporting</c>, <c>data/actors/states.tsv</c> and the gazetteer.</summary>
public sealed class ExportWords
{
    const string Folder = "data/exporting/";

    readonly FrozenDictionary<string, (string Label, double? Goldstein)> labels;
    readonly FrozenDictionary<string, (double Goldstein, int GdeltQuad, int PhoenixQuad)> roots;
    readonly FrozenDictionary<string, (string Cameo, string Label, string Phoenix)> sectors;
    readonly FrozenDictionary<string, (string Name, string Fips, string Cow)> states;
    readonly Lazy<ExportPlaces> places;
    readonly FrozenSet<string> phoenixRoles;

    public ExportWords(DataFolder data)
    {
        labels = Read(data, Folder + "cameo-labels.tsv", ["code", "label", "goldstein"],
            row => (row(1), row(2).Length > 0 ? double.Parse(row(2), CultureInfo.InvariantCulture) : (double?)null));
        roots = Read(data, Folder + "cameo-roots.tsv", ["root", "goldstein", "gdelt_quad", "phoenix_quad"],
            row => (double.Parse(row(1), CultureInfo.InvariantCulture), int.Parse(row(2), CultureInfo.InvariantCulture), int.Parse(row(3), CultureInfo.InvariantCulture)));
        sectors = Read(data, Folder + "sectors.tsv", ["sector", "cameo", "label", "phoenix"], row => (row(1), row(2), row(3)));
        states = Read(data, "data/actors/states.tsv", ["code", "kind", "name", "gec", "cow"], row => (row(2), row(3), row(4)), row => row(1) is "state" or "special");
        phoenixRoles = sectors.Values.Select(row => row.Phoenix).ToFrozenSet();
        Groups = new CameoGroups(data);
        Mutual = new MutualActs(data);
        places = new Lazy<ExportPlaces>(() => new ExportPlaces(data));
    }

    /// <summary>With the tables, too, that are otherwise read when first asked for.</summary>
    public static ExportWords Whole(DataFolder data)
    {
        var words = new ExportWords(data);
        _ = words.places.Value;
        return words;
    }

    internal CameoGroups Groups { get; }

    public MutualActs Mutual { get; }

    // The gazetteer is the largest of the tables, and half of the formats have no use for it.
    internal ExportPlaces Places => places.Value;

    /// <summary>The event's CAMEO code with at least three digits: "04" alone is the root's general code 040. A dictionary's own code, of no root of CAMEO, is none.</summary>
    public static string? CameoOf(Event one) => one.Cameo is not { Length: >= 2 } code || !code.All(char.IsAsciiDigit) || code[0] > '2' || (code[0] == '2' && code[1] > '0') || code.StartsWith("00", StringComparison.Ordinal) ? null
        : code.Length == 2 ? code + "0" : code;

    public string? LabelOf(string cameo) => labels.GetValueOrDefault(cameo).Label ?? labels.GetValueOrDefault(cameo[..3]).Label;

    /// <summary>The value of the code, else of its three digits, else of its root.</summary>
    public double GoldsteinOf(string cameo) => labels.GetValueOrDefault(cameo).Goldstein ?? labels.GetValueOrDefault(cameo[..3]).Goldstein ?? RootGoldsteinOf(cameo);

    /// <summary>The value of the code's root, all that the Phoenix pipeline knows.</summary>
    public double RootGoldsteinOf(string cameo) => roots[cameo[..2]].Goldstein;

    public int GdeltQuadOf(string cameo) => roots[cameo[..2]].GdeltQuad;

    public int PhoenixQuadOf(string cameo) => roots[cameo[..2]].PhoenixQuad;

    /// <summary>The code as CAMEO has it: the role code of a sector, or "" where it has none.</summary>
    public string CameoSector(string sector) => sectors.TryGetValue(sector, out var row) ? row.Cameo : "";

    public string SectorLabel(string sector) => sectors.TryGetValue(sector, out var row) ? row.Label : sector;

    public string PhoenixRole(string sector) => sectors.TryGetValue(sector, out var row) ? row.Phoenix : "CVL";

    public bool IsPhoenixRole(string code) => phoenixRoles.Contains(code);

    /// <summary>The English name of a state, or null for codes that are no states.</summary>
    public string? StateName(string? code) => code is not null && states.TryGetValue(code, out var row) ? row.Name : null;

    /// <summary>FIPS 10-4 (GEC), or null.</summary>
    public string? Fips(string? code) => code is not null && states.TryGetValue(code, out var row) && row.Fips.Length > 0 ? row.Fips : null;

    /// <summary>Correlates of War number, or null.</summary>
    public string? Cow(string? code) => code is not null && states.TryGetValue(code, out var row) && row.Cow.Length > 0 ? row.Cow : null;

    /// <summary>Three letters as CAMEO has them; PLOVER's KOS is KSV there.</summary>
    public static string? CameoCountry(string? code) => code == "KOS" ? "KSV" : code;

    /// <summary>Codes that name a kind of body across countries and no country.</summary>
    public static bool IsInternational(string? code) => code is "IGO" or "UNO" or "EUR" or "NGO" or "ISM" or "IMG" or "MNC";

    static FrozenDictionary<string, T> Read<T>(DataFolder data, string path, string[] columns, Func<Func<int, string>, T> value, Func<Func<int, string>, bool>? where = null)
    {
        using var table = new TsvFile(data.Open(path), path, columns);
        var at = columns.Select(table.Column).ToArray();
        var found = new Dictionary<string, T>();
        while (table.Read())
        {
            string Cell(int column) => table[at[column]];
            try
            {
                if (where?.Invoke(Cell) is not false && !found.TryAdd(Cell(0), value(Cell)))
                    throw table.Problem($"'{Cell(0)}' stands here twice");
            }
            catch (FormatException)
            {
                throw table.Problem("expected a number");
            }
        }
        return found.ToFrozenDictionary();
    }
}
