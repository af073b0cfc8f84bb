using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Events;

[Rule("L1")]
public partial class LosingNothing
{
    [Fact]
    public async Task A_restart_finds_everything_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-restart-").FullName;
        string before, table;
        CookieContainer cookies;
        await using (var workshop = await AWorkshop.Playing(await RunningServer.Start(folder)))
        {
            await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
            await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "Bewaard"));
            await workshop.Anna.Open(table = workshop.Table1);
            (before, cookies) = (workshop.Anna.Text, workshop.Anna.Cookies);
        }

        await using (var server = await RunningServer.Start(folder))
        {
            using var anna = new Person(server, "Anna");
            foreach (Cookie cookie in cookies.GetAllCookies()) anna.Cookies.Add(server.Address, new Cookie(cookie.Name, cookie.Value));
            await anna.Open(table);
            Assert.Equal(before, anna.Text);
            Assert.Equal("square-3", anna.Page.QuerySelector("#squares [aria-pressed=true]")!.Id);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_process_that_is_killed_at_full_load_loses_nothing_that_was_acknowledged()
    {
        const int enough = 400;
        var folder = Directory.CreateTempSubdirectory("leerklimaat-kill-").FullName;
        using var first = await ServerProcess.Start(typeof(ServerHost).Assembly.Location, folder);
        var seats = new List<(string Table, CookieContainer Cookies, Dictionary<string, string> Fields)>();
        while (seats.Count < 8) seats.Add(await Prepare(first));

        var (acknowledged, last) = (0, new int[seats.Count]);
        var writers = seats.Select(async (seat, writer) =>
        {
            using var client = Phone(first, seat.Cookies);
            for (var number = 1; ; number++)
            {
                var form = new Dictionary<string, string>(seat.Fields) { ["command"] = Guid.NewGuid().ToString(), ["name"] = $"naam {number}." };
                using var answer = await client.PostAsync($"{seat.Table}/names", new FormUrlEncodedContent(form));
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Redirect });
                last[writer] = number;
                if (Interlocked.Increment(ref acknowledged) >= enough && !first.IsKilled) first.Kill();
            }
        }).Select(async writer =>
        {
            var seen = await Assert.ThrowsAnyAsync<Exception>(() => writer);
            Assert.True(ServerProcess.IsAway(seen), seen.ToString());
        }).ToList();
        await Task.WhenAll(writers);

        using var second = await ServerProcess.Start(typeof(ServerHost).Assembly.Location, folder);
        foreach (var (seat, number) in seats.Zip(last))
        {
            using var again = Phone(second, seat.Cookies);
            var shown = AName().Match(await again.GetStringAsync(seat.Table));
            Assert.True(shown.Success && int.Parse(shown.Groups[1].Value, CultureInfo.InvariantCulture) >= number, $"{number} was acknowledged, and {shown.Value} is shown");
        }

        second.Kill();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_store_that_fails_answers_with_a_sentence_shows_nothing_that_was_not_stored_and_recovers()
    {
        var failing = new FailingStore();
        var server = await RunningServer.Start(adjust: builder => builder.Services.AddSingleton<IEventStore>(services =>
        {
            failing.Inner = ActivatorUtilities.CreateInstance<SqliteEventStore>(services, Path.Combine(Directory.CreateTempSubdirectory("leerklimaat-fail-").FullName, "journal.db"), new JournalLimits());
            return failing;
        }));
        await using var workshop = await AWorkshop.Playing(server);

        failing.IsFailing = true;
        var refused = await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("We konden dit niet bewaren", refused.Text, StringComparison.Ordinal);
        Assert.Contains("0 van 2 pionnen gelegd", (await workshop.Bram.Open(workshop.Table1)).Text, StringComparison.Ordinal);

        failing.IsFailing = false;
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"))).Status);
        Assert.Contains("1 van 2 pionnen gelegd", (await workshop.Bram.Open(workshop.Table1)).Text, StringComparison.Ordinal);
    }

    private static async Task<(string Table, CookieContainer Cookies, Dictionary<string, string> Fields)> Prepare(ServerProcess server)
    {
        using var person = new Person(server.Address, "Anna");
        await person.Open("/");
        await person.Press("form[action='/workshops'] button");
        var code = person.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.Press("#start-game");
        await person.Open($"/{code}");
        await person.Press(".tables button");
        var table = person.Path;
        await person.Ask($"{table}/practice/skips");
        await person.Ask($"{table}/rounds?card=veiligheid-1");
        return (table, person.Cookies, new() { ["seat"] = "1" });
    }

    private static HttpClient Phone(ServerProcess server, CookieContainer cookies)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server.Address, DefaultRequestHeaders = { { "Sec-Fetch-Site", "same-origin" } } };
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        return client;
    }

    [GeneratedRegex(@"naam (\d+)\.")]
    private static partial Regex AName();

    private sealed class FailingStore : IEventStore
    {
        public IEventStore Inner { get; set; } = null!;

        public bool IsFailing { get; set; }

        public Task<IReadOnlyList<StoredEvent>> Read(string stream) => Inner.Read(stream);

        public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events) =>
            IsFailing ? throw new StoreUnavailableException("The disk is full.") : Inner.Append(stream, expectedVersion, events);

        public Task Delete(IReadOnlyCollection<string> streams) => Inner.Delete(streams);
    }
}
