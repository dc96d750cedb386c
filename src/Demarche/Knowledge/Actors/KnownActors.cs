using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>
/// What one document has said of persons and bodies by full name, so that later mentions by surname alone ("Melaye") find their
/// reading. A surname that two of them share is nobody's. Made once a document.
/// </summary>
public sealed class KnownActors
{
    readonly FrozenDictionary<string, ActorReading?> byKey;

    /// <summary>Gathers what was named.</summary>
    /// <param name="named">Full names with their readings, in text order. Of one name the first reading with a code counts.</param>
    public KnownActors(IEnumerable<(string Name, ActorReading Reading)> named)
    {
        var full = new Dictionary<string, ActorReading>();
        foreach (var (name, reading) in named)
        {
            var key = PersonKey.Of(name);
            if (key.Length > 0 && (!full.TryGetValue(key, out var first) || first.Code is null && reading.Code is not null))
                full[key] = reading;
        }
        var keys = new Dictionary<string, ActorReading?>();
        foreach (var (key, reading) in full)
            foreach (var surname in PersonKey.Surnames(key, reading.Code ?? ""))
                keys[surname] = !keys.TryGetValue(surname, out var other) || other is not null && Agree(other, reading) ? reading : null;
        foreach (var (key, reading) in full)
            keys[key] = reading;
        byKey = keys.ToFrozenDictionary();
    }

    public static KnownActors None { get; } = new([]);

    /// <summary>Whom the name means here: a full name, or a surname that one person of the document has.</summary>
    public ActorReading? Find(string name) => byKey.Count == 0 ? null : byKey.GetValueOrDefault(PersonKey.Of(name));

    static bool Agree(ActorReading a, ActorReading b) => a.Code == b.Code && a.Sector == b.Sector;
}
