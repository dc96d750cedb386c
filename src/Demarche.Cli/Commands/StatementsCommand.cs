using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;
using Demarche.Linking;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche statements --store S</c>: where sources agree and disagree, and what a retelling lost.</summary>
static class StatementsCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var filter = new EventFilter();
        var format = new Option<string>("--format") { Description = "text or jsonl.", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnly("text", "jsonl");
        var command = new Command("statements", """
            Shows where the articles behind the chosen events agree and disagree. Compared are: which way a relation goes, who fights a war, what is denied and alleged, how long a journey takes and when it starts; and where a retelling lost its hedge or its source. Both sides stand with their words and holders.

            Examples:
              demarche statements --store news.db --dyad CHN,RUS
              demarche statements --store news.db --from 2023-08-01 --to 2023-08-31
              demarche statements --store news.db --actor BLR --format jsonl
            """)
        { store, format };
        filter.AddTo(command);
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, filter, options.GetValue(format)!, stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, EventFilter filter, string format, CancellationToken stop)
    {
        var data = InstalledData.Open();
        using var store = StoreOption.OpenExisting(options, storeOption);
        var events = new List<Event>();
        foreach (var one in store.Events(filter.Query(options)))
        {
            stop.ThrowIfCancellationRequested();
            events.Add(one);
        }
        var articles = events.SelectMany(one => one.Reports).Select(report => report.Document).Distinct().Select(id => Coded(store, id)).OfType<CodedArticle>();
        var relations = new StatementComparer(CourseWords.Load(data, new StateNames(data)), new Linker(LinkingWords.Load(data))).Compare(articles, events);
        if (format == "jsonl")
        {
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            using var lines = new JsonLines(output);
            foreach (var relation in relations)
                lines.Write(json => Write(json, relation));
        }
        else
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            foreach (var relation in relations)
            {
                output.WriteLine($"{Name(relation.Kind)}: {relation.About}");
                Write(output, relation.One);
                Write(output, relation.Other);
            }
        }
        if (relations.IsEmpty)
            Console.Error.WriteLine("No two statements of these articles agree or disagree in what is compared.");
        return ExitCode.Done;
    }

    static CodedArticle? Coded(EventStore store, ArticleId id) => store.Article(id) is not { } article ? null : new CodedArticle
    {
        Article = article,
        Events = [.. store.Reports(id)],
        Claims = [.. store.Claims(id)],
        Version = "",
    };

    static string Name(StatementRelationKind kind) => kind switch
    {
        StatementRelationKind.Corroborates => "corroborates",
        StatementRelationKind.Contradicts => "contradicts",
        StatementRelationKind.HedgeLost => "hedge_lost",
        StatementRelationKind.SourceDropped => "source_dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static void Write(StreamWriter output, HeldStatement statement) =>
        output.WriteLine(EventWords.Tame($"  {statement.Value}, {statement.Holder} ({statement.Document.Value}): “{statement.Sentence}”"));

    static void Write(Utf8JsonWriter json, StatementRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("kind", "statements");
        json.WriteString("relation", Name(relation.Kind));
        json.WriteString("about", relation.About);
        json.WriteStartArray("statements");
        foreach (var statement in new[] { relation.One, relation.Other })
        {
            json.WriteStartObject();
            json.WriteString("document", statement.Document.Value);
            json.WriteString("sha256", statement.TextSha256);
            json.WriteNumber("start", statement.Span.Start);
            json.WriteNumber("end", statement.Span.End);
            json.WriteString("holder", statement.Holder);
            json.WriteString("value", statement.Value);
            json.WriteString("sentence", statement.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
