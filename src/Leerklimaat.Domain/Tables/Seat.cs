using Leerklimaat.Domain.Rehearsals;

namespace Leerklimaat.Domain.Tables;

/// <summary>A place at the table with a pawn. It outlives the device that it is played with.</summary>
/// <param name="Pawn">1 to 12: the colour and the shape of the pawn.</param>
/// <param name="Name">As the person wishes to be called; empty when they gave none.</param>
/// <param name="CodeProof">A hash of the personal code; the code itself is not kept.</param>
/// <param name="IsAway">Left the table or was set aside for a while: nobody waits for this seat.</param>
public sealed record Seat(SeatNumber Number, int Pawn, DeviceId Device, string Name, string CodeProof, string Department, bool IsAway)
{
    public const int Pawns = 12, LongestName = 40;

    /// <summary>Somebody who played on paper: nobody waits for this seat, and no device holds it (T7).</summary>
    public bool IsOnPaper => Device == default;

    /// <summary>Played by the server in a rehearsal (W11).</summary>
    public bool IsStandIn => Rehearsed.IsMarked(CodeProof);

    /// <summary>Was played on this device when the last card began, or before there was one: whoever sits here knows who the others are (T2).</summary>
    public bool SatBeforeTheCard { get; init; }

    /// <summary>How often it went to another device.</summary>
    public int HandOvers { get; init; }
}

/// <summary>Somebody says that a seat is theirs, on a device the table does not know; who plays it now or a tablemate must confirm it.</summary>
/// <param name="At">Nothing in journals from before this was kept.</param>
public sealed record Claim(SeatNumber Seat, DeviceId Device, DateTimeOffset? At)
{
    /// <summary>Until then only who plays the seat now can say yes.</summary>
    public static readonly TimeSpan HolderIsAskedFor = TimeSpan.FromMinutes(1);
}

/// <summary>A seat went to another device; the table sees it and can undo it until the next card, or the one after where no card lay on the table.</summary>
/// <param name="SatBefore">What <see cref="Seat.SatBeforeTheCard"/> said on the device that it came from.</param>
/// <param name="Was">The pawn that lay face down when it went; an undo brings it back.</param>
public sealed record HandOver(SeatNumber Seat, DeviceId From, DeviceId To, bool SatBefore, FaceDown? Was, bool HasSeenACard);

/// <summary>A pawn that lies face down in one placement of one round; no place where it did not lie yet.</summary>
public sealed record FaceDown(int Round, Phase Phase, Place? Place);
