using AngleSharp.Dom;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>Words come as they were written, to whoever reads the page in another language: also those that come later, and those on the cards.</summary>
[Rule("L5")]
public class ReadingInAnotherLanguage
{
    [Fact]
    public async Task What_comes_by_a_stream_says_in_which_language_it_is()
    {
        await using var workshop = await AWorkshop.Playing();
        using var emma = new Person(workshop.Server, "Emma", "en");
        await workshop.Join(emma, 1);
        await using var english = await OpenStream.Open(emma, $"{workshop.Table1}/live");
        await using var dutch = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
        await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren", "Need");
        await english.Sees("<span lang=\"nl\">Te weinig tijd om te leren</span>");
        // Who reads Dutch is told nothing that goes without saying.
        Assert.DoesNotContain("lang=", await dutch.Sees("Te weinig tijd om te leren"), StringComparison.Ordinal);

        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/messages", ("message", "Nog even een minuut"), ("minutes", "2"));
        await english.Sees("<bdi lang=\"nl\">Nog even een minuut</bdi>");
    }

    [Fact]
    public async Task An_English_workshop_is_read_as_English_on_a_Dutch_page()
    {
        await using var server = await RunningServer.Start();
        using Person carol = new(server, "Carol", "en"), dennis = new(server, "Dennis");
        await carol.Open("/");
        await carol.Press("form[action='/workshops'] button", ("title", "Learning together"));
        Assert.Null(carol.Page.QuerySelector("body [lang]"));
        await dennis.Open($"/{CodeOf(carol)}");
        Assert.Equal("nl", dennis.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", dennis.Page.QuerySelector("bdi")!.Closest("[lang]")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_deck_that_is_Dutch_only_is_read_as_Dutch_on_an_English_page()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-decks-").FullName;
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "decks", "leerklimaat.nl.yaml"));
        await File.WriteAllTextAsync(Path.Combine(folder, "eigen.nl.yaml"), text.Replace("deck: leerklimaat", "deck: eigen", StringComparison.Ordinal));
        await using var server = await RunningServer.Start(settings: $"--Server:DeckFolder={folder}");
        using Person carol = new(server, "Carol", "en"), emma = new(server, "Emma", "en");
        await carol.Open("/");
        await carol.Press("form[action='/workshops'] button", ("title", "Learning together"), ("deck", "eigen"));
        await emma.Open($"/{CodeOf(carol)}");
        await emma.Press(".tables button", ("name", "Emma"));
        await carol.Press("#start-game");
        await (await emma.Open(emma.Path)).Press("#skip-practice");
        Assert.All(emma.Page.QuerySelectorAll(".factor-name"), name => Assert.Equal("nl", LanguageOf(name)));
        await emma.Ask($"{emma.Path}/rounds?card=veiligheid-1");
        await emma.Open(emma.Path);
        foreach (var place in new[] { "h1.statement bdi", ".factor-name", ".square:not(.dont-know) .words" }) Assert.Equal("nl", LanguageOf(emma.Page.QuerySelector(place)!));
        Assert.Equal("en", LanguageOf(emma.Page.QuerySelector(".dont-know .words")!));
        Directory.Delete(folder, recursive: true);
    }

    private static string? LanguageOf(IElement element) => element.Closest("[lang]")!.GetAttribute("lang");

    private static string CodeOf(Person leading) => leading.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
}
