using System.Collections.Frozen;

namespace Demarche.Knowledge.Actors;

/// <summary>
/// What one document says of persons and bodies by full name, so that mentions by surname alone ("Melaye") find their reading,
/// and which states it speaks of. A surname that two of them share is nobody's. Made once a document.
/// </summary>
public sealed class KnownActors
{
    readonly FrozenDictionary<string, ActorReading?> byKey;
    readonly FrozenSet<string>? codes;
    readonly FrozenDictionary<string, string> elsewhere;

    /// <summary>Gathers what was named.</summary>
    /// <param name="named">Full names with their readings, in text order. Of one name the first reading with a code counts. A
    /// person of whom nothing is known belongs here too: the surname is then that person's and no listed holder's.</param>
    /// <param name="codes">Codes of the states and bodies that the document speaks of; null where that is not known.</param>
    /// <param name="elsewhere">Names of states, by key, that mean a part of another state here, with its code (<see cref="Namesakes"/>).</param>
    public KnownActors(IEnumerable<(string Name, ActorReading Reading)> named, IEnumerable<string>? codes = null, FrozenDictionary<string, string>? elsewhere = null)
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
        // "Li Shangfu", of whom no state is known: which word is the family's is not known either.
        foreach (var (key, reading) in full)
            if (reading.Code is null && reading.Kind is ActorKind.Person or ActorKind.Office && key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space)
                keys.TryAdd(key[..space], reading);
        foreach (var (key, reading) in full)
            keys[key] = reading;
        byKey = keys.ToFrozenDictionary();
        this.codes = codes?.ToFrozenSet();
        this.elsewhere = elsewhere ?? FrozenDictionary<string, string>.Empty;
    }

    public static KnownActors None { get; } = new([]);

    /// <summary>Whom the name means here: a full name, or a surname that one person of the document has.</summary>
    public ActorReading? Find(string name) => byKey.Count == 0 ? null : byKey.GetValueOrDefault(PersonKey.Of(name));

    /// <summary>The state that a name shared with another state means here; null where it means the one that bears it.</summary>
    public string? Elsewhere(ReadOnlySpan<char> key) => elsewhere.Count == 0 ? null : elsewhere.GetValueOrDefault(key.ToString());

    /// <summary>Whether persons of the document have this name or surname, one or several.</summary>
    public bool Names(string name) => byKey.ContainsKey(PersonKey.Of(name));

    /// <summary>Whether the document speaks of this state or body, as far as is known.</summary>
    public bool SpeaksOf(string code) => codes is null || codes.Contains(code);

    /// <summary>Whether the document is known to speak of this state or body.</summary>
    public bool Mentions(string code) => codes is not null && codes.Contains(code);

    static bool Agree(ActorReading a, ActorReading b) => a.Code == b.Code && a.Sector == b.Sector;
}
