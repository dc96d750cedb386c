using Demarche.Events;

namespace Demarche.Briefing.Charts;

static class StatusWords
{
    public static string Of(EventStatus status) => status.ToString().ToLowerInvariant();
}
