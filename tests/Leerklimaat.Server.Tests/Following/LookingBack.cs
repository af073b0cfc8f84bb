using System.Net;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Following;

/// <summary>A closed workshop can be looked at for as long as its live link lives, and not after that (W7).</summary>
public sealed class LookingBack : IAsyncLifetime
{
    private readonly TurnedClock clock = new();
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Playing(await RunningServer.Start(adjust: builder => builder.Services.AddSingleton<TimeProvider>(clock)));
        await workshop.Chantal.Press("#tool-close button");
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Tables_and_wall_are_there_until_the_time_has_passed_and_then_say_so()
    {
        clock.Ahead = TimeSpan.FromMinutes(9);
        foreach (var (person, path) in Pages) Assert.Equal((path, HttpStatusCode.OK), (path, (await person.Open(path)).Status));

        clock.Ahead = TimeSpan.FromMinutes(11);
        foreach (var (person, path) in Pages.Append((workshop.Anna, $"/{workshop.Code}")))
        {
            await person.Open(path);
            Assert.Equal((path, HttpStatusCode.Gone), (path, person.Status));
            Assert.Contains("verlopen", person.Text, StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"{workshop.Table1}/live", $"{workshop.Table1}/screen/live", $"{workshop.Root}/screen/live", $"{workshop.Table1}/mine" })
        {
            using var answer = await workshop.Anna.Http.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Gone), (path, answer.StatusCode));
        }

        Assert.Equal(HttpStatusCode.OK, (await workshop.Chantal.Open(workshop.Root)).Status);
    }

    [Fact]
    public async Task Streams_that_are_open_end_then()
    {
        await using var table = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await using var screen = await OpenStream.Open(workshop.Dennis, AWorkshop.LiveOf(workshop.Screen1));
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await using var radar = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live");
        clock.Ahead = TimeSpan.FromMinutes(11);

        // The next sign of life would end them too; any news does it at once.
        await workshop.Anna.Ask($"{workshop.Table1}/names", ("name", "Te laat"));
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#radar-1 button[formaction$='/steps-back']");
        await Task.WhenAll(table.Ended, screen.Ended, wall.Ended).WaitAsync(TimeSpan.FromSeconds(25));
        Assert.False(radar.Ended.IsCompleted);
    }

    [Fact]
    public async Task Who_looks_does_not_play_or_write_any_more()
    {
        await workshop.Anna.Open(workshop.Table1);
        Assert.Equal(HttpStatusCode.Conflict, (await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"))).Status);

        clock.Ahead = TimeSpan.FromMinutes(11);
        var note = await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "Te laat"));
        Assert.Equal(HttpStatusCode.Gone, note.Status);
        Assert.Contains("verlopen", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workshop_that_opens_again_is_there_again()
    {
        clock.Ahead = TimeSpan.FromMinutes(11);
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Ask($"{workshop.Root}/reopenings");
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Open(workshop.Table1)).Status);
    }

    private (Person, string)[] Pages => [(workshop.Anna, workshop.Table1), (workshop.Dennis, workshop.Screen1), (workshop.Dennis, $"{workshop.Root}/screen")];

    private sealed class TurnedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
