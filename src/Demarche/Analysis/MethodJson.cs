using System.Text.Json;

namespace Demarche.Analysis;

/// <summary>What stands beside figures in JSON: version, what is counted, formulas, settings.</summary>
public static class MethodJson
{
    /// <summary>Writes the property <c>method</c>.</summary>
    public static void Write(Utf8JsonWriter json, MeasureSettings settings)
    {
        json.WriteStartObject("method");
        json.WriteNumber("version", settings.Version);
        json.WriteString("counted", Formulas.Counted);
        json.WriteStartObject("formulas");
        foreach (var formula in Formulas.All)
            json.WriteString(formula.Measure, formula.Text);
        json.WriteEndObject();
        json.WriteStartObject("settings");
        foreach (var row in settings.Rows)
            json.WriteNumber(row.Name, row.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
