using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Tables;

/// <summary>The plant on a square or a pile: the further along the path, the further it has grown.</summary>
public static class Plants
{
    private static readonly string[] Growth = ["plant-seed", "plant-sprout", "plant-sapling", "plant-tree"];

    /// <param name="square">From 1.</param>
    public static string Of(int square, int squares) => Growth[(int)Math.Floor((square - 1) * 3.0 / (squares - 1) + .5)];

    public static string Of(Pile pile) => pile switch
    {
        Pile.Green => "plant-tree",
        Pile.RedToImprove => "plant-sprout",
        _ => "plant-seed",
    };
}
