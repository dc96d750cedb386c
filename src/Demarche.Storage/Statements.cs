using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace Demarche.Storage;

/// <summary>
/// A connection and its statements, prepared once each. Parameters are numbered: <c>$1</c>, <c>$2</c>. What the database objects to
/// comes out as a <see cref="StoreException"/>, or as an <see cref="InvalidOperationException"/> where only the values are at fault. Not thread-safe.
/// </summary>
sealed class Statements(Database database, DbConnection connection) : IDisposable
{
    readonly Dictionary<string, DbCommand> commands = [];

    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Bound(sql, values);
        return Guarded(command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row, or null where there is no row or no value.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Bound(sql, values);
        return Guarded(command.ExecuteScalar) is { } value and not DBNull ? value : null;
    }

    public long Number(string sql, params ReadOnlySpan<object?> values) => Convert.ToInt64(Scalar(sql, values), CultureInfo.InvariantCulture);

    public List<T> Rows<T>(string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        var command = Bound(sql, values);
        return Guarded(() =>
        {
            var rows = new List<T>();
            using var reader = command.ExecuteReader();
            while (reader.Read())
                rows.Add(Read(read, new Row(reader)));
            return rows;
        });
    }

    // What we wrote can be read; somebody else has been here, or the file is damaged.
    T Read<T>(Func<Row, T> read, Row row)
    {
        try
        {
            return read(row);
        }
        catch (Exception problem) when (problem is JsonException or ArgumentException or FormatException or InvalidCastException or IndexOutOfRangeException)
        {
            throw new StoreException(database.Name, $"holds a row that cannot be read ({problem.Message}); 'demarche store check --store {database.Name}' names it", problem);
        }
    }

    /// <summary>Hands over the values of each row, however many rows there are. The array is the same each time.</summary>
    public void Each(string sql, Action<object?[]> use)
    {
        var command = Bound(sql, []);
        using var reader = Guarded(command.ExecuteReader);
        var values = new object?[reader.FieldCount];
        while (Guarded(reader.Read))
        {
            reader.GetValues(values!);
            use(values);
        }
    }

    /// <summary>Runs a script.</summary>
    public void Run(string sql) => Guarded(() =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    });

    T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        // A connection that broke says so once; afterwards the driver only wonders that it is used.
        catch (Exception error) when (error is DbException || (error is InvalidOperationException && connection.State != ConnectionState.Open))
        {
            var (reason, isOfValues) = database.Explain(error);
            throw isOfValues ? new InvalidOperationException(reason, error) : new StoreException(database.Name, reason, error);
        }
    }

    DbCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                var parameter = command.CreateParameter();
                // PostgreSQL numbers parameters by their places and wants them without names.
                if (connection is Microsoft.Data.Sqlite.SqliteConnection)
                    parameter.ParameterName = "$" + i;
                command.Parameters.Add(parameter);
            }
            commands.Add(sql, command);
        }
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = database.Value(values[i]);
        return command;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
            command.Dispose();
        connection.Dispose();
    }
}

/// <summary>The current row of a result, by column.</summary>
readonly struct Row(DbDataReader reader)
{
    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public int Int(int column) => reader.GetInt32(column);

    public int? IntOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);

    public double Real(int column) => reader.GetDouble(column);

    public double? RealOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
