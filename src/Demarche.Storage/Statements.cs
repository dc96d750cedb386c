using Microsoft.Data.Sqlite;

namespace Demarche.Storage;

/// <summary>
/// The statements of one connection, prepared once each. Parameters are numbered: <c>$1</c>, <c>$2</c>. Not thread-safe.
/// </summary>
sealed class Statements(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> commands = [];

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row, or null where there is no row or no value.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public List<T> Rows<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Bound(sql, values).ExecuteReader();
        while (reader.Read())
            rows.Add(read(new Row(reader)));
        return rows;
    }

    /// <summary>Inserts a row and returns its key.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return (long)Scalar("select last_insert_rowid()")!;
    }

    SqliteCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
                command.Parameters.Add(new SqliteParameter("$" + i, null));
            commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
    }
}

/// <summary>The current row of a result, by column.</summary>
readonly struct Row(SqliteDataReader reader)
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Long(int column) => reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public double Real(int column) => reader.GetDouble(column);

    public double? RealOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
