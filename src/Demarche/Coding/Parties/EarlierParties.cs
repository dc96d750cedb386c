using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Whom words take up that only count or contrast those named before: "the two sides" of the act told last, "its neighbour" in a quarrel
/// of two, "the kingdom" after a state that is one.
/// </summary>
/// <param name="told">The acts of the document so far; grows while it is read.</param>
sealed class EarlierParties(Document document, IReadOnlyList<ReportedEvent> told, StateNames states)
{
    // Further back another pair may have met.
    const int Near = 3;

    // A text may be made of one sentence.
    const int MostActs = 24;

    /// <summary>Those who took part in the last act of two states or bodies (of three where three are asked for); empty where there is none near.</summary>
    public ImmutableArray<Party> Sides(int head)
    {
        var three = Count(head) == 3;
        // Those who met or agreed are "the sides" before anybody who is merely told of in between.
        foreach (var act in Before(head).OrderBy(act => !(act.Type is EventType.Consult or EventType.Cooperate || act.Underlying == EventType.Consult || act.Recipients.IsEmpty)))
        {
            var parties = act.Actors.Concat(act.Recipients).Where(party => party.Code is not null).DistinctBy(party => party.Code).ToImmutableArray();
            if (parties.Length == (three ? 3 : 2) && act.Trigger.Start < document.Tokens.Spans[head].Start)
                return parties;
        }
        return [];
    }

    /// <summary>The one other state that those of <paramref name="own"/> had to do with, else the one other that the sentences before name.</summary>
    public string? OtherSide(int head, ImmutableArray<string> own)
    {
        if (own.Length != 1)
            return null;
        foreach (var act in Before(head))
        {
            var codes = act.Actors.Concat(act.Recipients).Select(party => party.Code).OfType<string>().Distinct().ToList();
            if (codes.Count == 2 && codes.Contains(own[0]))
                return codes[0] == own[0] ? codes[1] : codes[0];
        }
        return Named(head).Where(code => code != own[0]).ToList() is [var only] ? only : null;
    }

    /// <summary>
    /// The state that "the kingdom" or "the island" is: of those named in the sentences before, and not in its own, the one whose full name
    /// says so, else the only one.
    /// </summary>
    public StateEntry? StateOf(int head)
    {
        var here = document.Sentences[document.SentenceOf(head)];
        var beside = CodesIn(here.First, here.End).ToHashSet();
        var named = Named(head).Where(code => !beside.Contains(code)).Select(states.OfCode).OfType<StateEntry>().ToList();
        var called = named.Where(state => state.Official.Contains(document.Tokens.Lemmas[head], StringComparison.OrdinalIgnoreCase)).ToList();
        return called.Count == 1 ? called[0] : named.Count == 1 ? named[0] : null;
    }

    // The last acts first.
    IEnumerable<ReportedEvent> Before(int head)
    {
        var from = document.Sentences[Math.Max(0, document.SentenceOf(head) - Near)].Span.Start;
        for (var i = told.Count - 1; i >= Math.Max(0, told.Count - MostActs) && told[i].Evidence.Start >= from; i--)
            yield return told[i];
    }

    int Count(int head)
    {
        if (document.Tokens.Lemmas[head] == "three")
            return 3;
        foreach (var child in document.Tokens.Children[head])
            if (child < head && document.Tokens.Forms[child].Equals("three", StringComparison.OrdinalIgnoreCase))
                return 3;
        return 2;
    }

    // The states that the sentences before name, each once.
    List<string> Named(int head)
    {
        var sentence = document.SentenceOf(head);
        return [.. CodesIn(document.Sentences[Math.Max(0, sentence - Near)].First, document.Sentences[sentence].First).Distinct()];
    }

    IEnumerable<string> CodesIn(int first, int end)
    {
        for (var token = first; token < end; token++)
            if (char.IsUpper(document.Tokens.Forms[token][0]))
                foreach (var name in states.Find(document.Tokens.Forms[token]))
                    if (!name.Ambiguous && name.State.Kind is "state" or "special")
                        yield return name.State.Code;
        for (var i = FirstPlace(first); i < document.Places.Length && document.Places[i].End <= end; i++)
            if (document.Places[i].Place is { Kind: "country", Country: { } country })
                yield return country;
    }

    // Places stand in the order of the text.
    int FirstPlace(int token)
    {
        int low = 0, high = document.Places.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (document.Places[middle].First < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
