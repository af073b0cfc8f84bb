using System.Collections.Concurrent;
using System.Globalization;
using Leerklimaat.Server.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Orleans.Statistics;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The real server on a free port, with a data folder of its own that goes away with it.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    /// <summary>How many processes each test of the suite plays on, which share a PostgreSQL: to look for what only one process can do.</summary>
    private static readonly int Processes = int.Parse(Environment.GetEnvironmentVariable("PROCESSES") ?? "1", CultureInfo.InvariantCulture);

    private readonly WebApplication app;
    private readonly bool ownsFolder;
    private readonly List<RunningServer> others = [];

    private RunningServer(WebApplication app, string folder, bool ownsFolder, Kept log) => (this.app, Folder, this.ownsFolder, Log) = (app, folder, ownsFolder, log);

    public string Folder { get; }

    /// <summary>Every line that the server logged, at any level.</summary>
    public Kept Log { get; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The addresses of this process, and of those that were started with it.</summary>
    public IReadOnlyList<Uri> All => [Address, .. others.Select(other => other.Address)];

    public IReadOnlyList<RunningServer> Others => others;

    public IServiceProvider Services => app.Services;

    public static async Task<RunningServer> Start(string? folder = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings) =>
        Processes > 1 && folder is null ? await Several(Processes, adjust, settings) : await Alone(folder, adjust, settings);

    /// <summary>Several processes with a PostgreSQL together. They live in this one, and share nothing in it but the program.</summary>
    public static async Task<RunningServer> Several(int processes, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        string[] together = [$"--Server:Storage={await APostgres.Database()}", .. settings];
        var first = await Alone(null, adjust, together);
        for (var number = 1; number < processes; number++) first.others.Add(await Alone(null, adjust, together));
        return first;
    }

    private static async Task<RunningServer> Alone(string? folder, Action<WebApplicationBuilder>? adjust, string[] settings)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("leerklimaat-test-").FullName;
        var log = new Kept();
        var app = ServerHost.Build(["--urls", "http://127.0.0.1:0", $"--Server:DataFolder={data}", .. settings], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
            builder.Services.AddSingleton<IStringLocalizer<Phrases>, EveryTextThere>().AddSingleton<IEnvironmentStatisticsProvider, NoStatistics>();
            adjust?.Invoke(builder);
        });
        await app!.StartAsync();
        return new(app, data, folder is null, log);
    }

    /// <summary>It is away, as after a crash; its address answers nothing any more.</summary>
    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var other in others) await other.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>That of Orleans collects garbage when it is made, which takes long where hundreds of servers live in one process one after the other.</summary>
    private sealed class NoStatistics : IEnvironmentStatisticsProvider
    {
        public EnvironmentStatistics GetEnvironmentStatistics() => default;
    }

    /// <summary>Keeps what is logged.</summary>
    public sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        /// <summary>Waits until this is written: a request is written down after it was answered.</summary>
        public async Task Writes(string words)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!lines.Any(line => line.Contains(words, StringComparison.Ordinal))) await Task.Delay(5, patience.Token);
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
