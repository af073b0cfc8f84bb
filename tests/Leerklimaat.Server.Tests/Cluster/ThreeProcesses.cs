using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Cluster;

/// <summary>Three real processes on a PostgreSQL of their own that waits for the disk. Each test finds all three, whatever the one before did to them.</summary>
public sealed class ThreeProcesses : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-faults-").FullName;
    private readonly List<ServerProcess> processes = [], all = [];

    public APostgres Postgres { get; private set; } = null!;

    public string Settings { get; private set; } = "";

    internal IReadOnlyList<ServerProcess> Processes => processes;

    /// <summary>What any of them has written down, also those that were ended.</summary>
    public IEnumerable<string> Said => all.SelectMany(process => process.Said);

    /// <summary>Of those that were not ended.</summary>
    public IReadOnlyList<Uri> Addresses => [.. processes.ToList().Select(process => process.Address)];

    public async ValueTask InitializeAsync()
    {
        // What a fixture says of a machine without it would fail its tests; they say it themselves and are passed over.
        if (!APostgres.IsHere) return;

        Postgres = await APostgres.Start();
        Settings = await Postgres.Empty();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes) process.Dispose();
        if (Postgres is not null) await Postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public async Task Complete()
    {
        foreach (var ended in processes.Where(process => process.Ended.IsCompleted).ToList())
        {
            processes.Remove(ended);
            ended.Dispose();
        }

        while (processes.Count < 3) await Add();
    }

    /// <param name="address">Where the others find it, when it is not to be this machine's own.</param>
    public async Task Add(string address = "127.0.0.1")
    {
        var process = await ServerProcess.Start(typeof(ServerHost).Assembly.Location, folder, $"--Server:Storage={Settings}", $"--Server:ClusterAddress={address}", "--Logging:LogLevel:Default=Warning");
        processes.Add(process);
        all.Add(process);
    }

    /// <summary>One that is on another network, which can be cut off from the others.</summary>
    internal async Task<ServerProcess> Add(AnotherNetwork there)
    {
        var process = await ServerProcess.StartIn(
            there.Starting, typeof(ServerHost).Assembly.Location, folder, $"--Server:Storage={Postgres.ByItsFolder(Settings)}", $"--Server:ClusterAddress={there.There}", "--urls", $"http://{there.Pages}:0", "--Logging:LogLevel:Default=Warning");
        process.GoBehindARelay();
        processes.Add(process);
        all.Add(process);
        return process;
    }

    /// <summary>As its host ends it: what it does now is done, and the others take over what it kept.</summary>
    internal async Task End(ServerProcess process)
    {
        Signal.Terminate(process.Id);
        await process.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        processes.Remove(process);
        process.Dispose();
    }
}
