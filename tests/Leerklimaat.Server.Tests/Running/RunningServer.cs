using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The real server on a free port, with a data folder of its own that goes away with it.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly bool ownsFolder;

    private RunningServer(WebApplication app, string folder, bool ownsFolder, Kept log) => (this.app, Folder, this.ownsFolder, Log) = (app, folder, ownsFolder, log);

    public string Folder { get; }

    /// <summary>Every line that the server logged, at any level.</summary>
    public Kept Log { get; }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => app.Services;

    public static async Task<RunningServer> Start(string? folder = null, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("leerklimaat-test-").FullName;
        var log = new Kept();
        var app = ServerHost.Build(["--urls", "http://127.0.0.1:0", $"--Server:DataFolder={data}", .. settings], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
            adjust?.Invoke(builder);
        });
        await app!.StartAsync();
        return new(app, data, folder is null, log);
    }

    /// <summary>It is away, as after a crash; its address answers nothing any more.</summary>
    public Task Stop() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Keeps what is logged.</summary>
    public sealed class Kept : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyList<string> Lines => [.. lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
