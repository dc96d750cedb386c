using System.Collections.Immutable;
using Demarche.Coding;
using Demarche.Coding.Contexts;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>
/// Events with their reasons as plain text, the same bytes on a terminal and in a file: the sentence, a line of letters below
/// the words that tell the parts, then each decision.
/// </summary>
static class Explanation
{
    const int Width = 100;
    const string Margin = "    ";

    public static void Write(TextWriter output, Document document, ImmutableArray<ExplainedEvent> events)
    {
        for (var i = 0; i < events.Length; i++)
        {
            var (one, decisions) = (events[i].Event, events[i].Decisions);
            output.WriteLine($"[{i + 1}] {Name(one.Type)}{Modes(one.Modes)}, {EventWords.Name(one.Status)}: {EventWords.Tame(one.Document.Value)}");
            Marked(output, one, decisions);
            output.WriteLine($"{Margin}  type       {Type(one, decisions)}");
            output.WriteLine($"{Margin}  status     {Status(one, decisions.Status)}");
            foreach (var context in decisions.Contexts)
                output.WriteLine($"{Margin}  context    {Context(document, context)}");
            foreach (var actor in one.Actors)
                output.WriteLine($"{Margin}A actor      {Words(actor, decisions.Rule.Actor, one.Evidence)}");
            foreach (var recipient in one.Recipients)
                output.WriteLine($"{Margin}R recipient  {Words(recipient, decisions.Rule.Recipient ?? decisions.Rule.Actor, one.Evidence)}");
            output.WriteLine($"{Margin}D date       {Date(document, one)}");
            output.WriteLine($"{Margin}P place      {Place(document, one)}");
            output.WriteLine($"{Margin}H holder     {Holders(one)}");
            output.WriteLine();
        }
    }

    // A statement, or a code that is no CAMEO code: a dictionary's own.
    static string Name(EventType type) => type == EventType.None ? "no type" : EventTypes.Code(type);

    static string Modes(ImmutableArray<string> modes) => modes.IsEmpty ? "" : " " + string.Join('+', modes);

    /// <summary>The sentence, broken at blanks, with letters below: A actor, R recipient, ^ the rule's words, D date, P place, H holder.</summary>
    static void Marked(TextWriter output, ReportedEvent one, CodingDecisions decisions)
    {
        var text = EventWords.Tame(one.Sentence);
        var marks = new char[text.Length];
        Array.Fill(marks, ' ');
        foreach (var holder in one.Attribution)
            Mark(holder.Span, 'H');
        Mark(one.Place?.Span, 'P');
        Mark(one.Date.Span, 'D');
        foreach (var recipient in one.Recipients)
            Mark(recipient.Span, 'R');
        foreach (var actor in one.Actors)
            Mark(actor.Span, 'A');
        foreach (var word in decisions.Words)
            Mark(word, '^');
        for (var first = 0; first < text.Length;)
        {
            var end = LineEnd(text, first);
            output.WriteLine(Margin + text[first..end].TrimEnd());
            if (new string(marks, first, end - first).TrimEnd() is { Length: > 0 } below)
                output.WriteLine(Margin + below);
            first = end;
        }

        void Mark(TextSpan? span, char letter)
        {
            if (span is { } found)
                for (var at = Math.Max(found.Start, one.Evidence.Start); at < Math.Min(found.End, one.Evidence.End); at++)
                    marks[at - one.Evidence.Start] = letter;
        }
    }

    static int LineEnd(string text, int first)
    {
        if (text.Length - first <= Width)
            return text.Length;
        var blank = text.LastIndexOf(' ', first + Width - 1, Width);
        return blank > first ? blank + 1 : first + Width;
    }

    static string Type(ReportedEvent one, CodingDecisions decisions)
    {
        var rule = $"rule {decisions.Rule.Name} ({decisions.Rule.Path}:{decisions.Rule.Line})";
        if (!decisions.Reasons.IsEmpty)
            rule = (decisions.Rule.Name == one.Rule ? one.Rule : $"{one.Rule} in favour of {rule}") + ", for " + EventWords.Tame(string.Join(" | ", decisions.Reasons));
        var coded = Name(one.Type) + Modes(one.Modes) + (decisions.Rule.Actor is null && one.Cameo is { } cameo ? $" (CAMEO {cameo})" : "");
        var own = Name(decisions.Category.Type) + (decisions.Category.Mode.Length > 0 ? " " + decisions.Category.Mode : "");
        return one.Type == decisions.Category.Type ? $"{coded}, by {rule}"
            : $"{coded}: what is {EventWords.Name(decisions.Status.Status)} of {own} is {EventTypes.Code(one.Type)}; {rule}";
    }

    static string Status(ReportedEvent one, StatusReading reading)
    {
        var read = $"{EventWords.Name(reading.Status)} ({EventWords.Tame(reading.Reason)})";
        return one.Status == reading.Status ? read : $"{EventWords.Name(one.Status)} as {EventTypes.Code(one.Type)}; the act itself {read}";
    }

    static string Context(Document document, ContextReading context) =>
        EventWords.Tame($"{context.Context}, by {Shortened(context.Reason)}{(context.Span is { } span ? $": “{span.Of(document.Article.Text)}”" : "")}");

    static string Words(Party party, string? role, TextSpan sentence)
    {
        var code = string.Join(' ', new[] { party.Code, party.Sector }.Concat(party.OtherSectors).OfType<string>());
        var known = string.Join(", ", new[] { party.Name == party.Text ? null : party.Name, party.Office, code.Length > 0 ? code : "no code" }.OfType<string>());
        var from = party.Span is not { } span ? "not named: from context"
            : !sentence.Overlaps(span) ? "named in another sentence"
            : party.Implicit ? "from context" : role is null ? "all parties of the clause" : $"looked for at {Shortened(role)}";
        return EventWords.Tame($"{party.Text ?? "(no words)"} = {known}; {from}");
    }

    // A rule may try a dozen places in turn.
    static string Shortened(string role) => role.Split(" | ") is { Length: > 3 } places ? string.Join(" | ", places[..3]) + " | …" : role;

    static string Date(Document document, ReportedEvent one)
    {
        var date = EventWords.Date(one.Date);
        var published = document.Article.Published.Day is { } day ? $"published {day:yyyy-MM-dd}" : "no day of publication";
        if (one.Date.Span is { } span)
            return EventWords.Tame($"{(date.Length > 0 ? date : "unresolved")}, “{span.Of(document.Article.Text)}”{(one.Evidence.Overlaps(span) ? "" : " of another sentence")}, {published}");
        return date.Length > 0 ? $"{date}: no words for it, {published}" : $"unknown: no words for it, {published}";
    }

    static string Place(Document document, ReportedEvent one)
    {
        if (one.Place is not { } found)
            return "unknown";
        var name = found.Place.Country is { } country && country != found.Place.Name ? $"{found.Place.Name}, {country}" : found.Place.Name;
        return EventWords.Tame(found.Span is not { } span ? $"{name}: where its parties are"
            : $"{name}, “{span.Of(document.Article.Text)}”{(one.Evidence.Overlaps(span) ? "" : " of another sentence")}");
    }

    static string Holders(ReportedEvent one) => one.Attribution.IsEmpty ? "the text itself"
        : EventWords.Tame(string.Join("; quoting ", one.Attribution.Select(holder =>
            $"{holder.Text}{(string.Join(' ', new[] { holder.Code, holder.Sector }.OfType<string>()) is { Length: > 0 } code ? $" = {code}" : "")}{(holder.Verb is { } verb ? $", “{verb}”" : "")}")));
}
