namespace Demarche.Knowledge.Actors;

/// <summary>What the tables know in the phrase, and where its parts end.</summary>
sealed partial class PhraseReader
{
    /// <summary>Pieces [First, End) that look like a name that no table has.</summary>
    readonly record struct NameRun(int First, int End)
    {
        public int Length => End - First;
    }

    void FindMatches()
    {
        var pieces = mention.Pieces;
        for (var i = 0; i < pieces.Length;)
        {
            var next = i + 1;
            for (var end = Math.Min(pieces.Length, i + LongestPhrase); end > i; end--)
            {
                if (Choose(i, end) is not { } sense)
                    continue;
                if (sense.State is not null && IsInName(sense, i, end))
                    break;
                if (sense.State is not null && known.Elsewhere(mention.Key(i, end)) is { } other && lexicon.NameOf(other) is { } part)
                    sense = part;
                matches.Add(new Match(i, end, sense, IsOwner(i, end)));
                next = end;
                break;
            }
            i = next;
        }
    }

    /// <summary>The first sense that the spelling and the day allow; without one for the day, one of another time.</summary>
    Sense? Choose(int first, int end)
    {
        var pieces = mention.Pieces;
        for (var i = first + 1; i < end; i++)
            if (pieces[i].Break)
                return null;
        Sense? other = null;
        var sense = lexicon.Find(mention.Key(first, end));
        // "warships" by "warship"
        if (sense is null && mention.Key(first, end) is [.., 's'] plural && plural.Length > 3 && lexicon.Find(plural[..^1]) is { Role: not null } singular)
            sense = singular;
        for (; sense is not null; sense = sense.Next)
        {
            if (!Spelled(sense, first, end) || sense.Organisation is { } organisation && !Allows(organisation, sense, first, end))
                continue;
            if (sense.Period.Covers(day))
                return Namesake(sense, first, end) ?? sense;
            if (!sense.OnlyThen)
                other ??= sense;
        }
        return other;
    }

    /// <summary>Of bodies of one name in several states, the one of a state that the words or the document speak of, where they do not speak of the first's.</summary>
    Sense? Namesake(Sense chosen, int first, int end)
    {
        if (chosen.Organisation?.Code is not { } code || IsSpokenOf(code))
            return null;
        for (var sense = lexicon.Find(mention.Key(first, end)); sense is not null; sense = sense.Next)
            if (sense.Organisation?.Code is { } other && other != code && IsSpokenOf(other) && sense.Period.Covers(day) && Spelled(sense, first, end))
                return sense;
        return null;
    }

    bool IsEndOfName(int index) => mention.Pieces[index - 1] is { Upper: true, Proper: true } && mention.Pieces[index] is { Break: false, Joined: false }
        && !matches.Exists(m => m.End == index) && lexicon.Find(mention.Key(index - 1)) is null;

    bool IsSpokenOf(string code) => HasCode(code) || known.Mentions(code);

    bool Allows(Organisation organisation, Sense sense, int first, int end)
    {
        if (sense.Ambiguous && !HasCode(organisation.Code))
            return false;
        // Abbreviations of parties are known at home: elsewhere AMP is a format and PUC a commission.
        if (sense.Casing == Casing.Capitals && organisation is { Kind: "party", Code: { } home } && !HasCode(home) && !known.SpeaksOf(home))
            return false;
        // One word behind a name that no table has is the end of that name: "Open Harvest Beta".
        if (end - first == 1 && first > 0 && organisation.Kind is "news medium" or "party" or "company" && sense.Casing != Casing.Capitals && IsEndOfName(first))
            return false;
        // "The Haitian State Department" is not America's.
        if (matches.Count > 0 && matches[^1] is { State: { } state, Owner: true } before && before.End == first && state.State.Code != organisation.Code)
            for (var next = sense.Next; next is not null; next = next.Next)
                if (next.Role is not null)
                    return false;
        // "Brussels" is the European Union where it is the whole phrase, else a city.
        if (sense.Next is { State.Kind: StateNameKind.Seat } && end - first < mention.Count)
            return false;
        // One common word that goes on is another name: "Independent National Electoral Commission".
        var pieces = mention.Pieces;
        return end - first > (mention.Key(first) is "the" ? 2 : 1) || organisation.Kind is not ("news medium" or "party" or "company" or "collective") || sense.Casing == Casing.Capitals
            || end >= pieces.Length || !pieces[end].Upper || pieces[end].Break || lexicon.Find(mention.Key(end)) is { Role.Office: not null };
    }

