namespace Demarche.Knowledge;

/// <summary>The sixteen event types of PLOVER 2.0, in the order of the manual; <see cref="None"/> is for acts without a type.</summary>
public enum EventType : byte
{
    None,
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}
