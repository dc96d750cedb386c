using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Storage;

namespace Demarche.Cli.Commands;

/// <summary><c>demarche diff --store S --from V1 --to V2</c>: what two codings changed.</summary>
static class DiffCommand
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var from = new Option<string?>("--from") { Description = "The older version; without --from and --to the versions are listed.", HelpName = "VERSION" };
        var to = new Option<string?>("--to") { Description = "The newer version.", HelpName = "VERSION" };
        var format = new Option<string>("--format") { Description = "table or jsonl.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        format.AcceptOnly("table", "jsonl");
        var command = new Command("diff", """
            Shows what two versions read otherwise out of the articles that both coded: reports that only one has, and fields that differ.

            Examples:
              demarche diff --store news.db
              demarche diff --store news.db --from 0.1.0+1a2b3c4d --to 0.1.0+5e6f7a8b
              demarche diff --store news.db --from 0.1.0+1a2b3c4d --to 0.1.0+5e6f7a8b --format jsonl
            """)
        { store, from, to, format };
        command.Validators.Add(result =>
        {
            if (result.GetResult(from) is { Tokens.Count: > 0 } != result.GetResult(to) is { Tokens.Count: > 0 })
                result.AddError("--from and --to go together; without both the versions of the store are listed");
        });
        command.SetAction((options, stop) => Task.FromResult(Run(options, store, options.GetValue(from), options.GetValue(to), options.GetValue(format)!, stop)));
        return command;
    }

    static int Run(ParseResult options, Option<string> storeOption, string? from, string? to, string format, CancellationToken stop)
    {
        using var store = StoreOption.OpenExisting(options, storeOption);
        var versions = store.Versions();
        if (from is null || to is null)
        {
            foreach (var version in versions)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{version.Version}\t{version.Articles} articles\t{version.Current} current"));
            return ExitCode.Done;
        }
        foreach (var wanted in new[] { from, to })
            if (!versions.Any(version => version.Version == wanted))
                throw new StoreException(store.Name, $"no article was coded by version '{wanted}'; there are {string.Join(", ", versions.Select(version => version.Version))}");
        int articles = 0, added = 0, dropped = 0, changed = 0;
        using (var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16))
        using (var table = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true))
        using (var lines = new JsonLines(output))
        {
            foreach (var recoding in store.Recodings(from, to))
            {
                stop.ThrowIfCancellationRequested();
                articles++;
                foreach (var change in CodingChange.Between(recoding.From, recoding.To))
                {
                    _ = change.Kind switch { ChangeKind.Added => added++, ChangeKind.Dropped => dropped++, _ => changed++ };
                    if (format == "jsonl")
                        lines.Write(json => Write(json, recoding.Article, change));
                    else
                        table.Write(Line(recoding.Article, change));
                }
            }
        }
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles} articles coded by both: {added} reports added, {dropped} dropped, {changed} changed"));
        return ExitCode.Done;
    }

    static string Line(ArticleId article, CodingChange change)
    {
        var what = change.Kind == ChangeKind.Changed
            ? string.Join("; ", change.Fields.Select(field => $"{field.Field}: {Shown(field.Before)} -> {Shown(field.After)}"))
            : $"{change.Report.Type.ToString().ToUpperInvariant()} {EventWords.Name(change.Report.Status)}";
        string[] cells = [Name(change.Kind), article.Value, change.Report.TriggerText, what, change.Report.Sentence];
        return string.Join('\t', cells.Select(cell => string.Concat(cell.Select(letter => char.IsControl(letter) ? ' ' : letter)))) + "\n";
    }

    static string Shown(string value) => value.Length == 0 ? "(nothing)" : value;

    static string Name(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    static void Write(Utf8JsonWriter json, ArticleId article, CodingChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", Name(change.Kind));
        json.WriteString("document", article.Value);
        if (change.From is { } from)
            json.WriteString("from", from.Id.Value);
        if (change.To is { } to)
            json.WriteString("to", to.Id.Value);
        json.WriteString("type", change.Report.Type.ToString().ToUpperInvariant());
        json.WriteString("status", EventWords.Name(change.Report.Status));
        json.WriteString("trigger", change.Report.TriggerText);
        json.WriteString("sentence", change.Report.Sentence);
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("from", field.Before);
            json.WriteString("to", field.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
