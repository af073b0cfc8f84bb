using CsCheck;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// Of two workshops that differ only in who of a few people stood where, no form of the report may differ. Where enough people are shown together it must
/// differ, or the comparison sees nothing.
/// </summary>
public class KeepingPeopleOutOfAReport
{
    [Fact, Rule("D1"), Rule("D3")]
    public void No_form_tells_a_few_people_apart_also_not_beside_the_report_before()
    {
        using var formats = new AllFormats();
        var compared = 0;
        TwoWorlds.Any.Where(worlds => worlds.ShowsNumbers).Sample(
            worlds =>
            {
                if (worlds.Choice(isSwapped: false) != worlds.Choice(isSwapped: true)) return true;
                compared++;
                return Seen(formats, worlds, isSwapped: false) == Seen(formats, worlds, isSwapped: true);
            },
            iter: 60, threads: 1);
        Assert.InRange(compared, 10, 60);
    }

    // Found by chance: whether a pile is told depends on how many stand on a square, and so it may; but on nothing else.
    [Fact, Rule("D2")]
    public void Where_fewer_than_three_stand_on_a_square_no_form_tells_more_than_that()
    {
        using var formats = new AllFormats();
        Dictionary<string, string> Room(params int[] squares) => formats.Of(new AReport(4).Plays(1, "veiligheid-1", squares).Make());
        var two = Room(4, 4, 0, 0);
        Assert.Equal(two, Room(1, 3, 0, 0));
        Assert.Equal(two, Room(0, 0, 0, 0));
        Assert.NotEqual(two["tables.csv"], Room(4, 4, 4, 0)["tables.csv"]);
    }

    [Fact, Rule("D6")]
    public void Withheld_is_said_with_one_word_in_every_form_and_never_zero_or_blank()
    {
        using var formats = new AllFormats();
        var forms = formats.Of(new AReport(4).Plays(1, "veiligheid-1", [1, 2, 2, 3], [1, 2, 3, 3]).Make());
        foreach (var form in new[] { "page", "report.docx", "report.xlsx", "tables.csv", "cards.csv", "factors.csv", "report.txt" }) Assert.Contains("te weinig mensen", forms[form], StringComparison.Ordinal);
        Assert.Contains("\"withheld\": true", forms["report.json"], StringComparison.Ordinal);
        Assert.DoesNotContain(": 0 omhoog", forms["report.txt"], StringComparison.Ordinal);
    }

    [Fact, Rule("D6"), Rule("D7")]
    public void What_nobody_published_yet_is_not_said_to_be_of_too_few_people()
    {
        using var formats = new AllFormats();
        var workshop = new AReport(6, 6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4, 1]);
        AssertNotYet(formats.Of(workshop.Look()));
        Assert.DoesNotContain("nog niet gepubliceerd", string.Join('\n', formats.Of(workshop.Make()).Values), StringComparison.Ordinal);
        AssertNotYet(formats.Of(workshop.Plays(2, "openheid-1", [1, 2, 2, 3, 4, 1]).Look()));
        Assert.DoesNotContain("nog niet gepubliceerd", string.Join('\n', formats.Of(workshop.Make()).Values), StringComparison.Ordinal);

        // Nor is it said of too few people that somebody has yet to publish them.
        var few = new AReport(3).Plays(1, "veiligheid-1", [1, 2, 2]);
        Assert.Equal([(true, false), (false, true)], new[] { few.Look(), few.Make() }.Select(formats.Page).Select(page =>
            (page.Contains("Ze komen als de begeleider ze publiceert", StringComparison.Ordinal), page.Contains("Hier zijn geen cijfers te zien.", StringComparison.Ordinal))));

