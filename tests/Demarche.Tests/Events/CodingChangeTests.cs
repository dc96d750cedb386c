using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Tests.Linking;

namespace Demarche.Tests.Events;

public class CodingChangeTests
{
    static readonly Report Shelled = new(EventType.Assault, "Troops *shelled* Darat and the minister flew home.") { Actors = "DRA", Recipients = "NIV" };

    static ReportedEvent Coded(Report report) => News.Article("a", "2024-05-07", report).Events[0];

    [Fact]
    public void The_same_coding_changes_nothing() => Assert.Empty(CodingChange.Between([Coded(Shelled)], [Coded(Shelled)]));

    [Fact]
    public void Fields_that_differ_are_told_before_and_after()
    {
        var change = Assert.Single(CodingChange.Between([Coded(Shelled)], [Coded(Shelled with { Status = EventStatus.Alleged, Recipients = "NIV ORL" })]));

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Equal(
            [new FieldChange("status", "occurred", "alleged"), new FieldChange("recipients", "NIV:GOV:NIV", "NIV:GOV:NIV; ORL:GOV:ORL")],
            change.Fields);
    }

    [Fact]
    public void What_only_one_coding_has_is_added_or_dropped_and_not_changed_into_another_act()
    {
        var flew = Coded(new Report(EventType.Consult, "Troops shelled Darat and the minister *flew* home.") { Actors = "DRA" });

        var changes = CodingChange.Between([Coded(Shelled)], [flew]);

        Assert.Equal([ChangeKind.Dropped, ChangeKind.Added], changes.Select(change => change.Kind));
    }

    [Fact]
    public void Of_two_acts_on_one_trigger_each_meets_its_own_type()
    {
        var threat = Coded(Shelled with { Type = EventType.Threaten });

        Assert.Empty(CodingChange.Between([Coded(Shelled), threat], [threat, Coded(Shelled)]));
    }
}
