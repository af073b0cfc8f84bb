namespace Leerklimaat.Browser.Tests;

public class ShowingSlides
{
    private static readonly string Long = new('L', 110);

    private static readonly (string Title, string Text, string Shape)[] Slides =
    [
        ("Alleen een titel", "", "title"),
        ("Een uitspraak", "Leren doe je **samen**.", "statement"),
        ("Drie dingen", "- Kijk rond\n- Schrijf op\n    - ook wat je niet verwacht\n- Vertel", "list"),
        ("Stappen", "1. Kies een kaart.\n2. Leg je pion.\n3. Draai om.", "steps"),
        ("Een citaat", "> Een goed leerklimaat kun je van bovenaf niet sturen, wel faciliteren.\n\nVan Lakerveld (2005)", "quote"),
        ("Voor en tegen", "### Voor\n\n- Iedereen doet mee\n\n### Tegen\n\n- Het kost tijd", "columns"),
        ("Een tabel", "| Factor | Groen |\n|---|---|\n| Veiligheid | 12 |", "table"),
        ("Arbeidsongeschiktheidsverzekeringsmaatschappij", $"- {Long}\n- https://example.org/{Long}\n\n| Arbeidsongeschiktheidsverzekeringsmaatschappij | {Long} |\n|---|---|\n| 1 | 2 |\n\n{Long}", "text"),
    ];

    [Fact, Rule("W4")]
    public async Task Each_is_laid_out_by_what_stands_on_it_and_none_is_wider_than_its_screen()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop(45);
        var (root, address) = (chantal.Page.Url, await chantal.WallAddress());
        await chantal.Page.GotoAsync($"{root}/programme");
        await chantal.Page.Locator("#import > summary").ClickAsync();
        await chantal.Page.FillAsync("#slides", string.Join("\n\n---\n\n", Slides.Select(slide => $"# {slide.Title}\n\n{slide.Text}")));
        await chantal.Press("#import-slides");
        await Assertions.Expect(chantal.Page.Locator("#taken-heading")).ToHaveTextAsync($"{Slides.Length} dia’s toegevoegd");
        await chantal.ShouldBeAccessible();
        await chantal.Look("programme-taken");
        var parts = await chantal.Page.Locator(".part-link").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href').split('/').pop())");

        var wall = await room.Enter("the wall", 1920, 1080);
        await wall.Page.GotoAsync(address);
        var bram = await room.Enter("Bram", 320, 640);
        await bram.SitDown(code, 1);
        await chantal.Page.GotoAsync(root);
        foreach (var ((title, _, shape), part) in Slides.Zip(parts[^Slides.Length..]))
        {
            await chantal.Page.EvaluateAsync("async ([root, part]) => { const body = new URLSearchParams({ command: crypto.randomUUID() }); await fetch(`${root}/parts/visits?part=${part}`, { method: 'POST', body }); }", new[] { root, part });
            foreach (var person in new[] { wall, bram })
            {
                await person.ShouldBeAt(title);
                await Assertions.Expect(person.Page.Locator(".part").First).ToHaveAttributeAsync("data-shape", shape);
                Assert.True(await person.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{title} is wider than the screen of {person.Name}");
                await person.Look($"slide-{shape}-{person.Page.ViewportSize!.Width}");
            }
        }

        Assert.Empty(room.Troubles);
    }
}
