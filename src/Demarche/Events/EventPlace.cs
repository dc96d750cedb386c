using Demarche.Documents;

namespace Demarche.Events;

/// <summary>Where an event took place, and the words that say so (null where inferred).</summary>
public sealed record EventPlace(Place Place, TextSpan? Span);
