using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// The tables as they stand in the room: how many, for how many people, and what they are called (T1).
public sealed partial record Workshop
{
    public const int LongestTableName = 30, MostTables = 100, FewestSeats = 2, MostSeats = Seat.Pawns;

    public ImmutableArray<WorkshopTable> Tables { get; init; } = [];

    /// <summary>Tables where nobody ever sat and that were taken away. They are known so that nothing of them stays when the workshop goes for good (W9).</summary>
    public ImmutableArray<TableId> TablesAway { get; init; } = [];

    /// <summary>How many people may sit down at all tables together.</summary>
    public int Seats => Tables.Sum(table => table.Seats);

    /// <summary>At the table with the most of them: what is printed for each is then enough for all.</summary>
    public int SeatsAtLargest => Tables.Select(table => table.Seats).DefaultIfEmpty(SeatsPerTable).Max();

    public WorkshopTable? Find(TableId table) => Tables.FirstOrDefault(one => one.Id == table);

    private Decision<WorkshopEvent> Add(TableId table) =>
        Find(table) is not null || TablesAway.Contains(table) ? Decision<WorkshopEvent>.Nothing
        : Tables.Length >= MostTables ? Reason.TooManyTables
        : new TableAdded(table, Tables.Select(one => one.Number).DefaultIfEmpty().Max() + 1);

    private Decision<WorkshopEvent> Change(IReadOnlyList<ChangedTable> tables)
    {
        var changes = tables.Select(table => Change(table.Table, table.Name, table.Seats)).ToList();
        return changes.FirstOrDefault(change => change.Refusal is not null) ?? changes.SelectMany(change => change.Events).ToArray();
    }

    /// <param name="seats">Nothing: as many as there are.</param>
    private Decision<WorkshopEvent> Change(TableId id, string name, int? seats)
    {
        if (name.Length > LongestTableName) return new Refusal(Reason.NameTooLong, LongestTableName);
        if (seats is < FewestSeats or > MostSeats) return new Refusal(Reason.SeatsWrong, FewestSeats, MostSeats);
        if (Find(id) is not { } table) return Reason.TableUnknown;

        var happened = new List<WorkshopEvent>();
        if (name != table.Name) happened.Add(new TableNamed(id, name));
        if (seats is { } asked && asked != table.Seats) happened.Add(new TableSeatsChanged(id, asked));
        return happened.ToArray();
    }

    private Workshop? AfterLaying(WorkshopEvent happened) => happened switch
    {
        TableAdded added => this with { Tables = Tables.Add(new(added.Table, added.Number, "", SeatsPerTable)) },
        TableNamed named => With(named.Table, table => table with { Name = named.Name }),
        TableSeatsChanged changed => With(changed.Table, table => table with { Seats = changed.Seats }),
        TableRemoved removed => this with { Tables = Tables.RemoveAll(table => table.Id == removed.Table), TablesAway = TablesAway.Add(removed.Table), ErasedEvents = ErasedEvents + removed.Events },
        _ => null,
    };

    private Workshop With(TableId id, Func<WorkshopTable, WorkshopTable> change) => this with { Tables = [.. Tables.Select(table => table.Id == id ? change(table) : table)] };
}

/// <summary>A table in its workshop: a number for good, a name if it was given one, and for how many people it is, 2 to 12.</summary>
public sealed record WorkshopTable(TableId Id, int Number, string Name, int Seats);
