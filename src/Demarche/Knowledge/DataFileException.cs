namespace Demarche.Knowledge;

/// <summary>
/// A data or model file is broken. The message starts with the place (<c>data/rules/en/assault.rules:14:</c>) and says what was
/// expected and, where there is one, the near miss or the command that mends it.
/// </summary>
public sealed class DataFileException : Exception
{
    public DataFileException(string path, int line, string reason)
        : base(line > 0 ? $"{path}:{line}: {reason}" : $"{path}: {reason}")
    {
    }

    public DataFileException(string path, string reason, Exception? inner = null)
        : base($"{path}: {reason}", inner)
    {
    }
}
