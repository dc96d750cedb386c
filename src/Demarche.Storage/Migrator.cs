using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Demarche.Storage;

/// <summary>Brings a database to the schema of this version: every numbered file of its dialect that was not run yet, in order; numbers may have gaps.</summary>
static partial class Migrator
{
    public static IReadOnlyList<(int Number, string Name)> Known(string dialect) => [.. Files(dialect).Select(file => (file.Number, file.Name))];

    /// <summary>The names of the indexes, triggers and functions that the files of a dialect make.</summary>
    public static IReadOnlySet<string> Named(string dialect)
    {
        var names = new HashSet<string>();
        foreach (var (_, _, sql) in Files(dialect))
            foreach (Match made in MakesOrDrops().Matches(sql))
                _ = made.Groups[1].ValueSpan is "drop" ? names.Remove(made.Groups[2].Value) : names.Add(made.Groups[2].Value);
        return names;
    }

    [GeneratedRegex(@"^(create|drop) (?:unique )?(?:index|trigger|function) (\w+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MakesOrDrops();

    /// <summary>What is still to be run; all of it where there is nothing yet. A store of a newer version is refused.</summary>
    public static IReadOnlyList<(int Number, string Name)> Missing(Database database, Statements statements)
    {
        var known = Known(database.Dialect);
        var applied = database.Applied(statements);
        if (applied?.Where(number => known.All(file => file.Number != number)).ToList() is { Count: > 0 } unknown)
            throw new StoreException(database.Name, $"was made by a newer version of Demarche (schema {unknown.Max()}, this version knows {known[^1].Number}); install that version or newer");
        return [.. known.Where(file => applied is null || !applied.Contains(file.Number))];
    }

    /// <summary>Runs what is missing, wholly or not at all.</summary>
    /// <param name="only">The numbers to stop at, to make an older schema; all that are known if null.</param>
    public static void Run(Database database, Statements statements, IReadOnlySet<int>? only = null)
    {
        var files = Files(database.Dialect).Where(file => only is null || only.Contains(file.Number)).ToList();
        statements.Run(database.BeginMigrating);
        try
        {
            // Another process may have been faster: what is missing is asked after the lock was given.
            var missing = Missing(database, statements).Select(file => file.Number).ToHashSet();
            if (missing.Count > 0)
            {
                statements.Run("create table if not exists migration (number integer primary key, name text not null)");
                foreach (var (number, name, sql) in files)
                {
                    if (missing.Contains(number))
                        Run(database, statements, $"{number:0000}-{name}", sql);
                    // Of the first schemas, which were counted elsewhere, too.
                    statements.Execute("insert into migration (number, name) values ($1, $2) on conflict do nothing", number, name);
                }
                database.Mark(statements, files[^1].Number);
            }
            statements.Run("commit");
        }
        catch
        {
            RollBack(statements);
            throw;
        }
    }

    static void Run(Database database, Statements statements, string step, string sql)
    {
        try
        {
            statements.Run(sql);
        }
        catch (StoreException problem) when (problem.InnerException is not null)
        {
            throw new StoreException(database.Name, $"step {step} of the schema cannot be taken ({database.Explain(problem.InnerException).Reason}); the store is as it was", problem);
        }
    }

    static void RollBack(Statements statements)
    {
        try
        {
            statements.Run("rollback");
        }
        catch (StoreException)
        {
            // The connection is gone, and the work with it: the first error is the one to tell.
        }
    }

    static List<(int Number, string Name, string Sql)> Files(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"Schema/{dialect}/";
        return
        [
            .. assembly.GetManifestResourceNames()
                // Built on Windows, they are named with backslashes.
                .Where(name => name.Replace('\\', '/').StartsWith(prefix, StringComparison.Ordinal))
                .Select(name => (Number: int.Parse(name.AsSpan(prefix.Length, 4), CultureInfo.InvariantCulture), Name: name[(prefix.Length + 5)..^4], Read(name)))
                .OrderBy(file => file.Number),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
