using Demarche.Events;
using Demarche.Importing;
using Demarche.Knowledge;
using Demarche.Storage;

namespace Demarche.Cli;

/// <summary>Takes the rows of one human-coded file into a store, with the decisions they stand for.</summary>
sealed class HumanImport(EventStore store, EventKeeper keeper, Ontology ontology, string path, string version, string by, DateTimeOffset at)
{
    readonly string file = Path.GetFileName(path);

    /// <summary>What became of a row; the reason where its words cannot be kept.</summary>
    public (KeptAs Kept, string? Refused) Keep(HumanRow row, string where)
    {
        var coded = row.ToArticle($"{path}: {where}", version, ontology);
        try
        {
            Withdraw(coded);
            var kept = keeper.Keep([coded])[0];
            // A kill between the two steps leaves a row that is kept and not decided about: the next run does that.
            if (store.Find(store.EventOn(coded.Events[0].Id)) is { Review: null } one)
                Decide(one, row, where);
            return (kept, null);
        }
        // What the database cannot keep: a NUL character, a text longer than it holds.
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            return (default, problem.Message.Split(" (Parameter", 2)[0]);
        }
    }

    void Decide(Event one, HumanRow row, string where)
    {
        var verdict = new Verdict { Kind = DecisionKind.Accept, Event = one.Id, By = by, At = at, Why = $"imported from {file}, {where}" };
        if (row.Grade is { } grade)
            keeper.Decide(verdict with { Kind = DecisionKind.Grade, Changes = [("grade", grade)] });
        keeper.Decide(row.IsRejected ? verdict with { Kind = DecisionKind.Reject } : verdict);
    }

    /// <summary>A row of an earlier edition of the file that had the same id and other words tells nothing any more. Its words stay.</summary>
    void Withdraw(CodedArticle coded)
    {
        foreach (var earlier in store.CodedTexts(coded.Article.Id, HumanRow.Rule))
            if (earlier.Sha256 != coded.Article.Sha256 && Path.GetFileName(earlier.Input.Split(": ")[0]) == file)
                keeper.Keep([new CodedArticle { Article = earlier, Version = version, NotCoded = $"corrected in {version}" }]);
    }
}
