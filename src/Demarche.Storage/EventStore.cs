namespace Demarche.Storage;

/// <summary>
/// Articles, codings and events in one SQLite file or PostgreSQL schema. One process writes at a time, any number read.
/// </summary>
public sealed partial class EventStore : IEventStore, IDisposable
{
    // Reading a report back costs a query and some JSON; linking asks for the same ones again and again.
    const int KeptInMemory = 20_000;

    readonly Database database;
    readonly Statements statements;
    readonly Statements lookups;
    readonly Lock lookupsGuard = new();
    readonly TextIndex keptTexts, committedTexts;

    EventStore(Database database, Statements statements, Statements lookups)
    {
        this.database = database;
        this.statements = statements;
        this.lookups = lookups;
        keptTexts = new TextIndex(statements, new Lock());
        committedTexts = new TextIndex(lookups, lookupsGuard);
    }

    /// <summary>As messages name it; without a password.</summary>
    public string Name => database.Name;

    /// <summary>Opens a store for reading and writing, and makes it where there is none.</summary>
    /// <param name="place">The path of a file, or <c>postgres://user@host:port/database</c>.</param>
    public static EventStore OpenOrCreate(string place) => Open(place, create: true);

    /// <summary>Opens a store that must exist.</summary>
    public static EventStore OpenExisting(string place) => Open(place, create: false);

    static EventStore Open(string place, bool create)
    {
        var opened = Database.At(place);
        Statements? writer = null, reader = null;
        try
        {
            writer = new Statements(opened, opened.Connect(create));
            var applied = opened.Applied(writer);
            if (applied is null && !create)
                throw new StoreException(opened.Name, $"no such store; 'demarche ingest INPUT... --store {opened.Name}' makes one");
            if (applied is null)
                Migrator.Run(opened, writer);
            else if (Migrator.Missing(opened, writer).Count > 0)
                throw new StoreException(opened.Name, $"was made by an older version of Demarche; 'demarche store upgrade --store {opened.Name}' backs it up and brings it up to date");
            reader = new Statements(opened, opened.Connect());
            return new EventStore(opened, writer, reader);
        }
        catch
        {
            writer?.Dispose();
            reader?.Dispose();
            opened.Dispose();
            throw;
        }
    }

    public void InOneStep(Action work)
    {
        statements.Execute(database.BeginWriting);
        try
        {
            var step = statements.Number("update step set number = number + 1 returning number");
            // Others wrote since we did: what we remember may be no longer so.
            if (step != lastStep + 1)
                recent.Clear();
            work();
            statements.Execute("commit");
            lastStep = step;
        }
        catch
        {
            recent.Clear();
            RollBack();
            throw;
        }
    }

    long lastStep;

    void RollBack()
    {
        try
        {
            statements.Execute("rollback");
        }
        catch (StoreException)
        {
            // The database has ended the work by itself, or is gone: the first error is the one to tell.
        }
    }

    public void Dispose()
    {
        statements.Dispose();
        lookups.Dispose();
        database.Dispose();
    }
}
