using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>From the first page to a seat, and what somebody sees who is not let in.</summary>
internal static class ComingIn
{
    private const string Wrong = "00000000000000000000000000000000";

    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        using Person emma = new(server, "Emma"), tablet = new(server, "Anna's tablet");
        var id = workshop.Root.Split('/')[^1];
        yield return new("home", emma, "/");
        yield return new("help", emma, "/help/table");
        yield return new("guide", emma, "/help");
        yield return new("mirror", emma, "/mirror");
        yield return new("home-code-unknown", emma, "/ZZZZZZ", HttpStatusCode.NotFound);
        yield return new("recovery", emma, "/recovery");
        yield return (await emma.Open("/")).Presses("home-start-refused", HttpStatusCode.UnprocessableEntity, "form[action='/workshops'] button", ("title", new string('x', 101)));
        yield return (await emma.Open("/recovery")).Presses("recovery-refused", HttpStatusCode.NotFound, "form button", ("code", workshop.Code), ("words", "een twee drie vier vijf"));
        yield return new("nothing-here", emma, "/nergens/te/vinden", HttpStatusCode.NotFound);
        yield return new("private-link-wrong", emma, $"/lead/{id}/{Wrong}", HttpStatusCode.Gone);
        yield return new("offer-wrong", emma, $"/offers/{id}/{Wrong}", HttpStatusCode.Gone);
        yield return new("read-link-wrong", emma, $"/read/{id}/{Wrong}", HttpStatusCode.Gone);
        yield return new("table-unknown", emma, $"/tables/{Guid.Empty}", HttpStatusCode.NotFound);
        yield return new("workshop-unknown", emma, $"/workshops/{Guid.Empty}", HttpStatusCode.NotFound);
        yield return new("screen-without-key", emma, $"{workshop.Root}/screen", HttpStatusCode.Forbidden);
        yield return new("dots-of-a-stranger", emma, $"{workshop.Root}/dots", HttpStatusCode.Gone);
        yield return new("facilitator-of-a-player", workshop.Dennis, workshop.Root, HttpStatusCode.Forbidden);

        await foreach (var state in Seats(workshop, emma)) yield return state;
        await foreach (var state in Claiming(workshop, tablet)) yield return state;
        await foreach (var state in WaitingInLine(workshop, emma)) yield return state;
        workshop.Leave();
    }

    private static async IAsyncEnumerable<PageState> Seats(AWorkshop workshop, Person emma)
    {
        yield return new("seats", emma, $"/{workshop.Code}");
        yield return (await emma.Open($"/{workshop.Code}")).Presses("seats-words-unknown", HttpStatusCode.NotFound, "form[action$='/returns'] button", ("personal", "een twee drie vier"));
        yield return new("seats-with-one-s-own", workshop.Anna, $"/{workshop.Code}");
        await workshop.Dennis.Open(workshop.Table2);
        do await workshop.Dennis.Press("form[action$='/neighbours'] button", ("name", "Buur"));
        while (workshop.Dennis.Status == HttpStatusCode.OK);
        yield return new("seats-with-a-full-table", emma, $"/{workshop.Code}");
        await workshop.Chantal.Do(workshop.Root, $"{workshop.Root}/seating", ("seating", "Mix"));
        yield return new("seats-mixed", emma, $"/{workshop.Code}");
        yield return new("facilitator-full-table", workshop.Chantal, workshop.Root);
    }

    /// <summary>"That is my seat", until it is.</summary>
    private static async IAsyncEnumerable<PageState> Claiming(AWorkshop workshop, Person tablet)
    {
        await tablet.Open($"/{workshop.Code}");
        await tablet.Press("form[action$='/claims'] button[value='1']");
        yield return new("claiming", tablet, workshop.Table1);
        yield return new("table-asked-for-one-s-seat", workshop.Anna, workshop.Table1);
        workshop.Server.Later(TimeSpan.FromMinutes(1));
        yield return new("table-asked-about-a-seat", workshop.Bram, workshop.Table1);
        await workshop.Bram.Do(workshop.Table1, $"{workshop.Table1}/claims/answers?claimed=1&yes=true");
        yield return new("seat-moved", workshop.Anna, workshop.Table1);
        yield return new("table-after-a-seat-moved", workshop.Bram, workshop.Table1);
    }

    /// <summary>No empty table is left, and at the others all seats are taken.</summary>
    private static async IAsyncEnumerable<PageState> WaitingInLine(AWorkshop workshop, Person emma)
    {
        var (chantal, tables) = (workshop.Chantal, $"{workshop.Root}/tables");
        while ((await chantal.Open(tables)).Page.QuerySelector("[id^=take-away-]") is { } away) await chantal.Press($"#{away.Id}");
        await chantal.Press("#save-tables", ("seats-1", "2"));
        yield return new("seats-all-taken", emma, $"/{workshop.Code}");
        await (await emma.Open($"/{workshop.Code}")).Press("#wait", ("name", "Emma"));
        yield return new("waiting", emma, $"/{workshop.Code}/waiting");
        yield return new("facilitator-while-somebody-waits", chantal, workshop.Root);
        yield return (await chantal.Open($"{workshop.Root}/guests")).Presses("guests-refused", HttpStatusCode.UnprocessableEntity, "#spread", ("names", $"Emma de Vries; Werk en inkomen\n{new string('x', 41)}"));
        await chantal.Press("#spread", ("names", "Emma de Vries; Werk en inkomen\nFatima Yilmaz; Burgerzaken\nGijs Jansen; Arbeidsongeschiktheidsverzekeringsbelang"));
        yield return new("guests", chantal, $"{workshop.Root}/guests");
        await (await chantal.Open(tables)).Press("#save-tables", ("seats-1", "6"));
        await chantal.Do(workshop.Root, $"{workshop.Root}/seating", ("seating", "Choose"));
        using var fatima = new Person(workshop.Server, "Fatima");
        yield return new("seats-by-name", fatima, $"/{workshop.Code}");
    }
}