    bool Spelled(Sense sense, int first, int end)
    {
        var pieces = mention.Pieces;
        if (sense.Casing == Casing.Any)
            // A capital amid names is a name, and so is one alone that people bear: "Kevin King", "King".
            return sense.Role is null or { Kind: "body" } || end - first > 1 || !pieces[first].Upper
                || !(first == 0 ? IsLoneSurname() : IsLastOfName(first));
        if (sense.Casing == Casing.Capitals)
        {
            // "Nato", "Asean", "Farc": what British papers write of abbreviations that are spoken as words.
            if (end - first == 1 && pieces[first].Length >= 4 && pieces[first].Upper && sense.Organisation is { Kind: "IGO" or "armed group" or "peacekeeping" or "agency" })
                return true;
            for (var i = first; i < end; i++)
                if (!pieces[i].Capitals && pieces[i].Length > 1)
                    return false;
            return true;
        }
        // "The island" is no newspaper of that name.
        if (end - first == 2 && mention.Key(first) is "the" && !pieces[first + 1].Upper)
            return false;
        return pieces[first].Upper || pieces[first].Length <= 3 && end - first > 1 && pieces[end - 1].Upper;
    }

    // The last of a run of capitalised pieces whose first is unknown to the tables and capital too.
    bool IsLastOfName(int index)
    {
        var pieces = mention.Pieces;
        if (index + 1 < pieces.Length && pieces[index + 1].Upper && !pieces[index + 1].Break || pieces[index].Break)
            return false;
        var before = pieces[index - 1];
        return before.Upper && before.Proper && !matches.Exists(m => m.End == index) && lexicon.Find(mention.Key(index - 1)) is null;
    }

    bool IsLoneSurname() => mention.Count == 1 && mention.Pieces[0].Proper
        && mention.Key(0) is "king" or "bishop" or "pope" or "major" or "marshal" or "judge" or "cardinal" or "prince" or "sheriff" or "general" or "priest" or "father" or "chair" or "head" or "banks" or "marshall";

    bool HasCode(string? code)
    {
        foreach (var match in matches)
            if (match.State?.State.Code == code)
                return true;
        return false;
    }

    /// <summary>Whether a state's name is a part of a person's: "Jim Jordan", "Chad Wolf", "Paris Hilton", "Denzel Washington".</summary>
    bool IsInName(Sense sense, int first, int end)
    {
        var state = sense.State!;
        var pieces = mention.Pieces;
        if (end - first > 1 || state.Kind is not (StateNameKind.Name or StateNameKind.Seat or StateNameKind.Demonym or StateNameKind.Adjective))
            return false;
        var careful = state.Ambiguous || state.Kind == StateNameKind.Seat;
        if (!careful)
            return false;
        if (first > 0 && pieces[first - 1].Upper && pieces[first - 1].Proper && !pieces[first].Break && !pieces[first].Joined
            && !matches.Exists(m => m.End == first) && lexicon.Find(mention.Key(first - 1)) is null && mention.Key(first - 1) is not ("the" or "east" or "west" or "north" or "south" or "central" or "new"))
            return true;
        if (first > 0 && state.Kind == StateNameKind.Name && matches.Count > 0 && matches[^1].End == first && matches[^1].Role is { Office: "lawmaker" or "commander" or "judge" })
            return true;
        // A first name: one more capitalised word that no table knows, and the phrase, or its core, ends there.
        return state.Ambiguous && state.Kind == StateNameKind.Name && end < pieces.Length && pieces[end].Upper && pieces[end].Proper && !pieces[end].Break
            && lexicon.Find(mention.Key(end)) is null && (end + 1 == pieces.Length || pieces[end + 1].Break);
    }

    /// <summary>"Russian-backed rebels", "anti-Turkish protesters", "rebel-held town" are not that state's or body's.</summary>
    bool IsOwner(int first, int end)
    {
        var pieces = mention.Pieces;
        if (end < pieces.Length && (pieces[end].Joined || mention.Key(end) is "backed") && mention.Key(end)
            is "backed" or "supported" or "aligned" or "allied" or "linked" or "installed" or "funded" or "trained" or "armed" or "friendly" or "controlled" or "occupied"
                or "born" or "sponsored" or "affiliated" or "appointed" or "annexed" or "held" or "administered" or "speaking" or "made" or "imposed" or "drafted" or "mediated" or "brokered" or "owned" or "dominated" or "proposed")
            return false;
        // "Iraq War veterans", "Korean War": the war has the name, nobody in the phrase is of there.
        if (end < pieces.Length && pieces[end].Upper && mention.Key(end) is "war" && end + 1 < pieces.Length)
            return false;
        if (end < pieces.Length && pieces[end].Joined && mention.Key(end) is "led" or "run" && lexicon.Find(mention.Key(first, end)) is { Role: not null, State: null, Organisation: null, Next: null })
            return false;
        return first == 0 || mention.Key(first - 1) is not ("anti" or "pro" or "non" or "post" or "ex");
    }

