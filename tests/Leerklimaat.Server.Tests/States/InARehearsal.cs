using System.Net;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>Who leads practises with stand-ins, and whoever looks at the demo.</summary>
internal static class InARehearsal
{
    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        var (chantal, root) = (workshop.Chantal, workshop.Root);
        await (await chantal.Open(root)).Press("#begin-rehearsal", ("tables", "2"), ("players", "4"), ("tempo", "Real"));
        using Person emma = new(server, "Emma"), fleur = new(server, "Fleur");
        await workshop.Join(emma, 3);
        foreach (var (name, who, path) in new[]
        {
            ("facilitator-rehearsal", chantal, root), ("rehearsal-end", chantal, $"{root}/rehearsal"), ("wall-rehearsal", workshop.Dennis, workshop.Wall), ("seats-rehearsal", fleur, $"/{workshop.Code}"), ("table-rehearsal", emma, emma.Path),
        }) yield return new(name, who, path);
        yield return new("paper-table-rehearsed", chantal, root + "/paper-tables/" + emma.Path.Split('/')[^1], HttpStatusCode.UnprocessableEntity);

        await (await fleur.Open("/")).Press("form[action='/demo'] button");
        yield return new("demo", fleur, fleur.Path);
        yield return new("demo-plenary", fleur, $"{fleur.Path}/plenary");
        yield return new("demo-wall", fleur, $"{fleur.Path}/screen");
        workshop.Leave();
    }
}
