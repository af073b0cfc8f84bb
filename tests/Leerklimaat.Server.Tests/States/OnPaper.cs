using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>Playing on paper: what is printed, and what is written down afterwards.</summary>
internal static class OnPaper
{
    private static readonly (string Field, string Value)[] Card =
        [("card", "2"), ("first-1", "1"), ("first-2", "3"), ("first-3", "0"), ("first-4", "4"), ("told-1", "a"), ("second-1", "3"), ("second-2", "3"), ("green", "Koffie met elkaar"), ("question", "Wie helpt ons?"), ("need", "Tijd om te leren")];

    public static async IAsyncEnumerable<PageState> Of(RunningServer server)
    {
        var workshop = await AWorkshop.Start(server);
        var (chantal, root) = (workshop.Chantal, workshop.Root);
        yield return new("paper-set", chantal, $"{root}/paper-set");
        yield return (await chantal.Open($"{root}/paper-set")).Presses("paper-set-refused", HttpStatusCode.UnprocessableEntity, "#show-set", ("tables", "2"), ("network", new string('x', 40)), ("password", "kort"));
        yield return (await chantal.Open($"{root}/paper-tables")).Presses("paper-tables-refused", HttpStatusCode.UnprocessableEntity, "#add-paper-table", ("name", "Zonder telefoon"), ("people", "veel"));
        yield return new("paper-tables", chantal, $"{root}/paper-tables");
        var empty = (await chantal.Open($"{root}/paper-tables")).Page.QuerySelectorAll(".paper-tables a")[2].GetAttribute("href")!;
        yield return new("paper-table-nobody", chantal, empty);
        await chantal.Press("#add-paper-table", ("people", "4"));
        var table = chantal.Path;
        yield return new("paper-table", chantal, table);
        yield return (await chantal.Open(table)).Presses("paper-table-refused", HttpStatusCode.UnprocessableEntity, "#enter-round", ("card", "2"), ("first-1", "9"), ("told-1", "?"));
        await chantal.Press("#enter-round", Card);
        yield return new("paper-table-entered", chantal, table);
        yield return new("paper-table-round", chantal, $"{table}/rounds/1");
        yield return new("paper-tables-entered", chantal, $"{root}/paper-tables");
        yield return new("facilitator-paper", chantal, root);
        yield return new("wall-paper", workshop.Dennis, workshop.Wall);
        yield return new("seats-paper", workshop.Dennis, $"/{workshop.Code}");
        workshop.Leave();
    }
}
