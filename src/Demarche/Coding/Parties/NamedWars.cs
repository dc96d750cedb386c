using System.Collections.Immutable;
using System.Globalization;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Words that name a war, and its sides by data/actors/conflicts.tsv: "the Tigray war", "the war in Ukraine", "the 2006 Lebanon war";
/// and "the war" in a text that has named one. Whoever calls for its end or offers to mediate turns to its sides, though no word tells them.
/// </summary>
sealed class NamedWars
{
    // "Democratic Republic of the Congo"
    const int MostWordsOfPlace = 6;

    readonly Document document;
    readonly Conflicts conflicts;
    readonly WordClasses classes;
    readonly List<Mention> mentions = [];
    readonly bool several;

    /// <param name="Noun">The word that says it is a war, or the last of the name.</param>
    readonly record struct Mention(int First, int End, int Noun, Conflict Conflict);

    public NamedWars(Document document, Conflicts conflicts, WordClasses classes, KnownActors known)
    {
        (this.document, this.conflicts, this.classes) = (document, conflicts, classes);
        foreach (var sentence in document.Sentences)
            for (var token = sentence.First; token < sentence.End; token++)
                if ((Named(sentence, token, known) ?? Located(sentence, token) ?? Again(token)) is { } mention)
                {
                    several |= mentions.Count > 0 && mention.Conflict != mentions[0].Conflict;
                    mentions.Add(mention.First > sentence.First && document.Tokens.Tags[mention.First - 1] == PartOfSpeech.DET ? mention with { First = mention.First - 1 } : mention);
                }
    }

    /// <summary>The sides of an act of war that is told by the war's name, where its own words do not tell both.</summary>
    public (ImmutableArray<Party> Actors, ImmutableArray<Party> Recipients) Sides(RuleMatch match, EventType type, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        if (type != EventType.Assault)
            return IsForPeace(match, type) ? (actors, ToldApart(match, actors, recipients)) : (actors, recipients);
        foreach (var mention in In(document.Sentences[document.SentenceOf(match.Trigger)]))
            if (match.Words.Contains(mention.Noun) || match.Trigger == mention.Noun)
            {
                if (AreTwo(actors, recipients))
                    break;
                return classes["war"].Contains(document.Tokens.Lemmas[mention.Noun])
                    ? (Parties(mention, mention.Conflict.Sides), recipients.RemoveAll(party => IsPartOf(mention, party)))
                    : (Or(actors, mention, mention.Conflict.First), Or(recipients, mention, mention.Conflict.Second));
            }
            else if (actors.Length > 0 && actors.All(party => IsPartOf(mention, party)))
                // "were killed in the Gaza war": its sides did it, not its scene.
                return (Parties(mention, mention.Conflict.Sides), recipients);
        return (actors, recipients);
    }

    // "Offered to mediate in the Ukraine conflict", "called for a truce in the war": to both sides, but not to oneself.
    ImmutableArray<Party> ToldApart(RuleMatch match, ImmutableArray<Party> actors, ImmutableArray<Party> recipients)
    {
        var sentence = document.Sentences[document.SentenceOf(match.Trigger)];
        foreach (var mention in In(sentence))
            if (recipients.All(party => party.Code is null || IsPartOf(mention, party)))
                return Parties(mention, mention.Conflict.Sides.Where(side => !actors.Any(actor => actor.Code == side.Code)));
        return recipients;
    }

