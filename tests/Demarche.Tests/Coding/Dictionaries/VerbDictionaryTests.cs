using System.Text;
using Demarche.Coding;
using Demarche.Coding.Dictionaries;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Tests.Coding.Dictionaries;

/// <summary>A dictionary of PETRARCH's format, written for these tests.</summary>
public class VerbDictionaryTests
{
    const string Verbs = """
        # Verbs of an invented desk.
        <!-- A comment
             over lines -->
        &TREATY
        +TREATY
        +PEACE_ACCORD

        &WARES
        +STEEL
        +(OF GRAIN)

        --- RATIFY [057] ---
        RATIFY {RATIFIES RATIFIED RATIFYING}
        ENDORSE
        - * &TREATY [0551]  # a finer code
        - * {ROYAL CHARTER} [---]
        - % * PLAN [062]

        --- BARTER [061:075] ---
        BARTER
        - * &WARES (WITH +) [0611]
        - * (FOR ASYLUM) [075]
        - + * MONEY $ [071]

        --- BREAK [1246] ---
        +BREAK_OFF {+BROKE_OFF +BROKEN_OFF}
        BREAK {BROKE BROKEN} [---]

        --- LAMENT [904] ---
        LAMENT

        --- RAID [190] ---
        RAID

        --- REMARK [010] ---
        REMARK
        OBSERVE

        --- CRAVE [---] ---
        CRAVE

        ~ a (b . RAID) REMARK = a b 112
        ~ a (_ b RAID) CRAVE = a b 138
        ~ a (a b WILL_RAID) REMARK = a b 138
        ~ a (a b Q) REMARK = a b Q
        """;

    static readonly ActorRegister Register = new(Repository.Data);

