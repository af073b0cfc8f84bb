using System.Net;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Rehearsals;

/// <summary>A facilitator practises with simulated tables: clearly marked, never in reports, and gone afterwards.</summary>
public class Practising
{
    [Fact, Rule("W11")]
    public async Task Tables_play_by_themselves_and_everywhere_it_says_that_they_are_simulated()
    {
        await using var rehearsal = await ARehearsal.Alone();
        Assert.Contains("2 tafels worden nagespeeld, met 5 mensen per tafel", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#start-game");
        var (one, two) = ((await rehearsal.Rehearsed())[0], (await rehearsal.Rehearsed())[1]);
        var table = await rehearsal.Until(one, table => table.Played.Length >= 2 && !table.Notes.IsEmpty);
        await rehearsal.Until(two, table => table.Played.Length >= 2);

        Assert.Equal(5, table.Seats.Length);
        await rehearsal.Chantal.Open(rehearsal.Root);
        Assert.Equal(2, rehearsal.Chantal.Page.QuerySelectorAll(".table-card .rehearsal-mark").Length);
        Assert.NotNull(rehearsal.Chantal.Page.QuerySelector("#now .rehearsal-mark"));

        using var emma = new Person(rehearsal.Server, "Emma");
        foreach (var path in new[] { $"/tables/{one.Value}/screen", $"{rehearsal.Root}/screen", $"{rehearsal.Root}/plenary/screen", $"/{(await rehearsal.Workshop()).Code}" })
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

    // Words of one's own that are common stay out of the comparison: they stand in the deck too.
    [Fact, Rule("W11"), Rule("R2")]
    public async Task Beside_people_nothing_of_it_is_in_any_form_of_the_report()
    {
        await using var rehearsal = await ARehearsal.BesidePeople();
        var people = rehearsal.People;
        var asked = await GoTo(rehearsal, PartKind.Question);
        await people.Anna.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await people.Anna.Press("#give-answer", ("answer-text", "zonnebloem"));
        await Until(async () => (await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State.People >= 11);

        await rehearsal.Chantal.Open(rehearsal.Root);
        await rehearsal.Chantal.Press("#start-game");
        await people.Anna.Open(people.Table1);
        await people.Anna.Press("#skip-practice");
        await people.Anna.Ask($"{people.Table1}/rounds?card=veiligheid-1");
        await people.Anna.Open(people.Table1);
        await people.Anna.Ask($"{people.Table1}/notes", ("kind", "Green"), ("text", "samen lunchen"), ("note", $"{Guid.NewGuid()}"));
        foreach (var table in await rehearsal.Rehearsed()) await rehearsal.Until(table, table => table.Played.Count(round => round.Pile is not null) >= 2 && table.Notes.Length >= 3);

        var simulated = (await Task.WhenAll((await rehearsal.Rehearsed()).Select(rehearsal.Table))).SelectMany(table => table.Notes.Select(note => note.Text).Concat(table.Seats.Select(seat => seat.Name))).ToHashSet();
        var question = (await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State;
        simulated.UnionWith(question.Answers.Values.Where(answer => Domain.Rehearsals.Rehearsed.IsMarked(answer.Writer)).Select(answer => answer.Text).Where(text => text.Contains(' ', StringComparison.Ordinal)));
        Assert.True(simulated.Count > 10);
        foreach (var name in ReportFiles.Names.Where(name => !name.EndsWith(".docx", StringComparison.Ordinal) && !name.EndsWith(".xlsx", StringComparison.Ordinal)).Select(name => $"report/{name}").Append("report").Append("transcript"))
        {
            var text = WebUtility.HtmlDecode(await rehearsal.Chantal.Http.GetStringAsync($"{rehearsal.Root}/{name}"));
            Assert.True(simulated.All(one => !text.Contains(one, StringComparison.Ordinal)), $"{name} tells what stand-ins wrote: {simulated.FirstOrDefault(one => text.Contains(one, StringComparison.Ordinal))}");
        }

        foreach (var name in ReportFiles.Names.Where(name => name.EndsWith(".docx", StringComparison.Ordinal) || name.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            using var zip = new System.IO.Compression.ZipArchive(await rehearsal.Chantal.Http.GetStreamAsync($"{rehearsal.Root}/report/{name}"));
            var text = string.Concat(zip.Entries.Select(entry => { using var reader = new StreamReader(entry.Open()); return WebUtility.HtmlDecode(reader.ReadToEnd()); }));
            Assert.True(simulated.All(one => !text.Contains(one, StringComparison.Ordinal)), $"{name} tells what stand-ins wrote");
        }

        var json = await rehearsal.Chantal.Http.GetStringAsync($"{rehearsal.Root}/report/report.json");
        Assert.Contains("samen lunchen", json, StringComparison.Ordinal);
        Assert.Contains("zonnebloem", json, StringComparison.Ordinal);
    }

    [Fact, Rule("W11")]
    public async Task Afterwards_it_is_gone_from_the_journal_too_and_the_workshop_is_as_before()
    {
        await using var rehearsal = await ARehearsal.Alone();
        var code = (await rehearsal.Workshop()).Code;
        await GoTo(rehearsal, PartKind.Question);
        await rehearsal.Chantal.Open(rehearsal.Root);
        await rehearsal.Chantal.Press("#start-game");
        var tables = await rehearsal.Rehearsed();
        foreach (var table in tables) await rehearsal.Until(table, table => !table.Notes.IsEmpty && table.Played.Length > 0);
        var streams = (await rehearsal.Workshop()).Tables.Select(table => rehearsal.Grains.GetGrain<Server.Tables.ITableGrain>(table.Id.Value).GetGrainId().ToString()).ToList();
        var store = rehearsal.Server.Services.GetRequiredService<IEventStore>();
        foreach (var stream in streams) Assert.NotEmpty(await store.Read(stream));
        await using var live = await OpenStream.Open(rehearsal.Chantal, $"{rehearsal.Root}/live");
        await live.Sees("rehearsal-mark");

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("2 nagespeelde tafels met 10 nagespeelde mensen", rehearsal.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("alle tafels zijn leeg", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#end");

        foreach (var stream in streams) Assert.Empty(await store.Read(stream));
        var workshop = await rehearsal.Workshop();
        Assert.Equal((code, GameState.NotOpened, null, null), (workshop.Code, workshop.Game, workshop.Current, workshop.Rehearsal));
        Assert.Null(workshop.ToErase);
        Assert.All(await Task.WhenAll(workshop.Tables.Select(table => rehearsal.Table(table.Id))), table => Assert.Equal((0, GameState.NotOpened, true), (table.Seats.Length, table.Game, table.Setting is not null)));
        Assert.All(await Task.WhenAll(workshop.PartsEver.Select(part => rehearsal.Grains.GetGrain<IQuestionGrain>(part.Value).Look())), question => Assert.False(question.State.IsOpen));
        await live.Sees("0 mensen aan 4 tafels");

        using var emma = new Person(rehearsal.Server, "Emma");
        await emma.Open($"/{code}");
        Assert.Null(emma.Page.QuerySelector(".rehearsal-mark"));
        await emma.Press(".tables li:nth-child(1) button", ("name", "Emma"));
        Assert.Contains("Emma", emma.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Open(rehearsal.Root);
        Assert.Null(rehearsal.Chantal.Page.QuerySelector(".rehearsal-mark"));
        Assert.NotNull(rehearsal.Chantal.Page.QuerySelector("#begin-rehearsal"));
    }

    [Fact, Rule("W11")]
    public async Task What_people_do_at_their_own_table_stays()
    {
        await using var rehearsal = await ARehearsal.BesidePeople();
        var people = rehearsal.People;
        await rehearsal.Chantal.Press("#start-game");
        await people.Anna.Open(people.Table1);
        await people.Anna.Press("#skip-practice");
        await people.Anna.Ask($"{people.Table1}/rounds?card=veiligheid-1");
        var tables = await rehearsal.Rehearsed();
        await rehearsal.Until(tables[0], table => table.Played.Length > 0);

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("alles van de 3 mensen aan de andere tafels", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#end");

        await people.Anna.Open(people.Table1);
        Assert.Contains("In ons team vertel je eerlijk", people.Anna.Text, StringComparison.Ordinal);
        var workshop = await rehearsal.Workshop();
        Assert.Equal(GameState.Open, workshop.Game);
        Assert.Equal([3, 4], workshop.Tables.Where(table => table.Number > 2).Select(table => table.Number));
        Assert.All(tables, table => Assert.Null(workshop.Find(table)));
        Assert.Equal([2, 1, 0, 0], (await Task.WhenAll(workshop.Tables.Select(table => rehearsal.Table(table.Id)))).Select(table => table.Seats.Length));
    }

    [Fact, Rule("W11")]
    public async Task Who_plays_along_with_stand_ins_practises_too_and_hears_that_it_is_over()
    {
        await using var rehearsal = await ARehearsal.Alone(tables: 1);
        var asked = await GoTo(rehearsal, PartKind.Question);
        using var emma = new Person(rehearsal.Server, "Emma");
        await emma.Open($"/{(await rehearsal.Workshop()).Code}");
        await emma.Press(".tables li:nth-child(1) button", ("name", "Emma"));
        var table = emma.Path;
        await emma.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await emma.Press("#give-answer", ("answer-text", "zonnebloem"));
        Assert.Contains("zonnebloem", emma.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zonnebloem", await rehearsal.Chantal.Http.GetStringAsync($"{rehearsal.Root}/report/report.json"), StringComparison.Ordinal);

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("op 1 plekken", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await using var stream = await OpenStream.Open(emma, $"{table}/live");
        await rehearsal.Chantal.Press("#end");

        await stream.Ended.WaitAsync(TimeSpan.FromSeconds(60));
        await emma.Open(table);
        Assert.Equal(HttpStatusCode.NotFound, emma.Status);
        Assert.Contains("Was het een oefening?", emma.Text, StringComparison.Ordinal);
        Assert.False((await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State.IsOpen);
    }

    [Fact, Rule("W11"), Rule("W6")]
    public async Task What_somebody_answers_who_follows_stays()
    {
        await using var rehearsal = await ARehearsal.Alone(tables: 1);
        var asked = await GoTo(rehearsal, PartKind.Question);
        using var dennis = new Person(rehearsal.Server, "Dennis");
        await dennis.Open($"/{(await rehearsal.Workshop()).Code}");
        await dennis.Press("#follow");
        await dennis.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await dennis.Press("#give-answer", ("answer-text", "zonnebloem"));
        await Until(async () => (await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State.People == 6);

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("antwoorden en stippen van meekijkers", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#end");

        var question = (await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State;
        Assert.Equal(["zonnebloem"], question.Replies.Select(reply => reply.Text));
        Assert.Equal(asked, (await rehearsal.Workshop()).Current);
    }

    [Fact, Rule("W11"), Rule("P3")]
    public async Task Stand_ins_set_dots_when_these_are_open()
    {
        await using var rehearsal = await ARehearsal.Alone();
        await rehearsal.Chantal.Press("#start-game");
        foreach (var table in await rehearsal.Rehearsed()) await rehearsal.Until(table, table => table.Played.Length >= 2 && table.Notes.Length > 3);
        await rehearsal.Chantal.Open($"{rehearsal.Root}/plenary");
        await rehearsal.Chantal.Press("#open-dots");
        await Until(async () => (await rehearsal.Grains.GetGrain<IPlenaryGrain>(rehearsal.Id.Value).Look()).State.Dots is { People: 10 });

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
        Assert.Equal(HttpStatusCode.Forbidden, (await dennis.Post($"{rehearsal.Root}/rehearsal/end", [new("__RequestVerificationToken", dennis.Token)])).Status);
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

    private static async Task<PartId> GoTo(ARehearsal rehearsal, PartKind kind)
    {
        var part = (await rehearsal.Workshop()).Programme.First(part => part.Kind == kind && part.Question is not QuestionKind.LearningQuestion);
        await rehearsal.Chantal.Open(rehearsal.Root);
        await rehearsal.Chantal.Ask($"{rehearsal.Root}/parts/visits?part={part.Id.Value}");
        return part.Id;
    }

    private static async Task Until(Func<Task<bool>> isThere)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isThere()) await Task.Delay(20, patience.Token);
    }
}
