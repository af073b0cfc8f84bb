using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>All that can be read of a workshop, for a test that looks for something nobody there may find.</summary>
public static class WholeHouse
{
    /// <summary>Each address that answers a GET, for this workshop and its first table, and the screens with their keys.</summary>
    public static List<string> AddressesOf(AWorkshop workshop)
    {
        var (id, table) = (workshop.Root.Split('/')[^1], workshop.Table1.Split('/')[^1]);
        return [.. workshop.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
            .Where(pattern => pattern.Contains('{', StringComparison.Ordinal))
            .Select(pattern => pattern.Replace("{id:guid}", pattern.StartsWith("/tables/", StringComparison.Ordinal) ? table : id, StringComparison.Ordinal)
                .Replace("{table:guid}", table, StringComparison.Ordinal).Replace("{code}", workshop.Code, StringComparison.Ordinal))
            .Where(address => !address.Contains('{', StringComparison.Ordinal))
            .Concat([workshop.Screen1, AWorkshop.LiveOf(workshop.Screen1), workshop.Wall, AWorkshop.LiveOf(workshop.Wall)]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>A page whole; of a stream what comes first.</summary>
    public static async Task<string> Read(Person person, string address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await person.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream") return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(patience.Token));

        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(patience.Token));
        var message = "";
        while (await reader.ReadLineAsync(patience.Token) is { Length: > 0 } line) message += line;
        return WebUtility.HtmlDecode(message);
    }
}
