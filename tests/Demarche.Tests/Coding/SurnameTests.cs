using Demarche.Coding;
using Demarche.Coding.Parties;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding;

/// <summary>Whom a surname alone means: whoever the text names in full, before whoever is listed in office.</summary>
public class SurnameTests
{
    static readonly ActorRegister Register = new(Repository.Data);
    static readonly Coder Coder = new(Repository.Data, Register, "test");
    static readonly DateOnly Day = new(2023, 3, 1);

    const string Introduction = """
        Chinese  Chinese ADJ     4 amod
        General  General PROPN   4 compound
        Li       Li      PROPN*PER 4 compound
        Shangfu  Shangfu PROPN*PER 5 nsubj
        arrived  arrive  VERB    0 root VBD
        """;

    const string Analyst = """
        Anna    Anna    PROPN*PER 2 compound
        Novak   Novak   PROPN*PER 3 nsubj
        writes  write   VERB      0 root VBZ
        """;

    static string Accusation(string surname, string recipient = "France") => $"""
        {surname}   {surname} PROPN*PER 2 nsubj
        accused     accuse  VERB        0 root VBD
        {recipient} {recipient} PROPN*LOC 2 obj
        """;

    static Document Text(params string[] sentences) => TestDocument.Parse(string.Join("\n\n", sentences), Day);

    static Party Accuser(Document document) => Assert.Single(Assert.Single(Coder.Code(document).Events, one => one.Type == EventType.Accuse).Actors);

    [Fact]
    public void A_surname_is_of_the_person_the_text_names_in_full_before_or_behind()
    {
        Assert.Equal("Li Shangfu", Accuser(Text(Introduction, Accusation("Li"))).Name);
        Assert.Equal("Li Shangfu", Accuser(Text(Accusation("Li"), Introduction)).Name);
    }

    [Fact]
    public void A_person_nobody_knows_keeps_the_surname_from_whoever_is_listed()
    {
        var document = Text(Analyst, "Hungary Hungary PROPN*LOC 2 nsubj\nwaits wait VERB 0 root VBZ", Accusation("Novak"));

        Assert.DoesNotContain(Coder.Code(document).Events, one => one.Actors.Any(actor => actor.Code == "HUN"));
    }

    [Theory]
    [InlineData("Wu")]
    [InlineData("Novák")]
    public void Nobody_foreign_to_the_story_is_named_by_a_common_surname(string surname) =>
        Assert.DoesNotContain(Coder.Code(Text(Accusation(surname))).Events, one => one.Actors.Any(actor => actor.Code is not null));

    [Fact]
    public void The_story_or_a_surname_of_world_renown_tells_who_is_meant()
    {
        Assert.Equal("HUN", Accuser(Text(Accusation("Novák", "Hungary"))).Code);
        Assert.Equal("RUS", Accuser(Text(Accusation("Lavrov"))).Code);
    }

    [Fact]
    public void Whoever_says_so_is_read_with_what_the_document_says_of_him()
    {
        var document = Text(Introduction, "Li Li PROPN*PER 2 nsubj\nsaid say VERB 0 root VBD\nFrance France PROPN*LOC 4 nsubj\nlost lose VERB 2 ccomp VBD");
        document = document with { Quotations = [new Quotation(QuotationKind.Indirect, document.SpanOf(7, 9), 5, 6)] };

        var holder = Assert.Single(new AttributionReader(Register).Read(document, 8, NamedActors.Of(Register, document)));

        Assert.Equal(("Li Shangfu", "CHN"), (holder.Name, holder.Code));
    }

    [Fact]
    public void Two_who_act_together_are_read_apart()
    {
        var document = Text("""
            Barack   Barack   PROPN*PER 6 nsubj
            Obama    Obama    PROPN*PER 1 flat
            and      and      CCONJ     4 cc
            Vladimir Vladimir PROPN*+PER 1 conj
            Putin    Putin    PROPN*PER 4 flat
            met      meet     VERB      0 root VBD
            """);
        var names = NamedActors.Of(Register, document);

        Assert.Equal(("USA", "RUS"), (names.Find("Obama")?.Code, names.Find("Putin")?.Code));
    }
}
