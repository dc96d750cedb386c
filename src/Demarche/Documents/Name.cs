namespace Demarche.Documents;

/// <summary>The kinds of name told apart, as in CoNLL-2003.</summary>
public enum NameKind : byte
{
    Person,
    Organisation,
    Location,
    Miscellaneous,
}

/// <summary>A proper name: the words [First, End) of the token table. Names do not overlap and stand in text order.</summary>
public readonly record struct Name(NameKind Kind, int First, int End);
