using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace Leerklimaat.Server.Pages;

/// <summary>Our scripts, styles and drawings, each at an address that changes with what is in it: a browser keeps them and asks for none of them again.</summary>
public sealed class Files(IServiceProvider services)
{
    // Known when the server has started, and read when the first page is drawn.
    private readonly Lazy<FrozenDictionary<string, string>> addresses = new(() => (services.GetService<EndpointDataSource>()?.Endpoints ?? [])
        .Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
        .Select(file => (Name: file.Properties.FirstOrDefault(property => property.Name == "label")?.Value, Address: $"/{file.Route}"))
        .Where(file => file.Name is not null)
        .DistinctBy(file => file.Name)
        .ToFrozenDictionary(file => file.Name!, file => file.Address));

    /// <summary>The plain one where no server runs, as where only a report is written.</summary>
    public string this[string name] => addresses.Value.GetValueOrDefault(name) ?? $"/{name}";
}
