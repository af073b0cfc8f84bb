using System.Net;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Leerklimaat.Server.Tests.Operating;

/// <summary>What the server answers to whoever watches over it; that a part of the journal is damaged, see <c>ReadingADamagedJournal</c>.</summary>
public sealed class SayingHowItIs : IAsyncLifetime
{
    private readonly AHandClock clock = new();
    private RunningServer server = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        server = await RunningServer.Start(adjust: builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        http = new() { BaseAddress = server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task It_is_not_ready_while_the_journal_cannot_be_written_and_lives_all_the_same()
    {
        Journal.Failed(3);
        await Says("/health/ready", HttpStatusCode.ServiceUnavailable, "Unhealthy");
        await Says("/health/live", HttpStatusCode.OK, "Healthy");
        await Says("/health", HttpStatusCode.OK, "Healthy");

        using var chantal = new Person(server, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Samen leren"), ("minutes", "90"));
        await Says("/health/ready", HttpStatusCode.OK, "Healthy");
    }

    [Fact]
    public async Task After_half_a_minute_it_is_tried_again_because_nobody_else_would()
    {
        Journal.Failed(1);
        clock.Advance(TimeSpan.FromSeconds(29));
        await Says("/health/ready", HttpStatusCode.ServiceUnavailable, "Unhealthy");
        clock.Advance(TimeSpan.FromSeconds(2));
        await Says("/health/ready", HttpStatusCode.OK, "Healthy");
    }

    [Fact]
    public async Task Nobody_new_is_sent_to_a_server_that_is_stopping()
    {
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await Says("/health/ready", HttpStatusCode.ServiceUnavailable, "Unhealthy");
        await Says("/health/live", HttpStatusCode.OK, "Healthy");
    }

    private JournalMeter Journal => server.Services.GetRequiredService<JournalMeter>();

    private async Task Says(string path, HttpStatusCode status, string word)
    {
        using var answer = await http.GetAsync(path);
        Assert.Equal((status, word), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }
}
