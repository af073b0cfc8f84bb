using System.Globalization;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>The check values of what may be shown of people, and what is said where nothing is.</summary>
public class ChoosingWhatIsShown
{
    private const string Card = "veiligheid-1";

    // How many people sit at each table, of how many the total is, and which tables are shown apart.
    [Theory, Rule("D3")]
    [InlineData("5", 5, "5")]
    [InlineData("4", 0, "")]
    [InlineData("6 1", 6, "6")]
    [InlineData("6 2", 6, "6")]
    [InlineData("6 4", 6, "6")]
    [InlineData("4 6", 6, "6")]
    [InlineData("4 4", 0, "")]
    [InlineData("3 3", 0, "")]
    [InlineData("6 5", 11, "6 5")]
    [InlineData("5 5", 10, "5 5")]
    [InlineData("5 2 3", 10, "")]
    [InlineData("6 6 1", 13, "")]
    [InlineData("6 6 4", 16, "")]
    [InlineData("6 5 2 2", 15, "")]
    [InlineData("6 6 6", 18, "6 6 6")]
    [InlineData("4 4 4", 12, "")]
    [InlineData("3 3 3 3", 12, "")]
    [InlineData("8 1", 8, "8")]
    [InlineData("8 3", 8, "8")]
    [InlineData("6 6 6 3", 21, "6")]
    [InlineData("7 6 6 3", 22, "7")]
    public void As_many_people_as_may_be_are_shown_and_then_as_many_tables(string tables, int total, string apart)
    {
        int[] sizes = [.. tables.Split(' ').Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
        // Where the pawns stand can only take something away (D2, D4); with some of these sixty nothing is.
        var cards = Enumerable.Range(1, 60).Select(seed => Spread(sizes, seed).Make().Cards.Single()).ToList();
        var best = cards.OrderByDescending(card => card.Once?.People ?? 0).ThenByDescending(card => card.Tables.Count(table => table.Counted is not null)).ThenByDescending(card => card.Tables.Sum(table => table.Counted?.People ?? 0)).First();

        Assert.Equal(total, best.Once?.People ?? 0);
        Assert.Equal(sizes.Sum() - total, best.NotIn);
        Assert.Equal(apart, string.Join(' ', best.Tables.Where(table => table.Counted is not null).Select(table => table.Counted!.People)));
    }

    [Fact, Rule("D3")]
    public void Sixty_tables_are_shown_whole() => Assert.Equal(480, Spread([.. Enumerable.Repeat(8, 60)], 1).Make().Cards.Single().Once!.People);

    [Theory, Rule("D4")]
    [InlineData("0 0 0 5", 4)]
    [InlineData("1 0 0 6", 4)]
    [InlineData("0 6 1 0", 2)]
    [InlineData("2 0 0 5", null)]
    public void Where_nearly_everybody_stands_on_one_square_no_count_is_told(string counts, int? square)
    {
        var once = One(counts).Make().Cards.Single().Once!;
        var all = counts.Split(' ').Select(count => int.Parse(count, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(square, once.Before.NearlyAllOn);
        Assert.Equal(all.Sum(), once.People);
        Assert.Equal(square is null, once.Before.Counts is not null);
        Assert.Equal(square is null, once.Tally is not null);
        Assert.Equal(square is null, once.Before.Median is not null);
    }

    [Fact, Rule("D4")]
    public void Of_the_movement_of_nearly_everybody_only_the_direction_is_told()
    {
        var movement = new AReport(6).Plays(1, Card, [1, 2, 2, 3, 3, 3], [4, 4, 4, 4, 4, 4]).Make().Cards.Single().Twice!.Movement!;
        Assert.Equal(new Movement(Direction.More, null), movement);
    }

    [Fact, Rule("D4")]
    public void One_or_two_who_moved_are_a_few()
    {
        var moved = new AReport(7).Plays(1, Card, [1, 1, 2, 2, 3, 3, 4], [2, 2, 3, 2, 3, 3, 3]).Make().Cards.Single().Twice!.Movement!.Moved!;
        Assert.Equal((3, null, 3), (moved.Up.Exactly, moved.Down.Exactly, moved.Same.Exactly));
        Assert.Equal(0, Amount.Of(0).Exactly);
    }

    [Fact, Rule("D5")]
    public void Weet_ik_niet_does_not_help_a_group_over_the_minimum()
    {
        var card = new AReport(5).Plays(1, Card, [1, 2, 3, 4, 0]).Make().Cards.Single();
        Assert.Null(card.Once);
        Assert.Equal(5, card.NotIn);
        Assert.Equal(6, new AReport(6).Plays(1, Card, [1, 2, 3, 4, 4, 0]).Make().Cards.Single().Once!.People);
    }

    // Who sits at the table of five sees the two others: two and three people, of whom four stand on a square.
    [Fact, Rule("D5"), Rule("D3")]
    public void Nor_for_who_sits_at_a_table()
    {
        var cards = Enumerable.Range(1, 60).Select(seed => Spread([5, 2, 3], seed).Plays(3, Card, [seed % 4 + 1, seed % 3 + 1, 0]).Make().Cards.Single());
        Assert.Equal(5, cards.Max(card => card.Once!.People));
    }

    [Fact, Rule("D5")]
    public void Nor_does_who_placed_once()
    {
        var card = new AReport(6).Plays(1, Card, [1, 2, 3, 4, 3, 2], [1, 2, 3, 4, -1, -1]).Make().Cards.Single();
        Assert.Null(card.Twice);
    }

    [Fact, Rule("D9")]
    public void Seats_on_one_device_are_one_voice_except_where_the_whole_table_plays_on_it()
    {
        AReport Table() => new AReport(6).Plays(1, Card, [1, 2, 3, 4, 4, 2]);
        Assert.Null(Table().On(1, 1, 2, 3, 4, 4, 4).Make().Cards.Single().Once);
        Assert.NotNull(Table().On(1, 1, 2, 3, 4, 5, 5).Make().Cards.Single().Once);
        Assert.NotNull(Table().On(1, 7, 7, 7, 7, 7, 7).Make().Cards.Single().Once);
        Assert.NotNull(Table().Make().Cards.Single().Once);
    }

    [Fact, Rule("D9")]
    public void Also_at_two_tables_they_are_one_voice()
    {
        AReport Tables() => new AReport(5, 5).Plays(1, Card, [1, 2, 3, 4, 4]).Plays(2, Card, [1, 2, 3, 3, 4]).On(1, 1, 2, 3, 4, 5);
        Assert.Equal(10, Tables().On(2, 6, 7, 8, 9, 10).Make().Cards.Single().Once!.People);
        Assert.Equal(5, Tables().On(2, 5, 7, 8, 9, 9).Make().Cards.Single().Once!.People);
    }

    [Fact, Rule("D2")]
    public void A_table_of_one_or_two_tells_that_it_discussed_a_card_and_not_its_pile()
    {
        var report = new AReport(2, 3).Plays(1, Card, [1, 1], pile: Pile.RedNotPresent).Plays(2, Card, [4, 4, 3]).Make();
        Assert.Equal([null, Pile.Green], report.Cards.Single().Tables.Select(table => table.Pile));
        Assert.Equal([Card], report.Lists.Questions.Select(line => line.Entries.Single().Card.Value));
        Assert.Empty(report.Lists.ToDevelop);
    }

    [Fact, Rule("D7")]
    public void Who_came_later_comes_in_as_soon_as_enough_others_did()
    {
        var late = new AReport(6, 3, 6).Plays(1, Card, [1, 2, 2, 3, 3, 4]);
        Assert.Equal(6, late.Make().Cards.Single().Once!.People);
        late.Plays(2, Card, [1, 3, 4]);
        Assert.Equal((6, 3), (late.Make().Cards.Single().Once!.People, late.Make().Cards.Single().NotIn));
        late.Plays(3, Card, [1, 2, 2, 3, 3, 4]);
        Assert.Equal((12, 3), (late.Make().Cards.Single().Once!.People, late.Make().Cards.Single().NotIn));
    }

    [Theory, Rule("D4"), InlineData("1 1 1 1 1 1", "2 1 1 1 1 1", null), InlineData("1 1 1 2 2 2", "2 2 2 2 2 2", 0.5)]
    public void An_average_does_not_tell_how_many_a_few_are(string first, string second, double? net)
    {
        Placement[] Placed(string squares) => [.. squares.Split(' ').Select((square, index) => new Placement(new(index + 1), new(int.Parse(square, CultureInfo.InvariantCulture))))];
        Assert.Equal(net, Moved.Of(Shift.Of(Domain.Decks.Board.Default, Placed(first), Placed(second))).Net);
    }

    [Fact, Rule("D7")]
    public void Looking_early_does_not_make_later_people_vanish_for_good()
    {
        var late = new AReport(6, 1, 6, 6).Plays(1, Card, [1, 2, 2, 3, 3, 4]);
        late.Make();
        late.Plays(2, Card, [3]);
        Assert.Equal(1, late.Make().Cards.Single().NotIn);
        late.Plays(3, Card, [1, 2, 2, 3, 4, 4]).Plays(4, Card, [1, 1, 2, 3, 3, 4]);
        Assert.Equal((19, 0), (late.Make().Cards.Single().Once!.People, late.Make().Cards.Single().NotIn));
    }

    /// <summary>A workshop in which the pawns of each table stand apart, so that only how many there are counts.</summary>
    private static AReport Spread(int[] sizes, int seed)
    {
        var chance = new Random(seed);
        var workshop = new AReport(sizes);
        for (var table = 1; table <= sizes.Length; table++) workshop.Plays(table, Card, [.. Enumerable.Range(0, sizes[table - 1]).Select(_ => chance.Next(1, 5))]);
        return workshop;
    }

    private static AReport One(string counts)
    {
        int[] squares = [.. counts.Split(' ').SelectMany((count, index) => Enumerable.Repeat(index + 1, int.Parse(count, CultureInfo.InvariantCulture)))];
        return new AReport(squares.Length).Plays(1, Card, squares);
    }
}
