using System.Net;
using System.Text;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>One player who writes without end fills neither the server nor the phones of the others.</summary>
public sealed class WritingManyNotes : IAsyncLifetime
{
    private static readonly string Long = new('w', Note.LongestText);

    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Playing();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("G6")]
    public async Task After_twenty_on_a_card_the_next_is_refused_with_a_sentence()
    {
        for (var note = 0; note < Note.MostOfASeat; note++) Assert.Equal(HttpStatusCode.OK, (await Write($"{note}")).Status);
        var (status, text, _) = await Write("te veel");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("20 van jou", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Bram.Ask($"{workshop.Table1}/notes", ("note", $"{Guid.NewGuid()}"), ("kind", "Green"), ("text", "Bram ook"))).Status);
    }

    [Fact, Rule("G6")]
    public async Task A_full_card_sends_each_phone_its_newest_notes_and_keeps_the_others_for_who_asks()
    {
        var table = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(Guid.Parse(workshop.Table1.Split('/')[2]));
        var anna = (await table.Look()).State.Seats[0];
        for (var note = 1; note < Note.MostOnACard; note++)
            Assert.Null((await table.Ask(new WriteNote(anna.Number, anna.Device, new(Guid.NewGuid()), NoteKind.Need, $"{note} {Long[..270]}", "proof", false, DateTimeOffset.UtcNow), Guid.NewGuid(), DateTimeOffset.UtcNow)).Refusal);

        await using var stream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await stream.Sees("Alle 239 briefjes");
        await Write("De laatste");
        var push = await stream.Sees("Alle 240 briefjes");
        Assert.Contains("De laatste", push, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(push), 1, 24_000);

        await workshop.Bram.Open($"{workshop.Table1}/notes");
        Assert.Equal(Note.MostOnACard, workshop.Bram.Page.QuerySelectorAll(".note-list .note").Length);
        Assert.Equal(HttpStatusCode.Forbidden, (await workshop.Dennis.Open($"{workshop.Table1}/notes")).Status);
    }

    [Fact, Rule("G1")]
    public async Task A_card_that_is_in_no_deck_gets_no_star_and_is_not_skipped()
    {
        foreach (var path in new[] { "stars", "skips" })
            Assert.Equal(HttpStatusCode.NotFound, (await workshop.Anna.Ask($"{workshop.Table1}/{path}?card=verzonnen-{Guid.NewGuid()}")).Status);
    }

    [Fact, Rule("G3")]
    public async Task A_program_that_asks_without_end_is_asked_to_wait()
    {
        var last = HttpStatusCode.OK;
        for (var time = 0; time <= Bursts.AtTablePerMinute && last != HttpStatusCode.TooManyRequests; time++) last = (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"))).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        Assert.Equal(HttpStatusCode.OK, (await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"))).Status);
    }

    private Task<Answer> Write(string text) => workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", $"{Guid.NewGuid()}"), ("kind", "Green"), ("text", text));
}
