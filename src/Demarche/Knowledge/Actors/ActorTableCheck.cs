using System.Collections.Immutable;

namespace Demarche.Knowledge.Actors;

/// <summary>Validates data/actors for <c>demarche data check</c>: codes, sectors, dates, terms of office, order, duplicates.</summary>
public static class ActorTableCheck
{
    static readonly HashSet<string> StateKinds = ["state", "special", "dependency", "unrecognised", "former"];
    static readonly HashSet<string> Marks = ["joint", "handover", "overlap", "end inferred"];
    static readonly HashSet<string> Sources = ["country-codes", "factbook", "wikidata", "general"];
    static readonly HashSet<string> FollowsOfOffice = ["", "yes", "org"];
    static readonly HashSet<string> AgentKinds = ["person", "body", "thing"];

    public static ImmutableArray<TableProblem> Run(DataFolder data)
    {
        var problems = ImmutableArray.CreateBuilder<TableProblem>();
        var codes = new HashSet<string>(Sectors.InternationalCodes);
        var entities = new HashSet<string>();
        var offices = new HashSet<string>();
        var organisations = new HashSet<string>();
        States(data, problems, codes, entities);
        Offices(data, problems, offices);
        Organisations(data, problems, codes, organisations);
        entities.UnionWith(organisations);
        Holders(data, problems, codes, offices, entities);
        Members(data, problems, codes, organisations);
        Agents(data, problems, codes);
        Wars(data, problems, codes);
        SharedNames(data, problems, codes);
        return problems.ToImmutable();
    }

    static void States(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes, HashSet<string> entities)
    {
        var claimed = new List<(int Line, string Code, string Parent)>();
        var iso = new HashSet<string>();
        new TableCheck(data, StateNames.Path, ["code", "kind", "name"], problems).Rows(["iso3", "metonyms", "from", "to", "parent", "as_of", "source"], row =>
        {
            row.OneOf("kind of state", row["kind"], StateKinds);
            if (row["kind"] is "state" or "special" && !codes.Add(row["code"]))
                row.Say($"code '{row["code"]}' belongs to another state");
            if (row["iso3"].Length > 0 && !iso.Add(row["iso3"]))
                row.Say($"ISO code '{row["iso3"]}' stands twice");
            entities.Add(row["name"]);
            claimed.Add((row.Line, row["code"], row["parent"]));
            foreach (var metonym in row.List("metonyms"))
                if (metonym.Split('=') is [_, var sectors])
                    foreach (var sector in sectors.Split(','))
                        row.OneOf("sector", sector, Sectors.All);
            Dates(row, "from", "to");
            Provenance(row);
        });
        foreach (var (line, code, parent) in claimed)
            foreach (var one in (string[])[code, parent])
                if (one.Length > 0 && !codes.Contains(one))
                    problems.Add(new TableProblem(StateNames.Path, line, $"'{one}' is the code of no state{NearMiss.Hint(one, codes)}"));
    }

    static void Offices(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> offices) =>
        new TableCheck(data, ActorLexicon.OfficesPath, ["term"], problems).Rows(["office", "sector", "second", "follows", "as_of", "source"], row =>
        {
            if (row["office"].Length == 0)
                row.Say("expected a class of office");
            offices.Add(row["office"]);
            LowerCase(row);
            row.OneOf("sector", row["sector"], Sectors.All);
            row.OneOf("sector", row["second"], Sectors.All);
            row.OneOf("value of follows", row["follows"], FollowsOfOffice);
            Provenance(row);
        });

    static void Organisations(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes, HashSet<string> organisations) =>
        new TableCheck(data, ActorLexicon.OrganisationsPath, ["name", "code", "since"], problems).Rows(
            ["aliases", "sector", "second", "second_from", "scope", "kind", "until", "ambiguous", "as_of", "source"], row =>
            {
                organisations.Add(row["name"]);
                row.OneOf("code", row["code"], codes);
                row.OneOf("sector", row["sector"], Sectors.All);
                row.OneOf("sector", row["second"], Sectors.All);
                foreach (var state in row.List("scope"))
                    row.OneOf("code", state, codes);
                var names = row.List("aliases").Append(row["name"]).ToHashSet();
                foreach (var name in row.List("ambiguous"))
                    if (!names.Contains(name))
                        row.Say($"ambiguous '{name}' is no name of the row{NearMiss.Hint(name, names)}");
                if (row.List("aliases").GroupBy(alias => alias).FirstOrDefault(group => group.Count() > 1) is { } twice)
                    row.Say($"alias '{twice.Key}' stands twice");
                Dates(row, "since", "until");
                Date(row, "second_from");
                Provenance(row);
            });

