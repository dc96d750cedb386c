namespace Demarche.Reading;

/// <summary>
/// The last guard of patterns that backtrack: a document on which one of them takes longer fails. Their inputs are short lines, or the
/// time they take grows with the text and no faster. Patterns that do not backtrack read pages a quarter slower and start 0.2 s later.
/// </summary>
static class PatternLimits
{
    public const int Milliseconds = 5000;
}
