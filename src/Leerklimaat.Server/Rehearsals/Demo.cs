using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Rehearsals;

/// <summary>A workshop to look around in: a rehearsal (W11) whose first cards have been played already, and which lives on while one looks at it.</summary>
public sealed class Demo(IGrainFactory grains, Leadership leadership, TimeProvider time, IStringLocalizer<Phrases> say)
{
    private const int Players = 4;

    public async Task<Started> Start(string language)
    {
        var (started, _) = await leadership.Start(say["Demo.Title"], Template.Of(45)!, DeckShelf.Shipped, language, isDemo: true, Guid.NewGuid());
        await Ask(started!.Id, new BeginRehearsal([.. started.Workshop.Tables.Select(table => table.Id)], Players, Tempo.Real, time.GetUtcNow()));
        await Ask(started.Id, new StartGame(time.GetUtcNow()));
        await grains.GetGrain<IRehearsalGrain>(started.Id.Value).PlayAhead();
        return started;
    }

    private async Task Ask(WorkshopId id, WorkshopCommand command)
    {
        var answer = await grains.GetGrain<IWorkshopGrain>(id.Value).Ask(command, Guid.NewGuid(), command.At);
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"The demo asked {command.GetType().Name}, which was refused: {refusal.Reason}.");
    }
}
