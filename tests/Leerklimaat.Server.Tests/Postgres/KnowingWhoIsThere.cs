using System.Net;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;

namespace Leerklimaat.Server.Tests.Postgres;

/// <summary>The list of processes: only who knows its last number changes it.</summary>
public sealed class KnowingWhoIsThere : IAsyncLifetime
{
    private static readonly DateTime Morning = new(2026, 11, 30, 8, 0, 0, DateTimeKind.Utc);

    private PostgresDatabase database = null!;
    private PostgresMembership list = null!;

    public async ValueTask InitializeAsync()
    {
        database = new(await APostgres.Database(), NullLoggerFactory.Instance);
        list = new(database);
    }

    public ValueTask DisposeAsync() => database is null ? ValueTask.CompletedTask : database.DisposeAsync();

    [Fact]
    public async Task Who_came_in_is_read_back_as_they_were()
    {
        var entry = Process(1);
        entry.SuspectTimes = [new(Address(2), Morning)];
        Assert.True(await list.InsertRow(entry, (await list.ReadAll()).Version.Next()));

        var read = Assert.Single((await list.ReadRow(Address(1))).Members).Item1;
        Assert.Equal((entry.SiloAddress, entry.Status, entry.ProxyPort, entry.HostName, entry.SiloName, entry.StartTime, entry.IAmAliveTime), (read.SiloAddress, read.Status, read.ProxyPort, read.HostName, read.SiloName, read.StartTime, read.IAmAliveTime));
        Assert.Equal(entry.SuspectTimes, read.SuspectTimes);
        Assert.Empty((await list.ReadRow(Address(3))).Members);
    }

    [Fact]
    public async Task Of_two_who_know_the_same_number_one_is_too_late()
    {
        var version = (await list.ReadAll()).Version.Next();
        var came = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => list.InsertRow(Process(number), version)));
        Assert.Single(came, isIn => isIn);

        var now = await list.ReadAll();
        Assert.Equal(1, now.Version.Version);
        var (entry, etag) = Assert.Single(now.Members);
        entry.Status = SiloStatus.Dead;
        Assert.False(await list.UpdateRow(entry, etag, version));
        Assert.True(await list.UpdateRow(entry, etag, now.Version.Next()));
        Assert.False(await list.UpdateRow(entry, etag, (await list.ReadAll()).Version.Next()));
        Assert.Equal((2, SiloStatus.Dead), ((await list.ReadAll()).Version.Version, Assert.Single((await list.ReadAll()).Members).Item1.Status));
    }

    [Fact]
    public async Task A_sign_of_life_changes_nothing_but_its_time_and_who_is_long_gone_is_forgotten()
    {
        var (here, gone) = (Process(1), Process(2));
        gone.Status = SiloStatus.Dead;
        foreach (var entry in new[] { here, gone }) Assert.True(await list.InsertRow(entry, (await list.ReadAll()).Version.Next()));
        here.IAmAliveTime = Morning.AddHours(2);
        await list.UpdateIAmAlive(here);
        Assert.Equal(2, (await list.ReadAll()).Version.Version);

        await list.CleanupDefunctSiloEntries(new(Morning.AddHours(1)));
        Assert.Equal((Address(1), Morning.AddHours(2)), ((await list.ReadAll()).Members.Single().Item1.SiloAddress, (await list.ReadAll()).Members.Single().Item1.IAmAliveTime));
    }

    private static SiloAddress Address(int number) => SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 11_000 + number), number);

    private static MembershipEntry Process(int number) => new()
    {
        SiloAddress = Address(number),
        Status = SiloStatus.Active,
        ProxyPort = 30_000,
        HostName = "hier",
        SiloName = $"silo {number}",
        StartTime = Morning,
        IAmAliveTime = Morning,
        SuspectTimes = [],
    };
}
