using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Plenaries;

/// <summary>A workshop, its plenary and its tables as they are at one moment.</summary>
/// <param name="Tables">Without what they hold back (T8).</param>
/// <param name="Version">Grows with every change of any of them.</param>
public sealed record Gathered(WorkshopId Id, Workshop Workshop, Plenary Plenary, IReadOnlyDictionary<TableId, Table> Tables, long Version)
{
    /// <summary>The numbers that were published: pictures show these and no others (D7).</summary>
    public Publications Published { get; init; } = Publications.Empty;

    /// <summary>Whether the plenary is the part that everybody is at.</summary>
    public bool IsPlenary => Workshop is { ClosedAt: null, CurrentPart.Kind: PartKind.Plenary };

    public ImmutableArray<Entry> Entries => Harvest.Of(Tables);

    /// <summary>The cards that tables place again later.</summary>
    public ImmutableArray<Entry> Waiting => Harvest.Waiting(Tables);

    /// <summary>The cases that were judged (G11).</summary>
    public ImmutableArray<BroughtCase> Cases => Harvest.Cases(Tables);

    public PlenaryLists Lists => PlenaryLists.Of(Plenary, Entries);

    /// <summary>The cards that were played, each once, in the order in which tables came to them.</summary>
    public IEnumerable<CardId> Cards => Tables.Values
        .SelectMany(table => table.Played).Where(round => round.Kind != RoundKind.Practice && !round.IsJudged)
        .OrderBy(round => round.BeganAt).Select(round => round.Card).Distinct();

    /// <summary>The cards of which the first placement is known, with everybody who placed.</summary>
    public ImmutableArray<PlayedCard> Told => PlayedCards.Told(Workshop, Tables);

    /// <summary>The cards that only stand-ins have played (W11).</summary>
    public IEnumerable<PlayedCard> Rehearsed => PlayedCards.Rehearsed(Workshop, Tables).Where(card => Told.All(told => told.Card != card.Card));
}

/// <summary>Brings together what a plenary is made of: from the grains for a page, from the newest states for a stream.</summary>
public sealed class Gathering(IGrainFactory grains)
{
    public IPlenaryGrain Plenary(WorkshopId id) => grains.GetGrain<IPlenaryGrain>(id.Value);

    public async Task<Workshop> Workshop(WorkshopId id) => (await grains.GetGrain<IWorkshopGrain>(id.Value).Look()).State;

    public async Task<Gathered> Now(WorkshopId id)
    {
        var workshop = await grains.GetGrain<IWorkshopGrain>(id.Value).Look();
        var plenary = await Plenary(id).Look();
        var published = await grains.GetGrain<IPublicationsGrain>(id.Value).Look();
        var tables = await Task.WhenAll(workshop.State.Tables.Select(table => grains.GetGrain<ITableGrain>(table.Id.Value).Look()));
        return new(
            id, workshop.State, plenary.State, workshop.State.Tables.Zip(tables).ToDictionary(pair => pair.First.Id, pair => pair.Second.State.AsGiven()),
            workshop.Version + workshop.State.ErasedEvents + plenary.Version + published.Version + tables.Sum(table => table.Version))
        { Published = published.State };
    }

    /// <returns>Nothing while the states are not there yet.</returns>
    public static Gathered? From(Newest newest, WorkshopId id)
    {
        if (newest.Of<Workshop>(id.Value, out var version) is not { Exists: true } workshop || newest.Of<Plenary>(id.Value, out var plenaryVersion) is not { } plenary) return null;

        var published = newest.Of<Publications>(id.Value, out var publishedVersion) ?? Publications.Empty;
        version += plenaryVersion + publishedVersion + workshop.ErasedEvents;
        var tables = new Dictionary<TableId, Table>();
        foreach (var laid in workshop.Tables)
        {
            if (newest.Of<Table>(laid.Id.Value, out var tableVersion) is { } table) tables[laid.Id] = table.AsGiven();
            version += tableVersion;
        }

        return new(id, workshop, plenary, tables, version) { Published = published };
    }
}