    static void Holders(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes, HashSet<string> offices, HashSet<string> entities)
    {
        var terms = new TermsOfOffice();
        new TableCheck(data, OfficeHolders.Path, ["state", "office", "entity", "title", "from", "person"], problems).Rows(["variants", "to", "mark", "wikidata", "as_of", "source"], row =>
        {
            row.OneOf("code", row["state"], codes);
            row.OneOf("class of office", row["office"], offices);
            row.OneOf("organisation or entity", row["entity"], entities);
            if (row["person"].Length == 0)
                row.Say("expected a person");
            foreach (var mark in row["mark"].Split("; ", StringSplitOptions.RemoveEmptyEntries))
                row.OneOf("mark", mark, Marks);
            if (row["wikidata"] is { Length: > 0 } item && (item[0] != 'Q' || !item[1..].All(char.IsAsciiDigit)))
                row.Say($"'{item}' is no Wikidata item; expected Q and digits");
            if (row["from"].Length == 0)
                row.Say("expected the start of the term");
            if (Dates(row, "from", "to") && terms.Add(row["state"], row["office"], row["entity"], row["title"], row["person"], row["from"], row["to"], row["mark"], row.Line) is { } overlap)
                row.Say(overlap);
            Provenance(row);
        });
    }

    static void Members(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes, HashSet<string> organisations) =>
        new TableCheck(data, "data/actors/members.tsv", ["organisation", "code", "from"], problems).Rows(["to", "as_of", "source"], row =>
        {
            row.OneOf("organisation", row["organisation"], organisations);
            row.OneOf("code", row["code"], codes);
            Dates(row, "from", "to");
            Provenance(row);
        });

    static void Agents(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes) =>
        new TableCheck(data, ActorLexicon.AgentsPath, ["term"], problems).Rows(["code", "sector", "second", "follows", "kind", "as_of", "source"], row =>
        {
            LowerCase(row);
            row.OneOf("code", row["code"], codes);
            row.OneOf("sector", row["sector"], Sectors.All);
            row.OneOf("sector", row["second"], Sectors.All);
            row.OneOf("kind of role", row["kind"], AgentKinds);
            if (row["follows"] is not ("" or "yes"))
                row.Say($"'{row["follows"]}': expected 'yes' or nothing");
            Provenance(row);
        });

    static void Wars(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes) =>
        new TableCheck(data, Conflicts.Path, ["name", "from"], problems).Rows(["aliases", "scenes", "first", "second", "to", "as_of", "source"], row =>
        {
            foreach (var column in (ReadOnlySpan<string>)["first", "second"])
            {
                if (row[column].Length == 0)
                    row.Say($"expected the side '{column}'");
                foreach (var side in row.List(column).Select(Belligerent.Of))
                {
                    row.OneOf("code", side.Code, codes);
                    row.OneOf("sector", side.Sector ?? "", Sectors.All);
                }
            }
            if (row["from"].Length == 0)
                row.Say("expected the start of the conflict");
            Dates(row, "from", "to");
            Provenance(row);
        });

    static void SharedNames(DataFolder data, ImmutableArray<TableProblem>.Builder problems, HashSet<string> codes) =>
        new TableCheck(data, Namesakes.Path, ["name"], problems).Rows(["code", "other", "words", "other_words", "as_of", "source"], row =>
        {
            row.OneOf("code", row["code"], codes);
            row.OneOf("code", row["other"], codes);
            if (row["other_words"].Length == 0)
                row.Say("expected words that tell the other (other_words)");
            foreach (var word in row.List("words").Intersect(row.List("other_words")))
                row.Say($"'{word}' tells both");
            Provenance(row);
        });

    static void LowerCase(TableCheck row)
    {
        if (row["term"].Any(char.IsUpper))
            row.Say($"'{row["term"]}': terms are written in lower case");
    }

    static void Provenance(TableCheck row)
    {
        Date(row, "as_of");
        if (row["as_of"].Length == 0)
            row.Say("expected the date at which the row was true (as_of)");
        if (row["source"].Length == 0)
            row.Say("expected a source");
        foreach (var source in row["source"].Split("; ", StringSplitOptions.RemoveEmptyEntries))
            row.OneOf("source", source, Sources);
    }

    /// <summary>Whether both dates are dates in order.</summary>
    static bool Dates(TableCheck row, string from, string to)
    {
        var (begin, end) = (Date(row, from), Date(row, to));
        if (begin is { } first && end is { } last && first.FirstDay > last.LastDay)
        {
            row.Say($"ends {last} before it begins {first}");
            return false;
        }
        return (row[from].Length == 0 || begin is not null) && (row[to].Length == 0 || end is not null);
    }

    static PartialDate? Date(TableCheck row, string column)
    {
        var text = row[column];
        if (text.Length == 0)
            return null;
        var date = PartialDate.Parse(text);
        if (date is null)
            row.Say($"{column} '{text}' is no date; expected 2014, 2014-08 or 2014-08-15");
        return date;
    }
}