    /// <summary>Where the noun phrase that starts at a piece ends: at a comma, preposition, relative pronoun or participle behind its role.</summary>
    int CoreEnd(int start)
    {
        var pieces = mention.Pieces;
        for (var i = start; i < pieces.Length; i++)
        {
            if (i > start && pieces[i].Break)
                return i;
            if (Covering(i) is { } match)
            {
                i = match.End - 1;
                continue;
            }
            if (pieces[i].Upper && i > 0 || pieces[i].Joined)
                continue;
            var key = mention.Key(i);
            if (i == start && key is "around" or "about" or "over" or "at" or "between" or "in" or "on" or "from" or "of" or "by" or "under")
                continue;
            // "Brazil and Colombia", "the president and his aides" are two parties, of which the first heads the phrase.
            if (i > start && key is "and" or "or" && i + 1 < pieces.Length && Any(start, i) && (mention.Key(i + 1) is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "other" or "three" or "two" or "former"
                || matches.Exists(m => m.First == i + 1 && m.State is not null && Last(start, i, other => other.State is not null) is not null)))
                return i;
            if (key is "of" or "in" or "from" or "for" or "at" or "on" or "by" or "with" or "to" or "against" or "near" or "inside" or "outside" or "across" or "under" or "over"
                or "around" or "between" or "among" or "within" or "along" or "into" or "through" or "during" or "after" or "before" or "about" or "like" or "including" or "without"
                or "who" or "which" or "that" or "whose" or "where" or "whom" or "when" or "as" or "is" or "are" or "was" or "were" or "has" or "have" or "had" or "via" or "than" && !IsMoreThan(i))
                return i;
            if (i > start && key.Length > 4 && (key.EndsWith("ing", StringComparison.Ordinal) || key.EndsWith("ed", StringComparison.Ordinal))
                && matches.Exists(m => m.First >= start && m.End <= i && m.State is null))
                return i;
        }
        return pieces.Length;

        bool IsMoreThan(int i) => i > 0 && mention.Key(i - 1) is "more" or "less" or "fewer" or "other" or "rather";
    }

    Match? Covering(int piece)
    {
        foreach (var match in matches)
            if (match.First <= piece && piece < match.End)
                return match;
        return null;
    }

    bool Any(int start, int end)
    {
        foreach (var match in matches)
            if (match.First >= start && match.End <= end)
                return true;
        return false;
    }

    Match? Last(int start, int end, Func<Match, bool> fits)
    {
        for (var i = matches.Count - 1; i >= 0; i--)
            if (matches[i].First >= start && matches[i].End <= end && (matches[i].Owner || matches[i].State is not null) && fits(matches[i]))
                return matches[i];
        return null;
    }

    Match? First(int start, int end, Func<Match, bool> fits)
    {
        foreach (var match in matches)
            if (match.First >= start && match.End <= end && (match.Owner || match.State is not null) && fits(match))
                return match;
        return null;
    }

    /// <summary>The last role of the core, but the head's own where a parse tells it, and an organisation behind the last role.</summary>
    Match? LastRole(int start, int core)
    {
        var role = Last(start, core, m => m.Role is not null);
        if (head is { } word && First(start, core, m => m.Role is not null && mention.Pieces[m.First].Word <= word && word <= mention.Pieces[m.End - 1].Word) is { } headed)
            role = headed;
        if (role is not { } found)
            return null;
        // "president Hamas leader": an organisation that ends the phrase heads it ("state-run TASS", "militant group Hamas").
        var behind = Last(found.End, core, m => m.Organisation is not null);
        return behind is not null && found.Role!.Kind is "body" or "thing" ? null : role;
    }

    /// <summary>Code of the owner in [start, end): the last state that owns, else an organisation.</summary>
    string? CodeIn(int start, int end) => Last(start, end, m => m.State is not null && m.Owner)?.State!.State.Code ?? Last(start, end, m => m.Organisation is not null)?.Organisation!.Code;

    /// <summary>Code of a person that a dictionary of the user lists, behind the title: "President Aragorn".</summary>
    string? DictionaryCodeIn(int start, int end) => Last(start, end, m => m.Sense.OnlyThen) is { } match ? match.State?.State.Code ?? match.Organisation?.Code : null;

    string? StateIn(int start, int end) => Last(start, end, m => m.State is not null && m.Owner)?.State!.State.Code;

