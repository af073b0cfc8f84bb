using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>Before anything began: who leads makes the programme and gives links away, people wait.</summary>
internal static class Preparing
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        await foreach (var state in AnEmptyRoom(server)) yield return state;

        var workshop = await AWorkshop.Start(server);
        using var emma = await workshop.Follow("Emma");
        var (chantal, root) = (workshop.Chantal, workshop.Root);
        await (await chantal.Open($"{root}/tables")).Press("#save-tables", ("name-2", "Verzekeringsgeneeskundigen #12"), ("seats-2", "12"));
        foreach (var (name, who, path) in new[]
        {
            ("facilitator-before", chantal, ""), ("presenter-before", chantal, "/presenter"), ("wall-before-leading", chantal, "/screen"), ("follow-before", emma, "/follow"), ("dots-before", workshop.Anna, "/dots"),
            ("plenary-empty", chantal, "/plenary"), ("report-empty", chantal, "/report"), ("links", chantal, "/links"), ("bin", chantal, "/bin"), ("programme", chantal, "/programme"), ("tables", chantal, "/tables"), ("mine-before", workshop.Anna, "/mine"),
        }) yield return new(name, who, root + path);
        await foreach (var state in Refusals(workshop)) yield return state;
        yield return new("wall-before", workshop.Dennis, workshop.Wall);
        yield return new("plenary-screen-empty", workshop.Dennis, workshop.Wall.Replace("/screen?", "/plenary/screen?", StringComparison.Ordinal));

        await chantal.Open(root);
        await chantal.Press("button[value='AfterThePlenary']");
        foreach (var kind in (await workshop.State()).Programme.DistinctBy(part => part.Kind)) yield return new($"part-{Kebab.Of(kind.Kind)}", chantal, $"{root}/programme/{kind.Id.Value}");

        await foreach (var state in Links(workshop)) yield return state;
        await (await chantal.Open(root)).Press("#begin-programme");
        yield return new("facilitator-just-begun", chantal, root);
        yield return new("presenter-just-begun", chantal, $"{root}/presenter");
        workshop.Leave();
    }

    private static async IAsyncEnumerable<PageState> AnEmptyRoom(RunningServer server)
    {
        using var chantal = new Person(server, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Een eerste-kwartaalbijeenkomst over arbeidsongeschiktheidsverzekeringsmaatschappijen"), ("minutes", "45"));
        yield return new("facilitator-nobody", chantal, chantal.Path);
        yield return new("wall-nobody", chantal, chantal.Page.QuerySelector("a[href*='/screen?key=']")!.GetAttribute("href")!);
        yield return new("seats-nobody", chantal, $"/{chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal)}");
    }

    private static async IAsyncEnumerable<PageState> Refusals(AWorkshop workshop)
    {
        var (chantal, root) = (workshop.Chantal, workshop.Root);
        yield return (await chantal.Open($"{root}/tables")).Presses("tables-refused", HttpStatusCode.UnprocessableEntity, "#save-tables", ("name-3", "De Uilen"), ("seats-3", "13"));
        yield return (await chantal.Open($"{root}/programme")).Presses("programme-refused", HttpStatusCode.UnprocessableEntity, "#state-purpose", ("goal", new string('x', 301)));
        var slide = (await workshop.State()).Programme.First(part => part.Kind == PartKind.Slide).Id.Value;
        yield return (await chantal.Open($"{root}/programme/{slide}")).Presses("part-refused", HttpStatusCode.UnprocessableEntity, "#save", ("title", ""), ("kind", "Slide"), ("question", "Answers"), ("minutes", "5"));
        yield return chantal.Presses("part-preview", HttpStatusCode.OK, "#look", ("title", "Drie dingen"), ("kind", "Slide"), ("question", "Answers"), ("minutes", "5"), ("text", "1. Luisteren\n2. Vragen\n3. Doen"));
    }

    private static async IAsyncEnumerable<PageState> Links(AWorkshop workshop)
    {
        var (chantal, links) = (workshop.Chantal, $"{workshop.Root}/links");
        using Person second = new(workshop.Server, "Sanne"), third = new(workshop.Server, "Tess");
        await second.Open("/");
        await (await chantal.Open(links)).Press("#offer-second");
        var offer = GivenTo(chantal);
        yield return new("offer-second", second, offer);
        await (await second.Open(offer)).Press("#accept");
        await (await chantal.Open(links)).Press("#offer-role", ("hand-over", "true"));
        yield return new("offer-hand-over", third, GivenTo(chantal));
        yield return new("links-offered", chantal, links);
        await (await chantal.Open(links)).Press("#give-read-link", ("days", "30"));
        yield return new("read-link-nothing-yet", third, GivenTo(chantal));
        yield return new("links-given", chantal, links);
        yield return chantal.Presses("links-just-given", HttpStatusCode.OK, "#give-read-link", ("days", "30"), ("level", "All"));
        yield return new("facilitator-second", second, workshop.Root);
        // A page that nothing streams to: one that does would go elsewhere by itself when the role ends.
        yield return new("links-of-the-second", second, links);
        await (await chantal.Open(links)).Press("#dismiss");
        yield return new("links-dismissed", chantal, links);
    }

    internal static string GivenTo(Person person) => new Uri(person.Page.QuerySelector(".given-link")!.TextContent).AbsolutePath;
}
