using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Leading;

public sealed class ChoosingADeck : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-decks-").FullName;
    private RunningServer server = null!;
    private Person chantal = null!;

    public async ValueTask InitializeAsync()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "decks", "leerklimaat.nl.yaml"));
        await File.WriteAllTextAsync(Path.Combine(folder, "eigen.nl.yaml"), text
            .Replace("deck: leerklimaat", "deck: eigen", StringComparison.Ordinal)
            .Replace("id: veiligheid-1", "id: eigen-1", StringComparison.Ordinal)
            .Replace("\nboard:", "\nboard-kind: states\ncase-board: [lukt niet, lukt soms, lukt]\nboard:", StringComparison.Ordinal)
            .Replace("  - words: een beetje\n    points: 2\n", "", StringComparison.Ordinal)
            .Replace(text.Split('\n').First(line => line.StartsWith("title:", StringComparison.Ordinal)), "title: Onze eigen kaarten", StringComparison.Ordinal));
        server = await RunningServer.Start(settings: $"--Server:DeckFolder={folder}");
        chantal = new(server, "Chantal");
        await chantal.Open("/");
    }

    public async ValueTask DisposeAsync()
    {
        chantal.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact, Rule("W1")]
    public async Task A_deck_of_ones_own_is_played()
    {
        Assert.Equal(["leerklimaat", "eigen"], chantal.Page.QuerySelectorAll("input[name=deck]").Select(deck => deck.GetAttribute("value")));
        Assert.Contains("Onze eigen kaarten", chantal.Text, StringComparison.Ordinal);
        await chantal.Press("form[action='/workshops'] button", ("deck", "eigen"));
        using var anna = await Play();
        Assert.Equal(HttpStatusCode.NoContent, await Choose(anna, "eigen-1"));
    }

    [Fact, Rule("G13"), Rule("G11")]
    public async Task It_brings_its_board_and_the_one_of_cases()
    {
        await chantal.Press("form[action='/workshops'] button", ("deck", "eigen"));
        using var anna = await Play();
        await Choose(anna, "eigen-1");
        await anna.Open(anna.Path);
        Assert.Equal(["niet aanwezig", "grotendeels", "volop aanwezig"], Squares(anna));
        Assert.Equal(["square red", "square red", "square green"], anna.Page.QuerySelectorAll("#squares .squares button").Select(square => square.ClassName));
        await anna.Ask($"{anna.Path}/skips?card=eigen-1");
        await anna.Ask($"{anna.Path}/cases", ("case", "De overdracht gaat mis"), ("happens-now", ""), ("asks", ""));
        await anna.Open(anna.Path);
        Assert.Equal(["lukt niet", "lukt soms", "lukt"], Squares(anna));

        static IEnumerable<string> Squares(Person person) => person.Page.QuerySelectorAll("#squares .squares .words").Select(words => words.TextContent);
    }

    [Fact, Rule("W1")]
    public async Task Who_chooses_none_plays_the_shipped_one()
    {
        await chantal.Press("form[action='/workshops'] button");
        using var anna = await Play();
        Assert.Equal(HttpStatusCode.NotFound, await Choose(anna, "eigen-1"));
        Assert.Equal(HttpStatusCode.NoContent, await Choose(anna, "veiligheid-1"));
    }

    [Fact]
    public async Task A_deck_that_is_not_on_the_shelf_is_refused_and_the_title_stays()
    {
        await chantal.Press("form[action='/workshops'] button", ("deck", "../geheim"), ("title", "Samen leren"));
        Assert.Equal(HttpStatusCode.NotFound, chantal.Status);
        Assert.Contains("Deze kaartset is er niet", chantal.Text, StringComparison.Ordinal);
        Assert.Equal("Samen leren", chantal.Page.QuerySelector("#title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task With_one_deck_nothing_is_asked()
    {
        await using var plain = await RunningServer.Start();
        using var emma = new Person(plain, "Emma");
        await emma.Open("/");
        Assert.Empty(emma.Page.QuerySelectorAll("[name=deck]"));
    }

    private async Task<Person> Play()
    {
        var code = chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await chantal.Press("#start-game");
        var anna = new Person(server, "Anna");
        await anna.Open($"/{code}");
        await anna.Press(".tables button");
        await anna.Ask($"{anna.Path}/practice/skips");
        return await anna.Open(anna.Path);
    }

    private static async Task<HttpStatusCode> Choose(Person person, string card) => (await person.Ask($"{person.Path}/rounds?card={card}")).Status;
}
