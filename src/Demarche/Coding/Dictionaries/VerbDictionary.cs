using System.Collections.Immutable;
using Demarche.Knowledge;

namespace Demarche.Coding.Dictionaries;

/// <summary>The code of an act, and of the same act seen from its recipient ("[043:042]": who hosts, who visits); null where there is none ("---").</summary>
readonly record struct VerbCode(string? Forward, string? Backward)
{
    public bool IsNull => Forward is null && Backward is null;
}

/// <summary>A verb with the words that belong to it ("break down": after; "wire tap": before).</summary>
/// <param name="Forms">Every form, in small letters; the first is the lemma.</param>
sealed record VerbEntry(ImmutableArray<string> Forms, ImmutableArray<string> Before, ImmutableArray<string> After, VerbCode Code, int Line, VerbBlock Block);

/// <summary>Words before and after the verb that give it another code.</summary>
sealed record VerbPattern(ImmutableArray<PatternItem> Before, ImmutableArray<PatternItem> After, VerbCode Code, int Line)
{
    public int Words { get; } = Before.Concat(After).Sum(item => item.Words);
}

/// <summary>Verbs that share their patterns.</summary>
sealed record VerbBlock(string File, string Path, HashSet<string> Verbs, List<VerbPattern> Patterns);

/// <summary>
/// A dictionary of verbs as the coders TABARI, PETRARCH-1 and PETRARCH-2 read them: blocks of verbs, patterns of the words around
/// them, sets of synonyms. The format is described in docs/data-formats.md.
/// </summary>
public sealed class VerbDictionary
{
    VerbDictionary(string path, ImmutableArray<VerbEntry> entries, IReadOnlyList<Transformation> transformations, IReadOnlyList<string> warnings) =>
        (FilePath, Entries, Transformations, Warnings) = (path, entries, [.. transformations], [.. warnings]);

    internal string FilePath { get; }

    internal ImmutableArray<VerbEntry> Entries { get; }

    internal ImmutableArray<Transformation> Transformations { get; }

    /// <summary>Places that never fit, as they stand in files in use; nothing else is lost by them.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>The number of verbs.</summary>
    public int Count => Entries.Length;

    /// <summary>Reads a file; one that cannot be opened, or whose lines are no dictionary's, is a <see cref="DataFileException"/>.</summary>
    public static VerbDictionary Load(string path) => CoderDictionary.Load(path, Read);

    /// <summary>Reads verbs in their order. <paramref name="path"/> is the name used in messages; its last part names the rule of an event.</summary>
    public static VerbDictionary Read(Stream stream, string path)
    {
        var dictionary = new VerbDictionaryReader(path);
        return new VerbDictionary(path, dictionary.Read(CoderDictionary.Lines(stream, "#")), dictionary.Transformations, dictionary.Warnings);
    }
}
