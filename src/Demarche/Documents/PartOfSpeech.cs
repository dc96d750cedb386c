namespace Demarche.Documents;

/// <summary>The universal part-of-speech tags of Universal Dependencies 2, spelled as there.</summary>
public enum PartOfSpeech : byte
{
    X,
    ADJ,
    ADP,
    ADV,
    AUX,
    CCONJ,
    DET,
    INTJ,
    NOUN,
    NUM,
    PART,
    PRON,
    PROPN,
    PUNCT,
    SCONJ,
    SYM,
    VERB,
}
