using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Browser.Tests;

/// <summary>Several processes behind a proxy that knows nobody again, and one after the other dies in the middle of the game.</summary>
public class PlayingOnThroughAFault
{
    [Fact, Rule("L1"), Rule("L4")]
    public async Task Two_tables_and_who_leads_go_on_while_each_process_is_killed_once()
    {
        APostgres.MustBeHere();
        var cluster = await ACluster.Start();
        await using var room = ARoom.Open(cluster);
        var chantal = await room.Enter("Chantal", 1280, 800);
        var code = await chantal.StartWorkshop();
        var wall = await room.Enter("The wall", 1920, 1080);
        await wall.Page.GotoAsync(await chantal.WallAddress());
        var one = await ATable.Seat(room, code, 1, "Anna", "Bram", "Chaima");
        var two = await ATable.Seat(room, code, 2, "Dennis", "Emma");
        await chantal.PressInside("#start-game");
        foreach (var table in new[] { one, two }) await table[0].Press("#skip-practice");

        // With a pawn on the board, while somebody tells, and between two cards.
        await one[0].Choose("veiligheid-1");
        await one[0].Place(3);
        cluster.Kill(1);
        await one.PlayFrom([3, 3, 4], [4, 4, 4]);
        await two[0].Choose("tijd-1");
        await two[0].Place(2);
        await two[1].Place(2);
        await two[0].Press("#reveal");
        cluster.Kill(2);
        await two.TellAll();
        await two[1].Press("#again");
        await two[0].Place(3);
        await two[1].Place(3);
        await two[0].Press("#reveal");
        await two.Lay();
        cluster.Kill(3);
        await one[0].Press("#draw");
        await one.PlayFrom([1, 2, 1], [1, 2, 2]);

        await chantal.ShouldSee("3 kaarten gespeeld");
        await wall.Page.Locator("#plant-veiligheid-1").WaitForAsync();
        await chantal.Page.GotoAsync(chantal.Page.Url + "/report");
        await chantal.ShouldSee("Verslag van");
    }
}
