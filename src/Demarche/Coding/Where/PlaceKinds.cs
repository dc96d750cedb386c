using Demarche.Knowledge;

namespace Demarche.Coding;

/// <summary>What the type of an act tells of its place.</summary>
static class PlaceKinds
{
    /// <summary>Acts done by words, whose objects and topics lie elsewhere.</summary>
    public static bool IsSpeech(this EventType type) =>
        type is EventType.Agree or EventType.Support or EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten;

    /// <summary>Acts that happen in streets and fields, not in statements.</summary>
    public static bool IsOnTheGround(this EventType type) =>
        type is EventType.Protest or EventType.Coerce or EventType.Assault or EventType.Mobilize or EventType.Retreat;
}
