using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Coding.Parties;

/// <summary>
/// Whose officer a person is where the words at the name do not say it: "Japan's foreign minister" came to Manila, "Foreign Minister Harue
/// Takeda" signs there. What a name stands behind tells, too: "her Philippine counterpart, Rodel Sison".
/// </summary>
/// <param name="states">Which states the document speaks of.</param>
sealed class NamedOffices(ActorRegister register, Document document, KnownActors states)
{
    readonly List<(int Token, ActorReading Reading)> persons = [];
    List<(int Token, string Office, string Code)>? unnamed;

    /// <summary>The reading of a full name with what the text says of it elsewhere. Names are asked about in text order.</summary>
    public ActorReading Complete(Name name, ActorReading reading)
    {
        var head = NamedActors.HeadOf(document, name.First, name.End);
        if (name.Kind == NameKind.Person)
        {
            if (reading.Code is null && Before(head) is { } told)
                reading = told with { Name = reading.Name ?? document.SpanOf(name.First, name.End).Of(document.Article.Text), Kind = ActorKind.Office };
            else if (reading is { Code: null, Office: { } office } && CountryOf(head, office) is { } code)
                reading = reading with { Code = code, Evidence = reading.Evidence | ActorEvidence.Document };
            if (reading.IsKnown)
                persons.Add((head, reading));
        }
        return reading;
    }

    // The noun that the name explains: "the agency's chief, Celso Macuacua".
    ActorReading? Before(int head)
    {
        var noun = document.Tokens.Heads[head];
        if (document.Tokens.Relations[head] != "appos" || noun < 0 || noun > head || document.Tokens.Tags[noun] != PartOfSpeech.NOUN)
            return null;
        var reading = NamedActors.Read(register, document, noun, states);
        if (reading is not { Code: not null, Kind: ActorKind.Office or ActorKind.Role })
            return null;
        return reading.Sector is null && document.Tokens.Lemmas[noun] == "counterpart" ? Counterpart(reading, noun) : reading;
    }

    /// <summary>A counterpart holds the office of whose counterpart he is: of the person told last in the sentence.</summary>
    ActorReading Counterpart(ActorReading reading, int noun)
    {
        var sentence = document.SentenceOf(noun);
        return persons.FindLast(person => person.Reading.Sector is not null && document.SentenceOf(person.Token) == sentence) is { Reading: { } other }
            ? reading with { Sector = other.Sector, OtherSectors = other.OtherSectors, Office = other.Office }
            : reading;
    }

    // "In Madrid, Prime Minister Luis Carrasco said". Else, of the states whose holder of the office is told without a name, the only one or the one told last.
    string? CountryOf(int head, string office)
    {
        if (OpeningPlace(head) is { } here)
            return here;
        unnamed ??= Unnamed();
        string? only = null, before = null;
        var several = false;
        foreach (var (token, other, code) in unnamed)
            if (other == office && !persons.Exists(person => person.Reading.Office == office && person.Reading.Code == code))
            {
                several |= only is not null && only != code;
                only ??= code;
                if (token < head)
                    before = code;
            }
        return several ? before : only;
    }

    string? OpeningPlace(int head)
    {
        var sentence = document.Sentences[document.SentenceOf(head)];
        if (!document.Tokens.Lemmas[sentence.First].Equals("in", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var mention in document.Places)
            if (mention.First == sentence.First + 1 && mention.End < head && document.Tokens.Forms[mention.End] == ",")
                return mention.Place?.Country;
        return null;
    }

    List<(int Token, string Office, string Code)> Unnamed()
    {
        var found = new List<(int Token, string Office, string Code)>();
        for (var token = 0; token < document.Tokens.Count; token++)
            if (document.Tokens.Tags[token] == PartOfSpeech.NOUN && HasOwner(token) && NamedActors.Read(register, document, token, states) is { Office: { } office, Code: { } code, Name: null })
                found.Add((token, office, code));
        return found;
    }

    // An office is some state's by an adjective, a genitive or an "of" behind it.
    bool HasOwner(int token)
    {
        foreach (var child in document.Tokens.Children[token])
            if (Phrases.Relation(document.Tokens, child) is "nmod" or "amod" or "compound")
                return true;
        return false;
    }
}
