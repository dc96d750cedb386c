using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Evaluation;
using Demarche.Evaluation.Claims;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Cli.Evaluation;

/// <summary>Measures claims on short texts of our own: who holds what, how it is hedged, and which act it speaks of.</summary>
static class ClaimTask
{
    static readonly string Path = System.IO.Path.Combine("tests", "data", "claims.tsv");

    public static IEnumerable<Score> Run(Corpora corpora)
    {
        if (!File.Exists(Path))
            throw new DataFileException(Path, "no such table of claims; run from the root of the repository");
        var gold = new List<(string Text, ImmutableArray<GoldClaim> Claims)>();
        using (var table = new TsvFile(File.OpenRead(Path), Path, "text", "claim", "holder", "proposition", "hedges", "about"))
            while (table.Read())
            {
                var text = table[table.Column("text")];
                if (gold.Count == 0 || gold[^1].Text != text)
                    gold.Add((text, []));
                if (table[table.Column("claim")].Length > 0)
                    gold[^1] = (text, gold[^1].Claims.Add(Claim(table, text)));
            }
        var whole = new WholeWay(corpora.Shipped);
        return ClaimScorer.Compare([.. gold.Select((one, row) => Reading(one.Claims, whole.Code(WholeWay.Plain($"{row + 1}", one.Text, default))))], "own");
    }

    static ClaimReading Reading(ImmutableArray<GoldClaim> claims, CodedArticle coded) => new(claims, coded.Claims, coded.Events);

    static GoldClaim Claim(TsvFile table, string text)
    {
        var (kind, proposition, holder) = (table[table.Column("claim")], table[table.Column("proposition")], table[table.Column("holder")]);
        if (!Enum.TryParse<ClaimKind>(kind, ignoreCase: true, out var found))
            throw table.Problem($"unknown claim '{kind}'{NearMiss.Hint(kind, Enum.GetNames<ClaimKind>().Select(one => one.ToLowerInvariant()))}");
        // A pronoun may stand in the text more than once: what is held is told last.
        var start = proposition.Length < 4 ? text.LastIndexOf(proposition, StringComparison.Ordinal) : text.IndexOf(proposition, StringComparison.Ordinal);
        if (start < 0)
            throw table.Problem($"the text does not hold the proposition '{proposition}'");
        return new GoldClaim(found, holder == "-" ? "" : holder, new TextSpan(start, start + proposition.Length),
            [.. table[table.Column("hedges")].Split('|', StringSplitOptions.RemoveEmptyEntries)], table[table.Column("about")]);
    }
}
