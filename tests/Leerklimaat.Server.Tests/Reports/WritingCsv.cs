using System.Text;
using Leerklimaat.Domain.Tests.Reports;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>What somebody typed on a phone breaks no row and is calculated by no spreadsheet.</summary>
[Rule("R2")]
public class WritingCsv
{
    [Theory]
    [InlineData("regel een\n=1+1")]
    [InlineData("regel een\r\n\t=1+1")]
    [InlineData("\u200B=1+1")]
    [InlineData("\u3164\u00AD@SUM(A1)")]
    [InlineData("goed\u2028 -2")]
    [InlineData("\uFF1D1+1")]
    [InlineData("\t1")]
    [InlineData("zei \"ja\"\n+31 6; en weg")]
    public void No_line_of_a_field_can_be_a_formula_and_no_note_breaks_its_row(string note)
    {
        using var formats = new AllFormats();
        var report = HandingOverAReport.Sample().Writes(1, note).Make();
        foreach (var name in new[] { "notes.csv", "lists.csv" })
        {
            var rows = Rows(Encoding.UTF8.GetString(formats.File(report, name)).TrimStart('\uFEFF'));
            Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
            var field = rows.SelectMany(row => row).Single(cell => cell.Replace("'", "", StringComparison.Ordinal) == note);
            Assert.Contains('\'', field);
            foreach (var line in field.Split('\n', '\r', '\u2028')) Assert.DoesNotContain(FirstSeen(line), "=+-@\uFF1D\uFF0B\uFF0D\uFF20");
        }
    }

    [Fact]
    public void Words_that_no_spreadsheet_calculates_stay_as_they_were_typed()
    {
        using var formats = new AllFormats();
        var report = HandingOverAReport.Sample().Writes(1, "1 + 1 = 2, 's ochtends\nen om 9-10").Make();
        Assert.Contains("\"1 + 1 = 2, 's ochtends\nen om 9-10\"", Encoding.UTF8.GetString(formats.File(report, "notes.csv")), StringComparison.Ordinal);
    }

    private static char FirstSeen(string line) => line.FirstOrDefault(sign => !char.IsWhiteSpace(sign) && sign is not ('\u200B' or '\u3164' or '\u00AD'), ' ');

    // By the letter of RFC 4180, with our semicolon: every field in quotes, a quote within it twice.
    private static List<List<string>> Rows(string csv)
    {
        List<List<string>> rows = [[]];
        for (var at = 0; at < csv.Length;)
        {
            Assert.Equal('"', csv[at++]);
            var field = new StringBuilder();
            while (csv[at] != '"' || (at + 1 < csv.Length && csv[at + 1] == '"'))
            {
                if (csv[at] == '"') at++;
                field.Append(csv[at++]);
            }

            rows[^1].Add(field.ToString());
            at++;
            if (csv[at] == ';') { at++; continue; }

            Assert.Equal("\r\n", csv[at..(at + 2)]);
            at += 2;
            if (at < csv.Length) rows.Add([]);
        }

        return rows;
    }
}
