using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Reads the names of a document, before and behind whatever is asked about them: full names first, with the words around them,
/// then those that stand by a surname alone and that no full name explains.
/// </summary>
static class NamedActors
{
    public static KnownActors Of(ActorRegister register, Document document)
    {
        var codes = Codes(register, document);
        var elsewhere = register.Namesakes.Elsewhere(document.Tokens.Forms);
        var states = new KnownActors([], codes, elsewhere);
        var named = new List<(string Name, ActorReading Reading)>();
        var offices = new NamedOffices(register, document, states);
        foreach (var name in document.Names)
            if (IsFull(document, name) && offices.Complete(name, Read(register, document, name, states)) is var reading && (reading.IsKnown || name.Kind == NameKind.Person))
                named.Add((TextOf(document, name), reading.IsKnown ? reading : reading with { Kind = ActorKind.Person, Name = TextOf(document, name) }));
        foreach (var (_, reading) in named)
            if (reading.Code is { } code)
                codes.Add(code);
        var full = new KnownActors(named, codes, elsewhere);
        foreach (var name in document.Names)
            if (name.Kind is NameKind.Person or NameKind.Organisation && !IsFull(document, name) && !full.Names(TextOf(document, name))
                && Read(register, document, name, full) is { IsKnown: true } reading)
            {
                named.Add((TextOf(document, name), reading));
                if (reading.Code is { } code)
                    codes.Add(code);
            }
        return new KnownActors(named, codes, elsewhere);
    }

    /// <summary>States that the text names, by name, adjective, capital or place: who is called by surname alone is likely one of theirs.</summary>
    static HashSet<string> Codes(ActorRegister register, Document document)
    {
        var codes = new HashSet<string>();
        foreach (var mention in document.Places)
            if (mention.Place?.Country is { } country)
                codes.Add(country);
        foreach (var form in document.Tokens.Forms)
            if (char.IsUpper(form[0]))
                foreach (var state in register.States.Find(form))
                    if (!state.Ambiguous)
                        codes.Add(state.State.Code);
        return codes;
    }

    static bool IsFull(Document document, Name name) => name.Kind is NameKind.Person or NameKind.Organisation
        && name.End - name.First > (document.Tokens.Forms[name.First].TrimEnd('.') is "Mr" or "Mrs" or "Ms" or "Dr" or "Sir" or "President" ? 2 : 1);

    static ActorReading Read(ActorRegister register, Document document, Name name, KnownActors known) =>
        Read(register, document, HeadOf(document, name.First, name.End), known);

    /// <summary>What the noun phrase of a word says of who it is.</summary>
    public static ActorReading Read(ActorRegister register, Document document, int head, KnownActors known)
    {
        // "Barack Obama and Vladimir Putin" are two.
        var (first, end) = Phrases.WithoutConjuncts(document.Tokens, head, Phrases.NounPhrase(document.Tokens, head));
        var mention = new MentionWord[end - first];
        for (var i = first; i < end; i++)
            mention[i - first] = new MentionWord(document.Tokens.Forms[i], document.Tokens.Lemmas[i], document.Tokens.Tags[i] == PartOfSpeech.PROPN);
        return register.Read(mention, document.Article.Published.Day, known, head - first);
    }

    static string TextOf(Document document, Name name) => document.SpanOf(name.First, name.End).Of(document.Article.Text);

    /// <summary>The word of a name that the others hang on.</summary>
    public static int HeadOf(Document document, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (document.Tokens.Heads[i] < first || document.Tokens.Heads[i] >= end)
                return i;
        return first;
    }
}
