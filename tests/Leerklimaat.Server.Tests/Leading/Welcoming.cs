using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Leading;

public class Welcoming
{
    [Fact, Rule("W1")]
    public async Task Before_the_start_the_facilitator_sees_what_is_ready_and_nothing_stops_them()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await workshop.Chantal.Open(workshop.Root);
        Assert.Equal(["check-Title", "check-Goal", "check-Tables", "check-Cards", "check-Times", "check-Privacy"], chantal.Page.QuerySelectorAll(".checks li").Select(check => check.Id));
        Assert.Equal(["check-Goal"], chantal.Page.QuerySelectorAll(".checks .is-open").Select(check => check.Id));
        Assert.Contains("4 tafels staan klaar, met samen 32 plekken", chantal.Text, StringComparison.Ordinal);
        Assert.Contains("samen 90 minuten", chantal.Text, StringComparison.Ordinal);

        await chantal.Open($"{workshop.Root}/programme");
        await chantal.Press("#state-purpose", ("goal", "Weten wat er al is"));
        Assert.Empty((await chantal.Open(workshop.Root)).Page.QuerySelectorAll(".checks .is-open"));
        await chantal.Press("#begin-programme");
        Assert.Equal(HttpStatusCode.OK, chantal.Status);
        Assert.Null(chantal.Page.QuerySelector(".checks"));
    }

    [Fact, Rule("W6")]
    public async Task The_welcome_tells_the_rules_the_privacy_and_how_many_are_here_without_names()
    {
        await using var workshop = await AWorkshop.Start();
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-programme");
        await wall.Sees("Spelregels", "Wat gebeurt er met wat je deelt?", "Er zijn 3 mensen");
        using var emma = new Person(workshop.Server, "Emma");
        await emma.Open($"/{workshop.Code}");
        await emma.Press("#follow");
        Assert.Contains("Er zijn 4 mensen", emma.Text, StringComparison.Ordinal);
        await wall.Sees("Er zijn 4 mensen");
        Assert.DoesNotContain(wall.Messages, message => message.Html.Contains("Anna", StringComparison.Ordinal));

        await workshop.Chantal.Press("#next-part");
        Assert.DoesNotContain("Er zijn 4 mensen", (await emma.Open($"{workshop.Root}/follow")).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("W3")]
    public async Task The_invitation_is_a_text_to_copy_with_the_way_in_and_the_goal()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/programme");
        await workshop.Chantal.Press("#state-purpose", ("goal", "Weten; wat, er al is"));
        await workshop.Chantal.Open($"{workshop.Root}/links");
        var text = workshop.Chantal.Page.QuerySelector("#invitation")!.TextContent;
        foreach (var part in new[] { "Samen leren", $"/{workshop.Code}", $"{workshop.Code[..3]} {workshop.Code[3..]}", "Ons doel: Weten; wat, er al is", "account" }) Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Equal(text, workshop.Chantal.Page.QuerySelector("[data-copy*='Samen leren']")!.GetAttribute("data-copy"));

        var calendar = (await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/invitation.ics?begins=2026-01-05T09:00&place=Zaal")).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains(@"Ons doel: Weten\; wat\, er al is", calendar, StringComparison.Ordinal);
    }

    [Fact, Rule("W8")]
    public async Task The_facilitator_hears_in_time_that_the_workshop_fills_up()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: "--Server:MostPeople=4"));
        Assert.Null((await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#almost-full"));
        using var emma = new Person(workshop.Server, "Emma");
        await workshop.Join(emma, 2);
        Assert.Equal("Nog 0 plekken vrij.", (await workshop.Chantal.Open(workshop.Root)).Page.QuerySelector("#almost-full")!.TextContent);
        using var late = new Person(workshop.Server, "Laat");
        await late.Open($"/{workshop.Code}");
        await late.Press("#follow");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Kijk mee op het grote scherm", late.Text, StringComparison.Ordinal);
    }
}
