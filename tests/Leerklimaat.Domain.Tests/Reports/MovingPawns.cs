using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

[Rule("R1")]
public class MovingPawns
{
    private static readonly Board FiveSquares = new([.. Enumerable.Range(1, 5).Select(number => new Square($"vak {number}", number))]);

    // The sets P1 to P6 of the measures, §2.6, and their columns: one row is one set.
    [Theory]
    [InlineData("2,3,2,4,3,2", "3,4,2,4,4,3", 4, 0, 2, ".6667", ".6667", "10", "0", 4, "1/8", "18", "0", "1/8", "1")]
    [InlineData("1,2,2,3,2,4,3,2", "3,3,2,4,4,4,2,4", 5, 1, 2, ".8750", "1.1250", "19", "2", 6, "1/8", "29", "4", "7/32", ".8095")]
    [InlineData("2,2,3,3,1", "3,3,4,4,2", 5, 0, 0, "1", "1", "15", "0", 5, "1/16", "15", "0", "1/16", "1")]
    [InlineData("2,2,3,3,1,2", "3,3,4,4,2,4", 6, 0, 0, "1.1667", "1.1667", "21", "0", 6, "1/32", "21", "0", "1/32", "1")]
    [InlineData("4,4,3,2,5,1,3,3,2,4", "3,4,2,2,4,2,3,2,2,3", 1, 5, 4, "−.4", ".6", "3.5", "17.5", 6, "7/32", "7.5", "37.5", "7/32", "−.6667")]
    [InlineData("3,3,3", "3,3,3", 0, 0, 3, "0", "0", "0", "0", 0, "1", "0", "0", "1", "–")]
    public void The_sets_of_the_measures_come_out(
        string pre, string post, int up, int down, int same, string net, string gross,
        string wilcoxonUp, string wilcoxonDown, int moved, string wilcoxonP, string prattUp, string prattDown, string signP, string r)
    {
        var shift = Shift.Of(FiveSquares, Placed(pre), Placed(post));
        Assert.Equal((up, down, same), (shift.Up, shift.Down, shift.Same));
        Printed.Is(net, shift.Net, "net");
        Printed.Is(gross, shift.Gross, "gross");

        var wilcoxon = SignedRanks.Wilcoxon([.. shift.Distances]);
        Printed.Is(wilcoxonUp, wilcoxon.Up, "W₊");
        Printed.Is(wilcoxonDown, wilcoxon.Down, "W₋");
        Assert.Equal(moved, wilcoxon.Moved);
        Printed.Is(wilcoxonP, wilcoxon.P, "Wilcoxon p");
        Printed.Is(r, wilcoxon.Correlation, "r");

        var pratt = SignedRanks.Pratt([.. shift.Distances]);
        Printed.Is(prattUp, pratt.Up, "Pratt W₊");
        Printed.Is(prattDown, pratt.Down, "Pratt W₋");
        Printed.Is(signP, SignedRanks.SignTest(shift.Up, shift.Down), "sign p");
    }

    [Fact]
    public void Each_move_is_in_the_matrix()
    {
        var shift = Shift.Of(FiveSquares, Placed("1,1,3,5"), Placed("2,2,3,4"));
        Assert.Equal((2, 1, 1, 4), (shift.Moved(1, 2), shift.Moved(3, 3), shift.Moved(5, 4), shift.Pairs));
        Assert.Equal(0, shift.Moved(2, 1));
    }

    [Fact]
    public void Who_stood_on_a_square_once_at_most_is_left_out_and_counted()
    {
        // Bram came after the first placement, Chaima left before the second, Els did not know at first, Fons never knew.
        var shift = Shift.Of(FiveSquares, [On(1, 2), On(3, 4), On(4, 0), On(5, 0)], [On(1, 3), On(2, 5), On(4, 5), On(5, 0)]);
        Assert.Equal((1, 1, 0, 0, 4), (shift.Pairs, shift.Up, shift.Down, shift.Same, shift.Unpaired));
    }

    [Fact]
    public void Pairs_are_made_by_seat_and_not_by_order() =>
        Assert.Equal((0, 0, 2), Counts(Shift.Of(FiveSquares, [On(1, 2), On(2, 4)], [On(2, 4), On(1, 2)])));

    [Fact]
    public void A_net_of_zero_does_not_hide_movement()
    {
        var swap = Shift.Of(FiveSquares, Placed("1,5"), Placed("5,1"));
        Assert.Equal((0, 4), (swap.Net, swap.Gross));
        Assert.Equal((1, 1, 0), Counts(swap));
    }

    [Fact]
    public void Tables_are_added_up()
    {
        var sum = Shift.Of(FiveSquares, Placed("1,2"), Placed("2,2")) + Shift.Of(FiveSquares, [On(1, 5), On(2, 1)], [On(1, 4)]);
        Assert.Equal((1, 1, 1), Counts(sum));
        Assert.Equal(1, sum.Unpaired);
        Assert.Equal(sum, Shift.Of(FiveSquares, Placed("5,2,1,3"), [On(1, 4), On(2, 2), On(3, 2)]));
    }

    [Fact]
    public void Boards_of_different_sizes_are_not_added_up() =>
        Assert.Throws<ArgumentException>(() => Shift.Of(FiveSquares, [], []) + Shift.Of(Board.Default, [], []));

    [Fact]
    public void Without_pairs_there_is_no_movement_to_average()
    {
        var nobody = Shift.Of(FiveSquares, [], []);
        Assert.Equal([null, null], [nobody.Net, nobody.Gross]);
    }

    [Fact, Rule("R4")]
    public void A_shift_as_a_table_sees_it_carries_no_test() => Assert.Equal(
        ["Squares", "Moves", "Unpaired", "Pairs", "Up", "Down", "Same", "Net", "Gross", "Distances"],
        typeof(Shift).GetProperties().Select(property => property.Name));

    private static (int Up, int Down, int Same) Counts(Shift shift) => (shift.Up, shift.Down, shift.Same);

    private static IEnumerable<Placement> Placed(string squares) => Printed.Row(squares).Select((square, seat) => On(seat + 1, (int)square));

    private static Placement On(int seat, int square) => new(new(seat), new(square));
}
