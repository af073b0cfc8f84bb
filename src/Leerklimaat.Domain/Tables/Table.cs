using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

/// <summary>
/// One table playing one board at its own pace: who sits there, the card that is being played, and what became of the cards before it.
/// <see cref="Decide"/> says what a command leads to and <see cref="Evolve"/> what the table is afterwards; the rules themselves stand in
/// the other parts of this type: <c>TablePeople</c> (T), <c>TableClaims</c> (T2), <c>TableRounds</c> (G), <c>TableNotes</c> (G6), <c>TableHeldCards</c> (G7),
/// <c>TableHarvest</c> (T8) and <c>TablePaper</c> (T7).
/// </summary>
public sealed partial record Table
{
    public static readonly Table Empty = new();

    public TableSetting? Setting { get; init; }

    public GameState Game { get; init; }

    public string Message { get; init; } = "";

    /// <summary>When screens stop showing it by themselves; nothing: they do not.</summary>
    public DateTimeOffset? MessageEndsAt { get; init; }

    /// <summary>Until when the room counts down; nothing: it does not.</summary>
    public DateTimeOffset? CountdownEndsAt { get; init; }

    public ImmutableArray<Seat> Seats { get; init; } = [];

    public ImmutableArray<Claim> Claims { get; init; } = [];

    /// <summary>The seats that lately went to another device.</summary>
    public ImmutableArray<HandOver> HandOvers { get; init; } = [];

    /// <summary>Each seat that was ever played on a device, in the order in which it came there; a seat that went away and came back keeps its place.</summary>
    public ImmutableArray<(DeviceId Device, SeatNumber Seat)> SeatsEver { get; init; } = [];

    /// <summary>The player who alone moves the table on, where the table chose one (T5).</summary>
    public SeatNumber? Host { get; init; }

    public DateTimeOffset? HelpAskedAt { get; init; }

    public Round? Round { get; init; }

    public ImmutableArray<Round> Played { get; init; } = [];

    /// <summary>All of them: those that were played, and the one that is.</summary>
    public IEnumerable<Round> Rounds => Round is { } round ? [.. Played, round] : Played;

    public ImmutableArray<CardId> Skipped { get; init; } = [];

    public ImmutableArray<Star> Stars { get; init; } = [];

    public ImmutableArray<Note> Notes { get; init; } = [];

    /// <summary>The numbers of the rounds in which this table practised, also of one that was put away again: what was written there is in no harvest (G12).</summary>
    public ImmutableArray<int> PractisedRounds { get; init; } = [];

    /// <summary>True while the practice card can still be played: before the first card that counts (G12).</summary>
    public bool MayPractise { get; init; } = true;

    public int RoundsBegun { get; init; }

    /// <summary>A card lies before the table that it plays.</summary>
    public bool IsAtACard => Game == GameState.Open && Round is not null;

    /// <summary>Stand-ins play here: what comes from this table is practice, also of people who sit with them (W11).</summary>
    public bool IsRehearsed => Seats.Any(seat => seat.IsStandIn);

    public IEnumerable<Seat> Present => Seats.Where(seat => !seat.IsAway);

    public Seat? Find(SeatNumber number) => Seats.FirstOrDefault(seat => seat.Number == number);

    public bool Holds(DeviceId device, SeatNumber number) => Find(number) is { } seat && seat.Device == device;

    public IEnumerable<Seat> SeatsOf(DeviceId device) => Seats.Where(seat => seat.Device == device);

    /// <summary>Which of the seats of its device this is, from 0, whatever became of the others (T3).</summary>
    public int PlaceOf(Seat seat) => SeatsEver.Where(ever => ever.Device == seat.Device).Select(ever => ever.Seat).ToImmutableArray().IndexOf(seat.Number);

    /// <summary>Several people have played on this device, if some of them no longer do: what was written on it is not of one of them (T3).</summary>
    public bool WasShared(DeviceId device) => SeatsEver.Count(ever => ever.Device == device) > 1;

    /// <summary>A host who left or was set aside does not hold the table up (T4, T5).</summary>
    public bool MayMoveOn(SeatNumber seat) => Host is not { } host || host == seat || Find(host)!.IsAway;

    public static Decision<TableEvent> Decide(Table table, TableCommand command) => command switch
    {
        LayTable lay => table.Lay(lay.Setting),
        TakeTableAway when table.Setting is null => Decision<TableEvent>.Nothing,
        _ when table.Setting is null => Reason.TableUnknown,
        TakeTableAway away => table.SeatsEver.IsEmpty && table.Seats.IsEmpty ? new TableTakenAway(away.At) : Reason.TableHasPeople,

        SeatCommand asked when table.Find(asked.Seat) is null => Reason.SeatUnknown,
        SeatCommand asked when !table.Holds(asked.Device, asked.Seat) => Reason.NotYourSeat,
        MoveCommand asked when !table.MayMoveOn(asked.Seat) => Reason.OnlyTheHost,

        OpenGame => table.Game == GameState.Open ? Decision<TableEvent>.Nothing : new GameOpened(),
        StopGame => table.Game == GameState.Open ? new GameStopped() : Decision<TableEvent>.Nothing,
        ShowMessage show => (show.Text, show.EndsAt) == (table.Message, table.MessageEndsAt) ? Decision<TableEvent>.Nothing : new MessageShown(show.Text, show.EndsAt),
        ShowCountdown show => show.EndsAt == table.CountdownEndsAt ? Decision<TableEvent>.Nothing : new CountdownShown(show.EndsAt),

        _ => table.AboutPeople(command) ?? table.AboutClaims(command) ?? table.AboutPaper(command) ?? table.AboutNotes(command) ?? table.AboutTheHarvest(command) ?? table.AboutHeldCards(command) ?? table.AboutRounds(command)
            ?? throw new NotSupportedException(command.GetType().Name),
    };

    /// <summary>What a table plays with it keeps; its name and the number of its seats may change. Who sits keeps the seat, also where fewer are left.</summary>
    private Decision<TableEvent> Lay(TableSetting asked) => Setting is not { } now ? new TableLaid(asked)
        : (asked.Seats, asked.Name) == (now.Seats, now.Name) ? Decision<TableEvent>.Nothing
        : new TableChanged(asked.Seats, asked.Name);

    public static Table Evolve(Table table, TableEvent happened)
    {
        var after = table.After(happened);
        return after.HarvestGivenAt is not null && AddsToTheHarvest(happened) ? after with { HarvestGivenAt = null } : after;
    }

    private Table After(TableEvent happened) => happened switch
    {
        TableLaid laid => this with { Setting = laid.Setting },
        TableChanged changed => this with { Setting = Setting! with { Seats = changed.Seats, Name = changed.Name } },
        TableTakenAway => this with { Setting = null },
        GameOpened => this with { Game = GameState.Open },
        GameStopped => this with { Game = GameState.Stopped },
        MessageShown shown => this with { Message = shown.Text, MessageEndsAt = shown.EndsAt },
        CountdownShown shown => this with { CountdownEndsAt = shown.EndsAt },
        _ => AfterPeople(happened) ?? AfterClaims(happened) ?? AfterPaper(happened) ?? AfterNotes(happened) ?? AfterTheHarvest(happened) ?? AfterHeldCards(happened) ?? AfterRounds(happened)
            ?? throw new NotSupportedException(happened.GetType().Name),
    };
}

/// <summary>Whether the facilitator has started the game; after a stop everything can still be read.</summary>
public enum GameState { NotOpened, Open, Stopped }

/// <summary>A player finds a card worth playing.</summary>
public sealed record Star(SeatNumber Seat, CardId Card);
