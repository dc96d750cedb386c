using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Quotations;

/// <summary>Words between marks, and who says them.</summary>
sealed partial class QuotationSearch
{
    public void Direct()
    {
        var range = new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End);
        var last = (Speaker: -1, End: -1);
        var marked = QuotationMarks.Pair(Text, range);
        foreach (var (content, continues) in marked)
        {
            var (first, end) = TokensIn(content);
            if (first >= end)
                continue;
            if (continues && last.Speaker >= 0)
            {
                Say(content, last.Speaker, -1);
                last.End = content.End;
                continue;
            }
            // Already the content, or within the content, of what the tree found: a fragment of it.
            if (Holder(content) is { } holder && (IsFragment(first, end) || holder.Content.Length <= content.Length + 4))
            {
                if (holder.Speaker >= 0)
                    last = (holder.Speaker, content.End);
                continue;
            }
            if (SignedBy(end, content) is >= 0 and var signer)
            {
                Say(content, signer, -1);
                continue;
            }
            var (speaker, cue) = FindCue(first, end, marked, last);
            if (speaker < 0 && cue < 0)
                continue;
            // "called the charges 'a fabrication'": what is called so belongs to what is said.
            if (IsFragment(first, end) && cue >= 0 && cue < first && !usedCues.Contains(cue) && Reports(cue, "as") && IsNominal(cue + 1, first))
            {
                found.Add(new Quotation(QuotationKind.Mixed, SpanOf(cue + 1, end < tokens.Count && IsQuoteMark(end) ? end + 1 : end), speaker, cue));
                usedCues.Add(cue);
                last = (speaker, content.End);
                continue;
            }
            Say(content, speaker, cue);
            last = (speaker, content.End);
        }
    }

    /// <summary>Whether words are a nominal alone, without a verb, comma or conjunction.</summary>
    bool IsNominal(int first, int end)
    {
        // The opening mark is a token of its own.
        for (var i = first; i < end; i++)
            if (tokens.Tags[i] is PartOfSpeech.VERB or PartOfSpeech.AUX or PartOfSpeech.CCONJ or PartOfSpeech.SCONJ || tokens.Forms[i] is "," or ":" or ";")
                return false;
        return end - first >= 2 && end - first <= 10;
    }

    /// <summary>The name after a dash behind a quotation that stands on its own: “We wait.” — Azucena Diaz.</summary>
    int SignedBy(int end, TextSpan content)
    {
        var dash = end;
        while (dash < tokens.Count && IsQuoteMark(dash))
            dash++;
        if (dash == end || dash + 1 >= tokens.Count || tokens.Forms[dash] is not ("―" or "—" or "–" or "--" or "-") || Text.AsSpan(content.End, tokens.Spans[dash].Start - content.End).Contains("\n\n", StringComparison.Ordinal))
            return -1;
        foreach (var name in names)
            if (name.First == dash + 1 && name.Kind is NameKind.Person or NameKind.Organisation)
                return HeadOf(name.First, name.End);
        // A name the finder does not know: capitals to the end of the line.
        var last = dash + 1;
        while (last < tokens.Count && last <= dash + LongestLabel && char.IsUpper(tokens.Forms[last][0]) && !EndsLine(last))
            last++;
        return last < tokens.Count && last <= dash + LongestLabel && char.IsUpper(tokens.Forms[last][0]) ? HeadOf(dash + 1, last + 1) : -1;
    }

    bool EndsLine(int token) => token + 1 >= tokens.Count || Text.AsSpan(tokens.Spans[token].End, tokens.Spans[token + 1].Start - tokens.Spans[token].End).Contains('\n');

    void Say(TextSpan content, int speaker, int cue) => found.Add(new Quotation(QuotationKind.Direct, content, speaker, cue));

    /// <summary>The innermost quotation found by the tree that holds the marked words.</summary>
    Quotation? Holder(TextSpan content)
    {
        Quotation? best = null;
        foreach (var quotation in found)
            if (quotation.Content.Start - 1 <= content.Start && content.End <= quotation.Content.End + 1
                && (best is null || quotation.Content.Length < best.Value.Content.Length))
                best = quotation;
        return best;
    }

    /// <summary>Marked words that begin inside a sentence and end in it.</summary>
    bool IsFragment(int first, int end) => SentenceOf(first).First < first - 1 && SentenceOf(first).First == SentenceOf(end - 1).First;

    (int First, int End) TokensIn(TextSpan span)
    {
        var first = tokens.FirstIn(span);
        var end = first;
        while (end < tokens.Count && tokens.Spans[end].Start < span.End)
            end++;
        return (first, end);
    }

    (int Speaker, int Cue) FindCue(int first, int end, ImmutableArray<MarkedSpan> marked, (int Speaker, int End) last)
    {
        var opening = SentenceOf(first);
        var closing = SentenceOf(end - 1);
        // After the words ("...," said X), before them (X said: "..."), or in the middle of the sentence.
        if (NearestCue(end, closing.End, forward: true, marked) is >= 0 and var after)
            return (SpeakerOf(after) is >= 0 and var who ? who : NearestName(after, closing), after);
        if (NearestCue(opening.First, first, forward: false, marked) is >= 0 and var before)
            return (SpeakerOf(before) is >= 0 and var who ? who : NearestName(before, opening), before);
        // The sentence splitter may have cut off the tag after a question: "Why?" he asked.
        if (closing.End < tokens.Count && end >= closing.End - 1 && SentenceOf(closing.End) is var next && SameParagraph(closing, next)
            && FirstVerb(next) is >= 0 and var tag && Reports(tag, "speech") && SpeakerOf(tag) is >= 0 and var asker && asker < tag + 3
            && !found.Exists(quotation => quotation.Cue == tag))
            return (asker, tag);
        // A colon before: X told reporters: / X in a statement:
        if (opening.First > 0 && first <= opening.First + 1 && SentenceOf(opening.First - 1) is var previous && EndsWithColon(previous)
            && NearestCue(previous.First, previous.End, forward: false, marked) is >= 0 and var above)
            return (SpeakerOf(above), above);
        // Runs on from the quotation before in the same paragraph, if it fills its sentence.
        if (last.Speaker >= 0 && first <= opening.First + 1 && Text.AsSpan(last.End, Math.Max(0, tokens.Spans[first].Start - last.End)).IndexOf("\n\n") < 0
            && opening.First > 0)
            return (last.Speaker, -1);
        return (-1, -1);
    }

    int FirstVerb(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (tokens.Tags[i] == PartOfSpeech.VERB)
                return i;
        return -1;
    }

    int NearestCue(int from, int to, bool forward, ImmutableArray<MarkedSpan> marked)
    {
        for (var step = 0; step < to - from; step++)
        {
            var token = forward ? from + step : to - 1 - step;
            if (IsVerb(token) && Reports(token, "speech") && !marked.Any(other => other.Content.Contains(tokens.Spans[token])))
                return token;
        }
        return -1;
    }

    bool SameParagraph(Sentence one, Sentence next) => Text.AsSpan(one.Span.End, next.Span.Start - one.Span.End).IndexOf('\n') < 0;

    bool EndsWithColon(Sentence sentence) => tokens.Forms[sentence.End - 1] == ":";

    int NearestName(int cue, Sentence sentence)
    {
        var best = -1;
        foreach (var name in names)
            if (name.First >= sentence.First && name.End <= sentence.End && name.Kind is NameKind.Person or NameKind.Organisation
                && (best < 0 || Math.Abs(name.End - 1 - cue) < Math.Abs(best - cue)))
                best = name.End - 1;
        return best >= 0 && Math.Abs(best - cue) <= 6 ? best : -1;
    }
}
