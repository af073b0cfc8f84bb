namespace Leerklimaat.Server.Tables;

/// <summary>A seat on the drawing of a table from above.</summary>
/// <param name="IsWaitedFor">People are placing and this one has not yet.</param>
public sealed record TableTopSeat(int Pawn, bool IsWaitedFor);
