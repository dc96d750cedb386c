using System.Collections.Immutable;
using Demarche.Events;

namespace Demarche.Evaluation.Petrarch;

/// <summary>
/// Compares the acts coded of each record with PETRARCH's, as sets of CAMEO root and both countries. Where the record wants both
/// parties, an act of which one is not known is no answer; the gold has some all the same, which nobody can find: "_named" leaves
/// these out.
/// </summary>
public static class PetrarchScorer
{
    public const string Nobody = "---";

    public static IEnumerable<Score> Compare(IReadOnlyList<PetrarchRecord> gold, IReadOnlyList<IReadOnlyCollection<CameoAct>> system, string data)
    {
        int right = 0, wrong = 0, missed = 0, unnamed = 0, exact = 0;
        foreach (var (record, coded) in gold.Zip(system))
        {
            var wanted = record.Acts.ToHashSet();
            var found = coded.Where(act => !record.NeedsBoth || IsNamed(act)).Select(act => act with { Code = act.Code[..2] }).ToHashSet();
            var both = wanted.Count(found.Contains);
            (right, wrong, missed) = (right + both, wrong + found.Count - both, missed + wanted.Count - both);
            unnamed += record.NeedsBoth ? wanted.Count(act => !IsNamed(act)) : 0;
            exact += wanted.SetEquals(found) ? 1 : 0;
        }
        yield return new Score("petrarch", data, "precision", Share(right, right + wrong), right + wrong);
        yield return new Score("petrarch", data, "recall", Share(right, right + missed), right + missed);
        yield return new Score("petrarch", data, "f1", Share(2 * right, (2 * right) + wrong + missed), right + missed);
        yield return new Score("petrarch", data, "records_exact", Share(exact, gold.Count), gold.Count);
        yield return new Score("petrarch", data, "recall_named", Share(right, right + missed - unnamed), right + missed - unnamed);
        yield return new Score("petrarch", data, "f1_named", Share(2 * right, (2 * right) + wrong + missed - unnamed), right + missed - unnamed);
    }

    static bool IsNamed(CameoAct act) => act.Source != Nobody && act.Target != Nobody;

    static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
