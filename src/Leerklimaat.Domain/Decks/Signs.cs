using System.Collections.Immutable;

namespace Leerklimaat.Domain.Decks;

/// <summary>The signs by which people at a table know a factor at a glance. Each has a drawing and a colour of its own, so that neither is needed without the other.</summary>
public static class Signs
{
    public static readonly ImmutableArray<string> All = ["birdhouse", "butterfly", "flower", "drop", "bee", "clover", "cactus", "apple", "snail", "watering-can", "hat"];

    /// <summary>A factor that names no sign gets the first that is free, in the order of the deck; where there are more factors than signs they begin anew.</summary>
    public static ImmutableArray<Factor> Deal(ImmutableArray<Factor> factors)
    {
        var free = All.Except(factors.Select(factor => factor.Sign)).ToList();
        if (free.Count == 0) free = [.. All];
        var dealt = 0;
        return [.. factors.Select(factor => factor.Sign.Length > 0 ? factor : factor with { Sign = free[dealt++ % free.Count] })];
    }
}
