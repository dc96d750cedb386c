using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge;

namespace Demarche.Language.Coreference;

/// <summary>
/// Says for pronouns, definite descriptions and shortened names whom they stand for. Rules in the order of their precision, mention
/// by mention in text order (after Lee et al., "Deterministic coreference resolution based on entity-centric,
/// precision-ranked rules", Computational Linguistics 39, 2013); where no rule is sure, nothing is said.
/// First and second persons are left to those who know the speaker.
/// </summary>
public sealed class CoreferenceResolver(CoreferenceLexicon lexicon)
{
    public CoreferenceResolver(DataFolder folder, string language)
        : this(CoreferenceLexicon.Load(folder, language))
    {
    }

    /// <summary>Links in text order, at most one for each word.</summary>
    public ImmutableArray<CoreferenceLink> Resolve(TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
    {
        var mentions = new MentionFinder(lexicon, tokens, sentences, names).Find();
        return new CoreferenceReading(lexicon, tokens, QuotedWords.Find(tokens, sentences)).Read(mentions);
    }
}
