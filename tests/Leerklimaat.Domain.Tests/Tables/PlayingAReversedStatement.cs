using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>Of what the card says the less the better: the squares say what they say, and count the other way round.</summary>
[Rule("G17")]
public class PlayingAReversedStatement : ATable
{
    private static readonly Board States = Board.Of(BoardKind.States, ["niet aanwezig", "nog verbetering nodig", "al aanwezig"]), Agreement = Board.Of(BoardKind.Agreement, ["1", "2", "3", "4"]);

    public static TheoryData<Board> EveryBoard => [Board.Default, States, Agreement, Board.Of(BoardKind.Agreement, ["1", "2", "3", "4", "5", "6"]), Board.Of(BoardKind.OwnWords, ["nooit", "zelden", "soms", "vaak", "altijd"])];

    [Theory, Rule("G8"), MemberData(nameof(EveryBoard))]
    public void Its_pile_and_its_points_are_those_of_the_mirrored_squares(Board board)
    {
        var last = board.Squares.Length;
        foreach (var squares in from one in Enumerable.Range(0, last + 1) from two in Enumerable.Range(0, last + 1) from three in Enumerable.Range(0, last + 1) select new[] { one, two, three })
            Assert.Equal(TallyOn(board, [.. squares.Select(square => square == 0 ? 0 : last + 1 - square)]), TallyOn(board.Reversed(), squares));
    }

    [Theory, MemberData(nameof(EveryBoard))]
    public void A_board_that_is_reversed_twice_is_the_ordinary_one(Board board)
    {
        Assert.True(board.Reversed().IsReversed);
        Assert.Equal(board, board.Reversed().Reversed());
        Assert.Equal(board.Squares.Select(square => square.Words), board.Reversed().Squares.Select(square => square.Words));
    }

    [Fact, Rule("G8")]
    public void Where_nothing_of_it_is_there_the_card_goes_to_green() => Lying(1, 1, 2)
        .When(new LayCard(Bram, BramsPhone, Pile.Green, Monday)).Then(new CardLaid(Pile.Green, Pile.Green));

    [Fact, Rule("G8")]
    public void Where_it_is_there_in_full_the_good_climate_is_not_present() => Lying(4, 4, 3)
        .When(new LayCard(Bram, BramsPhone, Pile.RedNotPresent, Monday)).Then(new CardLaid(Pile.RedNotPresent, Pile.RedNotPresent));

    [Fact]
    public void The_event_of_the_choice_remembers_it_whatever_becomes_of_the_deck() => Seated.When(Reversed(Safety)).Then(new CardChosen(1, Safety, RoundKind.Statement, ChosenBy.Picked, Anna, Monday) { IsReversed = true });

    [Fact, Rule("G5")]
    public void Who_stands_farthest_tells_first_as_with_any_statement() => Assert.Equal(
        Seated.After(Choose(Anna, Safety), Place(Anna, 2), Place(Bram, 1), Place(Chaima, 4), Reveal(Anna)).State.TellingOrder,
        Seated.After(Reversed(Safety), Place(Anna, 2), Place(Bram, 1), Place(Chaima, 4), Reveal(Anna)).State.TellingOrder);

    [Fact, Rule("T7")]
    public void On_paper_it_counts_the_same()
    {
        PaperRound paper = new(null, Safety, null, [new(Anna, new(1)), new(Bram, new(1)), new(Chaima, new(2))], [], [], null, []);
        Assert.Equal(Pile.RedNotPresent, Entered(paper).Pile);
        Assert.Equal(Pile.Green, Entered(paper with { IsReversed = true }).Pile);

        static Round Entered(PaperRound paper) => Seated.After(new EnterPaperRound(paper, Monday)).State.Played.Single();
    }

    private static Story<Table, TableCommand, TableEvent> Lying(int anna, int bram, int chaima) =>
        Seated.After(Reversed(Safety), Place(Anna, anna), Place(Bram, bram), Place(Chaima, chaima), Reveal(Anna), new SkipSecondPlacement(Anna, AnnasPhone, Monday));

    private static ChooseCard Reversed(CardId card) => Choose(Anna, card) with { IsReversed = true };

    private static Tally TallyOn(Board board, int[] squares) => Tally.Of(board, squares.Select((square, seat) => new Placement(new(seat + 1), new(square))));
}
