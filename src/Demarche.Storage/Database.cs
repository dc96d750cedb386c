using System.Data.Common;

namespace Demarche.Storage;

/// <summary>What differs between the databases a store may be in. Everything else is written once, in SQL that both understand.</summary>
abstract class Database : IDisposable
{
    /// <summary>As messages name it; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>The folder below Schema with this database's migrations.</summary>
    public abstract string Dialect { get; }

    public abstract string BeginWriting { get; }

    /// <summary>Begins reading as of one moment.</summary>
    public abstract string BeginReading { get; }

    /// <summary>Begins a change of the schema, alone.</summary>
    public abstract string BeginMigrating { get; }

    /// <summary>SQL for the keys of the reports whose sentence, and the articles whose text, match the expression in <c>{0}</c>.</summary>
    public abstract (string Reports, string Articles) Matching { get; }

    public static Database At(string place) =>
        place.StartsWith("postgres://", StringComparison.Ordinal) || place.StartsWith("postgresql://", StringComparison.Ordinal)
            ? PostgresDatabase.At(place)
            : new SqliteDatabase(place);

    /// <summary>A new connection. <paramref name="create"/> makes the file or schema where there is none.</summary>
    public abstract DbConnection Connect(bool create = false);

    /// <summary>The numbers of the migrations that made what is there; null where there is nothing yet.</summary>
    public abstract IReadOnlySet<int>? Applied(Statements statements);

    /// <summary>Leaves a mark of our own after the schema was changed, inside the same transaction.</summary>
    public virtual void Mark(Statements statements, int newest)
    {
    }

    /// <summary>What an error means: of the store, or only of the values it was given (then the reason alone).</summary>
    public abstract (string Reason, bool IsOfValues) Explain(Exception error);

    /// <summary>A value as the database takes it.</summary>
    public virtual object Value(object? value) => value ?? DBNull.Value;

    /// <summary>The words as a search expression in which nothing but the words speaks.</summary>
    public string Expression(IReadOnlyList<SearchPhrase> phrases) => string.Join(And, phrases.Select(Expression));

    /// <summary>An expression that one of the phrases is enough for.</summary>
    public string AnyOf(IReadOnlyList<SearchPhrase> phrases) => string.Join(Or, phrases.Select(phrase => $"({Expression(phrase)})"));

    protected abstract string And { get; }

    protected abstract string Or { get; }

    protected abstract string Expression(SearchPhrase phrase);

    /// <summary>After rows were inserted with their keys: lets new keys follow the highest.</summary>
    public virtual void ContinueNumbering(Statements statements)
    {
    }

    /// <summary>What the schema is made of, as it is there: "table.column", and the names of indexes, triggers and functions.</summary>
    public abstract IReadOnlySet<string> Parts(Statements statements);

    /// <summary>Makes what searches go by anew from the texts.</summary>
    public abstract void RebuildSearch(Statements statements);

    /// <summary>Damage that no question about rows would find.</summary>
    public abstract IEnumerable<string> Damage(Statements statements);

    public abstract long Bytes(Statements statements);

    public virtual void Dispose()
    {
    }
}
