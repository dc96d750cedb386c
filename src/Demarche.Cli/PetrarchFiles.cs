using System.Collections.Immutable;
using Demarche.Cli.Inputs;
using Demarche.Documents;
using Demarche.Evaluation.Petrarch;

namespace Demarche.Cli;

/// <summary>The texts of PETRARCH's validation records. Of a folder only the files named .xml.</summary>
static class PetrarchFiles
{
    /// <summary>The records of all inputs; a file that cannot be read is given to <paramref name="failed"/> with the reason.</summary>
    public static IEnumerable<Article> Read(IEnumerable<string> inputs, Action<string, string> failed) =>
        inputs.SelectMany(input => InputFinder.Find([input])
            .Where(source => !Directory.Exists(input) || source.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .SelectMany(source => Read(source, failed)).Select(record => record.AsArticle()));

    static ImmutableArray<PetrarchRecord> Read(InputSource source, Action<string, string> failed)
    {
        try
        {
            if (source.Open is not null)
            {
                using var stream = source.Open();
                return PetrarchGold.Read(stream);
            }
            failed(source.Name, source.Problem ?? "cannot be opened");
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            failed(source.Name, "cannot be read as records of PETRARCH: " + problem.Message);
        }
        return [];
    }
}
