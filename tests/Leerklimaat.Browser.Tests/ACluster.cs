using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Leerklimaat.Server;
using Leerklimaat.Server.Tests.Running;
using Npgsql;

namespace Leerklimaat.Browser.Tests;

/// <summary>What <c>bin/cluster</c> starts: PostgreSQL, three processes, and nginx that knows nobody again.</summary>
public sealed class ACluster : IAsyncDisposable
{
    public const int Processes = 3;

    private const int DatabaseAfter = 100;

    private readonly string folder;
    private readonly Process cluster;

    private ACluster(string folder, int port, Process cluster) => (this.folder, Address, this.cluster) = (folder, new($"http://127.0.0.1:{port}"), cluster);

    public Uri Address { get; }

    public static async Task<ACluster> Start()
    {
        APostgres.MustBeHere();
        foreach (var needed in new[] { "nginx", "curl", "psql" }) Assert.SkipUnless(APostgres.Finds($"command -v {needed} || [ -x /usr/sbin/{needed} ]"), $"{needed} is not installed here.");
        var folder = Directory.CreateTempSubdirectory("leerklimaat-cluster-").FullName;
        var port = FreePorts();
        var cluster = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "bin", "cluster"))
        {
            RedirectStandardOutput = true,
            Environment = { ["CLUSTER_FOLDER"] = folder, ["PORT"] = $"{port}", ["PROCESSES"] = $"{Processes}", ["PROGRAM"] = Path.GetDirectoryName(typeof(ServerHost).Assembly.Location) },
        })!;
        // The processes that it starts write there too: what they say is read until the end.
        while (await cluster.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("End all", StringComparison.Ordinal)) continue;
            _ = cluster.StandardOutput.ReadToEndAsync();
            return new(folder, port, cluster);
        }

        throw new InvalidOperationException("The cluster did not start.");
    }

    /// <summary>SIGKILL to one of its processes, which bin/cluster starts again.</summary>
    public void Kill(int number)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(folder, $"{number}.pid")), CultureInfo.InvariantCulture));
        process.Kill();
    }

    /// <summary>Until the others have noticed so many that are gone, and have taken over what they kept.</summary>
    public async Task Noticed(int gone)
    {
        await using var database = new NpgsqlConnection($"Host=127.0.0.1;Port={Address.Port + DatabaseAfter};Database=leerklimaat;Username=leerklimaat");
        await database.OpenAsync();
        await using var dead = new NpgsqlCommand("SELECT count(*) FROM processes WHERE entry->>'Status' = 'Dead'", database);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while ((long)(await dead.ExecuteScalarAsync(patience.Token))! < gone) { }
    }

    public async ValueTask DisposeAsync()
    {
        Signal.Terminate(cluster.Id);
        await cluster.WaitForExitAsync();
        cluster.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePorts()
    {
        while (true)
        {
            var port = Random.Shared.Next(11_000, 19_000);
            if (Enumerable.Range(port, Processes + 1).Append(port + DatabaseAfter).All(IsFree)) return port;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var free = new TcpListener(IPAddress.Loopback, port);
            free.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
