using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Running;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Live;

/// <summary>
/// Enter in a field presses the first button of the form that the field belongs to, wherever both stand. On every page that must be the button
/// beside the field, or one that does nothing.
/// </summary>
[Rule("L5")]
public partial class PressingEnter
{
    private static readonly string[] Expected =
        ["code", "title", "message", "rehearsal-tables", "rehearsal-players", "bundle-name", "minimum", "name", "personal", "words", "rename", "neighbour", "answer-text", "begins", "place", "people", "card", "first-1", "paper-tables", "network", "password", "minutes", "owner", "owner-new", "by-new"];

    private readonly SortedSet<string> seen = [];
    private readonly SortedSet<string> wrong = [];

    [Fact]
    public async Task Enter_in_a_field_presses_the_button_beside_it_on_every_page()
    {
        await using var workshop = await AWorkshop.Start();
        var programme = (await workshop.State()).Programme;
        var parts = programme.Where(part => part.Question is not null).Append(programme[0]).Select(part => part.Id.Value.ToString()).ToArray();
        using var stranger = new Person(workshop.Server, "A stranger");
        foreach (var person in new[] { workshop.Chantal, workshop.Anna, stranger }) await Walk(workshop, person, Stage());

        await workshop.Chantal.Open($"{workshop.Root}/paper-tables");
        await workshop.Chantal.Press("#add-paper-table", ("people", "5"));
        var paperTable = workshop.Chantal.Path.Split('/')[^1];
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#start-game");
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Press("#skip-practice");
        await workshop.Anna.Ask($"{workshop.Table1}/rounds?card=veiligheid-1");
        var need = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        var question = await workshop.Note(workshop.Anna, workshop.Table1, "Wie betaalt dat?", "Question");
        foreach (var person in new[] { workshop.Chantal, workshop.Anna }) await Walk(workshop, person, Stage(paperTable, need, question));
        await workshop.GoTo(AtAQuestion.IsClosing);
        foreach (var person in new[] { workshop.Chantal, workshop.Anna }) await Walk(workshop, person, Stage(paperTable, need, question));

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Empty(Expected.Except(seen));

        // What stands in an address, and what it can be.
        Dictionary<string, string[]> Stage(string? paper = null, params string[] entries) => new()
        {
            ["/workshops/{id}"] = [workshop.Root],
            ["/tables/{id}"] = [workshop.Table1],
            ["{code}"] = [workshop.Code],
            ["{part}"] = parts,
            ["{table}"] = paper is null ? [] : [paper],
            ["{entry}"] = entries,
        };
    }

    /// <summary>Opens each address that the server has for looking, also one that is added later. Streams have no fields; what needs a secret or names a file is passed over.</summary>
    private async Task Walk(AWorkshop workshop, Person person, Dictionary<string, string[]> known)
    {
        var patterns = workshop.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => AConstraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), ""));
        foreach (var address in patterns.Where(pattern => !pattern.EndsWith("/live", StringComparison.Ordinal)).SelectMany(pattern => Fill(pattern, known)).Distinct())
        {
            await person.Open(address);
            if (person.Source.StartsWith("<!DOCTYPE html>", StringComparison.OrdinalIgnoreCase)) Look(person.Page, $"{person.Name} on {address}");
        }
    }

    private static string[] Fill(string pattern, Dictionary<string, string[]> known)
    {
        string[] addresses = [pattern];
        foreach (var (name, values) in known) addresses = [.. addresses.SelectMany(address => address.Contains(name, StringComparison.Ordinal) ? values.Select(value => address.Replace(name, value, StringComparison.Ordinal)) : [address])];
        return [.. addresses.Where(address => !address.Contains('{', StringComparison.Ordinal))];
    }

    private void Look(IHtmlDocument page, string where)
    {
        var buttons = page.QuerySelectorAll("button, input").Where(IsSubmit).ToList();
        // What is chosen and belongs to no form is sent nowhere.
        foreach (var field in page.QuerySelectorAll<IHtmlInputElement>("input").Where(input => input.Type is not ("hidden" or "submit" or "button" or "file") && (input.Form is not null || input.Type is not ("radio" or "checkbox"))))
        {
            seen.Add(field.Id ?? "");
            var pressed = buttons.FirstOrDefault(button => FormOf(button) is { } form && form == field.Form);
            var isBeside = field.Type is "radio" or "checkbox" ? field.Form?.Id != "act" : pressed == buttons.FirstOrDefault(button => button.CompareDocumentPosition(field).HasFlag(DocumentPositions.Preceding));
            // A button with a value chooses one of several: Enter must not choose for anybody.
            if (pressed is null || (!pressed.HasAttribute("disabled") && (!isBeside || pressed.HasAttribute("name")))) wrong.Add($"{where}: Enter in #{field.Id} presses {pressed?.OuterHtml ?? "nothing"}");
        }
    }

    private static bool IsSubmit(IElement element) => element is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" or "image" };

    private static IHtmlFormElement? FormOf(IElement button) => (button as IHtmlButtonElement)?.Form ?? (button as IHtmlInputElement)?.Form;

    [GeneratedRegex(@"(?<=\{\w+):[^}]+(?=\})")]
    private static partial Regex AConstraint();
}
