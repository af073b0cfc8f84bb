using System.Text.RegularExpressions;
using Leerklimaat.Server.Operating;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>What leaves the server for whatever a host watches with: enough to see how it goes, and nothing by which somebody is known or a door opened.</summary>
public sealed partial class SendingTelemetry : IAsyncLifetime
{
    private const string From = "203.0.113.77", Browser = "Leesbaar/12.34";

    private readonly List<string> secrets = [From, Browser, "Anna", "Bram", "Chantal", "Dennis", "Samen leren", "Mijn geheim verhaal"];
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await Receiver.Start();
        // The logs of a test go to the test alone, unless it asks for more.
        var server = await RunningServer.Start(null, builder => builder.Services.AddOpenTelemetry().WithLogging(),
            $"--{Telemetry.Endpoint}={receiver.Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "--Server:KnownProxies=127.0.0.1", "--Logging:LogLevel:Default=Trace");
        var (folder, log) = (server.Folder, server.Log);
        await using (var workshop = await AWorkshop.Playing(server)) await Walk(workshop);
        Assert.Contains(log.Lines, line => line.Contains("was answered", StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder));
    }

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public void Requests_are_told_by_the_pattern_of_their_address()
    {
        Assert.Contains("GET /lead/{id:guid}/{key}", receiver.Taken("traces"), StringComparison.Ordinal);
        Assert.Contains("/tables/{id:guid}/placements", receiver.Taken("traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", receiver.Taken("metrics"), StringComparison.Ordinal);
        Assert.Contains("was answered", receiver.Taken("logs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_figure_of_ours_is_sent()
    {
        foreach (var figure in new[] { "leerklimaat.commands", "leerklimaat.streams.open", "leerklimaat.tables.playing", "leerklimaat.journal.commit.duration", "leerklimaat.journal.commit.size" }) Assert.Contains(figure, receiver.Taken("metrics"), StringComparison.Ordinal);
    }

    [Fact, Rule("K1")]
    public void Nothing_that_leaves_names_anybody_or_opens_a_door()
    {
        var all = receiver.Taken();
        Assert.True(secrets.Count > 20, $"Only {secrets.Count} secrets are looked for.");
        Assert.DoesNotContain(secrets, secret => all.Contains(secret, StringComparison.OrdinalIgnoreCase));
        foreach (var tag in new[] { "url.path", "url.query", "url.full", "http.target", "user_agent", "client.address", "network.peer", "server.address" }) Assert.DoesNotContain(tag, receiver.Taken("traces") + receiver.Taken("metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public void How_long_somebodys_page_was_open_is_not_told() => Assert.DoesNotContain("/live", receiver.Taken("traces"), StringComparison.Ordinal);

    private async Task Walk(AWorkshop workshop)
    {
        foreach (var person in new[] { workshop.Anna, workshop.Bram, workshop.Chantal, workshop.Dennis })
        {
            person.Http.DefaultRequestHeaders.Add("X-Forwarded-For", From);
            person.Http.DefaultRequestHeaders.UserAgent.ParseAdd(Browser);
            person.Http.DefaultRequestHeaders.Add("tracestate", "wie=Anna");
        }

        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "Mijn geheim verhaal"));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals?round=1");
        await using (var anna = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live")) await anna.Sees("<");
        await workshop.Dennis.Open($"/{workshop.Code}");
        await workshop.Dennis.Open("/WXYZ23?wie=Dennis");
        await workshop.Dennis.Open("/nergens/Dennis");
        await workshop.Dennis.Open(workshop.Table1);
        await workshop.Anna.Open(workshop.Table1);
        await workshop.Anna.Open(workshop.Screen1);
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Open(LinkOf(workshop.Chantal));

        foreach (var person in new[] { workshop.Anna, workshop.Bram, workshop.Chantal, workshop.Dennis }) secrets.AddRange(person.Cookies.GetAllCookies().Select(cookie => cookie.Value));
        secrets.AddRange([workshop.Code, "WXYZ23", "nergens", .. AnId().Matches($"{workshop.Root} {workshop.Table1} {workshop.Table2} {workshop.Screen1} {workshop.Wall} {LinkOf(workshop.Chantal)}").Select(match => match.Value)]);
        secrets.AddRange(secrets.Where(secret => Guid.TryParse(secret, out _)).Select(secret => Guid.Parse(secret).ToString("N")).ToList());
        secrets.AddRange([.. workshop.Screen1.Split('=')[1..], .. workshop.Wall.Split('=')[1..], LinkOf(workshop.Chantal).Split('/')[^1]]);
    }

    private string link = "";

    private string LinkOf(Person chantal) => link.Length > 0 ? link : link = ALink().Match(chantal.Source).Value;

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex AnId();

    [GeneratedRegex("/lead/[0-9a-f-]+/[0-9a-f]+")]
    private static partial Regex ALink();
}
