using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// The facilitator practises with tables that stand-ins play at: rule W11.
public sealed partial record Workshop
{
    /// <summary>Nothing while nobody practises.</summary>
    public Rehearsal? Rehearsal { get; init; }

    /// <summary>Tables of a rehearsal that has ended, whose events have still to be removed.</summary>
    public ClearedAway? ToErase { get; init; }

    /// <summary>What a workshop is after its rehearsal began, so that it can be so again.</summary>
    public BeforeRehearsal? Before { get; init; }

    /// <summary>How many events went with tables that were taken away or rehearsed: what a page has seen of a workshop is counted in events, and may never become fewer.</summary>
    public long ErasedEvents { get; init; }

    public bool IsRehearsed(TableId table) => Rehearsal is { } rehearsal && rehearsal.Tables.Contains(table);

    /// <summary>What people did and give to others (T8): everything that goes into a report (R1), a transcript or a count comes through here.</summary>
    public IEnumerable<KeyValuePair<TableId, Table>> WithoutRehearsal(IEnumerable<KeyValuePair<TableId, Table>> tables) =>
        tables.Where(table => !IsRehearsed(table.Key)).Select(table => KeyValuePair.Create(table.Key, table.Value.AsGiven()));

    private Decision<WorkshopEvent> Rehearse(BeginRehearsal begin)
    {
        if (Rehearsal is not null) return Decision<WorkshopEvent>.Nothing;
        if (Game != GameState.NotOpened) return Reason.GameHasStarted;
        if (begin.Players < Rehearsals.Rehearsal.FewestPlayers || begin.Players > SeatsAtLargest) return new Refusal(Reason.RehearsalPlayers, Rehearsals.Rehearsal.FewestPlayers, SeatsAtLargest);

        var tables = begin.Tables.Where(table => Find(table) is not null).Distinct().ToList();
        return tables.Count == 0 ? Reason.NoEmptyTable : new RehearsalBegun(tables, begin.Players, begin.Tempo, begin.At);
    }

    /// <summary>
    /// The rehearsed tables are laid anew under new ids. Where no people sit, every table is, and the programme is where it was; where people sit, what
    /// they do goes on.
    /// </summary>
    private Decision<WorkshopEvent> End(EndRehearsal end)
    {
        if (Rehearsal is null) return Decision<WorkshopEvent>.Nothing;

        var gone = Tables.Where(table => !end.HasPeople || IsRehearsed(table.Id)).ToList();
        // A table was added since whoever asks looked: with one id too few one of them would stay.
        return end.Fresh.Count < gone.Count ? Reason.NotNow
            : new RehearsalEnded([.. gone.Zip(end.Fresh, (table, fresh) => new LaidAnew(table.Id, fresh))], !end.HasPeople, end.Events, end.At);
    }

    private Workshop? AfterRehearsal(WorkshopEvent happened) => happened switch
    {
        RehearsalBegun begun => this with { Rehearsal = new([.. begun.Tables], begun.Players, begun.Tempo, begun.At), Before = new(Visits, EndsAt, Message, MessageEndsAt) },
        RehearsalEnded ended => Ended(ended),
        RehearsalErased => this with { ToErase = null },
        _ => null,
    };

    private Workshop Ended(RehearsalEnded ended)
    {
        var fresh = ended.Tables.ToDictionary(table => table.Old, table => table.Fresh);
        var after = this with
        {
            Rehearsal = null,
            Before = null,
            Tables = [.. Tables.Select(table => fresh.TryGetValue(table.Id, out var id) ? table with { Id = id } : table)],
            ToErase = new([.. ToErase?.Tables ?? [], .. fresh.Keys], ended.IsAnew),
            ErasedEvents = ErasedEvents + ended.Events,
        };
        return ended.IsAnew ? after with { Visits = Before!.Visits, EndsAt = Before.EndsAt, OpenedAt = null, Message = Before.Message, MessageEndsAt = Before.MessageEndsAt, CountdownEndsAt = null, IsJoiningShown = false, Game = GameState.NotOpened, AreSecondPlacementsOpen = false } : after;
    }
}

/// <summary>Where the programme was before a rehearsal.</summary>
public sealed record BeforeRehearsal(ImmutableArray<Visit> Visits, DateTimeOffset? EndsAt, string Message, DateTimeOffset? MessageEndsAt);

/// <summary>Tables that were cleared away after a rehearsal.</summary>
/// <param name="IsAnew">Nobody but stand-ins took part: what was asked and arranged goes too.</param>
public sealed record ClearedAway(ImmutableArray<TableId> Tables, bool IsAnew);

/// <summary>A table that was cleared away, and the id of the one that stands in its place.</summary>
public sealed record LaidAnew(TableId Old, TableId Fresh);
