using Microsoft.Data.Sqlite;

namespace Demarche.Storage;

/// <summary>
/// Copies a store as of one moment, while others go on using it, from either database to either. A file stands there whole or not at all.
/// </summary>
public static class StoreCopy
{
    /// <param name="source">The store to copy; it may be of an older schema, and its copy is then too.</param>
    /// <param name="target">A file that is not there, or an address under which there are no articles.</param>
    public static void Make(string source, string target, CancellationToken stop)
    {
        using var from = Database.At(source);
        using var reading = new Statements(from, from.Connect());
        var schema = from.Applied(reading) ?? throw new StoreException(from.Name, "no such store");
        using var to = Database.At(target);
        if (to is not SqliteDatabase)
        {
            Fill(reading, from, to, schema, stop);
            return;
        }
        if (File.Exists(target))
            throw new StoreException(target, "is there already; name another file, or move it away");
        var unfinished = target + ".part";
        try
        {
            Delete(unfinished);
            using (var part = new SqliteDatabase(unfinished))
                if (from is SqliteDatabase)
                    CopyPages(from, part);
                else
                    Fill(reading, from, part, schema, stop);
            File.Move(unfinished, target);
        }
        catch (Exception problem)
        {
            if (Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(target))))
                Delete(unfinished);
            if (problem is IOException or UnauthorizedAccessException)
                throw new StoreException(target, "cannot be written: " + problem.Message, problem);
            throw;
        }
    }

    static void Delete(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm", path + "-journal" })
            File.Delete(file);
    }

    static void CopyPages(Database from, Database to)
    {
        try
        {
            using var source = (SqliteConnection)from.Connect();
            using var target = (SqliteConnection)to.Connect(create: true);
            source.BackupDatabase(target);
        }
        catch (SqliteException error)
        {
            throw new StoreException(to.Name, to.Explain(error).Reason, error);
        }
    }

    static void Fill(Statements reading, Database from, Database to, IReadOnlySet<int> schema, CancellationToken stop)
    {
        using var writing = new Statements(to, to.Connect(create: true));
        if (to.Applied(writing) is null)
            Migrator.Run(to, writing, schema);
        else if (!schema.SetEquals(to.Applied(writing)!) || writing.Number("select (select count(*) from article) + (select count(*) from coding)") > 0)
            throw new StoreException(to.Name, "holds a store already; name another database, or another schema with '?schema=name'");
        var tables = StoreTables.Of(schema);
        reading.Execute(from.BeginReading);
        writing.Execute(to.BeginWriting);
        foreach (var (name, _) in tables.Reverse())
            writing.Execute($"delete from {name}");
        Rows(reading, to, writing, tables, stop);
        to.ContinueNumbering(writing);
        writing.Execute("commit");
        reading.Execute("commit");
    }

    /// <summary>Inserts the rows of the tables, which must be empty, in their order.</summary>
    internal static void Rows(Statements reading, Database to, Statements writing, IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> tables, CancellationToken stop)
    {
        foreach (var (name, columns) in tables)
        {
            var list = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var insert = $"insert into {name} ({list}) values ({string.Join(", ", columns.Select((_, i) => "$" + (i + 1)))})";
            reading.Each($"select {list} from {name}", row =>
            {
                stop.ThrowIfCancellationRequested();
                Insert(name, insert, row);
            });
        }

        void Insert(string table, string insert, object?[] row)
        {
            try
            {
                writing.Execute(insert, row);
            }
            // What one database holds may be nothing for the other: a NUL character, a word too long for an index.
            catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
            {
                throw new StoreException(to.Name, $"row {row[0]} of the table {table} cannot be kept there ({problem.Message.Split(" (Parameter", 2)[0]}); nothing was copied", problem);
            }
        }
    }
}
