using System.Globalization;
using System.Text.RegularExpressions;

namespace Leerklimaat.Load.Scale;

/// <summary>What a host has put there: processes on machines of their own, a database, and one proxy as docs/proxy has it.</summary>
/// <param name="Processes">Each on a machine of its own.</param>
/// <param name="Cores">Of each machine, also that of the database and that of the proxy.</param>
/// <param name="Memory">Bytes of each machine.</param>
/// <param name="Bits">A second, out of each machine.</param>
/// <param name="ProxyConnections">That each core of the proxy may have open.</param>
public sealed partial record Machines(int Processes, int Cores, double Memory, double Bits, int ProxyConnections)
{
    /// <summary>Above this share of a core or of the memory people wait for each other, and nothing may come between.</summary>
    private const double Usable = .6;

    /// <summary>What Linux gives to connections by itself (32768 to 60999), from one address to one other.</summary>
    private const int Ports = 28_232;

    /// <summary>To the phone, and to the process.</summary>
    private const int ConnectionsOfAPhone = 2;

    /// <param name="proxy">The configuration of the proxy.</param>
    public static Machines Three(string proxy) => new(3, 4, 16e9, 1e9, int.Parse(Connections().Match(proxy).Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>What there is of each thing and what the day takes of it, first of that which is full with the fewest people.</summary>
    public IReadOnlyList<Limit> Limits(LearningDay day) => [.. All(day).OrderBy(limit => limit.FullAt)];

    private IReadOnlyList<Limit> All(LearningDay day) =>
    [
        new("connections of the proxy", day.People * ConnectionsOfAPhone, ProxyConnections * Cores, day.People, "`worker_connections` and `worker_rlimit_nofile` in [nginx.conf](proxy/nginx.conf), or a second proxy"),
        new("ports from the proxy to the processes", day.People, Ports * Processes, day.People, "`net.ipv4.ip_local_port_range` of the proxy from 1024 on doubles it; a second address of each process, or a process more, gives as many again"),
        .. day.Moments.Select(moment => new Limit($"cores of the processes: {moment.Name}", moment.Cores, Processes * Cores * Usable, day.People, "a process more, or more cores")),
        .. day.Moments.Where(moment => moment.Database > 0).Select(moment => new Limit($"cores of the database: {moment.Name}", moment.DatabaseCores, Cores * Usable, day.People, "more cores for the database; it is one machine")),
        new("memory of the processes (GB)", day.Memory / 1e9, Processes * Memory * Usable / 1e9, day.People, "a process more, or more memory"),
        new("network out of the proxy (Mbit/s)", day.Bits / 1e6, Bits / 1e6, day.People, "a second proxy; TLS and the frames of the network are not in it"),
    ];

    [GeneratedRegex(@"worker_connections (\d+);")]
    private static partial Regex Connections();
}

/// <param name="Of">What runs out.</param>
/// <param name="Takes">What so many people take of it.</param>
/// <param name="Has">What may be taken.</param>
/// <param name="Lifts">What gives more of it.</param>
public sealed record Limit(string Of, double Takes, double Has, int People, string Lifts)
{
    /// <summary>With so many people it is full, as what is taken grows with them.</summary>
    public double FullAt => People * Has / Takes;
}
