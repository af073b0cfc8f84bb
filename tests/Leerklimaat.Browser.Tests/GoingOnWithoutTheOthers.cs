namespace Leerklimaat.Browser.Tests;

public class GoingOnWithoutTheOthers
{
    [Fact, Rule("G4")]
    public async Task Whether_to_turn_over_anyway_is_asked_no_longer_once_one_more_has_placed()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var table = await ATable.Seat(room, code, 1, "Anna", "Bram", "Carla");
        await chantal.PressInside("#start-game");
        await table[0].Press("#skip-practice");
        await table[0].Choose("openheid-1");
        await table[0].Place(3);
        await table[1].Place(2);
        await table[0].ShouldSee("2 van 3 pionnen gelegd");
        await table[0].Press("#reveal");
        await table[0].ShouldSee("Klaar: 2 van 3. Toch verder?");

        await table[2].Place(4);
        await table[0].ShouldSee("3 van 3 pionnen gelegd");
        await Assertions.Expect(table[0].Page.Locator("#notice .notice")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        Assert.Empty(room.Troubles);
    }
}
