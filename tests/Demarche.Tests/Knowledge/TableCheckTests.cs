using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;

namespace Demarche.Tests.Knowledge;

public class TableCheckTests
{
    [Fact]
    public void The_shipped_tables_are_without_fault()
    {
        Assert.Empty(ActorTableCheck.Run(Repository.Data).Select(problem => problem.ToString()));
        Assert.Empty(PlaceTableCheck.Run(Repository.Data).Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("data/actors/agents.tsv", "villagers\t", "\tCVL\t", "\tCVI\t", "'CVI' is no sector (did you mean 'CVL'?)")]
    [InlineData("data/actors/organisations.tsv", "Hamas\t", "\tPSE\t", "\tPSX\t", "'PSX' is no code (did you mean 'PSE'?)")]
    [InlineData("data/actors/organisations.tsv", "Hamas\t", "\t1987-12-10\t", "\t1987-13-10\t", "since '1987-13-10' is no date")]
    [InlineData("data/actors/members.tsv", "NATO\tFIN", "NATO\t", "NATTO\t", "'NATTO' is no organisation (did you mean 'NATO'?)")]
    [InlineData("data/actors/conflicts.tsv", "Falklands War\t", "\tARG\t", "\tARQ\t", "'ARQ' is no code")]
    [InlineData("data/actors/agents.tsv", "villagers\t", "villagers\t", "aaa\t", "not sorted by term")]
    [InlineData("data/actors/states.tsv", "FRA\tstate", "\tstate\t", "\tstaet\t", "'staet' is no kind of state (did you mean 'state'?)")]
    public void A_wrong_cell_is_named_with_its_line_and_the_nearest_valid_value(string file, string start, string old, string now, string reason)
    {
        using var folder = new TemporaryData(file, start, line => line.Replace(old, now, StringComparison.Ordinal));

        Assert.Contains(ActorTableCheck.Run(folder.Data), problem => problem.Path == file && problem.Line == folder.ChangedLine && problem.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_that_ends_before_it_begins_is_refused()
    {
        using var folder = new TemporaryData("data/actors/holders.tsv", "CHN\tdefence minister\t\tMinister of National Defence\tLi Shangfu", line => line.Replace("2023-10-24", "2022-10-24", StringComparison.Ordinal));

        Assert.Contains(ActorTableCheck.Run(folder.Data), problem => problem.Line == folder.ChangedLine && problem.Reason == "ends 2022-10-24 before it begins 2023-03-12");
    }

    [Fact]
    public void Two_holders_of_one_office_at_a_time_need_a_mark()
    {
        using var folder = new TemporaryData("data/actors/holders.tsv", "CHN\tdefence minister\t\tMinister of National Defence\tLi Shangfu", line => line.Replace("2023-10-24", "2024-10-24", StringComparison.Ordinal));

        Assert.Contains(ActorTableCheck.Run(folder.Data), problem => problem.Reason.StartsWith("the term of Dong Jun from 2023-12-29 overlaps that of Li Shangfu", StringComparison.Ordinal));
    }

    [Fact]
    public void Overlapping_terms_of_office_are_refused_when_the_program_loads_them()
    {
        using var folder = new TemporaryData("data/actors/holders.tsv", "CHN\thead of government\t\tPremier of the State Council\tLi Keqiang", line => line.Replace("2023-03-11", "", StringComparison.Ordinal));

        var problem = Assert.Throws<DataFileException>(() => new ActorRegister(folder.Data));

        Assert.StartsWith($"data/actors/holders.tsv:{folder.ChangedLine + 1}: the term of Li Qiang from 2023-03-11 overlaps that of Li Keqiang (line {folder.ChangedLine})", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_stands_twice_is_named()
    {
        using var folder = new TemporaryData("data/actors/agents.tsv", "villagers\t", line => line + "\n" + line);

        Assert.Contains(ActorTableCheck.Run(folder.Data), problem => problem.Reason == "'villagers' stands twice");
    }
}
