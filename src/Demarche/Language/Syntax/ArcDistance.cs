namespace Demarche.Language;

/// <summary>How far a head stands from its dependent, in 23 classes: 11 to each side, and the root.</summary>
static class ArcDistance
{
    public const int Buckets = 23;
    public const int Root = Buckets - 1;

    public static int Of(int dependent, int head)
    {
        var distance = Math.Abs(head - dependent);
        var bucket = distance switch
        {
            <= 5 => distance - 1,
            <= 7 => 5,
            <= 10 => 6,
            <= 15 => 7,
            <= 20 => 8,
            <= 30 => 9,
            _ => 10,
        };
        return head < dependent ? bucket : bucket + 11;
    }
}
