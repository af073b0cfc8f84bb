namespace Leerklimaat.Browser.Tests;

/// <summary>The page of who leads: what is on the wall, what comes, and the step to it, where a hand has found it once.</summary>
public class LeadingAtAGlance
{
    [Fact, Rule("W4"), Rule("T6")]
    public async Task From_the_start_to_the_close_the_pictures_are_the_wall_and_next_stays_where_it_is()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var anna = await room.Enter("Anna");
        await anna.SitDown(code, 1);
        var (now, next) = (chantal.Page.FrameLocator("#picture-now"), chantal.Page.FrameLocator(".is-next iframe"));
        await Assertions.Expect(now.Locator(".huge")).ToHaveTextAsync(code);
        await Assertions.Expect(now.Locator(".arrivals")).ToContainTextAsync("1");
        await Assertions.Expect(next.Locator(".part-title")).ToHaveTextAsync("Welkom");
        await chantal.ShouldBeAccessible();
        await OnAPhoneNoPictureIsLoaded(room, chantal);

        await chantal.Press("#begin-programme");
        var place = await PlaceOfNext(chantal);
        for (var step = 2; step <= 15; step++)
        {
            var coming = (await chantal.Page.Locator(".is-next h3 bdi").TextContentAsync())!;
            await chantal.Press("#next-part");
            await Assertions.Expect(chantal.Page.Locator(".is-now h2 bdi")).ToHaveTextAsync(coming, new() { Timeout = 30_000 });
            Assert.Equal(place, await PlaceOfNext(chantal));
            await Kind(chantal, now, coming);
        }

        await Assertions.Expect(chantal.Page.Locator("#next-part")).ToHaveCountAsync(0);
        await Assertions.Expect(next.Locator(".part-title")).ToHaveTextAsync("Dank jullie wel");
        await chantal.Press("#end-workshop");
        await Assertions.Expect(chantal.Page.Locator("#to-report")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }

    private static async Task OnAPhoneNoPictureIsLoaded(ARoom room, Person chantal)
    {
        var phone = await room.OpenTab(chantal, "Chantal's phone");
        await phone.Page.SetViewportSizeAsync(390, 844);
        var pictures = 0;
        phone.Page.Request += (_, request) => pictures += request.Url.Contains("/pictures/", StringComparison.Ordinal) ? 1 : 0;
        await phone.Page.GotoAsync(chantal.Page.Url);
        await phone.ShouldSee("Het programma ligt klaar");
        await phone.Page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        Assert.Equal(0, pictures);
        await phone.Page.CloseAsync();
    }

    // What is asked of who leads stands in the page: the answers, the tables, the lists.
    private static async Task Kind(Person chantal, IFrameLocator now, string part)
    {
        switch (part)
        {
            case "Samen aan de slag":
                await Assertions.Expect(chantal.Page.Locator("#radar-1")).ToBeVisibleAsync();
                await Assertions.Expect(now.Locator(".garden")).ToBeVisibleAsync();
                break;
            case "Plenaire terugkoppeling":
                await Assertions.Expect(chantal.Page.Locator("#plenary-here #column-Present")).ToBeVisibleAsync();
                await Assertions.Expect(chantal.Page.Locator("#radar-1")).ToBeHiddenAsync();
                await Assertions.Expect(now.Locator(".wall-lists")).ToBeVisibleAsync();
                await chantal.ShouldBeAccessible();
                break;
            case "Afsluiting":
                await chantal.ShouldSee("Geantwoord: 0 van 1 persoon");
                await Assertions.Expect(chantal.Page.Locator("#end-workshop")).ToBeVisibleAsync();
                break;
            default:
                await Assertions.Expect(now.Locator(".part-title")).ToHaveTextAsync(part);
                break;
        }
    }

    private static async Task<(int, int)> PlaceOfNext(Person chantal)
    {
        var box = (await chantal.Page.Locator("#next-part, #end-workshop").BoundingBoxAsync())!;
        return ((int)box.X, (int)(box.Y + box.Height));
    }

    [Fact, Rule("W4")]
    public async Task The_room_counts_down_and_is_told_once_that_the_time_is_over()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var (wall, anna) = (await room.Enter("The wall", 1920, 1080), await room.Enter("Anna"));
        await wall.Page.GotoAsync(await chantal.WallAddress());
        await anna.Join(code, 1);
        await chantal.Press("#begin-programme");

        await chantal.PressInside("#count-1");
        foreach (var person in new[] { wall, anna })
        {
            await Assertions.Expect(person.Page.Locator(".countdown [role=timer]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^(1:00|0:5[0-9])$"), new() { Timeout = 30_000 });
            // The minute passes: each page tells the time by what the server said last.
            await person.Page.EvaluateAsync("() => document.dispatchEvent(new CustomEvent('alive', { detail: { data: Number(document.querySelector('[data-countdown]').dataset.countdown) + 500 } }))");
            await Assertions.Expect(person.Page.Locator(".countdown [role=status]")).ToHaveTextAsync("De tijd is om", new() { Timeout = 30_000 });
        }

        await chantal.Press("#extend-countdown");
        await Assertions.Expect(wall.Page.Locator(".countdown [role=status]")).ToHaveTextAsync("", new() { Timeout = 30_000 });
        await chantal.Press("#next-part");
        await Assertions.Expect(wall.Page.Locator(".countdown")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }
}
