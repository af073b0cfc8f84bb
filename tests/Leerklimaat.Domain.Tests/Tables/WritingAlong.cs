using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G6")]
public class WritingAlong : ATable
{
    [Fact]
    public void Who_sits_after_the_reader_writes_along_and_it_goes_round_with_the_cards() => Placing
        .And(table => Assert.Equal((Anna, Bram), (table.Round!.Reader, table.Writer!.Number)))
        .After(new SkipCard(Anna, AnnasPhone, Safety, Monday), Choose(Bram, Openness))
        .And(table => Assert.Equal((Bram, Chaima), (table.Round!.Reader, table.Writer!.Number)))
        .After(new SkipCard(Anna, AnnasPhone, Openness, Monday), Choose(Bram, new("fouten-1")))
        .And(table => Assert.Equal((Chaima, Anna), (table.Round!.Reader, table.Writer!.Number)));

    [Fact, Rule("G11")]
    public void At_a_case_it_is_who_sits_after_the_bringer() => Seated.After(new BringCase(Bram, BramsPhone, new("case-1"), "Een casus", "", Monday)).And(table => Assert.Equal(Chaima, table.Writer!.Number));

    [Fact, Rule("T4")]
    public void Whoever_leaves_is_followed_by_the_next() => FourSit.After(Choose(Anna, Safety))
        .And(table => Assert.Equal(Bram, table.Writer!.Number))
        .After(new LeaveTable(Bram, BramsPhone, Monday))
        .And(table => Assert.Equal(Chaima, table.Writer!.Number));

    [Fact]
    public void Nobody_does_at_a_table_of_two_and_between_two_cards()
    {
        TwoSit.After(Choose(Anna, Safety)).And(table => Assert.Null(table.Writer));
        Seated.And(table => Assert.Null(table.Writer));
    }

    private static Story<Table, TableCommand, TableEvent> FourSit => Nothing.Given(new TableLaid(new(Guid.Empty, 1, "leerklimaat", Domain.Decks.Board.Default, 4))).After(
        [.. Enumerable.Range(1, 4).Select(number => new TakeSeat(Device(number), $"Persoon {number}", $"code-{number}", "", Monday)), new OpenGame(Monday)]);
}
