namespace Demarche.Evaluation;

/// <summary>One figure of a task on a data set.</summary>
/// <param name="Task">The evaluated stage ("syntax", "events").</param>
/// <param name="Data">The data set ("ud-en-dev/gum", "news").</param>
/// <param name="Measure">As the independent scorer names it ("LAS", "recall_core").</param>
/// <param name="Value">A share between 0 and 1, or a count where <paramref name="IsCount"/>.</param>
/// <param name="Items">How many items it is a mean over; 0 where that says nothing.</param>
/// <param name="IsCount">Whether less is better and the value a number of errors.</param>
public sealed record Score(string Task, string Data, string Measure, double Value, int Items, bool IsCount = false);
