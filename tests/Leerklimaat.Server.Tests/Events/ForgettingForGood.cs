using System.Diagnostics;
using System.Text;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>What was removed is gone from the files themselves, and not only from the pages.</summary>
[Rule("W9")]
public sealed class ForgettingForGood : IDisposable
{
    private const string Secret = "zeg-dit-tegen-niemand";

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-forget-").FullName;

    [Fact]
    public async Task A_removed_stream_stands_in_no_file_while_the_server_runs()
    {
        await using var store = new SqliteEventStore(Path.Combine(folder, "leerklimaat.db"), NullLogger<SqliteEventStore>.Instance);
        for (var version = 0; version < 300; version++)
        {
            await store.Append("table/1", version, [Event($"{Secret} {version} {new string('x', version)}")]);
            await store.Append($"table/{version % 7 + 2}", version / 7, [Event(new string('y', version))]);
        }

        Assert.True(Found() > 100, "The words must have been there for this test to mean anything.");
        await store.Delete(["table/1"]);
        Assert.Equal(0, Found());
        Assert.NotEmpty(await store.Read("table/2"));
    }

    [Fact]
    public async Task A_server_that_is_started_each_morning_empties_its_bin()
    {
        await using (var workshop = await AWorkshop.Playing(await RunningServer.Start(folder)))
        {
            await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", Secret));
            await workshop.Chantal.Open($"{workshop.Root}/bin");
            await workshop.Chantal.Press("form[action$='/bin'] button[type=submit]");
            Assert.True(Found() > 0, "The note must have been there for this test to mean anything.");
        }

        await using var server = await RunningServer.Start(folder, null, "--Server:BinDays=0");
        for (var patience = Stopwatch.StartNew(); Found() > 0 && patience.Elapsed < TimeSpan.FromSeconds(60);) await Task.Yield();
        Assert.Equal(0, Found());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private int Found() => Directory.EnumerateFiles(folder, "leerklimaat.db*").Sum(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        var (found, words) = (0, Encoding.UTF8.GetBytes(Secret));
        for (var at = bytes.AsSpan().IndexOf(words); at >= 0; found++)
        {
            bytes[at] = 0;
            at = bytes.AsSpan().IndexOf(words);
        }

        return found;
    });

    private static StoredEvent Event(string text) => new(Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\"}}"), Guid.NewGuid(), DateTimeOffset.UnixEpoch);
}
