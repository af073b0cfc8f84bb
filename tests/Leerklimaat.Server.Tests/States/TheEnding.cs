using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>From the last part on: thanked, what is one's own, over, and in the bin.</summary>
internal static class TheEnding
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Playing(server);
        var (chantal, root) = (workshop.Chantal, workshop.Root);
        using Person emma = await workshop.Follow("Emma"), fleur = new(server, "Fleur");
        await workshop.Note(workshop.Anna, workshop.Table1, "Maandag bespreken we dit", "Green");
        await workshop.GoTo(part => part.Kind == PartKind.Closing);
        await chantal.Do(root, $"{root}/closures");
        foreach (var (name, who, path) in new[]
        {
            ("facilitator-ended", chantal, root), ("presenter-ended", chantal, $"{root}/presenter"), ("wall-ended", workshop.Dennis, workshop.Wall), ("follow-ended", emma, $"{root}/follow"), ("table-ended", workshop.Anna, workshop.Table1),
            ("table-screen-ended", workshop.Dennis, workshop.Screen1), ("mine", workshop.Anna, $"{root}/mine"), ("mine-following", emma, $"{root}/mine"), ("closed", fleur, $"/{workshop.Code}"), ("closed-with-one-s-own", workshop.Anna, $"/{workshop.Code}"),
            ("report-ended", chantal, $"{root}/report"), ("plenary-ended", chantal, $"{root}/plenary"),
        }) yield return new(name, who, path);

        server.Later(TimeSpan.FromMinutes(11));
        yield return new("code-expired", fleur, $"/{workshop.Code}", HttpStatusCode.Gone);
        yield return new("table-expired", workshop.Anna, workshop.Table1, HttpStatusCode.Gone);
        yield return new("mine-expired", workshop.Anna, $"{root}/mine", HttpStatusCode.Gone);
        // Who was there comes back to what is theirs for as long as the report can be read.
        await (await chantal.Open($"{root}/links")).Press("#give-read-link", ("days", "30"));
        yield return new("mine-afterwards", workshop.Anna, $"{root}/mine");
        await (await chantal.Open($"{root}/bin")).Press("#delete");
        yield return new("binned", chantal, root, HttpStatusCode.Gone);
        yield return new("binned-for-others", workshop.Anna, workshop.Table1, HttpStatusCode.Gone);
        workshop.Leave();
    }
}
