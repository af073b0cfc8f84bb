namespace Leerklimaat.Load;

/// <summary>Several processes of the server on a PostgreSQL of their own, all on the core of the server.</summary>
public sealed class Processes : IServer
{
    private readonly Database database;
    private readonly IReadOnlyList<ServerProcess> all;

    private Processes(Database database, IReadOnlyList<ServerProcess> all) => (this.database, this.all) = (database, all);

    public IReadOnlyList<Uri> Addresses => [.. all.Select(one => one.Address)];

    public TimeSpan Cpu => TimeSpan.FromSeconds(all.Sum(one => one.Cpu.TotalSeconds));

    public TimeSpan DatabaseCpu => database.Cpu;

    public long MemoryBytes => all.Sum(one => one.MemoryBytes);

    public IReadOnlyList<ServerProcess> All => all;

    public static async Task<Processes> Start(string dll, int count, bool pinned = true)
    {
        var database = await Database.Start();
        var all = new List<ServerProcess>();
        for (var number = 0; number < count; number++) all.Add(await ServerProcess.Leerklimaat(dll, pinned, $"--Server:Storage={database.Settings}"));
        return new(database, all);
    }

    public void Dispose()
    {
        foreach (var one in all) one.Dispose();
        database.Dispose();
    }
}
