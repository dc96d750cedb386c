using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Briefing.Comparing;
using Demarche.Documents;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche compare --store S DOC_A DOC_B</c>: what a report makes of what another text tells.</summary>
static class CompareCommand
{
    static readonly (DifferenceKind Kind, string Json, string Heading)[] Kinds =
    [
        (DifferenceKind.SourceLost, "source-lost", "Restated without its source"),
        (DifferenceKind.HedgeLost, "hedge-lost", "Restated without its hedge"),
        (DifferenceKind.OtherStatus, "other-status", "Told with another status"),
        (DifferenceKind.Added, "added", "Added"),
        (DifferenceKind.Dropped, "dropped", "Dropped"),
    ];

    public static Command Create()
    {
        var store = StoreOption.Create();
        var first = new Argument<string>("document-a") { Description = "Id of the earlier or the cited document, as 'demarche events' names it." };
        var second = new Argument<string>("document-b") { Description = "Id of the document that is held against it." };
        var format = new Option<string>("--format") { Description = "text or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnly("text", "json");
        var command = new Command("compare", """
            Holds one document against another: what B restates of A without its source or its hedge, tells with another status, adds and drops. Goes by the events that both tell and by claims in much the same words; each difference stands with the words on both sides.

            Examples:
              demarche compare --store news.db agency-item think-tank-report
              demarche compare --store news.db monday.html tuesday.html --format json
            """)
        { store, first, second, format };
        command.SetAction(options =>
        {
            using var opened = StoreOption.OpenExisting(options, store);
            var ids = new[] { first, second }.Select(argument => new ArticleId(options.GetValue(argument)!)).ToArray();
            foreach (var id in ids.Where(id => opened.Article(id) is null))
            {
                Console.Error.WriteLine($"demarche: {opened.Name}: no document '{EventWords.Tame(id.Value)}'; 'demarche events --format jsonl' names them as \"document\"");
                return ExitCode.WrongUsage;
            }
            var told = ids.Select(id => new ToldDocument(opened.Reports(id), opened.Claims(id), opened.EventsTold(id))).ToArray();
            var differences = DocumentComparison.Of(told[0], told[1]);
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            if (options.GetValue(format) == "json")
                WriteJson(ids, told, differences, output);
            else
                WriteText(ids, told, differences, output);
            return ExitCode.Done;
        });
        return command;
    }

    static void WriteText(ArticleId[] ids, ToldDocument[] told, IReadOnlyList<DocumentDifference> differences, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"A {ids[0].Value}: {told[0].ByEvent.Count} events, {told[0].Claims.Count} claims; B {ids[1].Value}: {told[1].ByEvent.Count} events, {told[1].Claims.Count} claims; {told[0].ByEvent.Count(one => told[1].ByEvent.Contains(one.Key))} events in both."));
        foreach (var (kind, _, heading) in Kinds)
        {
            var those = differences.Where(one => one.Kind == kind).ToList();
            output.WriteLine();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heading}: {(those.Count == 0 ? "nothing" : those.Count)}"));
            foreach (var one in those)
            {
                output.WriteLine($"- {(one.Event is { } id ? id.Value : "claim")}");
                Write("A", one.First, output);
                Write("B", one.Second, output);
            }
        }
    }

    static void Write(string side, Passage? passage, TextWriter output)
    {
        if (passage is null)
            return;
        var hedges = passage.Hedges.IsEmpty ? "" : $"; hedged: {string.Join(", ", passage.Hedges)}";
        output.WriteLine(EventWords.Tame($"  {side} {passage.What}{(passage.Parties.Length > 0 ? ", " + passage.Parties : "")}; {passage.Holder ?? "its own voice"}{hedges}"));
        output.WriteLine(EventWords.Tame(string.Create(CultureInfo.InvariantCulture, $"    {passage.Document.Value}:{passage.Span.Start}-{passage.Span.End} “{passage.Sentence}”")));
    }

    static void WriteJson(ArticleId[] ids, ToldDocument[] told, IReadOnlyList<DocumentDifference> differences, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("a", ids[0].Value);
            json.WriteString("b", ids[1].Value);
            json.WriteNumber("events_in_both", told[0].ByEvent.Count(one => told[1].ByEvent.Contains(one.Key)));
            json.WriteStartArray("differences");
            foreach (var one in differences)
            {
                json.WriteStartObject();
                json.WriteString("kind", Kinds.First(kind => kind.Kind == one.Kind).Json);
                if (one.Event is { } id)
                    json.WriteString("event", id.Value);
                Write(json, "a", one.First);
                Write(json, "b", one.Second);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.Write(Encoding.UTF8.GetString(bytes.ToArray()).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    static void Write(Utf8JsonWriter json, string name, Passage? passage)
    {
        if (passage is null)
            return;
        json.WriteStartObject(name);
        json.WriteString("told_as", passage.What);
        if (passage.Parties.Length > 0)
            json.WriteString("parties", passage.Parties);
        json.WriteString("holder", passage.Holder);
        json.WriteStartArray("hedges");
        foreach (var hedge in passage.Hedges)
            json.WriteStringValue(hedge);
        json.WriteEndArray();
        json.WriteStartObject("span");
        json.WriteNumber("start", passage.Span.Start);
        json.WriteNumber("end", passage.Span.End);
        json.WriteEndObject();
        json.WriteString("sentence", passage.Sentence);
        json.WriteEndObject();
    }
}
