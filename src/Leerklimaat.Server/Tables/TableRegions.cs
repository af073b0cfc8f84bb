using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

// The regions of a player's page, each with what it shows and no more: what did not change is not drawn again.

/// <summary>The card on the table and what is said above it.</summary>
public sealed record OnTableView(TableId Id, int Number, GameState Game, MessageView Message, Sequence<ClaimView> Claims, RoundView? Round, int Played, HeldView Held)
{
    /// <summary>What the table is called; empty where it was given no name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The seats that lately went to another device.</summary>
    public Sequence<SeatView> HandedOver { get; init; } = [];
}

/// <summary>At what the table is, and what it is told then.</summary>
/// <param name="Stage">The phase of the round, or that it waits or chooses: by it the page shows what belongs to it.</param>
/// <param name="Seats">Who is here, while the table waits.</param>
/// <param name="Starred">What players find worth playing, between two cards.</param>
/// <param name="Rung">The clock that has rung.</param>
public sealed record PlayView(TableId Id, GameState Game, string Stage, string OwnStamp, Sequence<SeatView> Seats, Sequence<StarredView> Starred, ClockView? Rung);

/// <summary>The pawns that are to be placed, by number.</summary>
public sealed record TrayView(Sequence<int> Placers);

/// <summary>Whose turn it is to tell; nobody's when all have told.</summary>
/// <param name="Writer">Who writes along.</param>
/// <param name="TakesNext">The second placement comes later, and another card is next.</param>
public sealed record TellerView(TableId Table, bool IsTelling, SeatView? Teller, SeatView? Writer, bool TakesNext);

/// <summary>The board with the pawns that lie open.</summary>
/// <param name="Seats">How many sit at the table, by which the board has its size.</param>
public sealed record OpenBoardView(bool IsOpen, Board Board, int Seats, Sequence<PawnView> Pawns)
{
    public static readonly OpenBoardView None = new(false, Board.Default, 0, []);
}

/// <summary>In which order people tell.</summary>
public sealed record TurnsView(Sequence<SeatView> Order);

/// <summary>What one of that order told; nothing yet, or that they passed.</summary>
public sealed record ToldView(TurnsView Turns, int Seat, Story? Story);

/// <summary>The button that begins the second placement.</summary>
public sealed record AgainView(TableId Table, bool IsTelling, bool HaveAllTold, bool TakesNext);

/// <summary>What the table lays on which pile; nothing while it is not that far.</summary>
/// <param name="Bringer">Who brought the case that was judged; nothing on any other card.</param>
/// <param name="Given">What others gave to the case.</param>
public sealed record PileView(TableId Table, RoundKind? Kind, ResultView? Result, SeatView? Bringer, Sequence<GivenView> Given);

/// <summary>Whether the table has asked for help.</summary>
public sealed record HelpView(TableId Table, bool HasAsked);

/// <summary>Whether the clock of a card is set.</summary>
public sealed record ClockToolsView(TableId Table, bool IsSet);

/// <summary>Who is here, and who chooses the cards when one does.</summary>
public sealed record PeopleView(TableId Table, Sequence<SeatView> Seats, int? Host, string ScreenKey);

/// <summary>How many pawns lie, covered.</summary>
/// <param name="Laid">Whose: the pawns, never where.</param>
/// <param name="Thinking">The names of who has not placed yet.</param>
public sealed record CountView(int Expected, Sequence<int> Laid, Sequence<string> Thinking)
{
    public static readonly CountView None = new(0, [], []);

    public bool IsShown => Expected > 0;
}

/// <summary>The button that turns the pawns over, in this phase.</summary>
public sealed record RevealView(TableId Table, Phase? Phase, bool IsEverybodyReady)
{
    public static readonly RevealView None = new(default, null, false);
}
