using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>Under which keys a report is filed: two reports that could be one act always find each other.</summary>
static class Filing
{
    public static LinkKeys KeysOf(Traits traits)
    {
        var act = traits.Act.ToString();
        var codes = traits.Everybody.Codes;
        var oneSided = IsOneSided(traits);
        var stored = ImmutableArray.CreateBuilder<string>();
        var sought = ImmutableArray.CreateBuilder<string>();
        var text = $"{act}:text:{traits.Report.Document.Value}:{traits.Report.TextSha256[..16]}";
        stored.Add(text);
        sought.Add(text);
        if (codes.Length > 0)
        {
            if (!oneSided)
            {
                var all = $"{act}:{string.Join('-', codes)}";
                stored.Add(all);
                sought.Add(all);
            }
            // A report that leaves a side out may be of any pair its party belongs to.
            foreach (var code in codes)
            {
                stored.Add($"{act}:{code}:{(oneSided ? "may" : "has")}");
                sought.Add($"{act}:{code}:{(oneSided ? "has" : "may")}");
                if (oneSided)
                    sought.Add($"{act}:{code}:may");
            }
        }
        var (first, last) = Reach(traits);
        return new LinkKeys(stored.ToImmutable(), sought.ToImmutable(), first, last);
    }

    static bool IsOneSided(Traits traits) => Linking.Act.IsMutual(traits.Act)
        ? traits.Everybody.Codes.Length < 2
        : traits.Actors.IsUnknown || traits.Recipients.IsUnknown;

    // Long windows are cut to the part around the day of writing, where both tellings of such a thing have their weight.
    static (int First, int Last) Reach(Traits traits)
    {
        if (traits.Days is not { } days)
            return (0, 0);
        // One day more on both sides for dates mistaken by one.
        int first = days.First - 1, last = days.Last + 1;
        if (last - first <= LinkKeys.LongestReach)
            return (first, last);
        var middle = Math.Clamp(traits.Telling.Anchor?.DayNumber ?? first, first, last);
        var from = Math.Clamp(middle - LinkKeys.LongestReach / 2, first, last - LinkKeys.LongestReach);
        return (from, from + LinkKeys.LongestReach);
    }
}
