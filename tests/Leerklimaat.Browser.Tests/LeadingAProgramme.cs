namespace Leerklimaat.Browser.Tests;

public class LeadingAProgramme
{
    [Fact, Rule("W2"), Rule("W4"), Rule("W5"), Rule("W6"), Rule("P1"), Rule("P3"), Rule("R1")]
    public async Task Ninety_minutes_from_the_welcome_to_the_report_with_twelve_players_a_follower_and_a_latecomer()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop(90);
        var leading = chantal.Page.Url;
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        Person[][] tables =
        [
            await ATable.Seat(room, code, 1, "Anna", "Bram", "Chaima", "Daan"),
            await ATable.Seat(room, code, 2, "Esra", "Farid", "Gerda", "Hugo"),
            await ATable.Seat(room, code, 3, "Ilse", "Joost", "Karim", "Lotte"),
        ];
        var emma = await room.Enter("Emma");
        await emma.Follow(code);
        await emma.ShouldSee("We beginnen zo");
        Person[] everybody = [emma, wall, .. tables.SelectMany(table => table)];

        await chantal.Press("#begin-programme");
        await chantal.ShouldSee("Op schema");
        await ShouldBeAt(everybody, "Welkom");
        await tables[0][0].Look("phone-slide");
        await wall.Look("wall-slide");
        await chantal.Look("facilitator");

        await MeetEachOther(chantal, emma, wall, tables);

        // The latecomer lands on what the others are looking at, and takes a seat.
        var dennis = await room.Enter("Dennis");
        await dennis.Follow(code);
        await dennis.ShouldBeAt("Kennismaken: je leervraag");
        everybody = [dennis, .. everybody];
        var fleur = await HandOver(room, chantal, leading);
        await chantal.Page.GotoAsync(leading);
        await chantal.ShouldNotSee("Alleen voor jou");

        await fleur.Page.GotoAsync(leading + "/presenter");
        await fleur.Look("presenter");
        string[] research =
        [
            "Waarom een lerende organisatie?", "Tien kenmerken van een lerende organisatie", "De leerprofessional in een lerende organisatie", "Leren in gemeenten",
            "Nog te ontwikkelen", "Wat is een goed leerklimaat?", "Elf factoren die bijdragen", "Samen aan de slag: zo speel je",
        ];
        foreach (var title in research)
        {
            await fleur.Press("#next-part");
            await ShouldBeAt(everybody, title);
        }

        await fleur.Press("#next-part");
        await emma.ShouldSee("De tafels spelen");
        foreach (var table in tables)
        {
            await table[0].Press("#skip-practice");
            await table.PlayCard("veiligheid-1", [1, 2, 2, 3], [2, 3, 3, 3]);
        }

        await tables[0].PlayCard("tijd-1", [1, 1, 2, 2], [1, 2, 2, 2]);
        await tables[1][0].Press("#draw");
        await tables[1][1].WriteNote("pink", "Te weinig tijd om te leren");
        await tables[2][0].Press("#draw");
        await tables[2][2].WriteNote("pink", "Meer tijd in het rooster om te leren");
        await wall.ShouldSee("4 kaarten gespeeld");
        await wall.Look("wall-game");

        // Two tables have a card before them: Fleur is told so before she goes on, they finish it, and she has them all here.
        await fleur.ShouldSee("2 tafels zijn nog met een kaart bezig.");
        await fleur.Press("#next-part");
        await fleur.ShouldSee("2 tafels maken een kaart af");
        await ShouldBeAt([.. everybody.Except([wall, .. tables[1], .. tables[2]])], "Plenaire terugkoppeling");
        foreach (var person in tables[1]) await person.ShouldSee("Maak deze kaart gerust samen af.");
        await tables[1][0].ShouldBeAccessible();
        await tables[1][0].Look("phone-finishing");
        await fleur.Look("presenter-finishing");
        await fleur.Press("#gather");
        await ShouldBeAt([.. everybody.Except([wall])], "Plenaire terugkoppeling");
        await wall.ShouldSee("Is er al");
        await BringTogether(fleur, wall, tables, leading);

