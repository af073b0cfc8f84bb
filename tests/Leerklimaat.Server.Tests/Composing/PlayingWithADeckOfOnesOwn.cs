using System.Text.Json;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Composing;

[Rule("G15")]
public class PlayingWithADeckOfOnesOwn : ADeckOfOnesOwn
{
    private const string Mine = "Bij ons vertel je eerlijk wat er misging.";

    [Fact]
    public async Task A_workshop_plays_the_words_and_the_board_of_the_deck()
    {
        await Write(Chantal, "veiligheid-1", Mine);
        await (await Chantal.Open(Deck)).Press("#save-board", ("board", "own"), ("square", "nooit"), ("square", "soms"), ("square", "altijd"), ("cases", "werkt niet\nwerkt wat\nwerkt goed"));
        var workshop = await Play();
        var code = Chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await (await Dennis.Open($"/{code}")).Press(".tables li:first-child button", ("name", "Dennis"));
        var table = Dennis.Path;
        Assert.True((int)(await Dennis.Ask($"{table}/practice/skips")).Status < 300);
        Assert.True((int)(await Dennis.Ask($"{table}/rounds?card=veiligheid-1")).Status < 300);
        await Dennis.Open(table);
        Assert.Contains(Mine, Dennis.Text, StringComparison.Ordinal);
        Assert.Equal(["nooit", "soms", "altijd"], Dennis.Page.QuerySelectorAll("#squares .squares .words").Select(words => words.TextContent));
    }

    [Fact, Rule("G14")]
    public async Task A_card_that_is_a_question_is_played_and_says_so()
    {
        await (await Chantal.Open($"{Deck}/cards/veiligheid-1")).Press("#save-card", ("text", "Hoe vaak vraag jij om hulp?"), ("kind", "Question"));
        await Play();
        var code = Chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await (await Dennis.Open($"/{code}")).Press(".tables li:first-child button", ("name", "Dennis"));
        var table = Dennis.Path;
        await Dennis.Ask($"{table}/practice/skips");
        Assert.True((int)(await Dennis.Ask($"{table}/rounds?card=veiligheid-1")).Status < 300);
        await Dennis.Open(table);
        Assert.Equal("Vraag", Dennis.Page.QuerySelector(".card-question")!.TextContent);
        Assert.NotNull(Dennis.Page.QuerySelector("#square-1"));
    }

