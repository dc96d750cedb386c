namespace Demarche.Storage;

/// <summary>The tables of a schema with their columns, each after those it refers to. Both databases have the same.</summary>
static class StoreTables
{
    /// <summary>As the migrations of these numbers make them.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> Of(IReadOnlySet<int> migrations) => Read(migrations, statements =>
    {
        var ordered = new List<string>();
        foreach (var name in Names(statements))
            Place(name);
        return ordered.ConvertAll(name => (name, (IReadOnlyList<string>)statements.Rows("select name from pragma_table_info($1) order by cid", row => row.Text(0), name)));

        void Place(string name)
        {
            if (ordered.Contains(name))
                return;
            foreach (var needed in References(statements, name).Select(reference => reference.To).Distinct().Where(needed => needed != name))
                Place(needed);
            ordered.Add(name);
        }
    });

    /// <summary>Which column of which table names a row of which other.</summary>
    public static IReadOnlyList<(string Table, string Column, string To, string Key)> References(IReadOnlySet<int> migrations) =>
        Read(migrations, statements => Names(statements).SelectMany(name => References(statements, name)).ToList());

    static List<(string Table, string Column, string To, string Key)> References(Statements statements, string table) =>
        statements.Rows("select \"from\", \"table\", \"to\" from pragma_foreign_key_list($1)", row => (table, row.Text(0), row.Text(1), row.Text(2)), table);

    // A virtual table keeps its rows in tables of its own, which are named after it, and follows its table by itself.
    static List<string> Names(Statements statements) => statements.Rows(
        """
        select name from sqlite_master as one where type = 'table' and sql not like 'create virtual %' and name <> 'migration' and not exists (
            select 1 from sqlite_master as whole where whole.sql like 'create virtual %' and one.name like whole.name || '\_%' escape '\')
        order by name
        """,
        row => row.Text(0));

    static T Read<T>(IReadOnlySet<int> migrations, Func<Statements, T> read)
    {
        using var database = new SqliteDatabase(":memory:");
        using var statements = new Statements(database, database.Connect(create: true));
        Migrator.Run(database, statements, migrations);
        return read(statements);
    }
}
