using System.Collections;
using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Tests.Doors;
using Leerklimaat.Server.Tests.States;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>A page of the list as it came to somebody who reads English, while all workshops are Dutch; without scripts.</summary>
/// <param name="Pattern">Of the address that answered.</param>
/// <param name="Drawn">What drew it.</param>
/// <param name="Dutch">The same to somebody who reads Dutch.</param>
public sealed record ReadPage(PageState State, HttpStatusCode Status, Uri? Location, string? Pattern, IReadOnlyList<string> Drawn, IHtmlDocument Document, string English, string Dutch)
{
    public string Name => State.Name;

    public string Path => State.Path;

    /// <summary>It came for what was sent, and is a page that has an address of its own.</summary>
    public bool IsAnswer => State.Sent is not null;
}

/// <summary>Every page in every state, walked through once for all who look at what is in them.</summary>
public sealed class EveryPage : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, bool> written = [];

    public List<ReadPage> All { get; } = [];

    public IReadOnlyList<Address> Addresses { get; private set; } = [];

    /// <summary>Each string in the journal: what people wrote is among them, so that nothing of it is forgotten here.</summary>
    public IEnumerable<string> Journal => written.Keys;

    public async ValueTask InitializeAsync()
    {
        string? pattern = null;
        await using var server = await EveryState.Start(builder =>
        {
            var journal = builder.Services.Last(one => one.ServiceType == typeof(IEventStore)).ImplementationFactory!;
            builder.Services.Replace(ServiceDescriptor.Singleton<IEventStore>(services => new Overheard((IEventStore)journal(services), Keep)));
            builder.Services.AddSingleton<IStartupFilter>(new Overhearing(found => pattern = found));
        });
        var drawn = (IDictionary)typeof(Pens).GetField("kinds", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(server.Services.GetRequiredService<Pens>())!;
        await foreach (var state in EveryState.Of(server))
        {
            // Nobody else asks for anything now: what is drawn is drawn for this state.
            drawn.Clear();
            using var answer = await state.Ask("en");
            var (english, at, by) = (await answer.Content.ReadAsStringAsync(), pattern, drawn.Keys.Cast<Type>().Select(type => type.Name).ToList());
            using var dutch = await state.Ask("nl");
            All.Add(new(state, answer.StatusCode, answer.Headers.Location, at, by, new HtmlParser().ParseDocument(english), english, await dutch.Content.ReadAsStringAsync()));
        }

        Addresses = [.. Address.AllOf(server)];
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

    /// <summary>Hears which address answered.</summary>
    private sealed class Overhearing(Action<string?> hear) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                // Before anything of the answer leaves, so that it is heard before whoever asked goes on.
                http.Response.OnStarting(() =>
                {
                    hear(http.GetEndpoint() is RouteEndpoint at ? $"/{at.RoutePattern.RawText!.Trim('/')}" : null);
                    return Task.CompletedTask;
                });
                return following(http);
            });
            next(app);
        };
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
