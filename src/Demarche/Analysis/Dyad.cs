namespace Demarche.Analysis;

/// <summary>Two parties by their PLOVER codes. Whether the order matters is said where one is used.</summary>
public readonly record struct Dyad(string One, string Other)
{
    public bool Has(string code) => code == One || code == Other;

    public Dyad Turned => new(Other, One);

    /// <summary>The pair with the codes in ordinal order.</summary>
    public Dyad Unordered => string.CompareOrdinal(One, Other) <= 0 ? this : Turned;

    public override string ToString() => $"{One},{Other}";
}
