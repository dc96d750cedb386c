using System.Globalization;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>The sets of synonyms of a dictionary: "&amp;TREATY" with a member a line.</summary>
sealed class SynonymSets(string path)
{
    readonly Dictionary<string, List<(string Text, int Line)>> members = new(StringComparer.Ordinal);

    /// <summary>Opens a set; one that stands twice goes on.</summary>
    public void Add(string name, int line)
    {
        if (name.Length < 2)
            throw new DataFileException(path, line, "expected '&NAME'");
        members.TryAdd(name, []);
    }

    public void AddMember(string name, string text, int line)
    {
        if (text.Length == 0)
            throw new DataFileException(path, line, $"expected a word behind '+' in {name}");
        members[name].Add((text, line));
    }

    public bool Contains(string name) => members.ContainsKey(name);

    /// <summary>What was asked for and is nowhere defined, as messages; the dictionaries in use have such places.</summary>
    public List<string> Missing { get; } = [];

    /// <summary>The members; none of a set that is not defined, so that the pattern never fits.</summary>
    public IReadOnlyList<(string Text, int Line)> Of(string name, int line)
    {
        if (members.TryGetValue(name, out var found))
            return found;
        Missing.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{line}: the set {name} is not defined, so the pattern never fits{NearMiss.Hint(name, members.Keys)}"));
        return [];
    }
}
