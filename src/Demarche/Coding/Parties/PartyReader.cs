using System.Collections.Immutable;
using Demarche.Coding.Rules;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>Turns the head words that a rule found into parties: phrase, conjuncts, what pronouns stand for, code and sector.</summary>
sealed class PartyReader(ActorRegister register, PartyWords words, Document document)
{
    readonly DateOnly? published = document.Article.Published.Day;
    readonly KnownActors known = ReadNames(register, document);
    readonly Scene scene = new(document);

    /// <summary>The parties of the first alternative that holds any; whoever is known goes before whoever only has a name.</summary>
    public ImmutableArray<Party> Read(ImmutableArray<ImmutableArray<int>> alternatives, int trigger, Func<int, bool> isFree)
    {
        foreach (var wanted in (ReadOnlySpan<bool>)[true, false])
            foreach (var heads in alternatives)
            {
                var parties = ImmutableArray.CreateBuilder<Party>();
                foreach (var head in heads)
                    foreach (var member in Members(head))
                        if (isFree(member) && (words.CanName(document, member) || Antecedents(member).Length > 0))
                            Add(parties, member, trigger, wanted);
                if (parties.Count > 0)
                    return parties.ToImmutable();
            }
        return [];
    }

    void Add(ImmutableArray<Party>.Builder parties, int head, int trigger, bool onlyKnown)
    {
        foreach (var (party, reading) in Resolve(head, trigger))
            if ((reading.IsKnown || (!onlyKnown && reading.Kind is ActorKind.Person or ActorKind.Organisation)) && !parties.Any(other => Same(other, party)))
                parties.Add(party);
    }

    static bool Same(Party left, Party right) => left.Code == right.Code && left.Sector == right.Sector && left.Name == right.Name && left.Span == right.Span;

    /// <summary>A head and the heads coordinated with it.</summary>
    IEnumerable<int> Members(int head)
    {
        yield return head;
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] == "conj" && document.Tokens.Tags[child] is not (PartOfSpeech.VERB or PartOfSpeech.AUX))
                foreach (var inner in Members(child))
                    yield return inner;
    }

    IEnumerable<(Party Party, ActorReading Reading)> Resolve(int head, int trigger)
    {
        var own = ReadPhrase(head);
        var pronoun = document.Tokens.Tags[head] is PartOfSpeech.PRON or PartOfSpeech.DET;
        if (!pronoun && own.IsKnown && own.Code is not null)
        {
            yield return (Make(head, head, own), own);
            yield break;
        }
        var found = false;
        foreach (var antecedent in Antecedents(head))
        {
            var reading = ReadPhrase(antecedent);
            if (!reading.IsKnown && reading.Kind != ActorKind.Person)
                continue;
            found = true;
            yield return (Make(head, antecedent, reading), reading);
        }
        if (found || pronoun)
            yield break;
        // "His government" is that of a person whom nobody resolved, not of the scene.
        if (own.IsKnown && own.Code is null && ClauseRoles.ChildBy(document, head, "nmod:poss") < 0 && Scene.TakesCountry(own) && scene.CountryAt(trigger, own.Kind == ActorKind.Role && own.Sector is not ("GOV" or "LEG")) is { } country)
        {
            var local = own with { Code = country };
            yield return (Make(head, head, local) with { Implicit = false }, local);
            yield break;
        }
        yield return (Make(head, head, own), own);
    }

    ImmutableArray<int> Antecedents(int head)
    {
        foreach (var link in document.Coreference)
            if (link.Anaphor == head)
                return link.Antecedents;
        return document.Tokens.Lemmas[head] is "we" or "I" or "i" or "us" or "our" or "me" or "my" && Speaker(head) is var speaker and >= 0 ? [speaker] : [];
    }

    // "We" in a quotation is the speaker's state or body; for the codes the speaker does.
    int Speaker(int head)
    {
        var span = document.Tokens.Spans[head];
        var found = -1;
        foreach (var quotation in document.Quotations)
            if (quotation.Content.Contains(span))
                found = quotation.Speaker;
        return found;
    }

    Party Make(int head, int named, ActorReading reading)
    {
        var (first, end) = Phrases.NounPhrase(document.Tokens, head);
        (first, end) = WithoutConjuncts(head, first, end);
        var span = document.SpanOf(first, end);
        return new Party
        {
            Text = span.Of(document.Article.Text),
            Span = span,
            Name = reading.Name,
            Code = reading.Code,
            Sector = reading.Sector,
            OtherSectors = reading.OtherSectors,
            Office = reading.Office,
            Implicit = document.SentenceOf(head) != document.SentenceOf(named),
        };
    }

    ActorReading ReadPhrase(int head)
    {
        var (first, end) = Extent(head);
        var mention = new MentionWord[end - first];
        for (var i = first; i < end; i++)
            mention[i - first] = new MentionWord(document.Tokens.Forms[i], document.Tokens.Lemmas[i], document.Tokens.Tags[i] == PartOfSpeech.PROPN);
        return register.Read(mention, published, known, head - first);
    }

    // The phrase with its apposition, which the register wants, but without its conjuncts and clauses.
    (int First, int End) Extent(int head)
    {
        int first = head, end = head + 1;
        foreach (var child in document.Tokens.Children[head])
        {
            var relation = document.Tokens.Relations[child];
            if (relation is "det" or "amod" or "compound" or "nummod" or "flat" or "fixed" or "appos" or "case" or "goeswith" || relation.StartsWith("nmod", StringComparison.Ordinal) || relation.StartsWith("flat", StringComparison.Ordinal))
            {
                var (from, to) = Phrases.Subtree(document.Tokens, child);
                if (relation == "case" && child < head)
                    continue;
                if (from < head)
                    first = Math.Min(first, from);
                else if (from >= end - 1)
                    end = Math.Max(end, to);
            }
        }
        return WithoutConjuncts(head, first, end);
    }

    (int First, int End) WithoutConjuncts(int head, int first, int end)
    {
        foreach (var child in document.Tokens.Children[head])
            if (document.Tokens.Relations[child] == "conj" && child > head)
            {
                var (from, _) = Phrases.Subtree(document.Tokens, child);
                if (from > head && from < end)
                    end = from;
            }
        while (end - 1 > head && document.Tokens.Tags[end - 1] is PartOfSpeech.PUNCT or PartOfSpeech.CCONJ)
            end--;
        return (first, end);
    }

    static KnownActors ReadNames(ActorRegister register, Document document)
    {
        var named = new List<(string, ActorReading)>();
        foreach (var name in document.Names)
            if (name.Kind is NameKind.Person or NameKind.Organisation && name.End - name.First >= 1)
            {
                var head = HeadOf(document, name.First, name.End);
                var (first, end) = Phrases.NounPhrase(document.Tokens, head);
                var mention = new MentionWord[end - first];
                for (var i = first; i < end; i++)
                    mention[i - first] = new MentionWord(document.Tokens.Forms[i], document.Tokens.Lemmas[i], document.Tokens.Tags[i] == PartOfSpeech.PROPN);
                var reading = register.Read(mention, document.Article.Published.Day, null, head - first);
                if (reading.IsKnown)
                    named.Add((document.SpanOf(name.First, name.End).Of(document.Article.Text), reading));
            }
        return new KnownActors(named);
    }

    static int HeadOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Tokens.Heads[i] < first || document.Tokens.Heads[i] >= end)
                return i;
        return first;
    }
}
