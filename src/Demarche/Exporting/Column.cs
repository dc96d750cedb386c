namespace Demarche.Exporting;

/// <summary>One column of a table.</summary>
/// <param name="Value">Null where the row has nothing to say.</param>
public sealed record Column<T>(string Name, Func<T, string?> Value);
