using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G13")]
public class PlayingOnAnotherBoard : ATable
{
    private static readonly Board States = Board.Of(BoardKind.States, ["niet aanwezig", "nog verbetering nodig", "al aanwezig"]);

    [Theory, Rule("G8")]
    [InlineData(new[] { 3, 3, 3, 1, 1 }, Pile.Green)]
    [InlineData(new[] { 3, 3, 3, 2, 2, 1, 1 }, Pile.RedToImprove)]
    [InlineData(new[] { 1, 3, 2, 1, 3 }, Pile.RedToImprove)]
    [InlineData(new[] { 1, 1, 2 }, Pile.RedNotPresent)]
    [InlineData(new[] { 2, 2, 3, 3 }, null)]
    [InlineData(new[] { 1, 1, 2, 3 }, null)]
    [InlineData(new[] { 1, 2, 2, 3 }, Pile.RedToImprove)]
    [InlineData(new[] { 3 }, Pile.Green)]
    [InlineData(new[] { 0, 0 }, null)]
    [InlineData(new[] { 0, 0, 0, 3 }, Pile.Green)]
    public void On_a_board_of_three_states_a_card_goes_to_the_square_where_the_middle_pawn_stands(int[] squares, Pile? pile) => Assert.Equal(pile, TallyOn(States, squares).Proposal);

    [Theory, Rule("G8")]
    [InlineData(4, new[] { 3, 3, 2 }, Pile.Green)]
    [InlineData(4, new[] { 2, 2, 4 }, Pile.Green)]
    [InlineData(4, new[] { 2, 2, 3 }, Pile.RedNotPresent)]
    [InlineData(4, new[] { 1, 1, 3, 3 }, Pile.RedToImprove)]
    [InlineData(4, new[] { 2, 3 }, null)]
    [InlineData(6, new[] { 3, 3, 3 }, Pile.RedToImprove)]
    [InlineData(6, new[] { 2, 2, 6, 1 }, Pile.RedNotPresent)]
    [InlineData(6, new[] { 4, 4, 3 }, Pile.Green)]
    public void Where_one_agrees_or_not_it_is_not_present_when_most_clearly_disagree(int steps, int[] squares, Pile? pile) =>
        Assert.Equal(pile, TallyOn(Board.Of(BoardKind.Agreement, Enumerable.Range(1, steps).Select(step => $"stap {step}")), squares).Proposal);

    [Theory, Rule("G8")]
    [InlineData(new[] { 5, 4, 1 }, Pile.Green)]
    [InlineData(new[] { 2, 2, 2 }, Pile.RedToImprove)]
    [InlineData(new[] { 1, 1, 5 }, Pile.RedNotPresent)]
    [InlineData(new[] { 3, 3 }, null)]
    public void Own_words_run_from_the_least_to_the_most_and_are_added_up_as_ours(int[] squares, Pile? pile) =>
        Assert.Equal(pile, TallyOn(Board.Of(BoardKind.OwnWords, ["nooit", "zelden", "soms", "vaak", "altijd"]), squares).Proposal);

    [Fact, Rule("G8")]
    public void A_table_of_three_states_lays_its_card_where_the_middle_pawn_stands() => OnStates
        .After(Place(Anna, 3), Place(Bram, 3), Place(Chaima, 1), Reveal(Anna), new SkipSecondPlacement(Anna, AnnasPhone, Monday))
        .When(new LayCard(Bram, BramsPhone, Pile.RedToImprove, Monday)).Then(new CardLaid(Pile.RedToImprove, Pile.Green));

    [Fact, Rule("G3")]
    public void There_are_as_many_squares_as_the_board_has() => OnStates.When(Place(Anna, 4)).ThenRefused(Reason.SquareUnknown);

    [Fact]
    public void Two_boards_with_the_same_words_and_another_rule_are_not_the_same() => Assert.NotEqual(States, States with { Kind = BoardKind.OwnWords });

    private static Story<Table, TableCommand, TableEvent> OnStates => Nothing.Given(new TableLaid(new(Guid.Empty, 1, "leerklimaat", States, 3))).After(
        new TakeSeat(AnnasPhone, "Anna", "code-anna", "", Monday), new TakeSeat(BramsPhone, "Bram", "code-bram", "", Monday), new TakeSeat(ChaimasPhone, "", "code-chaima", "", Monday),
        new OpenGame(Monday), Choose(Anna, Safety));

    private static Tally TallyOn(Board board, int[] squares) => Tally.Of(board, squares.Select((square, seat) => new Placement(new(seat + 1), new(square))));
}
