using System.Collections.Immutable;
using Demarche.Knowledge.Places;

namespace Demarche.Knowledge.Actors;

/// <summary>One phrase being read: finds what the tables know in it, then decides what heads it and whose it is.</summary>
sealed partial class PhraseReader(
    ActorLexicon lexicon, OfficeHolders holders, Gazetteer? places, Mention mention, int? day, KnownActors known, int? head)
{
    const int LongestPhrase = 9;

    // A city with fewer is likelier a surname where nothing else tells: "Clinton", "Bell".
    const int PeopleOfKnownCity = 150_000;

    readonly List<Match> matches = [];

    /// <summary>Pieces [First, End) that a table knows. Owner is false where the state is no owner: "Russian-backed", "anti-Turkish".</summary>
    readonly record struct Match(int First, int End, Sense Sense, bool Owner)
    {
        public StateName? State => Sense.State;

        public Organisation? Organisation => Sense.Organisation;

        public Role? Role => Sense.Role;
    }

    public ActorReading Read()
    {
        FindMatches();
        var core = CoreEnd(0);
        // "Tens of thousands of residents", "dozens of Russian troops": amounts say nothing, what they measure does.
        var start = 0;
        while (core < mention.Count && !Any(start, core) && NameIn(start, core).Length == 0 && mention.Key(core) is "of" or "among" or "from")
            (start, core) = (core + 1, CoreEnd(core + 1));
        return ReadZone(start, core);
    }

    ActorReading ReadZone(int start, int core)
    {
        var role = LastRole(start, core);
        if (role is { } match)
            return ReadRole(match, start, core);
        var organisation = Last(start, core, m => m.Organisation is not null);
        if (organisation is { } body)
            return ReadOrganisation(body);
        var name = NameIn(start, core);
        if (name.Length > 0 && ReadPerson(mention.Text(name.First, name.End), CodeIn(start, core)) is { } person)
            return WithApposition(person, core);
        var state = Last(start, core, m => m.State is not null && m.Owner);
        if (state is { } nation)
            return ReadState(nation, start, core, name);
        if (name.Length > 0)
        {
            // "Liu He, China's top trade negotiator"
            var named = WithApposition(new ActorReading { Name = mention.Text(name.First, name.End), Kind = ActorKind.Person }, core);
            return !named.IsKnown && !(name.Length == 1 && IsDirection(name.First)) && places?.CountryOf(mention.Key(name.First, name.End), PeopleOfKnownCity) is { } country
                ? named with { Code = country, Kind = ActorKind.Place, Evidence = ActorEvidence.Place }
                : named;
        }
        return core + 1 < mention.Count ? ReadBehind(start, core) : ActorReading.Nobody;
    }

    // A phrase whose head says nothing: "a request by Mr. Erdogan", "several areas near Damascus".
    ActorReading ReadBehind(int start, int core)
    {
        // Every step goes on by a piece at least, so that it ends.
        var next = mention.Pieces[core].Break && core > start ? core : core + 1;
        var end = CoreEnd(next);
        if (mention.Pieces[core].Break || mention.Key(core) is "of" or "for" or "from" or "by")
            return ReadZone(next, end);
        if (mention.Key(core) is not ("in" or "at" or "near" or "inside" or "across" or "on" or "around"))
            return ActorReading.Nobody;
        var state = Last(next, end, m => m.State is not null && m.Owner)?.State;
        return (state?.State.Code ?? PlaceCode(next, end)) is { } country
            ? new ActorReading { Code = country, Name = state?.State.Name, Kind = ActorKind.Place, Evidence = state is null ? ActorEvidence.Place : EvidenceOf(next, end) }
            : ActorReading.Nobody;
    }

    // "Cheuk Hau-yip, the commander of Kowloon West district": the name first, what he is behind a comma.
    ActorReading WithApposition(ActorReading person, int core)
    {
        if (person.IsKnown && person.Sector is not (null or "ELI") || core >= mention.Count || !mention.Pieces[core].Break)
            return person;
        var what = ReadZone(core, CoreEnd(core));
        return what.Kind is ActorKind.Office or ActorKind.Role or ActorKind.Organisation && what.IsKnown
            ? what with { Name = person.Name, Code = what.Code ?? person.Code, Kind = ActorKind.Office }
            : person;
    }

    ActorReading ReadRole(Match match, int start, int core)
    {
        var role = match.Role!;
        var evidence = role.Office is null ? ActorEvidence.RoleWord : ActorEvidence.OfficeWord;
        var (sector, second) = (role.Sector, role.Second);
        var others = new List<string>(2);

        if (sector is null && role.Office is null && !Any(start, match.First) && core < mention.Count && mention.Key(core) is "of")
        {
            // "A group of British lawmakers", "members of the government"
            var behindOf = ReadZone(core + 1, CoreEnd(core + 1));
            if (behindOf.Sector is not null)
                return IsFormer(start, match.First) ? behindOf with { Sector = "ELI", OtherSectors = [behindOf.Sector] } : behindOf;
        }

        // The body before ("Taliban fighters"), else the one behind "of" ("leader of Hamas").
        // "(CNN) President Trump" is no president of CNN.
        var body = Last(start, match.First, m => (m.Organisation is not null || m.Role is { Kind: "body" }) && !mention.Pieces[m.End].Break);
        var behind = core < mention.Count && mention.Key(core) is "of" or "for" or "from" or "at" or "in" ? core + 1 : -1;
        if (role.Office is "ambassador" or "envoy" && behind > 0 && mention.Key(core) is "in" or "at" or "for")
            // Where they work, not whom they serve.
            behind = -1;
        var behindEnd = behind > 0 ? CoreEnd(behind) : -1;
        if (body is null && behind > 0 && (role.Follows.Length > 0 || role.Sector is null))
            body = First(behind, behindEnd, m => m.Organisation is not null || m.Role is { Kind: "body" });
        string? bodyCode = null;
        if (body?.Organisation is { } organisation)
        {
            evidence |= ActorEvidence.Organisation;
            bodyCode = organisation.Code;
            if (organisation.IsCollective && CodeIn(start, match.First) is null)
                return new ActorReading { Sector = sector, Kind = ActorKind.Collective, Name = organisation.Name, Evidence = evidence };
            if (role.Follows.Length > 0 && organisation.Sector is not null && !(role.Follows == "org" && organisation.Sector is "GOV"))
                (sector, second) = (organisation.Sector, SecondOf(organisation));
        }
        else if (body?.Role is { Sector: not null } bodyRole && role.Follows == "yes")
            (sector, second) = (bodyRole.Sector, bodyRole.Second);
        else if (sector is null && Last(start, match.First, m => m.Role?.Sector is not null)?.Role is { } possessor)
            // "the ombudsman's office"
            (sector, second) = (possessor.Sector, possessor.Second);
        if (second is not null)
            others.Add(second);
        // "Military and government officials" are of both.
        foreach (var other in matches)
            if (other.End < match.First && other.First >= start && other.Role?.Sector is { } coordinated && mention.Key(other.End) is "and" or "or" && other.End + 1 == match.First
                && coordinated != sector && !others.Contains(coordinated))
                others.Add(coordinated);

        var code = CodeIn(start, match.First) ?? bodyCode;
        var name = NameIn(match.End, core);
        if (name.Length == 0 && core < mention.Count && mention.Pieces[core].Break)
            name = NameIn(core, CoreEnd(core));
        // The founder of a movement or company without a country is of his own: "the founder of a relief fund, Ann Roux".
        if (name.Length > 0 && code is "NGO" or "MNC" or "ISM" or "IMG" && PersonOf(mention.Text(name.First, name.End), null)?.Code is { } own && !Sectors.InternationalCodes.Contains(own))
            code = own;
        var holder = name.Length > 0 ? ReadPerson(mention.Text(name.First, name.End), code ?? StateBehind()) : null;
        if (holder is null && code is null && name.Length > 0 && role.Office is { } office && !IsFormer(start, match.First) && StateBehind() is null
            && mention.Text(name.First, name.End) is var surname && !known.Names(surname) && holders.FindInOffice(surname, office, day) is { } incumbent)
            holder = ReadTerm(incumbent, ActorEvidence.Holder | ActorEvidence.Surname);
        if (code is not null)
            evidence |= EvidenceOf(start, match.First);
        if (code is null && behind > 0 && (mention.Key(core) is "in" or "at" ? StateIn(behind, behindEnd) : CodeIn(behind, behindEnd)) is { } owner)
            (code, evidence) = (owner, evidence | EvidenceOf(behind, behindEnd));
        code ??= role.Code ?? DictionaryCodeIn(match.End, core);
        if (code is null && NameBefore(match.First, start) is { Length: > 0 } before && PersonOf(mention.Text(before.First, before.End), null) is { Code: not null } president)
            // "Trump administration", "Assad's government"
            (code, evidence) = (president.Code, evidence | president.Evidence);
        if (code is null && core < mention.Count && mention.Key(core) is "to" or "for" or "of" && core + 1 < mention.Count
            && NameIn(core + 1, CoreEnd(core + 1)) is { Length: > 0 } served && PersonOf(mention.Text(served.First, served.End), null) is { Code: not null } master)
            // "a top aide to Zelenskiy"
            (code, evidence) = (master.Code, evidence | master.Evidence);
        if (code is null && holder?.Code is { } listed && (role.Office is not null || sector is "GOV" or "LEG" or "MIL" or "PTY" or "OPP" or "REB" or null))
            (code, evidence) = (listed, evidence | holder.Evidence);
        if (code is null && PlaceCode(start, match.First) is { } here)
            (code, evidence) = (here, evidence | ActorEvidence.Place);
        if (code is null && behind > 0 && PlaceCode(behind, behindEnd) is { } there)
            (code, evidence) = (there, evidence | ActorEvidence.Place);
        if (code is null && role.Office == "lawmaker" && PartyLetter(match.End))
            code = "USA";

        var former = IsFormer(start, match.First);
        if (former && (role.Office is not null || sector is "GOV" or "LEG" or "JUD" or "SPY" or "PTY" || sector is null))
        {
            if (sector is not null && sector != "ELI")
                others.Insert(0, sector);
            sector = "ELI";
        }
        else if (former && sector is "MIL" or "REB" or "COP")
        {
            others.Insert(0, sector!);
            sector = "CVL";
        }
        else if (holder is { Sector: not null } && sector is null)
        {
            sector = holder.Sector;
            others.AddRange(holder.OtherSectors);
        }
        if (sector is null && code is not null && holder is null && !Sectors.InternationalCodes.Contains(code))
            (sector, evidence) = ("GOV", evidence | ActorEvidence.AssumedGovernment);
        if (PreAt(start, match.First) && !others.Contains("PRE"))
            others.Add("PRE");
        if (match.First > start && mention.Key(match.First - 1) is "opposition" && sector != "OPP" && !others.Contains("OPP"))
            others.Add("OPP");
        return new ActorReading
        {
            Code = code,
            Sector = sector,
            OtherSectors = [.. others.Distinct().Where(other => other != sector)],
            Name = holder?.Name ?? (name.Length > 0 ? mention.Text(name.First, name.End) : body?.Organisation?.Name),
            Office = role.Office ?? holder?.Office,
            Kind = role.Office is null && name.Length == 0 ? ActorKind.Role : ActorKind.Office,
            Evidence = evidence,
        };

        string? StateBehind() => behind > 0 ? CodeIn(behind, behindEnd) : null;
    }

    ActorReading ReadOrganisation(Match match)
    {
        var organisation = match.Organisation!;
        return new ActorReading
        {
            Code = organisation.Code,
            Sector = organisation.Sector,
            OtherSectors = SecondOf(organisation) is { } second ? [second] : [],
            Name = organisation.Name,
            Kind = organisation.IsCollective ? ActorKind.Collective : ActorKind.Organisation,
            Evidence = ActorEvidence.Organisation,
        };
    }

    ActorReading ReadState(Match match, int start, int core, NameRun name)
    {
        var state = match.State!;
        // "Ukraine policy", "the Iran deal": what it is about, not whose it is; "the U.S. offer" is America's.
        if (state.Kind == StateNameKind.Name && match.End == core - 1 && !mention.Pieces[match.End - 1].Capitals && IsMatter(mention.Key(core - 1)))
            return ActorReading.Nobody;
        var unrecognised = state.State.IsUnrecognised ? ImmutableArray.Create("PRE") : [];
        var reading = new ActorReading { Code = state.State.Code, Sector = "GOV", OtherSectors = unrecognised, Name = state.State.Name };
        switch (state.Kind)
        {
            case StateNameKind.Name:
                return reading with { Kind = ActorKind.State, Evidence = ActorEvidence.StateName | ActorEvidence.AssumedGovernment };
            case StateNameKind.Seat:
                return reading with { Kind = ActorKind.Seat, Evidence = ActorEvidence.Seat | ActorEvidence.AssumedGovernment };
            case StateNameKind.Metonym:
                return reading with
                {
                    Sector = state.Sector ?? "GOV",
                    OtherSectors = state.Second is { } second ? [second] : unrecognised,
                    Kind = ActorKind.Metonym,
                    Evidence = ActorEvidence.Metonym,
                };
        }
        reading = reading with { Kind = ActorKind.Nationality, Evidence = EvidenceOf(match.First, match.End) };
        // "American Kevin King", "the 48-year-old Australian", "more than 300 Indians"; but "the Chinese" are the government.
        if (name.Length > 0 && name.First >= match.End)
            return reading with { Sector = "CVL", Name = mention.Text(name.First, name.End), Kind = ActorKind.Person };
        if (match.End == core && IsPeople(match, start))
            return reading with { Sector = "CVL", Name = null };
        return reading with { Evidence = reading.Evidence | ActorEvidence.AssumedGovernment };
    }

    static bool IsMatter(ReadOnlySpan<char> key) => key is "policy" or "policies" or "deal" or "crisis" or "issue" or "question" or "situation" or "conflict" or "war" or "talks" or "sanctions" or "tariffs"
        or "strategy" or "file" or "matter" or "affair" or "trade" or "inquiry" or "probe" or "scandal" or "problem" or "vote" or "election" or "elections" or "summit";

    bool IsPeople(Match match, int start)
    {
        var last = mention.Key(match.End - 1);
        var demonym = false;
        var adjective = false;
        for (var sense = match.Sense; sense is not null; sense = sense.Next)
        {
            demonym |= sense.State?.Kind == StateNameKind.Demonym;
            adjective |= sense.State?.Kind == StateNameKind.Adjective;
        }
        if (!demonym)
            return false;
        if (!adjective || last[^1] == 's' && last is not "swiss")
            return true;
        // A singular that is adjective too: a person where it has an article "a", a number or an attribute before it.
        return match.First > start && (mention.Key(match.First - 1) is "a" or "an" or "another" or "ethnic" or "one" or "two" or "three" || char.IsAsciiDigit(mention.Key(match.First - 1)[0])
            || mention.Pieces[match.First - 1].Joined);
    }

    /// <summary>Somebody by name alone: what the document said, else the listed holder of an office.</summary>
    ActorReading? ReadPerson(string name, string? code) => PersonOf(name, code) is { } found && (code is null || found.Code == code || found.Code is null) ? found : null;

    ActorReading? PersonOf(string name, string? code)
    {
        if (known.Find(name) is { } before && (code is null || before.Code is null || before.Code == code))
            return before with { Evidence = before.Evidence | ActorEvidence.Document };
        name = WithoutHonorific(name);
        var term = holders.Find(name, day, code);
        // "Furious Theresa May": a full name behind words that are none of it.
        for (var space = name.IndexOf(' ', StringComparison.Ordinal); term is null && space > 0 && name.IndexOf(' ', space + 1) > 0; space = name.IndexOf(' ', space + 1))
            term = holders.Find(name[(space + 1)..], day, code);
        var evidence = ActorEvidence.Holder;
        if (term is null)
        {
            term = BySurname(name, code);
            evidence |= ActorEvidence.Surname;
        }
        return term is null ? null : ReadTerm(term, evidence);
    }

    /// <summary>
    /// The listed holder of a surname. Where the words do not tell the state, the document's own persons go first, and nobody is
    /// named of whose state it says nothing, but those whom the world calls by a surname that is theirs alone.
    /// </summary>
    HolderTerm? BySurname(string name, string? code)
    {
        if (code is null && known.Names(name))
            return null;
        var term = holders.FindSurname(name, day, code);
        return term is not null && (code is not null || known.SpeaksOf(term.Code) || holders.IsUnmistakable(name, term)) ? term : null;
    }

    ActorReading ReadTerm(HolderTerm term, ActorEvidence evidence)
    {
        var (sector, second) = lexicon.SectorsOf(term.Office);
        ImmutableArray<string> others = second is null ? [] : [second];
        if (term.Entity is { } entity && lexicon.OrganisationOf(entity) is { } organisation)
            (sector, others) = (organisation.Sector ?? sector, SecondOf(organisation) is { } also ? [also] : others);
        else if (term.Entity is not null)
            others = ["PRE"];
        // Out of office before the day: of the elite, as PLOVER has it. Not yet in office: what he was then is unknown.
        if (day is { } today && term.ToDay < today)
            (sector, others) = ("ELI", sector is null ? [] : [sector]);
        else if (day is { } then && term.FromDay > then)
            (sector, others) = (null, []);
        var inOffice = day is not { } now || term.FromDay <= now && now <= term.ToDay;
        return new ActorReading
        {
            Code = term.Code,
            Sector = sector,
            OtherSectors = others,
            Name = term.Person,
            Office = inOffice ? term.Office : null,
            Kind = ActorKind.Person,
            Evidence = evidence,
        };
    }

    string? SecondOf(Organisation organisation) => organisation.Second is { } second && (day is not { } today || organisation.SecondFrom <= today) ? second : null;

    static string WithoutHonorific(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && name[..space].TrimEnd('.') is "Mr" or "Mrs" or "Ms" or "Dr" or "Sir" or "Lord" or "Lady" or "Dame" or "Sheikh" or "Professor" or "Prof" or "Baroness" or "Prince"
            ? name[(space + 1)..]
            : name;
    }
}
