using System.Net;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Joining;

/// <summary>Whoever has the right words gets in, however many others try wrong ones.</summary>
public sealed class ReturningInACrowd : IAsyncLifetime
{
    private const int People = 480;

    private AWorkshop workshop = null!;

    private IGrainFactory Grains => workshop.Server.Services.GetRequiredService<IGrainFactory>();

    private Guid Id => Guid.Parse(workshop.Root[^36..]);

    public async ValueTask InitializeAsync() => workshop = await AWorkshop.Start();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact, Rule("T2")]
    public async Task Everybody_of_a_full_room_returns_while_many_browsers_guess()
    {
        var codes = await Seats();
        var attackers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Guess("returns")));
        Assert.All(attackers, last => Assert.Equal(HttpStatusCode.TooManyRequests, last));

        var still = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Guess("returns")));
        var back = new List<HttpStatusCode>();
        foreach (var some in codes.Chunk(24)) back.AddRange(await Task.WhenAll(some.Select(Return)));
        await still;
        Assert.Equal(People, back.Count(status => status == HttpStatusCode.Found));
    }

    [Fact, Rule("W1")]
    public async Task The_facilitator_returns_while_many_browsers_guess()
    {
        var words = workshop.Chantal.Page.QuerySelector(".recovery-code")!.TextContent;
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Guess("recovery"))), last => Assert.Equal(HttpStatusCode.TooManyRequests, last));
        using var laptop = await new Person(workshop.Server, "Chantal's laptop").Open("/recovery");
        await laptop.Press("form button", ("code", workshop.Code), ("words", words));
        Assert.Equal(workshop.Root, laptop.Path);
    }

    [Fact, Rule("T2")]
    public async Task One_device_may_be_right_as_often_as_it_likes()
    {
        var code = (await Seats(1))[0];
        using var tablet = await new Person(workshop.Server, "Tablet").Open($"/{workshop.Code}");
        for (var time = 0; time < 2 * Guesses.PerBrowser; time++) Assert.Equal(HttpStatusCode.Found, await Sent(tablet, $"/{workshop.Code}/returns", ("personal", code)));
    }

    [Fact, Rule("T2")]
    public async Task A_program_without_a_cookie_is_counted_by_its_address()
    {
        using var program = await new Person(workshop.Server, "Program").Open("/");
        Assert.DoesNotContain(program.Cookies.GetAllCookies(), cookie => cookie.Name == "leerklimaat");
        var answers = new List<HttpStatusCode>();
        for (var time = 0; time <= Guesses.PerAddress; time++) answers.Add(await Sent(program, $"/{workshop.Code}/returns", ("personal", "nee nee nee nee")));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (answers[0], answers[^1]));
        Assert.Equal(HttpStatusCode.Found, await Return((await Seats(1))[0]));
    }

    [Fact, Rule("T2")]
    public async Task Two_words_of_an_earlier_version_still_give_the_seat_until_somebody_tries_many()
    {
        var table = (await Grains.GetGrain<IWorkshopGrain>(Id).Look()).State.Tables[2].Id;
        await Grains.GetGrain<ITableGrain>(table.Value).Ask(new TakeSeat(new(Guid.NewGuid()), "Emma", Words.ProofOf(Id, "appel boom"), "", DateTimeOffset.UtcNow), Guid.NewGuid(), DateTimeOffset.UtcNow);
        Assert.Equal(HttpStatusCode.Found, await Return("appel boom"));
        await Guess("returns", "nee nee");
        Assert.Equal(HttpStatusCode.TooManyRequests, await Return("appel boom"));
    }

    [Fact, Rule("W2"), Rule("W7")]
    public async Task A_right_key_gets_in_after_many_wrong_ones()
    {
        using var emma = await new Person(workshop.Server, "Emma").Open("/");
        foreach (var door in new[] { "lead", "offers", "read" })
        {
            for (var time = 0; time < 30; time++) await emma.Open($"/{door}/{Id}/{Guid.NewGuid():N}");
            Assert.Equal(HttpStatusCode.Gone, emma.Status);
        }

        var at = workshop.Chantal.Source.IndexOf("/lead/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await emma.Open(workshop.Chantal.Source[at..(at + 75)])).Status);
        Assert.Equal(workshop.Root, emma.Path);
    }

    /// <summary>Full tables, with the codes of the people at them.</summary>
    private async Task<List<string>> Seats(int people = People)
    {
        var codes = Enumerable.Range(0, people).Select(_ => Words.Draw(Words.OfSeat)).ToList();
        foreach (var some in codes.Chunk(8))
        {
            var table = new TableId(Guid.NewGuid());
            await Grains.GetGrain<IWorkshopGrain>(Id).Ask(new AddTable(table, DateTimeOffset.UtcNow), Guid.NewGuid(), DateTimeOffset.UtcNow);
            foreach (var code in some) await Take(table, code);
        }

        return codes;
    }

    private async Task Take(TableId table, string code)
    {
        var at = DateTimeOffset.UtcNow;
        Assert.Null((await Grains.GetGrain<ITableGrain>(table.Value).Ask(new TakeSeat(new(Guid.NewGuid()), "", Words.ProofOf(Id, code), "", at), Guid.NewGuid(), at)).Refusal);
    }

    private async Task<HttpStatusCode> Return(string code)
    {
        using var phone = await new Person(workshop.Server, "Somebody").Open("/recovery");
        return await Sent(phone, $"/{workshop.Code}/returns", ("personal", code));
    }

    /// <returns>How the last of eleven wrong guesses was answered.</returns>
    private async Task<HttpStatusCode> Guess(string door, string words = "nee nee nee nee nee")
    {
        using var attacker = await new Person(workshop.Server, "Attacker").Open("/recovery");
        var last = HttpStatusCode.OK;
        for (var time = 0; time <= Guesses.PerBrowser; time++)
            last = door == "recovery" ? await Sent(attacker, "/recovery", ("code", workshop.Code), ("words", words)) : await Sent(attacker, $"/{workshop.Code}/returns", ("personal", words));
        return last;
    }

    private static async Task<HttpStatusCode> Sent(Person person, string path, params (string Field, string Value)[] fields)
    {
        using var answer = await person.Http.PostAsync(path, new FormUrlEncodedContent(fields.Select(one => KeyValuePair.Create(one.Field, one.Value))));
        return answer.StatusCode;
    }
}