        await fleur.Page.GotoAsync(leading + "/presenter");
        await fleur.Press("#next-part");
        await ShouldBeAt(everybody, "Nog eens: je eerste gedachte");
        await tables[0][0].Answer("Samen leren");
        await emma.Answer("Doorvragen");
        await wall.ShouldSee("Doorvragen");
        await Assertions.Expect(wall.Page.Locator(".two-clouds svg.word-cloud")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await wall.Look("wall-cloud-again");

        await fleur.Press("#next-part");
        await ShouldBeAt(everybody, "Afsluiting");
        Assert.Equal(0, await fleur.Page.Locator("#next-part").CountAsync());
        await tables[0][0].ShouldSee("Dit wilde jij leren");
        await tables[0][0].Page.GetByRole(AriaRole.Button, new() { Name = "deels" }).ClickAsync();
        await tables[1][1].Answer("Ik vraag maandag om een vast uur");
        await wall.ShouldSee("Ik vraag maandag om een vast uur");
        await tables[0][0].Look("phone-closing");

        await TakeTheReport(fleur, emma, leading);
        await End(fleur, wall, [emma, tables[0][0], tables[1][1]], leading);
        // That Chantal does not lead any more is an answer, not trouble.
        Assert.DoesNotContain(room.Troubles, trouble => !(trouble.StartsWith("Chantal", StringComparison.Ordinal) && trouble.Contains("403", StringComparison.Ordinal)));
    }

    private static async Task MeetEachOther(Person chantal, Person emma, Person wall, Person[][] tables)
    {
        var (anna, bram) = (tables[0][0], tables[0][1]);
        await chantal.Press("#next-part");
        await emma.ShouldBeAt("Kennismaken: je eerste gedachte");
        await anna.Answer("Samen leren");
        await tables[1][0].Answer("samen leren!");
        await tables[2][0].Answer("Fouten mogen maken");
        await emma.Answer("Tijd");
        await Assertions.Expect(wall.Page.Locator("svg.word-cloud text")).ToHaveCountAsync(3, new() { Timeout = 30_000 });
        await wall.Look("wall-cloud");

        // Emma looks back while the others go on, and one tap brings her to where they are.
        await emma.Press("#look-back summary");
        await emma.Page.GetByRole(AriaRole.Link, new() { Name = "Welkom" }).ClickAsync();
        await emma.ShouldSee("We zijn bij onderdeel 2");
        await chantal.Press("#next-part");
        await emma.ShouldSee("We zijn bij onderdeel 3");
        await emma.Look("look-back");
        await emma.Press("#back");
        await emma.ShouldBeAt("Kennismaken: je leervraag");

        // One step back: what was answered is still there. And forward again.
        await chantal.Press("#previous-part");
        await anna.ShouldBeAt("Kennismaken: je eerste gedachte");
        await wall.ShouldSee("Fouten mogen maken");
        await chantal.Press("#next-part");
        await anna.ShouldBeAt("Kennismaken: je leervraag");
        await anna.Answer("Durf ik nee te zeggen?");
        await bram.Page.GetByLabel("Voor iedereen, zonder naam").CheckAsync();
        await bram.Answer("Hoe maak ik tijd?");
        await wall.ShouldSee("Hoe maak ik tijd?");
        await wall.ShouldNotSee("Durf ik nee te zeggen?");
    }

    private static async Task BringTogether(Person fleur, Person wall, Person[][] tables, string leading)
    {
        var page = fleur.Page;
        await page.GotoAsync(leading + "/plenary");
        await fleur.ShouldSee("Te weinig tijd om te leren");
        await page.FillAsync("#bundle-name", "Tijd om te leren");
        foreach (var text in new[] { "Te weinig tijd", "Meer tijd" }) await page.Locator(".columns .entry", new() { HasText = text }).Locator("input").CheckAsync();
        await fleur.Press("#bundle");
        await fleur.ShouldSee("Bundel van 2");
        await page.Locator(".entry.is-bundle > input").CheckAsync();
        await fleur.Press("#move-ToDevelop");
        await page.Locator("#list-ToDevelop .is-bundle").WaitForAsync();
        await fleur.Look("plenary");

        // What cannot be done yet is no button; when it can, it stands there by itself and is said.
        var dotting = tables.SelectMany(table => table.Take(2)).ToList();
        await dotting[0].ShouldSee("Straks zet je hier stippen");
        Assert.Equal(0, await dotting[0].Page.Locator("#to-dots").CountAsync());
        await fleur.Press("#open-dots");
        foreach (var person in dotting)
        {
            await Assertions.Expect(person.Page.Locator("[aria-live=polite] #said-dots")).ToHaveTextAsync("Je kunt nu stippen zetten.", new() { Timeout = 30_000 });
            await person.Press("#to-dots");
            await person.ShouldSee("Nog 4 van 4 stippen");
            await person.Page.Locator(".entry.is-bundle .dot-buttons button").Last.ClickAsync();
            await person.ShouldSee("Nog 3 van 4 stippen");
        }

        await tables[0][0].Look("phone-dots");
        await fleur.Press("#close-dots");
        await wall.ShouldSee("● bijna iedereen");
        await wall.Look("wall-plenary");

        foreach (var person in dotting) await person.Press("#back");

        await page.Locator(".entry.is-bundle a").ClickAsync();
        await page.FillAsync("#text-new", "Een vast uur per week");
        await page.FillAsync("#owner-new", "Team Leren");
        await page.FillAsync("#noticing-new", "Het staat in ieders agenda");
        await fleur.Press("#save-new");
        await fleur.ShouldSee("Een vast uur per week");
    }

