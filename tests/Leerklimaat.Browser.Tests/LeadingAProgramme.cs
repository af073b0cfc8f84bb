namespace Leerklimaat.Browser.Tests;

public class LeadingAProgramme
{
    [Fact, Rule("W2"), Rule("W4"), Rule("W5"), Rule("W6")]
    public async Task A_programme_from_start_to_closing_with_a_follower_a_latecomer_one_step_back_and_one_hand_over()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop(45);
        var leading = chantal.Page.Url;
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(leading + "/screen");
        var anna = await room.Enter("Anna");
        await anna.Join(code, 1);
        var emma = await room.Enter("Emma");
        await Follow(emma, code);
        await emma.ShouldSee("We beginnen zo");

        await chantal.Press("#begin-programme");
        await chantal.ShouldSee("Op schema");
        await Look(chantal, "facilitator");
        foreach (var person in new[] { anna, emma, wall }) await ShouldBeAt(person, "Welkom");
        await Look(anna, "phone-slide");
        await Look(wall, "wall-slide");
        await anna.ShouldBeAccessible();
        await wall.ShouldBeAccessible();
        await chantal.ShouldBeAccessible();

        await chantal.Press("#next-part");
        await ShouldBeAt(emma, "Kennismaken: je eerste gedachte");

        // Emma looks back while the others go on, and one tap brings her to where they are.
        await emma.Press("#look-back summary");
        await emma.Page.GetByRole(AriaRole.Link, new() { Name = "Welkom" }).ClickAsync();
        await emma.ShouldSee("De begeleider is bij 2");
        await chantal.Press("#next-part");
        await emma.ShouldSee("De begeleider is bij 3");
        await Look(emma, "look-back");
        await emma.ShouldBeAccessible();
        await emma.Press("#back");
        await ShouldBeAt(emma, "Kennismaken: je leervraag");

        // One step back and forward again.
        await chantal.Press("#previous-part");
        await ShouldBeAt(anna, "Kennismaken: je eerste gedachte");
        await chantal.Press("#next-part");
        await ShouldBeAt(anna, "Kennismaken: je leervraag");

        var late = await room.Enter("Dennis");
        await Follow(late, code);
        await ShouldBeAt(late, "Kennismaken: je leervraag");

        var fleur = await HandOver(room, chantal, leading);
        await chantal.Page.GotoAsync(leading);
        await chantal.ShouldNotSee("Alleen voor jou");

        await fleur.Page.GotoAsync(leading + "/presenter");
        await fleur.ShouldBeAccessible();
        await Look(fleur, "presenter");
        foreach (var title in new[] { "Wat is een goed leerklimaat?", "Elf factoren die bijdragen", "Samen aan de slag: zo speel je" })
        {
            await fleur.Press("#next-part");
            await ShouldBeAt(emma, title);
        }

        await fleur.Press("#next-part");
        await emma.ShouldSee("De tafels spelen");
        await anna.Page.Locator("#skip-practice").WaitForAsync();
        await fleur.Press("#next-part");
        await ShouldBeAt(anna, "Plenaire terugkoppeling");
        await fleur.Press("#next-part");
        foreach (var person in new[] { anna, emma, late, wall }) await ShouldBeAt(person, "Afsluiting");
        Assert.Equal(0, await fleur.Page.Locator("#next-part").CountAsync());
        // That Chantal does not lead any more is an answer, not trouble.
        Assert.DoesNotContain(room.Troubles, trouble => !(trouble.StartsWith("Chantal", StringComparison.Ordinal) && trouble.Contains("403", StringComparison.Ordinal)));
    }

    [Fact, Rule("W4"), Rule("L5")]
    public async Task A_programme_is_made_by_keyboard()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 768, 1024);
        await chantal.StartWorkshop();
        await chantal.Press("#to-programme");
        await Look(chantal, "programme");
        await chantal.ShouldBeAccessible();
        await chantal.Page.Locator(".parts li:nth-child(2)").GetByRole(AriaRole.Button, new() { Name = "Omhoog: Kennismaken: je eerste gedachte" }).FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chantal.Page.Locator(".parts li:first-child strong")).ToHaveTextAsync("Kennismaken: je eerste gedachte");
        await chantal.Page.Locator("#undo").FocusAsync();
        await chantal.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(chantal.Page.Locator(".parts li:first-child strong")).ToHaveTextAsync("Welkom");

        await chantal.Page.Locator(".part-link").First.ClickAsync();
        await chantal.Page.FillAsync("#text", "# Kop\n\n- een\n- twee");
        await chantal.Press("#look");
        await Assertions.Expect(chantal.Page.Locator("#preview li")).ToHaveCountAsync(2);
        await chantal.ShouldBeAccessible();
        await Look(chantal, "part");
        await chantal.Press("#save");
        await chantal.Page.Locator(".parts").WaitForAsync();
        await chantal.Page.GotoAsync(chantal.Page.Url.Split("/programme")[0] + "/links");
        await chantal.ShouldBeAccessible();
        await Look(chantal, "links");
        await chantal.Page.GotoAsync(chantal.Page.Url.Split("/links")[0] + "/bin");
        await chantal.ShouldBeAccessible();
        Assert.Empty(room.Troubles);
    }

    private static async Task<Person> HandOver(ARoom room, Person from, string leading)
    {
        await from.Page.GotoAsync(leading + "/links");
        await from.Press("#offer-role");
        var offer = new Uri((await from.Page.Locator(".given-link").TextContentAsync())!).AbsolutePath;
        var fleur = await room.Enter("Fleur");
        await fleur.Page.GotoAsync(offer);
        await fleur.ShouldSee("Wat verwachten we van je?");
        await fleur.ShouldBeAccessible();
        await fleur.Press("#accept");
        await fleur.Page.WaitForURLAsync("**/workshops/*");
        return fleur;
    }

    private static async Task Follow(Person person, string code)
    {
        await person.Page.GotoAsync($"/{code.Replace(" ", "", StringComparison.Ordinal)}");
        await person.Press("#follow");
    }

    private static Task ShouldBeAt(Person person, string title) => Assertions.Expect(person.Page.Locator(".part-title").First).ToHaveTextAsync(title, new() { Timeout = 30_000 });

    /// <summary>For who wants to see the pages: a picture of each in this folder.</summary>
    private static async Task Look(Person person, string name)
    {
        if (Environment.GetEnvironmentVariable("LOOK") is { } folder) await person.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
