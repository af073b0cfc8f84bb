using System.Text.Json;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>After a process came or went there can be two of one table for a moment. The other one wrote last.</summary>
[Rule("L4")]
public sealed class CatchingUp
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_another_one_stored_is_found_by_who_watches_while_there_may_be_two()
    {
        await using var server = await RunningServer.Start();
        var (id, services) = (Guid.NewGuid(), server.Services);
        var table = services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(id);
        await table.Ask(new LayTable(new(Guid.NewGuid(), 1, "leerklimaat", Board.Default, 6), Monday), Guid.NewGuid(), Monday);
        await services.GetRequiredService<IEventStore>().Append($"{table.GetGrainId()}", 1, [new(JsonSerializer.SerializeToUtf8Bytes<TableEvent>(new GameOpened(), StoredJson.Options), Guid.NewGuid(), Monday)]);

        Assert.Equal(GameState.NotOpened, await Watched());
        services.GetRequiredService<Settling>().Begin();
        Assert.Equal(GameState.Open, await Watched());

        async Task<GameState?> Watched()
        {
            await services.GetRequiredService<Watched<Table>>().Watch(id, services.GetRequiredService<Watching>());
            return services.GetRequiredService<Newest>().Of<Table>(id, out _)?.Game;
        }
    }
}
