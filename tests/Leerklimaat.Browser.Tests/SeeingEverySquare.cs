namespace Leerklimaat.Browser.Tests;

/// <summary>What can be chosen can be seen and pressed, on whatever somebody brought along.</summary>
[Rule("G3")]
public class SeeingEverySquare
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("Anna", 390, 844), ("Bram", 320, 640), ("Chaima", 768, 1024), ("Daan", 1280, 800)];

    private static readonly string[] Words = ["weet ik niet", "niet aanwezig", "een beetje", "grotendeels", "volop aanwezig"];

    [Fact]
    public async Task Every_button_of_the_board_can_be_pressed_on_a_phone_a_tablet_and_a_laptop_and_weet_ik_niet_is_placed()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = new List<Person>();
        foreach (var (name, width, height) in Screens)
        {
            var person = await room.Enter(name, width, height);
            await person.Join(code, 1);
            table.Add(person);
        }

        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("veiligheid-1");
        foreach (var person in table)
        {
            var buttons = person.Page.Locator("#squares button:enabled");
            await Assertions.Expect(buttons).ToHaveCountAsync(5, new() { Timeout = 30_000 });
            foreach (var (square, words) in Words.Index()) await Assertions.Expect(person.Page.Locator($"#square-{square}")).ToHaveAccessibleNameAsync(words, new() { IgnoreCase = true });
            foreach (var button in await buttons.AllAsync()) await button.ClickAsync(new() { Trial = true });
            await person.Look($"placing-{person.Name}");
        }

        foreach (var person in table) await person.Place(0);
        foreach (var person in table) await person.ShouldSee("4 van 4 pionnen gelegd");
        Assert.Empty(room.Troubles);
    }
}
