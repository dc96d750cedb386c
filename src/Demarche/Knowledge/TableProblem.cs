namespace Demarche.Knowledge;

/// <summary>Something wrong in a data file, for <c>demarche data check</c>. Line counts from 1; 0 is the whole file.</summary>
public readonly record struct TableProblem(string Path, int Line, string Reason)
{
    public override string ToString() => Line > 0 ? $"{Path}:{Line}: {Reason}" : $"{Path}: {Reason}";
}