    /// <summary>The report as whoever leads sees it, and as the follower reads it by a link, without an account.</summary>
    private static async Task TakeTheReport(Person fleur, Person emma, string leading)
    {
        await fleur.Page.GotoAsync(leading + "/links");
        await fleur.Press("#read-All");
        await fleur.Press("#give-read-link");
        var link = new Uri((await fleur.Page.Locator(".given-link").TextContentAsync())!).AbsolutePath;
        await emma.Page.GotoAsync(link);
        await emma.ShouldSee("Het verslag is er nog niet");
        await fleur.Page.GotoAsync(leading + "/report");
        await fleur.Press("#publish");
        await fleur.ShouldSee("Wie daarna legde");
        await emma.Page.GotoAsync(link);
        foreach (var reader in new[] { fleur, emma })
        {
            foreach (var line in new[] { "Tijd om te leren", "Een vast uur per week", "Team Leren", "Samen leren", "Hoe maak ik tijd?" }) await reader.ShouldSee(line);
            await reader.ShouldNotSee("Durf ik nee te zeggen?");
        }

        await fleur.Look("report");
        await emma.Look("phone-report");
        await emma.Press("#save-report > summary");
        await emma.Look("phone-save");
        var word = await emma.Page.RunAndWaitForDownloadAsync(() => emma.Page.Locator("a[download][href*='.docx']").First.ClickAsync());
        Assert.NotEmpty(await File.ReadAllBytesAsync(await word.PathAsync()));
        // Of many files in a row a browser holds some back until it has asked, so the others are fetched as its links would.
        foreach (var name in await emma.Page.Locator("a[download]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
        {
            var file = await emma.Page.Context.APIRequest.GetAsync(name);
            Assert.True(file.Ok, $"{name}: {file.Status}");
            Assert.NotEmpty(await file.BodyAsync());
        }
    }

    /// <summary>Everybody is thanked, and finds what is theirs; who leads comes to the report.</summary>
    private static async Task End(Person fleur, Person wall, Person[] people, string leading)
    {
        await people[0].Page.GotoAsync(leading + "/follow");
        await fleur.Page.GotoAsync(leading + "/presenter");
        await fleur.Press("#end-workshop");
        await fleur.ShouldSee("Naar het verslag");
        await fleur.Look("presenter-closed");
        foreach (var person in new[] { wall, people[0], people[1], people[2] }) await person.ShouldSee("Dank jullie wel");
        await wall.Look("wall-ending");
        await people[1].Look("phone-ending");
        foreach (var (person, words) in people.Zip(["Doorvragen", "Durf ik nee te zeggen?", "Ik vraag maandag om een vast uur"]))
        {
            await person.Press("#to-mine");
            await person.ShouldSee(words);
            await person.ShouldSee("Een vast uur per week");
        }

        await people[1].Look("phone-mine");
        await fleur.Page.GotoAsync(leading);
        await fleur.ShouldSee("De workshop is gesloten");
        await fleur.Look("facilitator-closed");
    }

    private static async Task<Person> HandOver(ARoom room, Person from, string leading)
    {
        await from.Page.GotoAsync(leading + "/links");
        await from.Press("#offer-role");
        var offer = new Uri((await from.Page.Locator(".given-link").TextContentAsync())!).AbsolutePath;
        var fleur = await room.Enter("Fleur");
        await fleur.Page.GotoAsync(offer);
        await fleur.ShouldSee("Wat verwachten we van je?");
        await fleur.Press("#accept");
        await fleur.Page.WaitForURLAsync("**/workshops/*");
        return fleur;
    }

    private static Task ShouldBeAt(Person[] people, string part) => Task.WhenAll(people.Select(person => person.ShouldBeAt(part)));
}
