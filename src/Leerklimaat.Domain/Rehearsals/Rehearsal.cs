using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>A facilitator practises (W11): stand-ins play at these tables. Everything that comes from them is practice, and goes with it.</summary>
/// <param name="Players">How many stand-ins sit at each table.</param>
public sealed record Rehearsal(ImmutableArray<TableId> Tables, int Players, Tempo Tempo, DateTimeOffset BeganAt)
{
    public const int FewestPlayers = 2;

    /// <summary>How many times quicker than people the stand-ins play.</summary>
    public static double SpeedOf(Tempo tempo) => tempo == Tempo.Brisk ? 5 : 1;

    /// <summary>One person of the whole rehearsal has a phone that sleeps now and then: the last at the first table, where others are left to go on.</summary>
    public bool HasSleepyPhone(TableId table, SeatNumber seat) => Tables[0] == table && Players > FewestPlayers && seat.Value == Players;
}

/// <summary>As quick as people, or some five times as quick.</summary>
public enum Tempo { Real, Brisk }

/// <summary>
/// The mark on everything that is practice: on the personal code of a stand-in's seat, on who wrote an answer, on whose dots these are. What
/// browsers prove themselves with is a hash in hexadecimal digits, so nobody can have or take the mark by chance or on purpose.
/// </summary>
public static class Rehearsed
{
    private const string Prefix = "rehearsal-";

    public static string Mark(string proof) => IsMarked(proof) ? proof : Prefix + proof;

    public static bool IsMarked(string proof) => proof.StartsWith(Prefix, StringComparison.Ordinal);

    public static bool IsOfPeople(string proof) => !IsMarked(proof);
}
