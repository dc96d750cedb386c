namespace Demarche.Storage;

/// <summary>The store cannot be used. The message names it, and says what to do where something can be done.</summary>
public sealed class StoreException(string store, string reason, Exception? inner = null) : Exception($"{store}: {reason}", inner);