    // Mentions stand in the order of the sentences; a text may be full of them.
    IEnumerable<Mention> In(Sentence sentence)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First < sentence.First)
                low = middle + 1;
            else
                high = middle;
        }
        for (; low < mentions.Count && mentions[low].End <= sentence.End; low++)
            yield return mentions[low];
    }

    bool IsForPeace(RuleMatch match, EventType type) => type is EventType.Request or EventType.Agree or EventType.Consult or EventType.Support
        && match.Words.Concat(match.About).Append(ClauseRoles.Object(document, match.Clause)).Append(match.Support >= 0 ? ClauseRoles.Object(document, match.Support) : -1).Any(IsPeace);

    bool IsPeace(int token) => token >= 0 && (classes["peace"].Contains(document.Tokens.Lemmas[token]) || document.Tokens.Children[token].Any(child => classes["peace"].Contains(document.Tokens.Lemmas[child])));

    static bool AreTwo(ImmutableArray<Party> actors, ImmutableArray<Party> recipients) =>
        actors.Concat(recipients).Select(party => (party.Code, party.Sector)).Where(party => party.Code is not null).Distinct().Take(2).Count() == 2;

    // "Russia's full-scale invasion of its neighbour": who is told in words, and beside him who is not.
    ImmutableArray<Party> Or(ImmutableArray<Party> told, Mention mention, ImmutableArray<Belligerent> sides) =>
        told.Any(party => party.Code is not null && !IsPartOf(mention, party)) ? told : Parties(mention, sides);

    bool IsPartOf(Mention mention, Party party) => party.Span is { } span && document.SpanOf(mention.First, mention.End).Contains(span);

    ImmutableArray<Party> Parties(Mention mention, IEnumerable<Belligerent> sides)
    {
        var span = document.SpanOf(mention.First, mention.End);
        return [.. sides.Select(side => new Party { Text = span.Of(document.Article.Text), Span = span, Code = side.Code, Sector = side.Sector ?? "GOV", Implicit = true })];
    }

    Mention? Named(Sentence sentence, int last, KnownActors known)
    {
        if (!conflicts.EndsName(NameKey.Of(document.Tokens.Forms[last])))
            return null;
        for (var first = Math.Max(sentence.First, last + 1 - conflicts.MostWords); first <= last; first++)
            if (char.IsLetterOrDigit(document.Tokens.Forms[first][0]) && conflicts.Named(NameKey.Of(document.SpanOf(first, last + 1).Of(document.Article.Text)), document.Article.Published.Day, YearBeside(sentence, first, last + 1), known.Mentions) is { } conflict)
                return new Mention(first, last + 1, Noun(first, last), conflict);
        return null;
    }

    // "The war in the Donbas", "the Gaza conflict"; "a price war in Korea" is none.
    Mention? Located(Sentence sentence, int noun)
    {
        if (!classes["war"].Contains(document.Tokens.Lemmas[noun]) || (noun > sentence.First && document.Tokens.Relations[noun - 1] == "compound" && char.IsLower(document.Tokens.Forms[noun - 1][0])))
            return null;
        for (var first = Math.Max(sentence.First, noun - MostWordsOfPlace); first < noun; first++)
            if (At(sentence, first, noun, first, noun + 1) is { } before)
                return before with { Noun = noun };
        var place = noun + 2;
        if (place >= sentence.End || document.Tokens.Tags[noun + 1] != PartOfSpeech.ADP)
            return null;
        for (var end = Math.Min(sentence.End, place + MostWordsOfPlace); end > place; end--)
            if (At(sentence, place, end, noun, end) is { } behind)
                return behind with { Noun = noun };
        return null;
    }

    Mention? At(Sentence sentence, int first, int end, int from, int to) =>
        char.IsUpper(document.Tokens.Forms[end - 1][0]) && conflicts.FoughtIn(NameKey.Of(document.SpanOf(first, end).Of(document.Article.Text)), document.Article.Published.Day, YearBeside(sentence, from, to)) is { } conflict
            ? new Mention(from, to, from, conflict)
            : null;

    // "The war" in a text that has named one alone.
    Mention? Again(int noun) => mentions.Count > 0 && noun > 0 && classes["war"].Contains(document.Tokens.Lemmas[noun]) && document.Tokens.FineTags[noun] == "NN"
        && document.Tokens.Lemmas[noun - 1] is "the" or "this" && document.Tokens.Heads[noun - 1] == noun && document.Tokens.Extents[noun].Last == noun
        && !several ? mentions[0] with { First = noun - 1, End = noun + 1, Noun = noun } : null;

    int Noun(int first, int last)
    {
        for (var token = last; token >= first; token--)
            if (document.Tokens.Heads[token] < first || document.Tokens.Heads[token] > last)
                return token;
        return last;
    }

    int? YearBeside(Sentence sentence, int first, int end)
    {
        const int Beside = 2;
        for (var token = Math.Max(sentence.First, first - Beside); token < Math.Min(sentence.End, end + Beside); token++)
            if (document.Tokens.Forms[token] is { Length: 4 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1944 and < 2100)
                return year;
        return null;
    }
}
