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
}

/// <summary>Somebody says that a seat is theirs, on a device the table does not know; a tablemate must confirm it.</summary>
public sealed record Claim(SeatNumber Seat, DeviceId Device);
