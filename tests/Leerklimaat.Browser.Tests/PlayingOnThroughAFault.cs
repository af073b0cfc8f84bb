using System.Diagnostics;

namespace Leerklimaat.Browser.Tests;

/// <summary>Several processes behind a proxy that knows nobody again, and one after the other dies in the middle of the game.</summary>
[Collection(nameof(Alone))]
public class PlayingOnThroughAFault
{
    [Fact, Rule("L1"), Rule("L4")]
    public async Task Two_tables_and_who_leads_go_on_while_each_process_is_killed_once()
    {
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

        await one[0].Choose("veiligheid-1");
        foreach (var person in one) await person.Page.Locator("#square-1").WaitForAsync();
        cluster.Kill(1);
        await Insist(one[0], 3);
        await cluster.Noticed(1);
        await one.PlayFrom([3, 3, 4], [4, 4, 4]);

        await two[0].Choose("tijd-1");
        foreach (var person in two) await person.Place(2);
        await two[0].Press("#reveal");
        await two.TellAll();
        await two[1].Press("#again");
        foreach (var person in two) await person.Page.Locator("#square-1").WaitForAsync();
        cluster.Kill(2);
        await Insist(two[0], 3);
        await cluster.Noticed(2);
        await two[1].Place(3);
        await two[0].Press("#reveal");
        await two.Lay();

        await one[0].Press("#draw");
        foreach (var person in one) await person.Page.Locator("#square-1").WaitForAsync();
        cluster.Kill(3);
        await Insist(one[2], 1);
        await cluster.Noticed(3);
        await one.PlayFrom([1, 2, 1], [1, 2, 2]);

        await chantal.ShouldSee("3 kaarten gespeeld");
        await wall.Page.Locator("#plant-veiligheid-1").WaitForAsync();
        await chantal.Page.GotoAsync(chantal.Page.Url + "/report");
        await chantal.ShouldSee("Verslag van");
    }

    /// <summary>Presses as people do who see nothing happen: until the others have noticed that a process is gone, an action may end in a sentence.</summary>
    private static async Task Insist(Person person, int square)
    {
        var field = person.Page.Locator($"#square-{square}");
        for (var patience = Stopwatch.StartNew(); ;)
        {
            await field.ClickAsync();
            try
            {
                await Assertions.Expect(field).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 6_000 });
                return;
            }
            catch (PlaywrightException) when (patience.Elapsed < TimeSpan.FromSeconds(90))
            {
                // Not yet: pressed again.
            }
        }
    }
}

/// <summary>With three processes that start again, and beside three walks on two cores, a process takes longer to be missed than anybody at a table would wait.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
