using Leerklimaat.Browser.Tests;

[assembly: AssemblyFixture(typeof(OneChromium))]

namespace Leerklimaat.Browser.Tests;

/// <summary>One browser for all tests: to start it takes longer than many of them. Each person in a room has a context in it, which shares nothing with another.</summary>
public sealed class OneChromium : IAsyncLifetime
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright playwright = null!;

    public static IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        playwright.Dispose();
    }
}
