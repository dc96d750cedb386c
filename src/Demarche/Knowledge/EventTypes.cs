namespace Demarche.Knowledge;

/// <summary>The codebook's spelling of the types: "ASSAULT" for <see cref="EventType.Assault"/>.</summary>
public static class EventTypes
{
    static readonly string[] Codes = [.. Enum.GetNames<EventType>().Select(name => name.ToUpperInvariant())];

    /// <summary>The sixteen types in the order of the manual.</summary>
    public static IEnumerable<EventType> All => Enum.GetValues<EventType>().Where(type => type != EventType.None);

    public static string Code(EventType type) => type == EventType.None ? "" : Codes[(int)type];

    /// <summary>The type of a code in capitals; null where it is none.</summary>
    public static EventType? Parse(string code)
    {
        var index = Array.IndexOf(Codes, code);
        return index > 0 ? (EventType)index : null;
    }
}
