using System.Text;
using Demarche.Events;

namespace Demarche.Cli;

/// <summary>Acts as coders of CAMEO print them, a row each: id of the text, code, whose act, towards whom. Acts that are the same are one.</summary>
sealed class ActTable : IDisposable
{
    readonly StreamWriter output;

    public ActTable(Stream stream)
    {
        output = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        output.WriteLine("id\tcode\tsource\ttarget");
    }

    public void Write(string id, IEnumerable<CameoAct> acts)
    {
        foreach (var act in acts.Distinct())
            output.WriteLine($"{Cell(id)}\t{act.Code}\t{act.Source}\t{act.Target}");
    }

    public void Dispose() => output.Dispose();

    // An id is what the input gives: a tab or a line end in it would break the row.
    static string Cell(string id) => string.Concat(id.Select(c => char.IsControl(c) ? ' ' : c));
}
