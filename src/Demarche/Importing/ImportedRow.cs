namespace Demarche.Importing;

/// <summary>A row of an input: what it says, or why it cannot be read.</summary>
/// <param name="Where">"line 7", "record 3".</param>
/// <param name="Note">What of a row that was read could not be taken.</param>
public sealed record ImportedRow(string Where, HumanRow? Row, string? Problem, string? Note = null);
