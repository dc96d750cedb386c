using System.Globalization;
using Demarche.Exporting;
using Demarche.Knowledge;

namespace Demarche.Tests.Exporting;

/// <summary>What may stand in each column of a dataset's table, in file order: its type, and the code list it is from. An empty cell is asked for by name.</summary>
static class ColumnTypes
{
    static readonly HashSet<string> Cameo = Column("data/exporting/cameo-labels.tsv", "code"), Roots = Column("data/exporting/cameo-roots.tsv", "root"),
        Fips = [.. Column("data/actors/states.tsv", "gec"), "GZ"], Countries = Column("data/actors/states.tsv", "code"), Names = Column("data/actors/states.tsv", "name"),
        Roles = [.. Column("data/exporting/sectors.tsv", "cameo"), "IGO", "NGO", "IMG", "MNC"], Groups = Column("data/exporting/cameo-groups.tsv", "code", "group"),
        Peoples = Column("data/exporting/cameo-groups.tsv", "code", "ethnic"), Faiths = Column("data/exporting/cameo-groups.tsv", "code", "religion"), Branches = Column("data/exporting/cameo-groups.tsv", "second"),
        Sectors = Column("data/ontology/sectors.tsv", "sector"), Labels = Column("data/exporting/cameo-labels.tsv", "label"), SectorLabels = Column("data/exporting/sectors.tsv", "label");

    static readonly HashSet<string> PhoenixRoles = ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"];

