using System.Net;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Paper;

public class PrintingAPaperSet
{
    [Fact, Rule("T7")]
    public async Task It_has_the_board_all_statements_with_their_numbers_and_the_way_to_join()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await workshop.Chantal.Open(workshop.Root);
        await chantal.Open(chantal.Page.QuerySelector("#to-paper-set")!.GetAttribute("href")!);
        await chantal.Press("#show-set", [.. Parts, ("tables", "1")]);

        var numbers = chantal.Page.QuerySelectorAll(".card-number").Select(number => int.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.Equal(workshop.Server.Services.GetRequiredService<DeckShelf>().Find(DeckShelf.Shipped, "nl").Statements.Count(), numbers.Count);
        Assert.All(chantal.Page.QuerySelectorAll(".card-sheet"), sheet => Assert.Equal(8, sheet.Children.Length));
        Assert.Equal(17, chantal.Page.QuerySelectorAll(".print-sheet").Length);
        Assert.Contains("volop aanwezig", chantal.Page.QuerySelector(".board-sheet")!.TextContent.Replace("volop", "volop ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(workshop.Code, chantal.Page.QuerySelector(".poster-code")!.TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotNull(chantal.Page.QuerySelector(".poster .qr"));
        Assert.Contains("Laat namen van mensen weg", chantal.Page.QuerySelector(".blank-card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("T7")]
    public async Task A_number_is_the_same_card_in_every_language()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open(workshop.Root);
        var dutch = await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        var shelf = workshop.Server.Services.GetRequiredService<DeckShelf>();
        var source = (Person who) => who.Page.QuerySelectorAll(".print-card:not(.blank-card)").Select(card => (card.QuerySelector(".card-number")?.TextContent, shelf.All.SelectMany(deck => deck.Cards).First(one => one.Text == card.QuerySelector(".print-statement")!.TextContent).Id)).ToList();
        var before = source(dutch);
        dutch.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        dutch.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await dutch.Open($"{workshop.Root}/paper-set");

        Assert.Contains("Paper set", dutch.Text, StringComparison.Ordinal);
        Assert.Equal(before.Where(card => card.Item1 is not null), source(dutch).Where(card => card.Item1 is not null));
    }

    [Fact, Rule("T7")]
    public async Task Only_what_was_ticked_is_printed_and_for_each_table()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        await workshop.Chantal.Post($"{workshop.Root}/paper-set", Fields(workshop.Chantal, ("part", "Board"), ("part", "Score"), ("tables", "3")));

        Assert.Equal((3, 6, 0), (Count(".board-sheet"), Count(".score-sheet"), Count(".poster")));
        Assert.Equal(9, Count(".print-sheet"));

        int Count(string selector) => workshop.Chantal.Page.QuerySelectorAll(selector).Length;
    }

    [Fact, Rule("T7")]
    public async Task The_password_of_the_network_is_on_the_poster_and_nowhere_else()
    {
        await using var workshop = await AWorkshop.Start();
        const string password = "leren;samen:2026";
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        await workshop.Chantal.Press("#show-set", ("part", "Poster"), ("network", "Gasten"), ("password", password));

        Assert.Contains(password, workshop.Chantal.Page.QuerySelector("#wifi")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no-store", (await workshop.Chantal.Http.GetAsync($"{workshop.Root}/paper-set")).Headers.CacheControl!.ToString().Replace("no-store, no-cache", "no-store", StringComparison.Ordinal));
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        Assert.DoesNotContain(password, workshop.Chantal.Source, StringComparison.Ordinal);
        await workshop.Server.Log.Writes("/paper-set");
        Assert.DoesNotContain(workshop.Server.Log.Lines, line => line.Contains(password, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(workshop.Server.Folder, "leerklimaat.db*")) Assert.DoesNotContain(password, await Read(file), StringComparison.Ordinal);
    }

    [Fact, Rule("T7")]
    public async Task A_network_that_cannot_be_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/paper-set");
        await workshop.Chantal.Press("#show-set", ("part", "Poster"), ("network", "Gasten"), ("password", "kort"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("8 tot 64 tekens", workshop.Chantal.Page.QuerySelector("#wifi-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Gasten", workshop.Chantal.Page.QuerySelector("#network")!.GetAttribute("value"));
        Assert.Null(workshop.Chantal.Page.QuerySelector("#wifi"));
    }

    [Fact, Rule("T7")]
    public async Task Only_who_leads_prints()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Dennis.Open($"{workshop.Root}/paper-set");
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Dennis.Status);
    }

    private static (string, string)[] Parts => [("part", "Poster"), ("part", "Board"), ("part", "Cards"), ("part", "Cases"), ("part", "Notes"), ("part", "Score")];

    private static IEnumerable<KeyValuePair<string, string>> Fields(Person person, params (string Field, string Value)[] typed) =>
        [.. typed.Select(one => KeyValuePair.Create(one.Field, one.Value))];

    private static async Task<string> Read(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
