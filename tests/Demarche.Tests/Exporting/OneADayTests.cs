using Demarche.Exporting;

namespace Demarche.Tests.Exporting;

public class OneADayTests
{
    static string?[] Row(string id, string date, string code, string? issues, string outlet)
    {
        var row = new string?[26];
        (row[0], row[1], row[5], row[9], row[13], row[17], row[23], row[25]) = (id, date, "DRAGOV", "NIVGOV", code, issues, "doc_" + id, outlet);
        return row;
    }

    [Fact]
    public void What_one_did_to_the_other_on_a_day_is_one_row()
    {
        var rows = OneADay.Of(
        [
            Row("1", "20240506", "040", "MILITARY,1;DIPLOMATIC,1", "Herald"),
            Row("2", "20240506", "190", null, "Herald"),
            Row("3", "20240506", "040", "MILITARY,2", "Post"),
            Row("4", "20240507", "040", "MILITARY,1", "Herald"),
        ]).ToList();

        Assert.Equal(["1", "2", "4"], rows.Select(row => row[0]));
        Assert.Equal(("MILITARY,3;DIPLOMATIC,1", "doc_1;doc_3", "Herald;Post"), (rows[0][17], rows[0][23], rows[0][25]));
        Assert.Equal("MILITARY,1", rows[2][17]);
    }
}