    [Fact, Rule("G17"), Rule("G8")]
    public async Task A_reversed_statement_counts_the_other_way_round_at_the_table_on_the_lists_and_in_the_report()
    {
        const string blame = "Wie een fout maakt, krijgt de schuld.";
        await (await Chantal.Open($"{Deck}/cards/veiligheid-1")).Press("#save-card", ("text", blame), ("reversed", "true"));
        Assert.Contains("telt andersom", Chantal.Page.QuerySelectorAll(".deck-card").Single(card => card.TextContent.Contains(blame, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.True((await Chantal.Open($"{Deck}/cards/veiligheid-1")).Page.QuerySelector("[name=reversed]")!.HasAttribute("checked"));

        var workshop = await Play();
        var code = Chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using Person emma = new(Server, "Emma"), fatima = new(Server, "Fatima");
        Person[] people = [Dennis, emma, fatima];
        foreach (var person in people) await (await person.Open($"/{code}")).Press(".tables li:first-child button", ("name", person.Name));
        var table = Dennis.Path;
        await Dennis.Ask($"{table}/practice/skips");
        await Dennis.Ask($"{table}/rounds?card=veiligheid-1");
        Assert.Null((await Dennis.Open(table)).Page.QuerySelector("#reversed"));
        foreach (var (person, square) in people.Zip([1, 1, 3])) await person.Ask($"{table}/placements?round=1", ("square", $"{square}"));
        await Dennis.Ask($"{table}/reveals");
        await Dennis.Ask($"{table}/second-placements/skips");
        await Dennis.Open(table);
        Assert.Contains("minder beter", Dennis.Page.QuerySelector("#reversed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("groene stapel", Dennis.Page.QuerySelector("#proposal")!.TextContent, StringComparison.Ordinal);
        await Dennis.Ask($"{table}/piles?pile=Green");
        Assert.Contains($"Hier niet zo: {blame}", (await Dennis.Open(table)).Page.QuerySelector("#pile-green")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Hier niet zo: {blame}", (await Dennis.Open($"{table}/harvest")).Text, StringComparison.Ordinal);

        foreach (var page in new[] { "plenary", "report", "transcript" }) Assert.Contains($"Hier niet zo: {blame}", await Chantal.Http.GetStringAsync($"/workshops/{workshop}/{page}"), StringComparison.Ordinal);
        Assert.Contains("(telt andersom)", (await Chantal.Open($"/workshops/{workshop}/report")).Text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await Chantal.Http.GetStringAsync($"/workshops/{workshop}/report/report.json"));
        Assert.True(report.RootElement.GetProperty("cards").EnumerateArray().Single().GetProperty("isReversed").GetBoolean());
        Assert.Contains("telt andersom", await Chantal.Http.GetStringAsync($"/workshops/{workshop}/paper-set"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_keeps_words_author_and_edition_whatever_becomes_of_the_deck_and_of_the_server()
    {
        await Write(Chantal, "veiligheid-1", Mine);
        var workshop = await Play();
        await FivePeople.PlayACard(Server.Services.GetRequiredService<IGrainFactory>(), workshop, table: 1);
        await Write(Chantal, "veiligheid-1", "Heel iets anders.");
        await (await Chantal.Open(Deck)).Press("#save-words", ("title", "Anders"), ("author", "Iemand anders"));
        await (await Chantal.Open($"{Deck}/bin")).Press("#delete");

        await IsTold(Server, workshop);
        // The shelf of another process has never heard of this deck.
        await using var anew = await RunningServer.Start(Server.Folder);
        await IsTold(anew, workshop);

        async Task IsTold(RunningServer server, Guid id)
        {
            using var chantal = new Person(server, "Chantal");
            foreach (System.Net.Cookie cookie in Chantal.Cookies.GetAllCookies()) chantal.Cookies.Add(server.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
            await chantal.Open($"/workshops/{id}/report");
            Assert.Contains(Mine, chantal.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Heel iets anders.", chantal.Text, StringComparison.Ordinal);
            Assert.Contains("Leren in Zandwijk, uitgave 1", chantal.Text, StringComparison.Ordinal);
            Assert.Contains("Gemaakt door: Team Leren.", chantal.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_workshop_plays_a_second_edition_and_one_reads_what_changed()
    {
        await Play();
        await Write(Chantal, "veiligheid-1", Mine);
        await Play();
        await Chantal.Open(Deck);
        Assert.Equal(["Uitgave 2", "Uitgave 1"], Chantal.Page.QuerySelectorAll(".editions a").Select(edition => edition.TextContent));
        await Chantal.Open($"{Deck}/editions/2");
        Assert.Equal(("In ons team vertel je eerlijk wat er misging.", Mine), (Chantal.Page.QuerySelector("#changes del")!.TextContent, Chantal.Page.QuerySelector("#changes ins")!.TextContent));
    }

    [Fact]
    public async Task Who_may_only_read_plays_the_edition_that_there_is()
    {
        await Dennis.Open(await LinkTo("view"));
        Assert.Null(Dennis.Page.QuerySelector("#play-deck"));
        await (await Chantal.Open(Deck)).Press("#make-edition", ("note", "De eerste"));
        await (await Dennis.Open(Deck)).Press("#play-deck");
        Assert.StartsWith("/workshops/", Dennis.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_printed_says_who_made_the_deck_and_under_which_terms()
    {
        var workshop = await Play();
        await Chantal.Open($"/workshops/{workshop}/paper-set");
        Assert.Contains("Leren in Zandwijk", Chantal.Page.QuerySelector(".print-origin")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Team Leren", Chantal.Page.QuerySelector(".print-origin")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("R5")]
    public async Task The_report_for_other_programs_says_the_set_and_the_deck()
    {
        var workshop = await Play();
        await FivePeople.PlayACard(Server.Services.GetRequiredService<IGrainFactory>(), workshop, table: 1);
        using var report = JsonDocument.Parse(await Chantal.Http.GetStringAsync($"/workshops/{workshop}/report/report.json"));
        var deck = report.RootElement.GetProperty("deck");
        Assert.Equal(("Leren in Zandwijk", 1, "Team Leren", "CC0-1.0"), (deck.GetProperty("title").GetString(), deck.GetProperty("edition").GetInt32(), deck.GetProperty("author").GetString(), deck.GetProperty("licence").GetString()));
        Assert.Equal("factors", report.RootElement.GetProperty("cards")[0].GetProperty("set").GetProperty("id").GetString());
    }
}
