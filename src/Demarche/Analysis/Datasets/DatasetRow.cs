namespace Demarche.Analysis.Datasets;

/// <summary>An event of another dataset, as far as it can be compared with ours.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Day">Null where the row has none.</param>
/// <param name="Quad">1 to 4; 0 where the row's code has none.</param>
/// <param name="Score">The dataset's own: Goldstein's or PLOVER's; null where the row has none.</param>
/// <param name="Problem">Why the row cannot be used; null where it can.</param>
public sealed record DatasetRow(int Line, DateOnly? Day, int Quad, double? Score, string? Problem);
