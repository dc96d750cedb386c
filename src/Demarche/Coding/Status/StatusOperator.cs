namespace Demarche.Coding;

/// <summary>What a word does to the act told below it; the meanings stand at the head of data/lexicon/en/operators.txt.</summary>
public enum StatusOperator : byte
{
    Report,
    Presuppose,
    Topic,
    Background,
    Carry,
    Fail,
    Prevent,
    Plan,
    Suppose,
    Allege,
    Deny,
    Cancel,
}

/// <summary>The place a word of the operator lexicon takes beside an act.</summary>
public enum OperatorClass : byte
{
    Verb,
    Noun,
    Adjective,
    Modifier,
    Adverb,
    Preposition,
    Marker,
    /// <summary>Words right before an act that belong together whatever the parser makes of them: "all but", "instead of".</summary>
    Phrase,
}
