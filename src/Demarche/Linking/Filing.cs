using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Linking;

/// <summary>Under which keys a report is filed: two reports of different texts that could be one act always find each other.</summary>
static class Filing
{
    public static LinkKeys KeysOf(Traits traits)
    {
        var act = Linking.Act.FamilyOf(traits.Act).ToString();
        var codes = traits.Everybody.Codes;
        var oneSided = IsOneSided(traits);
        var stored = ImmutableArray.CreateBuilder<string>();
        var sought = ImmutableArray.CreateBuilder<string>();
        if (codes.Length > 0)
        {
            // Of several parties another text may name some only, but never one side alone of two that are told.
            if (!oneSided)
                foreach (var pair in PairsOf(codes))
                {
                    stored.Add($"{act}:{pair}");
                    sought.Add($"{act}:{pair}");
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
        // Two who accuse each other of one blast are found by where it was.
        if (Comparison.MayBeDisputed(traits))
        {
            stored.Add($"{act}:at:{traits.Place!.Name}");
            sought.Add($"{act}:at:{traits.Place!.Name}");
        }
        var (first, last) = Reach(traits);
        return new LinkKeys(stored.ToImmutable(), sought.ToImmutable(), first, last);
    }

    // Long lists are conferences: their whole list and their first parties are enough to find them by.
    static IEnumerable<string> PairsOf(ImmutableArray<string> codes)
    {
        const int Most = 4;
        if (codes.Length is 1 or > Most)
            yield return string.Join('-', codes);
        for (var i = 0; i < Math.Min(codes.Length, Most); i++)
            for (var j = i + 1; j < Math.Min(codes.Length, Most); j++)
                yield return $"{codes[i]}-{codes[j]}";
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
