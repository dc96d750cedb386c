namespace Demarche.Storage;

/// <summary>The tables of a schema with their columns, each after those it refers to. Both databases have the same.</summary>
static class StoreTables
{
    /// <summary>As the migrations of these numbers make them.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Columns)> Of(IReadOnlySet<int> migrations)
    {
        using var database = new SqliteDatabase(":memory:");
        using var statements = new Statements(database, database.Connect(create: true));
        Migrator.Run(database, statements, migrations);
        // A virtual table keeps its rows in tables of its own, which are named after it, and follows its table by itself.
        var names = statements.Rows(
            """
            select name from sqlite_master as one where type = 'table' and sql not like 'create virtual %' and name <> 'migration' and not exists (
                select 1 from sqlite_master as whole where whole.sql like 'create virtual %' and one.name like whole.name || '\_%' escape '\')
            order by name
            """,
            row => row.Text(0));
        var ordered = new List<string>();
        foreach (var name in names)
            Place(name);
        return [.. ordered.Select(name => (name, (IReadOnlyList<string>)statements.Rows("select name from pragma_table_info($1) order by cid", row => row.Text(0), name)))];

        void Place(string name)
        {
            if (ordered.Contains(name))
                return;
            foreach (var needed in statements.Rows("select distinct \"table\" from pragma_foreign_key_list($1)", row => row.Text(0), name).Where(needed => needed != name))
                Place(needed);
            ordered.Add(name);
        }
    }
}
