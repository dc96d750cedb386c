using System.Collections.Immutable;
using Demarche.Language;

namespace Demarche.Tests.Language.Syntax;

public class ReportedSubjectsTests
{
    // word/head/relation
    [Theory]
    [InlineData("Rebels/8/nsubj ,/4/punct who/4/nsubj came/1/acl:relcl ,/1/punct seized/8/ccomp it/6/obj said/0/root residents/8/nsubj", 6, "nsubj")]
    [InlineData("Rebels/9/nsubj ,/4/punct who/4/nsubj came/1/acl:relcl ,/1/punct seized/9/ccomp it/6/obj residents/9/nsubj said/0/root", 6, "nsubj")]
    [InlineData("Rebels/8/nsubj ,/1/punct they/8/obl were/5/aux:pass seized/8/ccomp ,/5/punct residents/8/nsubj said/0/root", 5, "nsubj:pass")]
    [InlineData("Rebels/7/nsubj ,/1/punct we/4/nsubj seized/7/ccomp ,/4/punct residents/7/nsubj said/0/root", 7, "nsubj")]
    [InlineData("Rebels/4/nsubj seized/4/advcl it/2/obj said/0/root", 4, "nsubj")]
    public void A_verb_has_one_subject(string tree, int head, string relation)
    {
        var words = tree.Split(' ').Select(word => word.Split('/')).ToArray();
        var syntax = new Demarche.Language.Syntax(
            new Tagging([], [], []), [.. words.Select(word => int.Parse(word[1], System.Globalization.CultureInfo.InvariantCulture) - 1)], [.. words.Select(word => word[2])]);

        var mended = ReportedSubjects.Return(syntax);

        Assert.Equal((head - 1, relation), (mended.Heads[0], mended.Relations[0]));
        Assert.Equal(syntax.Heads.Skip(1), mended.Heads.Skip(1));
    }
}
