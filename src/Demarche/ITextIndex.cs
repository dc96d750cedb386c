using System.Collections.Immutable;

namespace Demarche;

/// <summary>Kept texts, found by the keys of others.</summary>
public interface ITextIndex
{
    /// <summary>Texts of which at least one in so many keys (of the text that has fewer) is among these.</summary>
    IReadOnlyList<TextName> Sharing(ImmutableArray<long> keys, int keysForOneShared);

    KeptText Text(TextName name);
}