    ActorEvidence EvidenceOf(int start, int end) => Last(start, end, m => m.State is not null && m.Owner)?.State?.Kind switch
    {
        StateNameKind.Name => ActorEvidence.StateName,
        StateNameKind.Adjective => ActorEvidence.Adjective,
        StateNameKind.Demonym => ActorEvidence.Demonym,
        StateNameKind.Seat => ActorEvidence.Seat,
        StateNameKind.Metonym => ActorEvidence.Metonym,
        _ => ActorEvidence.None,
    };

    bool PreAt(int start, int end) => Last(start, end, m => m.State is { State.IsUnrecognised: true }) is not null;

    /// <summary>The last run of capitalised pieces in [start, end) that no table knows.</summary>
    NameRun NameIn(int start, int end)
    {
        var pieces = mention.Pieces;
        var last = end;
        while (last > start && !IsNamePiece(last - 1))
            last--;
        var first = last;
        while (first > start && IsNamePiece(first - 1) && !(first < last && pieces[first].Break))
            first--;
        return new NameRun(first, last);
    }

    NameRun NameBefore(int index, int start)
    {
        var first = index;
        while (first > start && IsNamePiece(first - 1))
            first--;
        return new NameRun(first, index);
    }

    bool IsNamePiece(int index)
    {
        var piece = mention.Pieces[index];
        if (Covering(index) is not null)
            return false;
        if (piece.Upper)
            return (index > 0 || piece.Proper || mention.Count == 1) && !(piece.Length == 1 && mention.Key(index) is "a" or "i") && !IsFunctionWord(mention.Key(index));
        // "bin Salman", "al Assad", "Kim Jong-un"
        return piece.Joined && index > 0 && mention.Pieces[index - 1].Upper
            || index + 1 < mention.Count && mention.Pieces[index + 1].Upper && mention.Key(index) is "bin" or "al" or "el" or "von" or "van" or "der" or "de" or "da" or "di" or "la" or "del" or "ben" or "ag";
    }

    // Capitals at the start of a sentence make no name of these.
    static bool IsFunctionWord(ReadOnlySpan<char> key) => key is "the" or "mr" or "mrs" or "ms" or "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" or "him" or "them" or "we" or "our"
        or "us" or "you" or "your" or "my" or "me" or "this" or "that" or "these" or "those" or "some" or "many" or "several" or "most" or "all" or "both" or "who" or "which"
        or "other" or "others" or "another" or "an" or "one" or "two" or "three" or "four" or "five" or "no" or "any" or "each" or "every" or "more" or "at" or "in" or "of" or "and" or "dozens" or "scores" or "hundreds" or "thousands" or "tens" or "millions" or "nearly" or "about" or "around"
        or "over" or "rivals" or "armed" or "unidentified" or "unknown" or "local" or "foreign" or "senior" or "top" or "former" or "then" or "current" or "newly" or "late" or "acting" or "interim"
        or "ethnic" or "anti" or "pro" or "non" or "main" or "leading" or "alleged" or "suspected" or "young" or "masked" or "opposition" or "deputy" or "vice";

    bool IsFormer(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (mention.Key(i) is "former" or "ex" or "onetime" or "ousted" or "deposed" or "erstwhile" or "toppled" or "retired" && !(i + 1 < end && mention.Key(i + 1) is "soviet" or "yugoslav"))
                return true;
        return false;
    }

    // Words that name a region somewhere, and many other things everywhere.
    bool IsDirection(int index) => mention.Key(index) is "north" or "south" or "east" or "west" or "central" or "northern" or "southern" or "eastern" or "western" or "new" or "upper" or "lower" or "centre" or "center" or "capital" or "nord" or "sud" or "est" or "ouest" or "union";

    /// <summary>Country of the place named in [start, end); a place that only begins the name is none ("Nelson Chamisa").</summary>
    string? PlaceCode(int start, int end)
    {
        if (places is null || end <= start || NameIn(start, end) is not { Length: > 0 } name)
            return null;
        for (var first = name.First; first < name.End; first++)
            for (var last = name.End; last > first && (last == name.End || mention.Key(last) is "state" or "province" or "region" or "city" or "county" or "district" or "west" or "east" or "north" or "south"); last--)
                if (!(last - first == 1 && IsDirection(first)) && places.CountryOf(mention.Key(first, last)) is { } country)
                    return country;
        return null;
    }

    // "(D-Minn.)" behind a member of Congress.
    bool PartyLetter(int start)
    {
        for (var i = start; i < mention.Count; i++)
            if (mention.Pieces[i] is { Length: 1, Upper: true, Break: true } && mention.Key(i) is "d" or "r" or "i")
                return true;
        return false;
    }
}
