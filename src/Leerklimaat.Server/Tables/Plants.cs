using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Tables;

/// <summary>The plant on a square or a pile: the further along the path, the further it has grown.</summary>
public static class Plants
{
    private static readonly string[] Growth = ["plant-seed", "plant-sprout", "plant-sapling", "plant-tree"], Opening = ["plant-bud", "plant-opening", "plant-half-open", "plant-bloom"];

    /// <param name="square">From 1. Where a square is a pile it has the plant of that; how far one agrees is how far a flower is open.</param>
    public static string Of(Board board, int square) => board.Kind == BoardKind.States
        ? Of(square switch { 1 => Pile.RedNotPresent, 2 => Pile.RedToImprove, _ => Pile.Green })
        : (board.Kind == BoardKind.Agreement ? Opening : Growth)[(int)Math.Floor((square - 1) * 3.0 / (board.Squares.Length - 1) + .5)];

    /// <summary>The colour of the pile that a square is; nothing on a board where none is one.</summary>
    public static string PileOf(Board board, int square) => board.Kind != BoardKind.States ? "" : square == (board.IsReversed ? 1 : board.Squares.Length) ? "green" : "red";

    public static string Of(Pile pile) => pile switch
    {
        Pile.Green => "plant-tree",
        Pile.RedToImprove => "plant-sprout",
        _ => "plant-seed",
    };
}
