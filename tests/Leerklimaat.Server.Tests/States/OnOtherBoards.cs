using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>The same card on the other boards that can be chosen: three states, agreement, and words of one's own.</summary>
internal static class OnOtherBoards
{
    private const string OwnWords = "own-words";

    private static readonly (string Field, string Value)[] Seven =
        [("board", "own"), ("square", "nooit gehoord"), ("square", "zelden"), ("square", "als het kan"), ("square", "soms"), ("square", "meestal wel"), ("square", "vrijwel altijd"), ("square", "altijd bij ons")];

    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        using var emma = new Person(server, "Emma");
        yield return (await emma.Open("/")).Presses("home-board-refused", HttpStatusCode.UnprocessableEntity, "form[action='/workshops'] button", ("board", "own"), ("square", "nooit"), ("square", "altijd"));
        await foreach (var state in ACard(server, "states", 3, ("board", "states"))) yield return state;
        await foreach (var state in ACard(server, "agreement", 5, ("board", "agreement-6"))) yield return state;
        await foreach (var state in ACard(server, OwnWords, 7, Seven)) yield return state;
    }

    private static async IAsyncEnumerable<PageState> ACard(RunningServer server, string board, int square, params (string Name, string Value)[] chosen)
    {
        var workshop = await AWorkshop.Playing(server, chosen);
        var (anna, table) = (workshop.Anna, workshop.Table1);
        yield return new($"table-first-placement-{board}", anna, table);
        await (await anna.Open(table)).Press($"#square-{square}");
        await (await workshop.Bram.Open(table)).Press("#square-2");
        await anna.Do(table, $"{table}/reveals");
        // Words that nobody translates: said aloud, on a screen, on paper and in the report too.
        if (board == OwnWords) yield return new($"table-telling-{board}", anna, table);
        await anna.Do(table, $"{table}/second-placements", ("anyway", "true"));
        await (await anna.Open(table)).Press($"#square-{square}");
        await (await workshop.Bram.Open(table)).Press($"#square-{square - 1}");
        await anna.Do(table, $"{table}/reveals");
        yield return new($"table-adding-up-{board}", anna, table);
        if (board == OwnWords)
        {
            yield return new($"table-screen-adding-up-{board}", workshop.Dennis, workshop.Screen1);
            await anna.Do(table, $"{table}/piles", ("pile", "Green"));
            yield return new($"paper-set-{board}", workshop.Chantal, $"{workshop.Root}/paper-set");
            yield return new($"report-{board}", workshop.Chantal, $"{workshop.Root}/report");
        }

        workshop.Leave();
    }
}
