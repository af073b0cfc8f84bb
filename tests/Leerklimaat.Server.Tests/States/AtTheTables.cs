using System.Net;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.States;

/// <summary>A table plays: who reads aloud, somebody else, and the screen, in each phase.</summary>
internal static class AtTheTables
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        foreach (var state in await Seen(workshop)) yield return state;
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#start-game");
        foreach (var state in await Seen(workshop, "before-practice")) yield return state;
        await workshop.Anna.Do(workshop.Table1, $"{workshop.Table1}/host", ("host", "2"));
        yield return new("table-choosing-for-who-does-not-host", workshop.Anna, workshop.Table1);
        await workshop.Bram.Do(workshop.Table1, $"{workshop.Table1}/host", ("host", "0"));
        await (await workshop.Anna.Open(workshop.Table1)).Press("#practise");
        foreach (var state in await Seen(workshop, "practice")) yield return state;
        await Place(workshop.Anna, workshop.Table1, 2);
        await workshop.Anna.Do(workshop.Table1, $"{workshop.Table1}/reveals", ("anyway", "true"));
        await workshop.Anna.Do(workshop.Table1, $"{workshop.Table1}/second-placements/skips");
        foreach (var state in await Seen(workshop, "practice")) yield return state;
        await workshop.Anna.Do(workshop.Table1, $"{workshop.Table1}/piles");

        await foreach (var state in ACard(workshop)) yield return state;
        await foreach (var state in ACase(workshop)) yield return state;
        await foreach (var state in NoCardLeft(workshop)) yield return state;
        await foreach (var state in Otherwise(workshop)) yield return state;
        workshop.Leave();
        await foreach (var state in CardsThatWait(server)) yield return state;
    }

    private static async IAsyncEnumerable<PageState> ACard(AWorkshop workshop)
    {
        var (anna, bram, table) = (workshop.Anna, workshop.Bram, workshop.Table1);
        foreach (var state in await Seen(workshop)) yield return state;
        yield return new("table-choosing-a-factor", anna, $"{table}?factor=veiligheid");
        await anna.Do(table, $"{table}/rounds?card=veiligheid-1");
        foreach (var state in await Seen(workshop)) yield return state;
        await Place(anna, table, 3);
        yield return new("table-first-placement-placed", anna, table);
        await Place(bram, table, 1);
        yield return new("table-first-placement-all-placed", anna, table);
        await anna.Do(table, $"{table}/reveals");
        foreach (var kind in new[] { "Green", "Question", "Need" }) await workshop.Note(anna, table, $"Een briefje ({kind}) over https://leren.example/een/heel-lang-adres-zonder-spaties-dat-nergens-afbreekt-en-doorgaat", kind);
        await anna.Do(table, $"{table}/clock", ("minutes", "5"));
        foreach (var state in await Seen(workshop)) yield return state;
        yield return new("notes", anna, $"{table}/notes");
        yield return (await anna.Open(table)).Presses("table-note-refused", HttpStatusCode.UnprocessableEntity, "#sheet-green button:not([hidden])", ("text", new string('x', 281)));
        yield return new("facilitator-a-table-tells", workshop.Chantal, workshop.Root);
        foreach (var teller in new[] { anna, bram }) await (await teller.Open(table)).Press("button.tell");
        yield return new("table-telling-all-told", anna, table);
        await anna.Do(table, $"{table}/second-placements", ("anyway", "true"));
        foreach (var state in await Seen(workshop)) yield return state;
        await Place(anna, table, 4);
        await Place(bram, table, 3);
        yield return new("table-second-placement-placed", anna, table);
        await anna.Do(table, $"{table}/reveals");
        foreach (var state in await Seen(workshop)) yield return state;
        await anna.Do(table, $"{table}/piles", ("pile", "Green"));
        foreach (var state in await Seen(workshop, "after-a-card")) yield return state;
        yield return new("table-harvest", anna, $"{table}/harvest");
        yield return new("table-cards", workshop.Chantal, $"{workshop.Root}{table}/cards");
    }

    private static async IAsyncEnumerable<PageState> NoCardLeft(AWorkshop workshop)
    {
        var (dennis, table) = (workshop.Dennis, workshop.Table2);
        await dennis.Do(table, $"{table}/practice/skips");
        var services = workshop.Server.Services;
        var grain = services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(Guid.Parse(table.Split('/')[^1]));
        var (seat, now) = ((await grain.Look()).State.Seats[0], services.GetRequiredService<TimeProvider>().GetUtcNow());
        foreach (var (played, card) in services.GetRequiredService<DeckShelf>().Find(DeckShelf.Shipped, "nl").Statements.Index())
        {
            TableCommand[] commands =
            [
                new ChooseCard(seat.Number, seat.Device, new(card.Id), RoundKind.Statement, ChosenBy.Picked, now), new PlacePawn(seat.Number, seat.Device, played + 1, new(2), now),
                new RevealPawns(seat.Number, seat.Device, false, now), new SkipSecondPlacement(seat.Number, seat.Device, now), new LayCard(seat.Number, seat.Device, Pile.Green, now),
            ];
            foreach (var command in commands) Assert.Null((await grain.Ask(command, Guid.NewGuid(), now)).Refusal);
        }

        yield return new("table-no-card-left", dennis, table);
        yield return new("facilitator-no-card-left", workshop.Chantal, workshop.Root);
        yield return new("wall-no-card-left", workshop.Dennis, workshop.Wall);
    }

    /// <summary>The tables place again at the end of the game (G7).</summary>
    private static async IAsyncEnumerable<PageState> CardsThatWait(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        var (anna, table) = (workshop.Anna, workshop.Table1);
        await (await workshop.Chantal.Open(workshop.Root)).Press("button[value='AtTheEnd']");
        await (await workshop.Chantal.Open(workshop.Root)).Press("#start-game");
        await anna.Do(table, $"{table}/practice/skips");
        await anna.Do(table, $"{table}/rounds?card=veiligheid-1");
        await Place(anna, table, 2);
        await Place(workshop.Bram, table, 1);
        await anna.Do(table, $"{table}/reveals");
        yield return new("table-telling-before-it-waits", anna, table);
        await anna.Do(table, $"{table}/second-placements", ("anyway", "true"));
        yield return new("table-a-card-waits", anna, table);
        await anna.Do(table, $"{table}/second-placements/held");
        yield return new("table-places-what-waited", anna, table);
        workshop.Leave();
    }

    private static async IAsyncEnumerable<PageState> ACase(AWorkshop workshop)
    {
        var (anna, bram, table) = (workshop.Anna, workshop.Bram, workshop.Table1);
        await bram.Do(table, $"{table}/cases", ("case", "De arbeidsongeschiktheidsverzekeringsmaatschappij stuurt ons naar https://leren.example/een/heel-lang-adres-zonder-spaties-dat-nergens-afbreekt"), ("happens-now", "Er ligt een map op de gang."), ("asks", "Hoe gaat dat bij jullie?"));
        foreach (var state in await Seen(workshop, "case")) yield return state;
        await Place(anna, table, 2);
        await anna.Do(table, $"{table}/reveals", ("anyway", "true"));
        foreach (var state in await Seen(workshop, "case")) yield return state;
        await workshop.Note(anna, table, "Bij ons belt een collega op dag drie, en na twee weken nog eens.", "Green");
        await workshop.Note(anna, table, "Zet in de map wie je belt als het niet gaat.", "Need");
        await anna.Do(table, $"{table}/second-placements/skips");
        await (await bram.Open(table)).Press("#taking button");
        foreach (var state in await Seen(workshop, "case")) yield return state;
        await anna.Do(table, $"{table}/piles");
        yield return new("table-choosing-after-a-case", anna, table);
        yield return new("plenary-with-a-case", workshop.Chantal, $"{workshop.Root}/plenary");
        yield return new("plenary-screen-with-a-case", workshop.Dennis, workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal));
        yield return new("report-with-a-case", workshop.Chantal, $"{workshop.Root}/report");
        yield return new("mine-with-a-case", bram, $"{workshop.Root}/mine");
    }

    /// <summary>What happens beside the cards.</summary>
    private static async IAsyncEnumerable<PageState> Otherwise(AWorkshop workshop)
    {
        var (anna, chantal, table) = (workshop.Anna, workshop.Chantal, workshop.Table1);
        await anna.Do(table, $"{table}/help");
        yield return new("table-help-asked", anna, table);
        yield return new("facilitator-help-asked", chantal, workshop.Root);
        yield return new("wall-help-asked", workshop.Dennis, workshop.Wall);
        await chantal.Do(workshop.Root, $"{workshop.Root}/messages", ("message", "Over vijf minuten komen we weer bij elkaar, in de grote zaal"), ("minutes", "5"));
        await chantal.Do(workshop.Root, $"{workshop.Root}/joining", ("shown", "true"));
        yield return new("table-message", anna, table);
        yield return new("wall-message-and-joining", workshop.Dennis, workshop.Wall);
        yield return new("facilitator-message-and-joining", chantal, workshop.Root);

        await anna.Do(table, $"{table}/neighbours", ("name", "Oma"));
        await anna.Do(table, $"{table}/rounds?card=veiligheid-2");
        yield return new("table-cover", anna, table);
        await workshop.Bram.Do(table, $"{table}/departures");
        yield return new("table-left", workshop.Bram, table);
        await chantal.Do(workshop.Root, $"{workshop.Root}/game/stops");
        foreach (var state in await Seen(workshop, "stopped")) yield return state;
        yield return new("facilitator-stopped", chantal, workshop.Root);
    }

    /// <summary>The phase stands in the page itself.</summary>
    private static async Task<IEnumerable<PageState>> Seen(AWorkshop workshop, string more = "")
    {
        await Task.WhenAll(workshop.Anna.Open(workshop.Table1), workshop.Bram.Open(workshop.Table1));
        var phase = Kebab.Of(workshop.Anna.Page.QuerySelector("#main")!.GetAttribute("data-phase")!) + (more.Length > 0 ? $"-{more}" : "");
        return [new($"table-{phase}", workshop.Anna, workshop.Table1), new($"table-{phase}-other", workshop.Bram, workshop.Table1), new($"table-screen-{phase}", workshop.Dennis, workshop.Screen1)];
    }

    private static async Task Place(Person person, string table, int square) => await (await person.Open(table)).Press($"#square-{square}");
}
