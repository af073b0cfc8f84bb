using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Tests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Doors;

/// <summary>An address of the server with the door before it; none for the files that are in the program, which everybody may have.</summary>
public sealed record Address(string Method, string Pattern, Door? Door)
{
    // Where the framework looks, while one develops, for a file that came after the build; it has no door, and so is closed.
    private const string NewFiles = "{**path:file}";

    public bool IsStream => Pattern.EndsWith("/live", StringComparison.Ordinal) && Pattern != "/health/live";

    public static IReadOnlyList<RouteEndpoint> EndpointsOf(RunningServer server) => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Every address but the files of the program, by pattern and method.</summary>
    public static IReadOnlyList<Address> AllOf(RunningServer server) =>
    [
        .. EndpointsOf(server).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.RoutePattern.RawText != NewFiles).SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
            new Address(method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is { } policy ? Enum.Parse<Door>(policy) : null)))
            .OrderBy(address => address.Pattern, StringComparer.Ordinal).ThenBy(address => address.Method, StringComparer.Ordinal),
    ];
}

/// <summary>The list of doors, read from the server itself, and <c>docs/doors.md</c>, which is made of it.</summary>
public sealed class EveryAddress : IAsyncLifetime
{
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact, Rule("W7")]
    public void Each_address_has_a_door()
    {
        var addresses = Address.AllOf(server);
        Assert.True(addresses.Count > 120, $"Only {addresses.Count} addresses were found: are they still read?");
        Assert.Empty(addresses.Where(address => address.Door is null).Select(address => $"{address.Method} {address.Pattern}"));
    }

    [Fact]
    public void Only_the_files_of_the_program_have_none()
    {
        var open = Address.EndpointsOf(server).Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!);
        Assert.DoesNotContain(open, pattern => pattern.Contains('{', StringComparison.Ordinal) || !pattern.Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void The_document_tells_what_the_code_does()
    {
        var made = DoorsDocument.Of(Address.AllOf(server));
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1") File.WriteAllText(DoorsDocument.Place, made);
        Assert.Equal(made, File.ReadAllText(DoorsDocument.Place));
    }
}
