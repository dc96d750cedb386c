namespace Demarche.Reading;

/// <summary>A document cannot be read. Becomes a <see cref="ReadFailure"/> at the door; the message is its reason.</summary>
public sealed class UnreadableException(string reason) : Exception(reason);
