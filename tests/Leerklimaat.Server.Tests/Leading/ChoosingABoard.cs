using System.Net;
using System.Text.Json;
using Leerklimaat.Server.Tests.Reports;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Leading;

[Rule("G13")]
public class ChoosingABoard
{
    private const string Start = "form[action='/workshops'] button";

    [Fact]
    public async Task Who_chooses_nothing_plays_on_the_board_of_the_deck()
    {
        await using var workshop = await AWorkshop.Playing();
        Assert.Equal(["niet aanwezig", "een beetje", "grotendeels", "volop aanwezig"], SquaresOf(workshop.Anna));
    }

    [Theory]
    [InlineData("states", "niet aanwezig · nog verbetering nodig · al aanwezig")]
    [InlineData("agreement-4", "helemaal oneens · oneens · eens · helemaal eens")]
    [InlineData("agreement-6", "helemaal oneens · oneens · beetje oneens · beetje eens · eens · helemaal eens")]
    public async Task Each_board_of_ours_can_be_chosen(string board, string squares)
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", board));
        Assert.Equal(squares.Split(" · "), SquaresOf(workshop.Anna));
        Assert.Contains(board == "states" ? "Waar staat jouw pion?" : "Ben je het ermee eens?", workshop.Anna.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Our_boards_are_read_in_the_readers_own_language()
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", "states"));
        await workshop.Anna.Open("/");
        await workshop.Anna.Press("form[action='/language'] button[value=en]");
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal(["not present", "needs improvement", "already present"], SquaresOf(workshop.Anna));
    }

    [Fact]
    public async Task Own_words_are_played_as_they_were_typed_and_empty_ones_are_no_square()
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", "own"), ("square", "nooit"), ("square", " "), ("square", " soms "), ("square", "altijd"), ("square", ""));
        Assert.Equal(["nooit", "soms", "altijd"], SquaresOf(workshop.Anna));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "4"))).Status);
    }

    [Fact]
    public async Task What_is_no_board_is_refused_and_all_that_was_typed_stays()
    {
        await using var server = await RunningServer.Start();
        using var chantal = new Person(server, "Chantal");
        await (await chantal.Open("/")).Press(Start, ("title", "Samen leren"), ("minutes", "180"), ("board", "own"), ("square", "nooit"), ("square", "altijd"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.Contains("Een bord heeft 3 tot 7 vakjes.", chantal.Text, StringComparison.Ordinal);
        Assert.NotNull(chantal.Page.QuerySelector("#boards[open]"));
        Assert.Equal(["Samen leren", "180", "own", "nooit", "altijd"], new[] { "#title", "[name=minutes][checked]", "[name=board][checked]", "#own-1", "#own-2" }.Select(field => chantal.Page.QuerySelector(field)!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_board_that_nobody_offered_is_refused()
    {
        await using var server = await RunningServer.Start();
        using var chantal = new Person(server, "Chantal");
        await (await chantal.Open("/")).Press(Start, ("board", "../geheim"));
        Assert.Equal(HttpStatusCode.BadRequest, chantal.Status);
    }

    [Fact, Rule("G8")]
    public async Task On_three_states_the_table_sees_how_many_stand_where_and_no_points()
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", "states"));
        await Place(workshop.Anna, 3);
        await Place(workshop.Bram, 3);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        await workshop.Anna.Ask($"{workshop.Table1}/second-placements/skips");
        await workshop.Anna.Open(workshop.Table1);

        Assert.Contains("al aanwezig: 2 · nog verbetering nodig: 0 · niet aanwezig: 0", workshop.Anna.Text, StringComparison.Ordinal);
        Assert.Equal("Het midden ligt op al aanwezig.", workshop.Anna.Page.QuerySelector(".sum")!.GetAttribute("aria-label"));
        Assert.Contains("groene stapel", workshop.Anna.Page.QuerySelector("#proposal")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("punten", workshop.Anna.Page.QuerySelector("#main")!.TextContent, StringComparison.Ordinal);

        async Task Place(Person person, int square) => Assert.Equal(HttpStatusCode.OK, (await person.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"))).Status);
    }

    [Theory, Rule("R1")]
    [InlineData("states", "states", "Een kaart gaat naar het vakje waar de middelste pion staat")]
    [InlineData("agreement-4", "agreement", "meer eens dan oneens")]
    [InlineData("deck", "presence", "Boven de helft van de punten")]
    public async Task The_report_says_on_which_board_it_was_and_by_which_rule(string board, string kind, string rule)
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", board));
        await workshop.Chantal.Open($"{workshop.Root}/report");
        Assert.Contains(rule, workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains($"Het bord had de vakjes {string.Join(" · ", SquaresOf(workshop.Anna))}.", workshop.Chantal.Text, StringComparison.Ordinal);

        using var json = JsonDocument.Parse(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json"));
        Assert.Equal(kind, json.RootElement.GetProperty("board").GetString());
    }

    [Theory, Rule("T7")]
    [InlineData("states", "waar de middelste pion staat")]
    [InlineData("agreement-6", "meer eens dan oneens")]
    public async Task The_printed_board_has_its_squares_and_its_rule(string board, string rule)
    {
        await using var workshop = await AWorkshop.Playing(null, ("board", board));
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        var sheet = workshop.Chantal.Page.QuerySelector(".board-sheet")!.TextContent;
        Assert.Contains(rule, sheet, StringComparison.Ordinal);
        Assert.All(SquaresOf(workshop.Anna), square => Assert.Contains(square.Split(' ')[0], sheet, StringComparison.Ordinal));
    }

    [Fact, Rule("T7"), Rule("G11")]
    public async Task A_blank_card_asks_all_that_a_case_says_and_has_the_board_on_which_it_is_judged()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        var card = workshop.Chantal.Page.QuerySelector(".case-sheet .blank-card")!.TextContent;
        Assert.All(["Wat is de situatie?", "Wat gebeurt er nu al?", "Wat wil je weten van de anderen?", "Hoe goed werkt deze aanpak?", "werkt niet", "werkt heel goed"], words => Assert.Contains(words, card, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SquaresOf(Person person) => person.Page.QuerySelectorAll("#squares .squares .words").Select(words => words.TextContent);
}
