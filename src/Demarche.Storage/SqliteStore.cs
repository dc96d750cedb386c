using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Demarche.Storage;

/// <summary>
/// Articles, codings and events in one SQLite file. One process writes at a time, any number read.
/// </summary>
public sealed partial class SqliteStore : IEventStore, IDisposable
{
    // "Demr" in the file's header tells our files from others'.
    const long ApplicationId = 0x44656d72;

    // Reading a report back costs a query and some JSON; linking asks for the same ones again and again.
    const int KeptInMemory = 20_000;

    readonly string path;
    readonly SqliteConnection connection;
    readonly SqliteConnection lookup;
    readonly Statements statements;
    readonly Statements lookups;

    SqliteStore(string path, SqliteConnection connection, SqliteConnection lookup)
    {
        this.path = path;
        this.connection = connection;
        this.lookup = lookup;
        statements = new Statements(connection);
        lookups = new Statements(lookup);
    }

    /// <summary>Opens a store for reading and writing, and makes it where there is none.</summary>
    public static SqliteStore OpenOrCreate(string path) => Open(path, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens a store that must exist.</summary>
    public static SqliteStore OpenExisting(string path) =>
        File.Exists(path)
            ? Open(path, SqliteOpenMode.ReadWrite)
            : throw new StoreException(path, $"no such store; 'demarche ingest INPUT... --store {path}' makes one");

    static SqliteStore Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection? writer = null, reader = null;
        try
        {
            writer = Connect(path, mode, Recognise);
            Migrate(path, writer);
            reader = Connect(path, SqliteOpenMode.ReadWrite);
            return new SqliteStore(path, writer, reader);
        }
        catch (Exception problem)
        {
            writer?.Dispose();
            reader?.Dispose();
            if (problem is SqliteException error)
                throw new StoreException(path, Reason(error), error);
            throw;
        }
    }

    /// <summary>Opens a connection; <paramref name="recognise"/> looks at the file before anything is written to it.</summary>
    static SqliteConnection Connect(string path, SqliteOpenMode mode, Action<string, SqliteConnection>? recognise = null)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        opened.Open();
        recognise?.Invoke(path, opened);
        Run(opened, "pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -32000");
        return opened;
    }

    static void Recognise(string path, SqliteConnection connection)
    {
        var application = Number(connection, "pragma application_id");
        var tables = Number(connection, "select count(*) from sqlite_master");
        if (application != ApplicationId && tables > 0)
            throw new StoreException(path, "is an SQLite file, but not a Demarche store");
    }

    static void Migrate(string path, SqliteConnection connection)
    {
        var migrations = Migrations();
        var newest = migrations[^1].Number;
        var version = Number(connection, "pragma user_version");
        if (version > newest)
            throw new StoreException(path, $"was made by a newer version of Demarche (schema {version}, this version knows {newest}); install that version or newer");
        foreach (var (number, sql) in migrations.Where(migration => migration.Number > version))
        {
            using var transaction = connection.BeginTransaction();
            // Another process may have been faster.
            if (Number(connection, "pragma user_version") < number)
                Run(connection, $"{sql}; pragma application_id = {ApplicationId}; pragma user_version = {number}");
            transaction.Commit();
        }
    }

    static List<(int Number, string Sql)> Migrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Select(name => (Name: name, Digits: name.Split('.').First(part => part.Length > 4 && char.IsDigit(part[0]) && part[4] == '-')[..4]))
                .Select(entry => (int.Parse(entry.Digits, CultureInfo.InvariantCulture), Read(entry.Name)))
                .OrderBy(entry => entry.Item1),
        ];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>What an error of SQLite means to the user.</summary>
    static string Reason(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => "is being written by another process; try again when it is done",
        8 => "may not be written",
        10 => "cannot be read or written: " + error.Message,
        11 => "is damaged: " + error.Message,
        13 => "the disk is full",
        14 => "cannot be opened",
        26 => "is not a Demarche store",
        _ => error.Message,
    };

    public void InOneStep(Action work)
    {
        try
        {
            statements.Execute("begin immediate");
            try
            {
                work();
                statements.Execute("commit");
            }
            catch
            {
                recent.Clear();
                if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
                    statements.Execute("rollback");
                throw;
            }
        }
        catch (SqliteException error)
        {
            throw new StoreException(path, Reason(error), error);
        }
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        statements.Dispose();
        lookups.Dispose();
        lookup.Dispose();
        connection.Dispose();
    }
}
