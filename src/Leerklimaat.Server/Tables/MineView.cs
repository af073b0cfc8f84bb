using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Tables;

/// <summary>What only this device may see: its own seats, its own pawn, its own notes.</summary>
/// <param name="Stars">The cards that got a star from the acting seat.</param>
/// <param name="Acting">The seat that this device plays for at this moment.</param>
/// <param name="Claimed">The seat of this device that somebody says is theirs: who plays it is asked first (T2).</param>
/// <param name="Placing">The board to place a pawn on; nothing when there is nothing to place.</param>
/// <param name="Cover">The seat to pass the device to; nothing of anybody else is shown until that person takes it (T3).</param>
public sealed record MineView(
    TableId Table, Board Board, GameState Game, string Stamp, Sequence<SeatView> Seats, SeatView Acting,
    SeatView? Claimed, PlacingView? Placing, SeatView? Cover, bool AllHerePlaced, Sequence<string> Stars, Sequence<OwnNoteView> Notes);

/// <summary>One's own pawn, and in the second placement where it stood first.</summary>
/// <param name="Chosen">Where this device laid the pawn.</param>
/// <param name="IsElsewhere">Another device laid it, and it stays face down for this one; it can be placed anew (T2).</param>
/// <param name="IsBringer">Brought the case, so does not place.</param>
public sealed record PlacingView(int Round, bool IsSecond, Place? Chosen, bool IsElsewhere, Place? First, bool IsBringer);

/// <summary>A note that was written on this device.</summary>
public sealed record OwnNoteView(Guid Id, NoteKind Kind, string Text, bool IsWithdrawn);
