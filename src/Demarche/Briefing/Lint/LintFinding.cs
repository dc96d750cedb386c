namespace Demarche.Briefing.Lint;

/// <summary>What is wrong with a line of a brief or report.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Rule">The rule's name, in words with hyphens.</param>
/// <param name="Message">What is wrong and what would mend it.</param>
public sealed record LintFinding(int Line, string Rule, string Message);
