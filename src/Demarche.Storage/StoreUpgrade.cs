using System.Globalization;

namespace Demarche.Storage;

/// <summary>Brings a store of an older version to the schema of this one.</summary>
public static class StoreUpgrade
{
    /// <summary>The migrations that were run; none where the store was up to date. A backup is made first, and named in the result.</summary>
    /// <param name="backup">The file for the backup; beside the store (or in the working folder) if null.</param>
    public static (IReadOnlyList<string> Migrations, string? Backup) Run(string place, string? backup, CancellationToken stop)
    {
        using var database = Database.At(place);
        using var statements = new Statements(database, database.Connect());
        var applied = database.Applied(statements) ?? throw new StoreException(database.Name, "no such store");
        var missing = Migrator.Missing(database, statements);
        if (missing.Count == 0)
            return ([], null);
        backup ??= Unused(database is SqliteDatabase ? place : "demarche-store", applied.Max());
        StoreCopy.Make(place, backup, stop);
        stop.ThrowIfCancellationRequested();
        Migrator.Run(database, statements);
        return ([.. missing.Select(file => $"{file.Number.ToString("0000", CultureInfo.InvariantCulture)}-{file.Name}")], backup);
    }

    // An upgrade that was killed after its backup makes another: which of them is whole needs no thought then.
    static string Unused(string stem, int schema)
    {
        for (var number = 1; ; number++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{stem}.schema-{schema}{(number == 1 ? "" : $"-{number}")}.backup");
            if (!File.Exists(path))
                return path;
        }
    }
}