    static VerbDictionary Read(string text) => VerbDictionary.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "desk/own.verbs.txt");

    static Coder CoderOf(string text) => new(Repository.Data, Register, "test", [Read(text)]);

    static readonly Coder Coder = CoderOf(Verbs);

    static IEnumerable<string> Code(string parse, Coder? coder = null) => (coder ?? Coder).Code(TestDocument.Parse(parse)).Events
        .Select(one => $"{one.Cameo} {one.Status} {string.Join('+', one.Actors.Select(party => party.Code))} -> {string.Join('+', one.Recipients.Select(party => party.Code))}");

    [Theory]
    [InlineData("plan", "057 Occurred FRA -> MLI")]
    [InlineData("treaty", "0551 Occurred FRA -> MLI")]
    public void The_pattern_of_more_words_gives_the_code_and_the_phrase_behind_the_recipient(string noun, string expected) => Assert.Equal([expected], Code($"""
        France   France PROPN* 2 nsubj
        ratified ratify VERB   0 root VBD
        the      the    DET    4 det
        {noun}   {noun} NOUN   2 obj
        with     with   ADP    6 case
        Mali     Mali   PROPN* 4 nmod
        """));

    [Fact]
    public void The_event_names_file_and_line_and_the_type_of_its_code()
    {
        var coded = Assert.Single(Coder.Code(TestDocument.Parse("""
            France   France PROPN* 2 nsubj
            endorsed endorse VERB  0 root VBD
            Mali     Mali   PROPN* 2 obj
            """)).Events);

        Assert.Equal(("own.verbs.txt:14", EventType.Support, "endorsed"), (coded.Rule, coded.Type, coded.TriggerText));
    }

    [Fact]
    public void A_pattern_without_a_code_silences_the_verb() => Assert.Empty(Code("""
        France   France  PROPN* 2 nsubj
        ratified ratify  VERB   0 root VBD
        Mali     Mali    PROPN* 6 nmod:poss
        's       's      PART   3 case
        royal    royal   ADJ    6 amod
        charter  charter NOUN   2 obj
        """));

    [Theory]
    [InlineData("will", "AUX", "aux", "Planned")]
    [InlineData("not", "PART", "advmod", "Negated")]
    public void The_status_stays_ours(string word, string tag, string relation, string status)
    {
        var coded = Assert.Single(Coder.Code(TestDocument.Parse($"""
            France   France PROPN* 3 nsubj
            {word}   {word} {tag}  3 {relation}
            endorse  endorse VERB  0 root VB
            Mali     Mali   PROPN* 3 obj
            """)).Events);

        Assert.Equal(status, coded.Status.ToString());
        Assert.False(coded.Status.IsReal());
    }

    [Fact]
    public void A_pair_of_codes_is_one_act_for_each_side() => Assert.Equal(["061 Occurred FRA -> MLI", "075 Occurred MLI -> FRA"], Code("""
        France   France PROPN* 2 nsubj
        bartered barter VERB   0 root VBD
        with     with   ADP    4 case
        Mali     Mali   PROPN* 2 obl
        """));

    [Fact]
    public void A_mark_tells_where_the_recipient_stands() => Assert.Equal(["0611 Occurred FRA -> MLI"], Code("""
        France   France PROPN* 2 nsubj
        bartered barter VERB   0 root VBD
        Chad     Chad   PROPN* 5 nmod:poss
        's       's     PART   3 case
        steel    steel  NOUN   2 obj
        with     with   ADP    7 case
        Mali     Mali   PROPN* 2 obl
        """));

    [Fact]
    public void Several_who_act_together_act_on_each_other() => Assert.Equal(["062 Occurred FRA+MLI -> "], Code("""
        France   France PROPN* 4 nsubj
        and      and    CCONJ  3 cc
        Mali     Mali   PROPN* 1 conj
        ratified ratify VERB   0 root VBD
        the      the    DET    6 det
        plan     plan   NOUN   4 obj
        """));

    [Fact]
    public void Whoever_stands_before_the_verb_may_be_the_recipient() => Assert.Equal(["071 Occurred MLI -> FRA"], Code("""
        France   France PROPN* 2 nsubj
        bartered barter VERB   0 root VBD
        money    money  NOUN   2 obj
        from     from   ADP    5 case
        Mali     Mali   PROPN* 2 obl
        """));

    [Theory]
    [InlineData("off", "1246 Occurred FRA -> MLI")]
    [InlineData("up", null)]
    public void Words_that_belong_to_a_verb_must_stand_with_it(string particle, string? expected) => Assert.Equal(expected is null ? [] : [expected], Code($"""
        France     France   PROPN* 2 nsubj
        broke      break    VERB   0 root VBD
        {particle} {particle} ADP  2 compound:prt
        talks      talks    NOUN   2 obj
        with       with     ADP    6 case
        Mali       Mali     PROPN* 4 nmod
        """));

    [Fact]
    public void A_code_that_is_not_CAMEOs_is_kept_and_has_no_type()
    {
        var coded = Assert.Single(Coder.Code(TestDocument.Parse("""
            France   France PROPN* 2 nsubj
            lamented lament VERB   0 root VBD
            Mali     Mali   PROPN* 2 obj
            """)).Events);

        Assert.Equal(("904", EventType.None, 0), (coded.Cameo, coded.Type, coded.Quad));
    }

    [Theory]
    [InlineData("Mali", "PROPN*", "will", "aux", "112 Occurred FRA -> MLI")]
    [InlineData("Mali", "PROPN*", "never", "advmod", "010 Occurred FRA -> MLI|190 Negated MLI -> TCD")]
    [InlineData("it", "PRON", "will", "aux", "138 Occurred FRA -> TCD")]
    [InlineData("it", "PRON", "never", "advmod", "190 Negated FRA -> TCD")]
    public void What_is_said_of_an_act_may_have_a_code_of_its_own_and_what_is_not_done_stays_undone(string doer, string tag, string word, string relation, string expected)
    {
        var document = TestDocument.Parse($"""
            France   France  PROPN* 2 nsubj
            observed observe VERB   0 root VBD
            {doer}   {doer}  {tag}  5 nsubj
            {word}   {word}  {(relation == "aux" ? "AUX" : "ADV")} 5 {relation}
            raided   raid    VERB   2 ccomp {(relation == "aux" ? "VB" : "VBD")}
            Chad     Chad    PROPN* 5 obj
            """);
        if (tag == "PRON")
            document = document with { Coreference = [new CoreferenceLink(2, [0])] };

        Assert.Equal(expected.Split('|'), Coder.Code(document).Events
            .Select(one => $"{one.Cameo} {one.Status} {string.Join('+', one.Actors.Select(party => party.Code))} -> {string.Join('+', one.Recipients.Select(party => party.Code))}"));
    }

    [Fact]
    public void To_crave_an_act_is_a_threat_and_no_act() => Assert.Equal(["138 Occurred FRA -> TCD"], Code("""
        France   France PROPN* 2 nsubj
        craves   crave  VERB   0 root VBZ
        to       to     PART   4 mark
        raid     raid   VERB   2 xcomp VB
        Chad     Chad   PROPN* 4 obj
        """));

    [Theory]
    [InlineData("~ a (b ATTACK) SAY = a b 112", 1, "expected '~ a (b c ACT) VERB = a b code'")]
    [InlineData("~ a (b . ATTACK) SAY = a c 112", 1, "'c' stands for nobody")]
    [InlineData("ACCEPT [030]", 1, "expected '--- VERB [code] ---' or '&SET' first")]
    [InlineData("- * AID [070]", 1, "the pattern stands before any verb")]
    [InlineData("--- ACCEPT [030] ---\nACCEPT\n- AID [070]", 3, "expected one '*'")]
    [InlineData("--- ACCEPT [030] ---\nACCEPT\n- * AID", 3, "the pattern has no code")]
    [InlineData("--- ACCEPT [030] ---\nACCEPT\n- * {ECONOMIC AID [070]", 3, "expected '}'")]
    [InlineData("--- ACCEPT [0;30] ---", 1, "'0;30' is no code")]
    [InlineData("--- ACCEPT [030] ---\nACCEPT {ACCEPTS", 2, "expected '}' behind the forms")]
    [InlineData("&A\n+&A\n\n--- ACCEPT [030] ---\nACCEPT\n- * &A [070]", 2, "contains itself")]
    public void What_is_no_dictionary_is_refused_with_its_line(string text, int line, string reason)
    {
        var problem = Assert.Throws<DataFileException>(() => Read(text));

        Assert.StartsWith($"desk/own.verbs.txt:{line}: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_missing_is_told_and_its_pattern_never_fits()
    {
        var dictionary = Read("&TREATIES\n+PACT\n\n--- SIGN [057] ---\nSIGN\n- * &TREATYS [080]\n");

        Assert.Contains("own.verbs.txt:6: the set &TREATYS is not defined", Assert.Single(dictionary.Warnings), StringComparison.Ordinal);
        Assert.Contains("did you mean '&TREATIES'", dictionary.Warnings[0], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("+Harvest Cup", 0)]
    [InlineData("HARVEST_CUP  # a sentence", 0)]
    [InlineData("HARVEST CUPS", 1)]
    public void Discarded_phrases_are_not_coded(string line, int events)
    {
        var coder = new Coder(Repository.Data, Register, "test", [Read(Verbs)], [Discards.Read(new MemoryStream(Encoding.UTF8.GetBytes(line)), "own.discards.txt")]);

        Assert.Equal(events, Code("""
            France   France  PROPN* 2 nsubj
            endorsed endorse VERB   0 root VBD
            Mali     Mali    PROPN* 2 obj
            before   before  ADP    7 case
            the      the     DET    7 det
            Harvest  Harvest PROPN* 7 compound
            Cup      Cup     PROPN* 2 obl
            """, coder).Count());
    }
}
