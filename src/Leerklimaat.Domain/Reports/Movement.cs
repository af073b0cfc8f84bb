namespace Leerklimaat.Domain.Reports;

/// <summary>How the pawns of a shown group moved, as far as it may be said (D4).</summary>
/// <param name="Direction">Where most of it went.</param>
/// <param name="Moved">How many moved; nothing where nearly everybody stood on one square, and then only the direction is told.</param>
public sealed record Movement(Direction Direction, Moved? Moved)
{
    public static Movement Of(Spread before, Spread after, Shift shift) => before.Counts is null || after.Counts is null
        ? new(Towards(Middle(before), Middle(after)), null)
        : new(Towards(0, shift.Net ?? 0), Reports.Moved.Of(shift));

    private static double Middle(Spread spread) => spread.NearlyAllOn ?? spread.Counts!.Median ?? 0;

    private static Direction Towards(double before, double after) => after.CompareTo(before) switch
    {
        > 0 => Direction.More,
        < 0 => Direction.Less,
        _ => Direction.Same,
    };
}

/// <param name="Pairs">How many stood on a square both times.</param>
/// <param name="Unpaired">How many did not.</param>
/// <param name="Net">The average move in squares; nothing where it would tell how many "enkele" are.</param>
public sealed record Moved(Amount Up, Amount Down, Amount Same, int Pairs, int Unpaired, double? Net)
{
    public static Moved Of(Shift shift)
    {
        var (up, down, same) = (Amount.Of(shift.Up), Amount.Of(shift.Down), Amount.Of(shift.Same));
        return new(up, down, same, shift.Pairs, shift.Unpaired, new[] { up, down, same }.All(amount => amount.Exactly is not null) ? shift.Net : null);
    }
}

/// <summary>To more of it, to less of it, or neither.</summary>
public enum Direction { Same, More, Less }

/// <summary>How many people moved: exact from three on, and none; one or two are "enkele" (D4).</summary>
/// <param name="Exactly">Nothing for "enkele".</param>
public sealed record Amount(int? Exactly)
{
    public static Amount Of(int people) => new(people > 0 && people < Disclosure.FewestMoved ? null : people);
}
