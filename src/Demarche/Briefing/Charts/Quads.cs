namespace Demarche.Briefing.Charts;

/// <summary>The four kinds of act in words and in two signs.</summary>
static class Quads
{
    /// <summary>V+ M+ V- M-; "?" for an act without a type.</summary>
    public static string Sign(int quad) => quad switch { 1 => "V+", 2 => "M+", 3 => "V−", 4 => "M−", _ => "?" };

    public static string Name(int quad) => quad switch
    {
        1 => "V+ verbal cooperation",
        2 => "M+ material cooperation",
        3 => "V− verbal conflict",
        4 => "M− material conflict",
        _ => "no type",
    };
}
