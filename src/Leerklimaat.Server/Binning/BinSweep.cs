using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Expecting;
using Leerklimaat.Server.FollowUps;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Binning;

/// <summary>Removes for good what has lain in the bin long enough: every event of the workshop, its tables, its questions, its plenary and its reports, and its pictures. Nobody gets it back.</summary>
public sealed class BinSweep(IGrainFactory grains, Pictures pictures, IOptions<ServerSettings> settings, TimeProvider time, ILogger<BinSweep> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    public async Task Sweep()
    {
        var bin = grains.GetGrain<IBinGrain>(Guid.Empty);
        foreach (var workshop in (await bin.Look()).State.Due(time.GetUtcNow(), TimeSpan.FromDays(settings.Value.BinDays)).ToList())
        {
            try
            {
                await Remove(workshop);
                await bin.Ask(new TakeFromBin(workshop), Guid.NewGuid(), time.GetUtcNow());
                logger.LogInformation("A workshop was removed from the bin for good");
            }
            catch (UnreadableStreamException damaged)
            {
                // The others go all the same.
                logger.LogWarning(damaged, "The workshop {Workshop} could not be removed from the bin, because a part of it cannot be read", workshop.Value);
            }
        }

        foreach (var deck in (await bin.Look()).State.DecksDue(time.GetUtcNow(), TimeSpan.FromDays(settings.Value.BinDays)).ToList())
        {
            var grain = grains.GetGrain<IOwnDeckGrain>(deck);
            // Taken out again, and the bin was not told before the process stopped.
            if ((await grain.Look()).State is not { Exists: true, BinnedAt: null }) await grain.Erase();
            await bin.Ask(new TakeDeckFromBin(deck), Guid.NewGuid(), time.GetUtcNow());
            logger.LogInformation("A deck was removed from the bin for good");
        }

        await TidyPictures();
    }

    /// <summary>Pictures that no part shows any more, and those of a workshop that was never kept.</summary>
    private async Task TidyPictures()
    {
        foreach (var id in await pictures.Workshops())
        {
            try
            {
                await pictures.Tidy(id, (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State);
            }
            catch (UnreadableStreamException)
            {
                // What its parts show cannot be known now; so all of it stays.
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSweeps, time);
        // At the start too: a server that is started each morning would never sweep.
        do
        {
            try
            {
                await Sweep();
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                logger.LogWarning(trouble, "The bin could not be emptied; the next sweep tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The workshop itself goes last: as long as it is there, a sweep that was interrupted finds the rest again.</summary>
    private async Task Remove(WorkshopId id)
    {
        var grain = grains.GetGrain<IWorkshopGrain>(id.Value);
        var workshop = (await grain.Look()).State;
        // Taken out again, and the bin was not told before the process stopped.
        if (workshop is { Exists: true, BinnedAt: null }) return;

        foreach (var table in workshop.Tables.Select(table => table.Id).Concat(workshop.TablesAway).Concat(workshop.ToErase?.Tables ?? [])) await grains.GetGrain<ITableGrain>(table.Value).Erase();
        foreach (var part in workshop.PartsEver) await grains.GetGrain<IQuestionGrain>(part.Value).Erase();
        await grains.GetGrain<IPlenaryGrain>(id.Value).Erase();
        await grains.GetGrain<IPublicationsGrain>(id.Value).Erase();
        await grains.GetGrain<IGuestsGrain>(id.Value).Erase();
        await grains.GetGrain<IFollowUpGrain>(id.Value).Erase();
        await pictures.Remove(id);
        await grain.Erase();
    }
}
