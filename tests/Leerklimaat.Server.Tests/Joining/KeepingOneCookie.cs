using System.Net;
using System.Text;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Joining;

/// <summary>A browser has one cookie of ours for who it is, however much it leads and wherever it sits.</summary>
public sealed class KeepingOneCookie : IAsyncLifetime
{
    private readonly AClock time = new();
    private RunningServer server = null!;
    private Person chantal = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.Start(adjust: builder => builder.Services.AddSingleton<TimeProvider>(time));
        chantal = await new Person(server, "Chantal").Open("/");
    }

    public async ValueTask DisposeAsync()
    {
        chantal.Dispose();
        await server.DisposeAsync();
    }

    [Fact, Rule("W1"), Rule("T2")]
    public void Of_more_than_anybody_meets_the_newest_are_kept()
    {
        var kept = Enumerable.Range(0, Keepsake.Most + 2).Aggregate(Keepsake.Empty, (all, number) => all.WithRole(Id(number), new("proof", "key", "words"), At(number)).WithCodes(Id(number), ["twee woorden"], At(number)));
        Assert.Equal((Keepsake.Most, Keepsake.Most), (kept.Leads.Count, kept.Codes.Count));
        foreach (var number in new[] { 0, 1 }) Assert.Equal((false, false), (kept.Leads.ContainsKey(Id(number)), kept.Codes.ContainsKey(Id(number))));

        static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

        static DateTimeOffset At(int number) => DateTimeOffset.UnixEpoch.AddMinutes(number);
    }

    [Fact, Rule("W1"), Rule("T2")]
    public async Task After_two_hundred_workshops_and_as_many_seats_every_page_still_answers()
    {
        await Start();
        await chantal.Open("/");
        var led = Enumerable.Range(0, 200).Select(_ => Guid.NewGuid()).ToList();
        var seats = new List<string>();
        foreach (var id in led)
        {
            Assert.Equal($"/workshops/{id}", await Sent("/workshops", ("minutes", "45"), ("command", $"{id}")));
            var workshop = (await server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(id).Look()).State;
            seats.Add((await Sent($"/{workshop.Code}/seats", ("name", "Chantal"), ("table", $"{workshop.Tables[0].Id.Value}")))!);
        }

        Assert.InRange(Encoding.ASCII.GetByteCount(chantal.Cookies.GetCookieHeader(server.Address)), 1, 1_000);
        foreach (var id in led.Where((_, place) => place % 20 == 0)) Assert.Equal(HttpStatusCode.OK, await Asked($"/workshops/{id}"));
        foreach (var path in seats.Where((_, place) => place % 20 == 0).Append("/")) Assert.Equal(HttpStatusCode.OK, await Asked(path));
        Assert.NotNull((await chantal.Open(seats[0])).Page.QuerySelector(".personal-code"));
    }

    [Fact, Rule("W1")]
    public async Task Workshops_that_are_started_at_once_are_all_led()
    {
        await Start();
        await chantal.Open("/");
        var started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sent("/workshops", ("minutes", "45"), ("command", $"{Guid.NewGuid()}"))));
        foreach (var path in started) Assert.Equal(HttpStatusCode.OK, await Asked(path!));
    }

    [Fact, Rule("W1"), Rule("T2")]
    public async Task Cookies_of_the_earlier_kind_still_give_the_role_and_are_tidied_away()
    {
        var (led, other, table) = (await Start(), await Start(), Guid.NewGuid());
        var (key, code) = (Found(chantal.Source, "/lead/"), "appel boom");
        using var upgraded = new Person(server, "Chantal, upgraded");
        Earlier(upgraded, $"leidt-{Id(other):N}", "Facilitator.1", $"{Facilitators.ProofOf(key)}|{key}|een twee drie vier vijf");
        Earlier(upgraded, $"plek-{table:N}", "PersonalCode.1", code);

        Assert.Equal(HttpStatusCode.OK, (await upgraded.Open(other)).Status);
        Assert.Contains("een twee drie vier vijf", upgraded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(upgraded.Cookies.GetCookies(server.Address), cookie => cookie.Name.Contains('-', StringComparison.Ordinal) && cookie.Name != "leerklimaat-post");
        Assert.Equal(HttpStatusCode.OK, (await upgraded.Open(other)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await upgraded.Open(led)).Status);
    }

    [Fact, Rule("W1")]
    public async Task The_disk_alone_does_not_give_a_role()
    {
        await Start();
        var key = Found(chantal.Source, "/lead/");
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(server.Folder, "kept")));
        var bytes = await File.ReadAllTextAsync(kept, Encoding.Latin1);
        Assert.DoesNotContain(key, bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("Leads", bytes, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));

        // A damaged file is a browser that leads nothing, not a server that fails.
        await File.WriteAllTextAsync(kept, bytes[..^1], Encoding.Latin1);
        Assert.Equal(HttpStatusCode.Forbidden, (await chantal.Open(chantal.Path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await chantal.Open($"/lead/{Id(chantal.Path)}/{key}")).Status);
    }

    [Fact, Rule("W1")]
    public async Task What_a_browser_left_here_goes_away_with_its_cookie()
    {
        await Start();
        var keepsakes = server.Services.GetRequiredService<Keepsakes>();
        time.Advance(TimeSpan.FromDays(59));
        await keepsakes.Sweep();
        Assert.Single(Directory.GetFiles(Path.Combine(server.Folder, "kept")));
        time.Advance(TimeSpan.FromDays(2));
        await keepsakes.Sweep();
        Assert.Empty(Directory.GetFiles(Path.Combine(server.Folder, "kept")));
    }

    private async Task<string> Start()
    {
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Samen leren"));
        return chantal.Path;
    }

    private async Task<string?> Sent(string path, params (string Field, string Value)[] fields)
    {
        using var answer = await chantal.Http.PostAsync(path, new FormUrlEncodedContent([.. fields.Select(one => KeyValuePair.Create(one.Field, one.Value))]));
        return answer.Headers.Location?.ToString();
    }

    private async Task<HttpStatusCode> Asked(string path)
    {
        using var answer = await chantal.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private void Earlier(Person person, string name, string purpose, string plain) =>
        person.Cookies.Add(server.Address, new Cookie(name, server.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(purpose).Protect(plain)));

    private static Guid Id(string path) => Guid.Parse(path.Split('/')[2]);

    private static string Found(string source, string before)
    {
        var at = source.IndexOf(before, StringComparison.Ordinal) + before.Length + 37;
        return source[at..(at + 32)];
    }
}
