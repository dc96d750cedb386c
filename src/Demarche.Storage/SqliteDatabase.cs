using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Demarche.Storage;

/// <summary>One file, no server. One process writes at a time, any number read.</summary>
sealed class SqliteDatabase(string path) : Database
{
    // "Demr" in the file's header tells our files from others'.
    const long ApplicationId = 0x44656d72;

    public override string Name => path;

    public override string Dialect => "sqlite";

    public override string BeginWriting => "begin immediate";

    public override string BeginReading => "begin";

    public override string BeginMigrating => "begin immediate";

    public override (string Reports, string Articles) Matching =>
        ("select rowid from report_text where report_text match {0}", "select rowid from article_text where article_text match {0}");

    public override DbConnection Connect(bool create = false)
    {
        if (Directory.Exists(path))
            throw new StoreException(path, "is a folder, and not the file of a store");
        if (!create && !File.Exists(path))
            throw new StoreException(path, $"no such store; 'demarche ingest INPUT... --store {path}' makes one");
        var mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite;
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            opened.Open();
            var statements = new Statements(this, opened);
            // Before anything is written: the file may be somebody else's.
            if (statements.Number("pragma application_id") != ApplicationId && statements.Number("select count(*) from sqlite_master") > 0)
                throw new StoreException(path, "is an SQLite file, but not a Demarche store");
            // A step of work changes some thousand pages: the log is written back after several, so that what changes in each is written once.
            statements.Run("pragma journal_mode = wal; pragma wal_autocheckpoint = 8000; pragma synchronous = normal; pragma foreign_keys = on; pragma temp_store = memory; pragma cache_size = -64000");
            return opened;
        }
        catch (Exception problem)
        {
            opened.Dispose();
            if (problem is SqliteException error)
                throw new StoreException(path, Explain(error).Reason, error);
            throw;
        }
    }

    public override IReadOnlySet<int>? Applied(Statements statements)
    {
        var version = (int)statements.Number("pragma user_version");
        if (version == 0)
            return null;
        // The first schemas were counted in the file's header alone.
        return statements.Number("select count(*) from sqlite_master where name = 'migration'") == 0
            ? Enumerable.Range(1, version).ToHashSet()
            : statements.Rows("select number from migration", row => row.Int(0)).ToHashSet();
    }

    public override void Mark(Statements statements, int newest) =>
        statements.Run($"pragma application_id = {ApplicationId}; pragma user_version = {newest}");

    public override (string Reason, bool IsOfValues) Explain(Exception error) => error is not SqliteException { SqliteErrorCode: var code } ? (error.Message, false) : code switch
    {
        5 or 6 => ("is being written by another process; try again when it is done", false),
        8 => ("may not be written", false),
        10 => ("cannot be read or written: " + error.Message, false),
        11 => ("is damaged: " + error.Message, false),
        13 => ("the disk is full; what was reported as kept is kept: make room and run the same command again", false),
        14 => (File.Exists(path) ? "cannot be opened: its folder must be writable, for the -wal and -shm files that stand beside a store in use; copy it to one that is" : "cannot be opened", false),
        // Too long, or against a constraint.
        18 or 19 => (error.Message, true),
        26 => ("is not a Demarche store", false),
        _ => (error.Message, false),
    };

    protected override string And => " AND ";

    protected override string Or => " OR ";

    protected override string Expression(SearchPhrase phrase) => $"\"{string.Join(' ', phrase.Words)}\"{(phrase.IsBeginning ? " *" : "")}";

    public override IReadOnlySet<string> Parts(Statements statements) => statements.Rows(
        """
        select name from sqlite_master where type in ('index', 'trigger')
        union all select one.name || '.' || its.name from sqlite_master as one join pragma_table_info(one.name) as its where one.type = 'table'
        """,
        row => row.Text(0)).ToHashSet();

    static readonly string[] SearchIndexes = ["article_text", "report_text"];

    public override void RebuildSearch(Statements statements)
    {
        foreach (var index in SearchIndexes)
            statements.Execute($"insert into {index} ({index}) values ('rebuild')");
    }

    public override IEnumerable<string> Damage(Statements statements)
    {
        foreach (var problem in statements.Rows("pragma integrity_check", row => row.Text(0)).Where(problem => problem != "ok"))
            yield return problem;
        foreach (var index in SearchIndexes)
            if (SearchProblem(statements, index) is { } problem)
                yield return problem;
    }

    // SQLITE_CORRUPT_VTAB, which the driver words as if the whole file were damaged.
    const int CorruptVirtualTable = 267;

    static string? SearchProblem(Statements statements, string index)
    {
        try
        {
            statements.Execute($"insert into {index} ({index}, rank) values ('integrity-check', 1)");
            return null;
        }
        catch (StoreException problem) when (problem.InnerException is SqliteException error)
        {
            return $"the search index {index} does not match its texts{(error.SqliteExtendedErrorCode == CorruptVirtualTable ? "" : $" ({error.Message})")}; 'store check --rebuild-search' makes it anew";
        }
    }

    public override long Bytes(Statements statements) => statements.Number("select page_count * page_size from pragma_page_count, pragma_page_size");
}
