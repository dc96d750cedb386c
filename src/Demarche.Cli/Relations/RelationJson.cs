using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Analysis;
using Demarche.Analysis.Datasets;
using Demarche.Knowledge;

namespace Demarche.Cli.Relations;

/// <summary>A relation with everything behind its figures: event ids, formulas, settings.</summary>
static class RelationJson
{
    public static void Write(Relation relation, Relation? beside, DatasetComparison against, MeasureSettings settings, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Body(json, relation);
            if (beside is not null)
            {
                json.WriteStartObject("compared");
                Body(json, beside);
                json.WriteEndObject();
            }
            DatasetJson.Write(json, against);
            MethodJson.Write(json, settings);
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    static void Body(Utf8JsonWriter json, Relation relation)
    {
        json.WriteStartArray("dyad");
        json.WriteStringValue(relation.Dyad.One);
        json.WriteStringValue(relation.Dyad.Other);
        json.WriteEndArray();
        json.WriteString("from", RelationText.Day(relation.From));
        json.WriteString("to", RelationText.Day(relation.To));
        json.WriteString("caption", RelationCaption.Of(relation));
        json.WriteBoolean("with_alleged", relation.WithAlleged);
        Figures(json, "whole", relation.Whole);
        Figures(json, "there", relation.There);
        Figures(json, "back", relation.Back);
        Write(json, "asymmetry", relation.Asymmetry);
        json.WriteStartArray("series");
        foreach (var one in relation.Series)
        {
            json.WriteStartObject();
            json.WriteString("period", one.Period.Name);
            json.WriteString("first", RelationText.Day(one.Period.First));
            json.WriteString("last", RelationText.Day(one.Period.Last));
            json.WriteBoolean("complete", one.IsComplete);
            Figures(json, one);
            Write(json, "z", one.Normal.Z);
            Write(json, "poisson_tail", one.Normal.Tail);
            json.WriteBoolean("unusual", one.Normal.IsAlert);
            json.WriteBoolean("alert", one.IsAlert);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (relation.NoLine is { } line)
            json.WriteString("no_line", line);
        if (relation.NoChanges is { } changes)
            json.WriteString("no_change_points", changes);
        if (!relation.Untested.IsEmpty)
            Strings(json, "not_enough_for_change_points", relation.Untested);
        json.WriteStartArray("change_points");
        foreach (var change in relation.Changes)
        {
            json.WriteStartObject();
            json.WriteNumber("quad", change.Quad);
            json.WriteString("period", change.First.Name);
            json.WriteString("earliest", change.Earliest.Name);
            json.WriteString("latest", change.Latest.Name);
            Write(json, "before", change.Before);
            Write(json, "after", change.After);
            Write(json, "dispersion", change.Dispersion);
            Strings(json, "drivers", change.Drivers.Select(id => id.Value));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("most");
        foreach (var deeds in relation.Most)
        {
            json.WriteStartObject();
            json.WriteString("from", deeds.From);
            json.WriteString("to", deeds.To);
            json.WriteString("type", EventTypes.Code(deeds.Type));
            Write(json, "weight", deeds.Weight);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("third_parties");
        foreach (var third in relation.ThirdParties)
        {
            json.WriteStartObject();
            json.WriteString("code", third.Code);
            Write(json, "with_one", third.WithOne);
            Write(json, "with_other", third.WithOther);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("not_counted");
        foreach (var (reason, number) in relation.Uncounted)
            json.WriteNumber(reason.ToString().ToLowerInvariant(), number);
        json.WriteEndObject();
    }

    static void Figures(Utf8JsonWriter json, string name, PeriodFigures one)
    {
        json.WriteStartObject(name);
        Figures(json, one);
        json.WriteEndObject();
    }

    static void Figures(Utf8JsonWriter json, PeriodFigures one)
    {
        json.WriteStartArray("quads");
        foreach (var sum in one.Quads)
            json.WriteNumberValue(sum);
        json.WriteEndArray();
        Write(json, "balance", one.Balance);
        Write(json, "material_share", one.MaterialShare);
        Write(json, "tone", one.Tone);
        Write(json, "intensity", one.Intensity);
        Write(json, "rate", one.Rate);
        Write(json, "share", one.Share);
        Write(json, "level_model", one.Level);
        if (one.Documents is { } documents)
            json.WriteNumber("documents", documents);
        Strings(json, "events", one.Events.Select(each => each.Id.Value));
    }

    static void Write(Utf8JsonWriter json, string name, Figure figure)
    {
        json.WriteStartObject(name);
        Write(json, "value", figure.Value);
        Write(json, "low", figure.Low);
        Write(json, "high", figure.High);
        json.WriteNumber("events", figure.Events);
        if (figure.Missing is { } why)
            json.WriteString("missing", why);
        json.WriteEndObject();
    }

    // Nine places: more than any reader needs, fewer than where processors might differ.
    static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } known)
            json.WriteNumber(name, Math.Round(known, 9));
    }

    static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