        static void AssertNotYet(Dictionary<string, string> forms)
        {
            foreach (var form in new[] { "page", "report.docx", "report.txt", "report.xlsx", "tables.csv", "factors.csv" }) Assert.Contains("og niet gepubliceerd", forms[form], StringComparison.Ordinal);
            Assert.All(forms, form => Assert.DoesNotContain("te weinig mensen", form.Value, StringComparison.Ordinal));
            Assert.Contains("\"isPublished\": false", forms["report.json"], StringComparison.Ordinal);
        }
    }

    [Fact, Rule("D6"), Rule("D7")]
    public void What_people_told_since_the_numbers_were_published_is_not_said_to_be_of_too_few_people()
    {
        using var formats = new AllFormats();
        var workshop = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4, 1]);
        workshop.Make();
        workshop.Plays(1, "openheid-1", [1, 2, 2, 3, 4, 1], stories: [Story.NotYet, Story.NotYet, Story.NotYet, Story.HappensAlready]);
        Assert.Equal((true, false), SaidOf(formats.Of(workshop.Look())["purpose.csv"]));
        // Four people told, so that it is said of them once somebody has looked.
        Assert.Equal((false, true), SaidOf(formats.Of(workshop.Make())["purpose.csv"]));

        static (bool NotYet, bool TooFew) SaidOf(string table) => (table.Contains("nog niet gepubliceerd", StringComparison.Ordinal), table.Contains("te weinig mensen", StringComparison.Ordinal));
    }

    [Fact, Rule("D4"), Rule("D6")]
    public void Of_nearly_everybody_no_form_has_a_count()
    {
        using var formats = new AllFormats();
        AReport Room(params int[] squares) => new AReport(6).Plays(1, "veiligheid-1", squares);
        var all = formats.Of(Room(4, 4, 4, 4, 4, 4).Make());
        var one = formats.Of(Room(4, 4, 1, 4, 4, 4).Make());
        foreach (var (form, text) in all) Assert.Equal(text, one[form]);
        foreach (var form in new[] { "page", "report.docx", "report.xlsx", "tables.csv", "cards.csv", "report.txt" }) Assert.Contains("bijna iedereen", all[form], StringComparison.Ordinal);
    }

    [Fact, Rule("D1")]
    public void The_comparison_does_see_a_pawn_where_enough_people_are_shown()
    {
        using var formats = new AllFormats();
        var one = formats.Of(new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4]).Make());
        var other = formats.Of(new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3]).Make());

        foreach (var format in new[] { "page", "report.docx", "report.xlsx", "cards.csv", "tables.csv", "factors.csv", "report.json", "report.txt" }) Assert.NotEqual(one[format], other[format]);
    }

    [Fact, Rule("R2")]
    public void Without_quotes_no_form_has_a_word_or_a_name_of_anybody_and_with_quotes_they_are_there()
    {
        using var formats = new AllFormats();
        string[] secrets = ["samen lunchen", "meer tijd", "wie helpt ons?", "Anna", "de klant belt", "niemand neemt op", "feedback geven"];
        var report = HandingOverAReport.Sample()
            .Happens(1, new CaseBrought(2, new("case-1"), new(new(1), "de klant belt", "niemand neemt op"), AReport.Monday), new PawnPlaced(new(2), new(1)), new PawnsRevealed(), new SecondPlacementSkipped(), new CardLaid(Pile.RedNotPresent, null))
            .Make();

        foreach (var (format, text) in formats.Of(report.WithoutQuotes())) foreach (var secret in secrets) Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{format} has {secret}");
        var all = formats.Of(report);
        foreach (var format in new[] { "page", "report.docx", "report.xlsx", "report.json", "report.txt" }) foreach (var secret in secrets.Except(format == "report.xlsx" ? ["niemand neemt op"] : [])) Assert.Contains(secret, all[format], StringComparison.Ordinal);
        Assert.Contains("samen lunchen", all["notes.csv"], StringComparison.Ordinal);
        Assert.Contains("wie helpt ons?", all["lists.csv"], StringComparison.Ordinal);
    }

    [Fact, Rule("R2"), Rule("T2")]
    public void No_form_has_the_name_of_somebody_who_did_not_sign()
    {
        using var formats = new AllFormats();
        Assert.All(formats.Of(HandingOverAReport.Sample().Make()), form => Assert.DoesNotContain("Naam", form.Value, StringComparison.Ordinal));
    }

    // Everything that somebody has who keeps both reports in every form.
    private static string Seen(AllFormats formats, TwoWorlds worlds, bool isSwapped) =>
        string.Join('\n', worlds.Reports(isSwapped).SelectMany(report => formats.Of(report)).Select(form => $"{form.Key}: {form.Value}"));
}
