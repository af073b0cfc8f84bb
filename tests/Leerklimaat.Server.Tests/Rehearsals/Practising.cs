using System.Net;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Rehearsals;

/// <summary>A facilitator practises with simulated tables, which are clearly marked.</summary>
public class Practising
{
    [Fact, Rule("W11")]
    public async Task Tables_play_by_themselves_and_everywhere_it_says_that_they_are_simulated()
    {
        await using var rehearsal = await ARehearsal.Alone();
        Assert.Contains("Aan 2 tafels spelen computerspelers, 5 per tafel", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#start-game");
        var (one, two) = ((await rehearsal.Rehearsed())[0], (await rehearsal.Rehearsed())[1]);
        var table = await rehearsal.Until(one, table => table.Played.Length >= 2 && !table.Notes.IsEmpty);
        await rehearsal.Until(two, table => table.Played.Length >= 2);

        Assert.Equal(5, table.Seats.Length);
        await rehearsal.Chantal.Open(rehearsal.Root);
        Assert.Equal(2, rehearsal.Chantal.Page.QuerySelectorAll(".table-card .rehearsal-mark").Length);
        Assert.NotNull(rehearsal.Chantal.Page.QuerySelector("#now .rehearsal-mark"));

        using var emma = new Person(rehearsal.Server, "Emma");
        var (wall, screen) = (ScreenKeys.OfWall(await rehearsal.Workshop()), ScreenKeys.OfTable(await rehearsal.Workshop(), one));
        foreach (var path in new[] { $"/tables/{one.Value}/screen?key={screen}", $"{rehearsal.Root}/screen?key={wall}", $"{rehearsal.Root}/plenary/screen?key={wall}", $"/{(await rehearsal.Workshop()).Code}" })
            Assert.True((await emma.Open(path)).Page.QuerySelector(".rehearsal-mark") is not null, $"{path} does not say that it is a rehearsal: {emma.Text}");

        await emma.Open($"/{(await rehearsal.Workshop()).Code}");
        Assert.Equal(2, emma.Page.QuerySelectorAll(".table-door .rehearsal-mark").Length);
        await emma.Press(".tables li:nth-child(1) button", ("name", "Emma"));
        Assert.Contains("verdwijnt na de oefening", emma.Text, StringComparison.Ordinal);
        Assert.Contains($"{table.Seats[0].Name} (oefening)", emma.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Emma (oefening)", emma.Text, StringComparison.Ordinal);

        using var follower = new Person(rehearsal.Server, "Dennis");
        await follower.Open($"/{(await rehearsal.Workshop()).Code}");
        Assert.NotNull((await follower.Press("#follow")).Page.QuerySelector(".rehearsal-mark"));
        Assert.NotNull((await rehearsal.Chantal.Open($"{rehearsal.Root}/plenary")).Page.QuerySelector(".rehearsal-mark"));
    }

    [Fact, Rule("W11"), Rule("P3")]
    public async Task Stand_ins_set_dots_when_these_are_open()
    {
        await using var rehearsal = await ARehearsal.Alone();
        await rehearsal.Chantal.Press("#start-game");
        foreach (var table in await rehearsal.Rehearsed()) await rehearsal.Until(table, table => table.Played.Length >= 2 && table.Notes.Length > 3);
        await rehearsal.Chantal.Open($"{rehearsal.Root}/plenary");
        await rehearsal.Chantal.Press("#open-dots");
        await rehearsal.Until(rehearsal.Grains.GetGrain<IPlenaryGrain>(rehearsal.Id.Value), plenary => plenary.Dots is { People: 10 });

        await rehearsal.EndIt();
        Assert.Equal(Domain.Plenaries.Plenary.Empty.DotRounds, (await rehearsal.Grains.GetGrain<IPlenaryGrain>(rehearsal.Id.Value).Look()).State.DotRounds);
    }

    [Fact, Rule("W11"), Rule("L1")]
    public async Task After_a_restart_they_play_on_when_somebody_looks()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-rehearsal-").FullName;
        TableId table;
        int played;
        WorkshopId id;
        await using (var before = await ARehearsal.Alone(await RunningServer.Start(folder, settings: ARehearsal.Hurry), tables: 1))
        {
            await before.Chantal.Press("#start-game");
            (table, id) = ((await before.Rehearsed())[0], before.Id);
            played = (await before.Until(table, table => table.Played.Length >= 1)).Played.Length;
        }

        await using (var again = await RunningServer.Start(folder, settings: ARehearsal.Hurry))
        {
            var rehearsal = new ARehearsal(null, again, new Person(again, "Chantal"), $"/workshops/{id.Value}");
            Assert.NotNull((await rehearsal.Workshop()).Rehearsal);
            await rehearsal.Until(table, table => table.Played.Length > played + 1);
            rehearsal.Chantal.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact, Rule("W11")]
    public async Task Only_who_leads_begins_and_ends_it()
    {
        await using var rehearsal = await ARehearsal.BesidePeople(tables: 1);
        var dennis = rehearsal.People.Dennis;

        Assert.Equal(HttpStatusCode.Forbidden, (await dennis.Open($"{rehearsal.Root}/rehearsal")).Status);
        await dennis.Open(rehearsal.People.Table2);
        Assert.Equal(HttpStatusCode.Forbidden, (await dennis.Post($"{rehearsal.Root}/rehearsal/end", [])).Status);
        await dennis.Open(rehearsal.People.Table2);
        Assert.Equal(HttpStatusCode.Forbidden, (await dennis.Ask($"{rehearsal.Root}/rehearsal", ("tables", "1"), ("players", "4"), ("tempo", "Real"))).Status);
        Assert.NotNull((await rehearsal.Workshop()).Rehearsal);
    }

    [Fact, Rule("W11")]
    public async Task What_cannot_be_is_refused_with_a_sentence()
    {
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: ARehearsal.Hurry));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-rehearsal", ("tables", "2"), ("players", "40"), ("tempo", "Real"));
        Assert.Contains("Kies 2 tot 8 mensen per tafel.", workshop.Chantal.Text, StringComparison.Ordinal);
        await workshop.Chantal.Press("#begin-rehearsal", ("tables", "0"), ("players", "4"), ("tempo", "Real"));
        Assert.Contains("Er is geen tafel waar nog niemand zit", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await workshop.Chantal.Ask($"{workshop.Root}/rehearsal", ("tables", "veel"), ("players", "4"), ("tempo", "Real"))).Status);

        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-rehearsal", ("tables", "60"), ("players", "4"), ("tempo", "Real"));
        Assert.Equal([false, false, true, true], (await Workshop(workshop)).Tables.Select(table => Workshop(workshop).Result.IsRehearsed(table.Id)));
    }

    [Fact, Rule("W11")]
    public async Task The_demo_is_a_rehearsal_that_lives_and_has_no_report_of_its_own()
    {
        await using var server = await RunningServer.Start();
        using var emma = new Person(server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/demo'] button");

        Assert.Equal(3, emma.Page.QuerySelectorAll(".table-card .rehearsal-mark").Length);
        Assert.Contains("vraagt om hulp", emma.Text, StringComparison.Ordinal);
        var rehearsal = new ARehearsal(null, server, emma, emma.Path);
        var tables = await Task.WhenAll((await rehearsal.Rehearsed()).Select(rehearsal.Table));
        Assert.All(tables, table => Assert.True(table.Played.Length >= 2 && table.Seats.Length == 4));
        Assert.DoesNotContain("\"before\"", await emma.Http.GetStringAsync($"{emma.Path}/report/report.json"), StringComparison.Ordinal);
    }

    private static async Task<Workshop> Workshop(AWorkshop workshop) =>
        (await workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<Server.Workshops.IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1])).Look()).State;
}
