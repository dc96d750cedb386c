using System.Text.RegularExpressions;
using Demarche.Documents;

namespace Demarche.Reading;

partial class TextDump
{
    // The head of a message stands in its first lines.
    const int MailHead = 10;

    /// <summary>A message that somebody sent: its head tells title and day, its signature and what it answers are not its text.</summary>
    void FindMail()
    {
        var heads = 0;
        for (var i = 0; i < Math.Min(MailHead, kinds.Length); i++)
            heads += MailLines.Header().IsMatch(Line(i)) ? 1 : 0;
        var inHead = heads >= 2;
        for (var i = 0; i < kinds.Length; i++)
        {
            var line = Line(i);
            if (inHead && i < MailHead && MailLines.Header().Match(line) is { Success: true } head)
                kinds[i] = Head(head);
            else if (MailLines.IsQuoted(line))
                kinds[i] = BlockKind.Quote;
            else if (MailLines.Older().IsMatch(line))
                Close(i, BlockKind.Quote, onlyIfHead: !line.StartsWith('-'));
            else if (heads >= 2 && MailLines.IsRule(line))
                Close(i, BlockKind.Other, onlyIfHead: false);
        }

        void Close(int at, BlockKind rest, bool onlyIfHead)
        {
            kinds[at] = BlockKind.Other;
            if (onlyIfHead && heads < 2)
                return;
            for (var later = at + 1; later < kinds.Length; later++)
                kinds[later] = kinds[later] == BlockKind.Body || rest == BlockKind.Other ? rest : kinds[later];
        }
    }

    BlockKind Head(Match head)
    {
        if (head.Groups["subject"].Success)
        {
            Title ??= Forwarded().Replace(head.Groups["value"].Value, "");
            return BlockKind.Title;
        }
        return head.Groups["date"].Success ? BlockKind.Dateline : head.Groups["from"].Success ? BlockKind.Byline : BlockKind.Other;
    }

    [GeneratedRegex(@"^(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs)\s*:\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternLimits.Milliseconds)]
    private static partial Regex Forwarded();
}
