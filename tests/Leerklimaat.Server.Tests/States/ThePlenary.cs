using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>The room brings it together: lists, bundles, cards, dots, and what is agreed; and the report of it.</summary>
internal static class ThePlenary
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Playing(server);
        var (chantal, plenary) = (workshop.Chantal, $"{workshop.Root}/plenary");
        var screen = workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal);
        var people = await workshop.PlayWithFive([1, 2, 2, 3, 4], [2, 2, 3, 4, 4]);
        using var emma = await workshop.Follow("Emma");
        await workshop.GoTo(part => part.Kind == Domain.Workshops.PartKind.Plenary);
        string[] notes = [await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren"), await workshop.Note(workshop.Bram, workshop.Table1, "Meer tijd in het rooster om te leren"), await workshop.Note(workshop.Anna, workshop.Table1, "Wie betaalt dat?", "Question"), await workshop.Note(workshop.Bram, workshop.Table1, "Zie https://leren.example/een/heel-lang-adres-zonder-spaties-dat-nergens-afbreekt-en-doorgaat", "Green")];
        yield return new("plenary", chantal, plenary);
        yield return new("plenary-screen", workshop.Dennis, screen);

        await foreach (var state in Agreeing(workshop, plenary, notes)) yield return state;
        await (await chantal.Open(plenary)).Press("#publish");
        yield return new("plenary-published", chantal, plenary);
        await chantal.Press("#card-next");
        yield return new("plenary-card-shown", chantal, plenary);
        yield return new("plenary-screen-card", workshop.Dennis, screen);
        yield return new("wall-plenary-card", workshop.Dennis, workshop.Wall);
        await chantal.Do(plenary, $"{plenary}/cards/away");
        await foreach (var state in Dots(workshop, emma, people, notes)) yield return state;
        await foreach (var state in Reports(workshop)) yield return state;
        foreach (var more in people.Skip(2)) more.Dispose();
        workshop.Leave();
    }

    private static async IAsyncEnumerable<PageState> Agreeing(AWorkshop workshop, string plenary, string[] notes)
    {
        var chantal = await workshop.Chantal.Open(plenary);
        await chantal.Press("#bundle", ("entry", notes[0]), ("entry", notes[1]), ("name", "Tijd om te leren"));
        var bundle = chantal.Page.QuerySelector(".is-bundle > input")!.GetAttribute("value")!;
        yield return new("plenary-bundled", chantal, plenary);
        await (await chantal.Open($"{plenary}/entries/{bundle}")).Press("#save-new", ("text", "Een uur per week voor de arbeidsongeschiktheidsverzekeringsmaatschappij"), ("owner", "Het MT"), ("by", "2026-12-24"), ("noticing", "Het staat in de agenda"));
        await (await chantal.Open($"{plenary}/entries/{notes[2]}")).Press("form[action$='/owners'] button", ("owner", "De gemeentesecretaris"));
        yield return new("entry-bundle", chantal, $"{plenary}/entries/{bundle}");
        yield return new("entry-question", chantal, $"{plenary}/entries/{notes[2]}");
        yield return new("entry-long-address", chantal, $"{plenary}/entries/{notes[3]}");
        yield return (await chantal.Open($"{plenary}/entries/{bundle}")).Presses("entry-refused", System.Net.HttpStatusCode.UnprocessableEntity, "#save-new", ("text", ""), ("owner", "Het MT"));
        yield return (await chantal.Open(plenary)).Presses("plenary-refused", System.Net.HttpStatusCode.UnprocessableEntity, "#bundle", ("name", "Niets"));
        await (await chantal.Open($"{workshop.Root}/follow-up")).Press("form[action*='/lines?'] button", ("line", "De eerste keer kwamen er zes mensen, van drie afdelingen."));
        yield return new("follow-up", chantal, $"{workshop.Root}/follow-up");
        yield return (await chantal.Open($"{workshop.Root}/follow-up")).Presses("follow-up-refused", System.Net.HttpStatusCode.UnprocessableEntity, "form[action*='/states?'] button", ("state", "Stopped"), ("why", ""));
        await (await chantal.Open($"{workshop.Root}/follow-up")).Press("form[action*='/links?'] button");
        yield return new("own-action", workshop.Dennis, new Uri(chantal.Page.QuerySelector(".given-link")!.TextContent).AbsolutePath);
        yield return new("entry-unknown", chantal, $"{plenary}/entries/bestaat-niet", System.Net.HttpStatusCode.NotFound);
    }

    private static async IAsyncEnumerable<PageState> Dots(AWorkshop workshop, Person emma, List<Person> people, string[] notes)
    {
        var (chantal, plenary, dots) = (workshop.Chantal, $"{workshop.Root}/plenary", $"{workshop.Root}/dots");
        var screen = workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal);
        await (await chantal.Open(plenary)).Press("#open-dots");
        yield return new("dots-open", workshop.Anna, dots);
        yield return new("dots-open-following", emma, dots);
        foreach (var person in people) await person.Do(dots, dots, ("dot", $"1 1 {notes[2]}"));
        yield return new("dots-set", workshop.Anna, dots);
        yield return new("plenary-dots-open", chantal, plenary);
        yield return new("plenary-screen-dots-open", workshop.Dennis, screen);
        await (await chantal.Open(plenary)).Press("#close-dots");
        yield return new("dots-closed", workshop.Anna, dots);
        yield return new("plenary-dots-closed", chantal, plenary);
        yield return new("plenary-screen-dots-closed", workshop.Dennis, screen);
    }

    private static async IAsyncEnumerable<PageState> Reports(AWorkshop workshop)
    {
        var (chantal, report) = (workshop.Chantal, $"{workshop.Root}/report");
        yield return new("report", chantal, report);
        await (await chantal.Open(report)).Press("#publish");
        yield return new("report-published", chantal, report);
        using var reader = new Person(workshop.Server, "Rianne");
        foreach (var level in Enum.GetValues<Domain.Workshops.ReadLevel>())
        {
            await (await chantal.Open($"{workshop.Root}/links")).Press("#give-read-link", ("days", "30"), ("level", $"{level}"));
            yield return new($"read-{Kebab.Of(level)}", reader, Preparing.GivenTo(chantal));
        }
    }
}
