using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>A PostgreSQL that was started for these tests alone, on a port of its own; each who asks gets an empty database.</summary>
public sealed class APostgres : IAsyncDisposable
{
    private static readonly Lazy<Task<APostgres>> Shared = new(async () =>
    {
        var shared = await Start(isSafe: false);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => shared.End();
        return shared;
    });

    private static int databases;

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-postgres-").FullName;
    private readonly int port = FreePort();
    private readonly bool isSafe;
    private Process process;

    private APostgres(bool isSafe)
    {
        this.isSafe = isSafe;
        process = Run();
    }

    /// <summary>The settings of an empty database on the server that all tests share. Where there is no PostgreSQL the test is passed over and says so.</summary>
    public static async Task<string> Database()
    {
        MustBeHere();
        return await (await Shared.Value).Empty();
    }

    /// <summary>A server of one's own, which may be stopped.</summary>
    /// <param name="isSafe">Whether it waits for the disk: only then is there what it said it kept.</param>
    public static async Task<APostgres> Start(bool isSafe = true)
    {
        MustBeHere();
        var started = new APostgres(isSafe);
        await started.Ready();
        return started;
    }

    /// <summary>The settings of an empty database.</summary>
    public async Task<string> Empty()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await Do(Settings("postgres"), $"CREATE DATABASE {name}");
        return Settings(name);
    }

    /// <summary>The same database for who is on another network than this machine, and reaches it by its files.</summary>
    public string ByItsFolder(string settings) => settings.Replace("Host=127.0.0.1", $"Host={folder}", StringComparison.Ordinal);

    public static async Task Do(string settings, string sql)
    {
        await using var connection = new NpgsqlConnection(settings + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>As when its machine loses power, and comes back.</summary>
    public async Task RestartHard()
    {
        Stop();
        process = Run();
        await Ready();
    }

    public void Freeze() => Signal.Freeze(process.Id);

    public void Thaw() => Signal.Thaw(process.Id);

    /// <summary>Nine tenths of the time it does nothing, as on a disk that is too slow for it.</summary>
    public async Task BeSlow(TimeSpan time)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < time;)
        {
            // No waiting for something: this is how slow it is.
            Freeze();
            await Task.Delay(450);
            Thaw();
            await Task.Delay(50);
        }
    }

    public ValueTask DisposeAsync()
    {
        End();
        return ValueTask.CompletedTask;
    }

    public static bool IsHere => Finds("find_postgres");

    /// <summary>Passes the test over where there is none, and says so.</summary>
    public static void MustBeHere()
    {
        Assert.SkipUnless(IsHere, "PostgreSQL is not installed here (Debian: apt-get install postgresql).");
    }

    /// <summary>What the scripts of the repository find on this machine.</summary>
    public static bool Finds(string asked)
    {
        using var looking = Process.Start(new ProcessStartInfo("sh", ["-c", $". bin/needs; {asked}"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        looking.WaitForExit();
        return looking.ExitCode == 0;
    }

    private Process Run()
    {
        string[] given = isSafe ? [folder, $"{port}"] : [folder, $"{port}", "--unsafe"];
        var run = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "bin", "postgres"), given) { RedirectStandardError = true })!;
        _ = run.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return run;
    }

    private async Task Ready()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Yield())
        {
            try
            {
                await Do(Settings("postgres"), "SELECT 1");
                return;
            }
            catch (Exception starting) when (starting is NpgsqlException or SocketException && !process.HasExited && patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                // Asked again until it is there.
            }
        }
    }

    private void Stop()
    {
        Signal.Thaw(process.Id);
        Signal.Quit(process.Id);
        process.WaitForExit();
        process.Dispose();
    }

    private void End()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private string Settings(string database) => $"Host=127.0.0.1;Port={port};Database={database};Username=leerklimaat";
}
