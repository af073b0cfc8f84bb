namespace Leerklimaat.Domain.Tables;

/// <summary>Names one table for good.</summary>
public readonly record struct TableId(Guid Value);

/// <summary>A seat at a table, 1 and up in the order in which people sat down.</summary>
public readonly record struct SeatNumber(int Value);

/// <summary>A browser that somebody plays with. It is a secret between that browser and the server.</summary>
public readonly record struct DeviceId(Guid Value);

/// <summary>A card of a deck, by the id it has there, or a case, whose id starts with <c>case-</c>.</summary>
public readonly record struct CardId(string Value)
{
    public static CardId OfCase(Guid id) => new($"case-{id:N}");
}

/// <summary>Names one note for good.</summary>
public readonly record struct NoteId(Guid Value);

/// <summary>Where a pawn stands: the number of a square, from 1, or beside the board at "weet ik niet".</summary>
public readonly record struct Place(int Square)
{
    public static readonly Place DontKnow = new(0);

    public bool IsOnASquare => Square > 0;
}

/// <summary>One pawn on its place.</summary>
public sealed record Placement(SeatNumber Seat, Place Place);
