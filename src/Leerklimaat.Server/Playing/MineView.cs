using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Playing;

/// <summary>What only this device may see, in three parts: what it is asked, the squares to place on, and what it did.</summary>
/// <param name="Acting">The seat that this device plays for at this moment.</param>
/// <param name="Squares">Nothing where several share the device and none of them has taken it.</param>
public sealed record MineView(TableId Table, Sequence<SeatView> Seats, SeatView Acting, AskedView Asked, SquaresView? Squares, ChosenView Chosen);

/// <summary>What a device is asked now. Who it is does not matter where that is not shown, so that all who are asked the same get the same drawing.</summary>
/// <param name="Acting">Whose device it is, where that is shown here.</param>
/// <param name="Claimed">The seat of this device that somebody says is theirs: who plays it is asked first (T2).</param>
/// <param name="Placing">The placement that this device takes part in; nothing when there is nothing to place.</param>
/// <param name="Cover">The seat to pass the device to; nothing of anybody else is shown until that person takes it (T3).</param>
/// <param name="Moving">Who share this device and have placed, all of them: each may move their pawn.</param>
/// <param name="Stars">The cards that got a star from the acting seat.</param>
public sealed record AskedView(
    TableId Table, GameState Game, string Stamp, SeatView? Acting, SeatView? Claimed, PlacingView? Placing, SeatView? Cover, Sequence<SeatView> Moving, Sequence<string> Stars)
{
    /// <summary>What others gave to the case that this device brought: it says here what it takes along. Nothing at any other moment.</summary>
    public Sequence<GivenView> Given { get; init; } = [];

    /// <summary>The seat that brought it.</summary>
    public int Bringer { get; init; }
}

/// <summary>One's own pawn, and in the second placement where it stood first.</summary>
/// <param name="Chosen">Where this device laid the pawn.</param>
/// <param name="IsElsewhere">Another device laid it, and it stays face down for this one; it can be placed anew (T2).</param>
/// <param name="IsBringer">Brought the case, so does not place.</param>
public sealed record PlacingView(int Round, bool IsSecond, Place? Chosen, bool IsElsewhere, Place? First, bool IsBringer);

/// <summary>The board to place a pawn on. It stays in the page from card to card; where the pawn lies is told apart, and dresses it.</summary>
/// <param name="Name">Whose pawn it is, where several share the device.</param>
public sealed record SquaresView(TableId Table, Board Board, int Seat, int Pawn, string Name);

/// <summary>Where the pawn lies, in words, and one's own notes.</summary>
public sealed record ChosenView(TableId Table, Board Board, PlacingView? Placing, bool IsShared, Sequence<OwnNoteView> Notes);

/// <summary>A note that was written on this device.</summary>
public sealed record OwnNoteView(Guid Id, NoteKind Kind, string Text, bool IsWithdrawn);
