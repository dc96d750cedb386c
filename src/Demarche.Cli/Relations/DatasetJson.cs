using System.Text.Json;
using Demarche.Analysis.Datasets;

namespace Demarche.Cli.Relations;

/// <summary>Other datasets beside a relation.</summary>
static class DatasetJson
{
    public static void Write(Utf8JsonWriter json, DatasetComparison against)
    {
        if (against.Datasets.Count == 0)
            return;
        json.WriteStartArray("steps");
        foreach (var step in against.Steps)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Name);
            Numbers(json, step.Quads);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("against");
        foreach (var dataset in against.Datasets)
        {
            json.WriteStartObject();
            json.WriteString("dataset", dataset.Name);
            json.WriteNumber("files", dataset.Files);
            json.WriteNumber("rows", dataset.Read);
            json.WriteNumber("outside_window", dataset.Outside);
            json.WriteNumber("without_day", dataset.WithoutDay);
            json.WriteNumber("without_class", dataset.WithoutClass);
            json.WriteNumber("broken", dataset.Broken);
            Sum(json, dataset.Whole);
            json.WriteStartArray("series");
            foreach (var period in dataset.Periods)
            {
                json.WriteStartObject();
                json.WriteString("period", period.Name);
                Sum(json, dataset[period]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    static void Sum(Utf8JsonWriter json, DatasetSum sum)
    {
        Numbers(json, sum.Quads.Select(count => (double)count));
        if (sum.Tone is { } tone)
            json.WriteNumber("tone", Math.Round(tone, 9));
        else
            json.WriteNull("tone");
    }

    static void Numbers(Utf8JsonWriter json, IEnumerable<double> quads)
    {
        json.WriteStartArray("quads");
        foreach (var count in quads)
            json.WriteNumberValue(count);
        json.WriteEndArray();
    }
}
