using System.Net;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reading;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Rehearsals;

/// <summary>What was practised is in no report and is gone afterwards; what people did stays.</summary>
public class LeavingNothingBehind
{
    // Words of one's own that are common stay out of the comparison: they stand in the deck too.
    [Fact, Rule("W11"), Rule("R2")]
    public async Task Beside_people_nothing_of_it_is_in_any_form_of_the_report()
    {
        await using var rehearsal = await ARehearsal.BesidePeople();
        var people = rehearsal.People;
        var asked = await rehearsal.GoTo(PartKind.Question);
        await people.Anna.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await people.Anna.Press("#give-answer", ("answer-text", "zonnebloem"));
        await rehearsal.Until(rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value), question => question.People >= 11);

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
        await rehearsal.GoTo(PartKind.Question);
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
        Assert.Contains("2 tafels met 10 computerspelers", rehearsal.Chantal.Text, StringComparison.Ordinal);
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
        var asked = await rehearsal.GoTo(PartKind.Question);
        using var emma = new Person(rehearsal.Server, "Emma");
        await emma.Open($"/{(await rehearsal.Workshop()).Code}");
        await emma.Press(".tables li:nth-child(1) button", ("name", "Emma"));
        var table = emma.Path;
        await emma.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await emma.Press("#give-answer", ("answer-text", "zonnebloem"));
        Assert.Contains("zonnebloem", emma.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("zonnebloem", await rehearsal.Chantal.Http.GetStringAsync($"{rehearsal.Root}/report/report.json"), StringComparison.Ordinal);

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("op 1 plek", rehearsal.Chantal.Text, StringComparison.Ordinal);
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
        var asked = await rehearsal.GoTo(PartKind.Question);
        using var dennis = new Person(rehearsal.Server, "Dennis");
        await dennis.Open($"/{(await rehearsal.Workshop()).Code}");
        await dennis.Press("#follow");
        await dennis.Open($"{rehearsal.Root}/questions/{asked.Value}");
        await dennis.Press("#give-answer", ("answer-text", "zonnebloem"));
        await rehearsal.Until(rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value), question => question.People == 6);

        await rehearsal.Chantal.Open($"{rehearsal.Root}/rehearsal");
        Assert.Contains("antwoorden en stippen van meekijkers", rehearsal.Chantal.Text, StringComparison.Ordinal);
        await rehearsal.Chantal.Press("#end");

        var question = (await rehearsal.Grains.GetGrain<IQuestionGrain>(asked.Value).Look()).State;
        Assert.Equal(["zonnebloem"], question.Replies.Select(reply => reply.Text));
        Assert.Equal(asked, (await rehearsal.Workshop()).Current);
    }
}
