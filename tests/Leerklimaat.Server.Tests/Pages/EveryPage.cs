using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Tests.States;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>A page of the list as it came to somebody who reads English, while all workshops are Dutch; without scripts.</summary>
public sealed record ReadPage(string Name, string Path, HttpStatusCode Status, IHtmlDocument Document)
{
    /// <summary>It came for what was sent, and is a page that has an address of its own.</summary>
    public bool IsAnswer { get; init; }
}

/// <summary>Every page in every state, walked through once for all who look at what is in them.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, bool> written = [];

    public List<ReadPage> All { get; } = [];

    /// <summary>Each string in the journal: what people wrote is among them, so that nothing of it is forgotten here.</summary>
    public IEnumerable<string> Journal => written.Keys;

    public async ValueTask InitializeAsync()
    {
        await using var server = await EveryState.Start(builder =>
        {
            var journal = builder.Services.Last(one => one.ServiceType == typeof(IEventStore)).ImplementationFactory!;
            builder.Services.Replace(ServiceDescriptor.Singleton<IEventStore>(services => new Overheard((IEventStore)journal(services), Keep)));
        });
        await foreach (var state in EveryState.Of(server))
        {
            using var answer = await state.Ask("en");
            All.Add(new(state.Name, state.Path, answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())) { IsAnswer = state.Sent is not null });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Keep(StoredEvent stored)
    {
        using var body = JsonDocument.Parse(stored.Body);
        Keep(body.RootElement);
    }

    private void Keep(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && !element.TryGetGuid(out _) && !element.TryGetDateTimeOffset(out _)) written[element.GetString()!] = true;
        else if (element.ValueKind == JsonValueKind.Object) foreach (var one in element.EnumerateObject()) Keep(one.Value);
        else if (element.ValueKind == JsonValueKind.Array) foreach (var one in element.EnumerateArray()) Keep(one);
    }

    private sealed class Overheard(IEventStore journal, Action<StoredEvent> keep) : IEventStore
    {
        public Task<IReadOnlyList<StoredEvent>> Read(string stream) => journal.Read(stream);

        public Task Append(string stream, long expectedVersion, IReadOnlyList<StoredEvent> events)
        {
            foreach (var one in events) keep(one);
            return journal.Append(stream, expectedVersion, events);
        }

        public Task Delete(IReadOnlyCollection<string> streams) => journal.Delete(streams);
    }
}

/// <summary>Those who share the walk.</summary>
[CollectionDefinition(nameof(EveryPage))]
public sealed class WithEveryPage : ICollectionFixture<EveryPage>;