    static readonly Func<string, bool>
        Whole = cell => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0,
        Real = cell => double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        Text = cell => cell.Length > 0 && !cell.Any(char.IsControl), Empty = cell => cell.Length == 0,
        Day = cell => DateOnly.TryParseExact(cell, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        Moment = cell => DateTime.TryParseExact(cell, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        Iso = cell => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        Code = cell => cell.Length is 3 or 4 && (Cameo.Contains(cell) || cell[..2] == "01"), Base = cell => cell.Length == 3 && Code(cell), Root = Roots.Contains,
        Goldstein = cell => Real(cell) && Math.Abs(Number(cell)) <= 10, Latitude = cell => Real(cell) && Math.Abs(Number(cell)) <= 90, Longitude = cell => Real(cell) && Math.Abs(Number(cell)) <= 180,
        Country = Countries.Contains, Adm1 = cell => cell.Length is 2 or 4 && Fips.Contains(cell[..2]), Web = cell => Uri.TryCreate(cell, UriKind.Absolute, out _),
        ActorCode = cell => cell.Length >= 3 && cell.Length % 3 == 0 && cell.All(char.IsAsciiLetter), Offset = cell => cell == "-1" || Number(cell) >= 0;

    static Func<string, bool> OneOf(params string[] values) => values.Contains;

    static Func<string, bool> ListOf(string separator, Func<string, bool> item) => cell => cell.Split(separator).All(item);

    public static IReadOnlyList<Func<string, bool>> Of(string format) => format switch
    {
        "gdelt1" => Gdelt(second: false),
        "gdelt2" => Gdelt(second: true),
        "gdelt2-mentions" =>
        [
            Whole, Moment, Moment, OneOf("1", "2", "3", "4", "5", "6"), Text, Text, Whole, Offset, Offset, Offset, OneOf("0", "1"),
            cell => Number(cell) is >= 0 and <= 100, Whole, Empty, Empty, Empty,
        ],
        "icews" =>
        [
            Whole, Iso, Text, Or(ListOf(",", SectorLabels.Contains), "NULL"), Or(Names.Contains, "NULL"), Labels.Contains, Code, Goldstein,
            Text, Or(ListOf(",", SectorLabels.Contains), "NULL"), Or(Names.Contains, "NULL"), Whole, Whole, Text, Text, OneOf("NULL"), Text, Or(Names.Contains, "NULL"), Or(Latitude, "NULL"), Or(Longitude, "NULL"),
        ],
        "polecat" =>
        [
            Text, Iso, cell => EventTypes.Parse(cell) is not null, Text, Real, OneOf("1", "2", "3", "4"), Text, .. PolecatSide(), .. PolecatSide(),
            Text, Text, OneOf("None"), Text, Or(Country, "None"), Or(Latitude, "None"), Or(Longitude, "None"), Or(Whole, "None"), Text, Text, Text, Iso, OneOf("None"), OneOf("None"), OneOf("None"), Text, Text,
        ],
        _ =>
        [
            cell => cell.Split('_') is [var counter, { Length: > 0 }] && Whole(counter), Day, cell => cell.Length == 4 && Whole(cell), TwoDigits, TwoDigits, .. PhoenixSide(), .. PhoenixSide(),
            Code, Root, OneOf("0", "1", "2", "3", "4"), Goldstein, Or(ListOf(";", issue => issue.Split(',') is [{ Length: > 0 }, var count] && Whole(count)), ""),
            Or(Latitude, ""), Or(Longitude, ""), Or(Text, ""), Or(Text, ""), Or(Names.Contains, ""), ListOf(";", sentence => Whole(sentence[(sentence.LastIndexOf('_') + 1)..])), Or(ListOf(";", Web), ""), Or(Text, ""),
        ],
    };

    static IReadOnlyList<Func<string, bool>> Gdelt(bool second)
    {
        Func<string, bool>[] actor =
        [
            Or(ActorCode, ""), Or(Text, ""), Or(Country, ""), Or(cell => Groups.Contains(cell) || cell is "UNO" or "EEC", ""), Or(Peoples.Contains, ""), Or(Faiths.Contains, ""), Or(Branches.Contains, ""),
            Or(Roles.Contains, ""), Or(Roles.Contains, ""), Or(Roles.Contains, ""),
        ];
        Func<string, bool>[] place =
        [
            OneOf("0", "1", "2", "3", "4", "5"), Or(Text, ""), Or(Fips.Contains, ""), Or(Adm1, ""), .. second ? new[] { Empty } : [], Or(Latitude, ""), Or(Longitude, ""), Or(Adm1, ""),
        ];
        return
        [
            Whole, Day, cell => cell.Length == 6 && Day(cell + "01"), cell => cell.Length == 4 && Whole(cell), cell => Real(cell) && cell.Split('.') is [{ Length: 4 }, { Length: 4 }], .. actor, .. actor,
            OneOf("0", "1"), Code, Base, Root, OneOf("1", "2", "3", "4"), Goldstein, Whole, Whole, Whole, Empty, .. place, .. place, .. place, second ? Moment : Day, Or(Web, ""),
        ];
    }

    static Func<string, bool>[] PolecatSide() =>
    [
        Text, Or(ListOf("; ", cell => cell is "None" or "KOS" or "EUR" || Country(cell)), "None"), Or(ListOf("; ", cell => cell == "None" || Whole(cell)), "None"), Or(Sectors.Contains, "None"),
        Or(ListOf("; ", Sectors.Contains), "None"), Text, Text, OneOf("None"),
    ];

    static Func<string, bool>[] PhoenixSide() =>
    [
        ActorCode, cell => cell is "IGO" or "NGO" or "IMG" or "MNC" or "KSV" || Country(cell), Or(PhoenixRoles.Contains, ""), Or(ListOf(";", cell => cell.Length == 3 && !PhoenixRoles.Contains(cell) || Roles.Contains(cell)), ""),
    ];

    static Func<string, bool> Or(Func<string, bool> type, string missing) => cell => cell == missing || type(cell);

    static bool TwoDigits(string cell) => cell.Length == 2 && Whole(cell);

    static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    static HashSet<string> Column(string path, string column, string? kind = null)
    {
        using var table = new TsvFile(Repository.Data.Open(path), path, column);
        var cells = new HashSet<string> { ExportWords.CameoCountry("KOS")! };
        while (table.Read())
            if ((kind is null || table[table.Column("kind")] == kind) && table[table.Column(column)].Length > 0)
                cells.Add(table[table.Column(column)]);
        return cells;
    }
}
