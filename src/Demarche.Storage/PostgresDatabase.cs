using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Demarche.Storage;

/// <summary>A schema of a PostgreSQL database, for teams and clusters.</summary>
sealed class PostgresDatabase : Database
{
    readonly NpgsqlDataSource source;
    readonly string? schema;

    PostgresDatabase(string name, NpgsqlConnectionStringBuilder settings)
    {
        Name = name;
        schema = settings.SearchPath;
        source = NpgsqlDataSource.Create(settings);
    }

    public override string Name { get; }

    public override string Dialect => "postgres";

    public override string BeginWriting => "begin";

    public override string BeginReading => "begin isolation level repeatable read, read only";

    // Two processes that make the same store at once would stumble over each other.
    public override string BeginMigrating => "begin; select pg_advisory_xact_lock(1147498866)";

    public override (string Reports, string Articles) Matching =>
        ($"select report from report where words @@ {Query}", $"select article from article where words @@ {Query}");

    // Without diacritics, as search_words leaves them out.
    const string Query = """to_tsquery('demarche', regexp_replace(normalize({0}::text, NFD), U&'[\0300-\036F]' collate "und-x-icu", '', 'g'))""";

    /// <summary>From <c>postgres://user:password@host:port/database?schema=name</c>; any other setting after the question mark is the driver's.</summary>
    public new static PostgresDatabase At(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
            throw new StoreException(address, "is not an address of the form postgres://user@host:port/database");
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            ApplicationName = "demarche",
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            CommandTimeout = 600,
            KeepAlive = 15,
        };
        var name = $"postgres://{(settings.Username is null ? "" : settings.Username + "@")}{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}/{settings.Database}{uri.Query}";
        foreach (var setting in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)))
            try
            {
                settings[setting[0] == "schema" ? "Search Path" : setting[0]] = Uri.UnescapeDataString(setting.Length > 1 ? setting[1] : "");
            }
            catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidCastException or KeyNotFoundException or OverflowException)
            {
                throw new StoreException(name, $"'{setting[0]}' is not a setting with that value", problem);
            }
        if (settings.SearchPath is { } schema && !schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            throw new StoreException(name, $"'{schema}' is not a name for a schema: small letters, digits and _");
        return new PostgresDatabase(name, settings);
    }

    public override DbConnection Connect(bool create = false)
    {
        try
        {
            var connection = source.OpenConnection();
            if (create && schema is not null)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"create schema if not exists \"{schema}\"";
                command.ExecuteNonQuery();
            }
            return connection;
        }
        catch (Exception problem) when (problem is NpgsqlException or TimeoutException or ArgumentException)
        {
            throw new StoreException(Name, problem is ArgumentException ? problem.Message : Explain(problem).Reason, problem);
        }
    }

    public override IReadOnlySet<int>? Applied(Statements statements)
    {
        if (statements.Scalar("select to_regclass('migration')::text") is not null)
            return statements.Rows("select number from migration", row => row.Int(0)).ToHashSet();
        var strangers = statements.Number("select count(*) from pg_class where relnamespace = to_regnamespace(current_schema()) and relkind in ('r', 'v', 'm', 'p')");
        return strangers == 0 ? null : throw new StoreException(Name, "holds tables of something else; add '?schema=demarche' to the address to keep the store apart");
    }

    public override (string Reason, bool IsOfValues) Explain(Exception error) => error switch
    {
        // Class 22: the values; 23: constraints; 54: limits of the database, such as the size of what an index can hold.
        PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] } problem => (problem.MessageText, true),
        PostgresException { SqlState: "53100" } => ("the disk of the server is full; what was reported as kept is kept: make room and run the same command again", false),
        PostgresException { SqlState: "3D000" } => ("no such database; 'createdb' makes one", false),
        PostgresException { SqlState: ['2', '8', ..] } problem => ("the server refuses us: " + problem.MessageText, false),
        PostgresException { SqlState: "42501" or "25006" } problem => ("may not be written: " + problem.MessageText, false),
        PostgresException { SqlState: ['5', '7', ..] } problem => (Lost(problem.MessageText), false),
        PostgresException problem => (problem.MessageText, false),
        _ => (Lost(error.InnerException?.Message ?? error.Message), false),
    };

    static string Lost(string reason) => $"no connection to the server ({reason}); what was reported as kept is kept: run the same command again when the server answers";

    public override object Value(object? value) => value switch
    {
        null or DBNull => DBNull.Value,
        // All our columns of whole numbers are bigint: a statement prepared for a null expects what the column holds.
        int number => (long)number,
        string text when text.Contains('\0', StringComparison.Ordinal) => throw new ArgumentException("the text has a NUL character, which PostgreSQL cannot keep", nameof(value)),
        _ => value,
    };

    protected override string And => " & ";

    protected override string Or => " | ";

    protected override string Expression(SearchPhrase phrase) =>
        string.Join(" <-> ", phrase.Words.Select(word => $"'{word}'")) + (phrase.IsBeginning ? ":*" : "");

    public override void ContinueNumbering(Statements statements)
    {
        foreach (var (table, column) in statements.Rows(
            "select table_name, column_name from information_schema.columns where table_schema = current_schema() and identity_generation = 'BY DEFAULT'",
            row => (row.Text(0), row.Text(1))))
            statements.Run($"select setval(pg_get_serial_sequence('{table}', '{column}'), coalesce((select max({column}) from {table}), 0) + 1, false)");
    }

    public override IReadOnlySet<string> Parts(Statements statements) => statements.Rows(
        """
        select table_name || '.' || column_name from information_schema.columns where table_schema = current_schema()
        union all select indexname from pg_indexes where schemaname = current_schema()
        union all select tgname from pg_trigger join pg_class on pg_class.oid = tgrelid where relnamespace = to_regnamespace(current_schema()) and not tgisinternal and tgenabled <> 'D'
        union all select proname from pg_proc where pronamespace = to_regnamespace(current_schema())
        """,
        row => row.Text(0)).ToHashSet();

    public override void RebuildSearch(Statements statements)
    {
        foreach (var (table, words) in new[] { ("article", "coalesce(title, '') || ' ' || text"), ("report", "sentence") })
            statements.Run($"""
                alter table {table} drop column words;
                alter table {table} add column words tsvector generated always as (search_words({words})) stored;
                create index {table}_words on {table} using gin (words)
                """);
    }

    // The server tells of damaged pages when they are read.
    public override IEnumerable<string> Damage(Statements statements)
    {
        const string Remedy = "what is searched of it does not match its text; 'store check --rebuild-search' makes it anew";
        return statements.Rows("select id from article where words is distinct from search_words(coalesce(title, '') || ' ' || text) order by id", row => $"{row.Text(0)}: {Remedy}")
            .Concat(statements.Rows("select id from report where words is distinct from search_words(sentence) order by id", row => $"{row.Text(0)}: {Remedy}"));
    }

    public override long Bytes(Statements statements) => statements.Number(
        "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint from pg_class where relnamespace = to_regnamespace(current_schema()) and relkind = 'r'");

    public override void Dispose()
    {
        source.Dispose();
        base.Dispose();
    }
}
