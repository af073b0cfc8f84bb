using Leerklimaat.Server.Operating;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>A start and a stop at which nothing is wrong complain of nothing: whoever reads a warning has something to do.</summary>
public sealed class StartingQuietly : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-quiet-").FullName;

    [Theory]
    [InlineData("Production", "--Server:Announce=true", "--Logging:LogLevel:Default=Warning")]
    [InlineData("Production", "--Server:KnownProxies=127.0.0.1", "--Server:PublicAddress=https://leerklimaat.example.org")]
    [InlineData("Development")]
    public async Task No_library_warns_of_anything(string environment, params string[] settings)
    {
        // Twice: at the first start the folder, its keys and its journal are made, at the second they are found.
        for (var start = 0; start < 2; start++)
        {
            using var server = Terminal.Start(typeof(ServerHost).Assembly.Location, ["--urls", "http://127.0.0.1:0", $"--Server:DataFolder={folder}", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings], ("ASPNETCORE_ENVIRONMENT", environment));
            var address = ServerProcess.AddressIn(await server.Hear(ServerProcess.Listening));
            await server.Hear("Application started");
            using var person = new Person(address, "Anna");
            await person.Open("/");
            await person.Press("form[action='/workshops'] button", ("title", "Stil"), ("minutes", "90"));
            await using var stream = await OpenStream.Open(person, $"{person.Path}/live");
            await stream.Sees("Stil");
            Assert.Equal(0, await server.Stop());

            Assert.Equal("", server.Complained);
            Assert.DoesNotContain(server.Said.Split('\n'), line => line.StartsWith("warn", StringComparison.Ordinal) || line.StartsWith("fail", StringComparison.Ordinal) || line.StartsWith("crit", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("http://127.0.0.1:9", true)]
    public async Task Nothing_of_telemetry_is_loaded_where_nobody_asked_for_it(string endpoint, bool isLoaded)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a process does not show which files it has open.");
        using var server = Terminal.Start(typeof(ServerHost).Assembly.Location, ["--urls", "http://127.0.0.1:0", $"--Server:DataFolder={folder}"], (Telemetry.Endpoint, endpoint));
        await server.Hear("Application started");
        Assert.Equal(isLoaded, (await File.ReadAllTextAsync($"/proc/{server.Id}/maps")).Contains("OpenTelemetry", StringComparison.Ordinal));
        Assert.Equal(0, await server.Stop());
        Assert.Equal("", server.Complained);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
