namespace Demarche.Knowledge.Actors;

/// <summary>A word of a mention as the register reads it.</summary>
/// <param name="Form">As written; a clitic "'s" may be a word of its own or part of one.</param>
/// <param name="Proper">Whether the tagger takes it for a part of a name (PROPN).</param>
public readonly record struct MentionWord(string Form, string Lemma, bool Proper);
