using Demarche.Documents;

namespace Demarche.Briefing;

/// <summary>What a document is called in a brief.</summary>
static class SourceName
{
    /// <summary>The outlet; where nobody knows it, the document's id.</summary>
    public static string Of(Article source) => source.Outlet ?? source.Id.Value;
}
