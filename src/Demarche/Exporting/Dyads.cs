using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Demarche.Events;

namespace Demarche.Exporting;

/// <summary>
/// Takes events apart into the rows of formats that know one source and one target: each actor with each recipient; where nobody is
/// recipient and the act is mutual, each actor with each other in both directions, as such formats write it; else each actor alone.
/// </summary>
public sealed class Dyads(ExportWords words, Func<ReportedEvent, TextSource> sourceOf)
{
    // Doubles hold whole numbers up to here exactly, and so do the programs that read these tables.
    const long Largest = 1L << 53;

    readonly HashSet<long> numbers = [];
    int counter;

    /// <summary>The rows of an event, in the order of its parties; none where no day or no CAMEO code is known.</summary>
    /// <param name="needsBoth">Whether a row without a coded party on one side cannot be written.</param>
    public IEnumerable<ExportRow> Of(Event one, bool needsBoth)
    {
        if (ExportWords.CameoOf(one) is null)
            yield break;
        one = ExportRow.AsTold(one);
        var sources = one.Reports.Select(sourceOf).ToList();
        if (ExportRow.DayOf(one, sources) is null)
            yield break;
        var number = 0L;
        foreach (var (actor, recipient, isReturn) in PairsOf(one))
        {
            if (needsBoth ? actor?.Code is null || recipient?.Code is null : !IsCoded(actor) && !IsCoded(recipient))
                continue;
            // What is mutual stands there twice, under consecutive numbers.
            number = Free(isReturn ? number + 1 : NumberOf(one, actor, recipient));
            yield return new ExportRow(one, actor, recipient, number, ++counter, sources, words);
        }
    }

    bool IsCoded(Party? party) => party is not null && new CameoActor(party, words).Code is not null;

    IEnumerable<(Party? Actor, Party? Recipient, bool IsReturn)> PairsOf(Event one)
    {
        if (one.Recipients.IsEmpty && one.Actors.Length > 1 && one.Reports.Any(report => words.Mutual.IsMutual(one.Type, report.TriggerText)))
        {
            for (var i = 0; i < one.Actors.Length; i++)
                for (var j = i + 1; j < one.Actors.Length; j++)
                {
                    yield return (one.Actors[i], one.Actors[j], false);
                    yield return (one.Actors[j], one.Actors[i], true);
                }
            yield break;
        }
        foreach (var actor in one.Actors.DefaultIfEmpty())
            foreach (var recipient in one.Recipients.DefaultIfEmpty())
                yield return (actor, recipient, false);
    }

    // Of two that meet, the later takes the next free one.
    long Free(long number)
    {
        while (!numbers.Add(number))
            number = (number % (Largest - 1)) + 1;
        return number;
    }

    /// <summary>The same event and parties have the same number in every export.</summary>
    static long NumberOf(Event one, Party? actor, Party? recipient)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', one.Id.Value, NameOf(actor), NameOf(recipient))));
        return (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash) % (Largest - 1)) + 1;
    }

    static string NameOf(Party? party) => party is null ? "" : string.Join('\u001e', party.Code, party.Sector, party.Name, party.Text);
}
