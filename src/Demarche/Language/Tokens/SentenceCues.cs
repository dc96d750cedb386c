using System.Collections.Frozen;

namespace Demarche.Language;

/// <summary>What the sentence splitter knows of words.</summary>
/// <param name="Common">
/// Hashes of the words most frequent in small letters. With a capital, such a word begins a sentence ("The"), where another may be a
/// name (Kiss and Strunk 2006, the orthographic heuristic).
/// </param>
sealed record SentenceCues(Abbreviations Abbreviations, FrozenSet<uint> Common);
