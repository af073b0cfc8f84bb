using Leerklimaat.Domain.Decks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Decks;

public class CheckingADeck
{
    private static readonly Card Good = new("veiligheid-1", CardKind.Statement, "veiligheid", "factors", "Een stelling.", "Gewoon gezegd.", "S106");

    private static readonly Deck Playable = new("proef", 1, "nl", "Proef", "Wij", "CC0-1.0", "", Board.Default, [new("veiligheid", "Veiligheid", "S106")], [Good]);

    [Fact]
    public void A_good_deck_has_no_findings() => Assert.Empty(DeckCheck.Check(Playable));

    [Theory, InlineData(2), InlineData(8), Rule("G13")]
    public void A_board_has_three_to_seven_squares(int squares) => Finds("board", Playable with { Board = Of(squares) });

    [Theory, InlineData(3), InlineData(7), Rule("G13")]
    public void Three_and_seven_squares_with_own_words_are_allowed(int squares) => Assert.Empty(DeckCheck.Check(Playable with { Board = Of(squares) }));

    [Theory, InlineData(BoardKind.States, 4), InlineData(BoardKind.Agreement, 3), InlineData(BoardKind.Agreement, 5), Rule("G13")]
    public void A_board_of_states_has_three_squares_and_one_of_agreement_four_or_six(BoardKind kind, int squares) => Finds("board", Playable with { Board = Of(squares) with { Kind = kind } });

    [Fact]
    public void Points_rise_along_the_path() => Finds("board", Playable with { Board = new([new("a", 1), new("b", 1), new("c", 3)]) });

    [Fact]
    public void A_card_names_a_factor_of_the_deck() => Finds("veiligheid-1", Playable with { Cards = [Good with { Factor = "moed" }] });

    [Fact]
    public void A_card_stands_in_the_deck_once() => Finds("veiligheid-1", Playable with { Cards = [Good, Good] });

    [Fact]
    public void A_factor_stands_in_the_deck_once() => Finds("veiligheid", Playable with { Factors = [Playable.Factors[0], Playable.Factors[0]] });

    [Fact]
    public void A_sign_is_one_that_can_be_drawn() => Finds("boot", Playable with { Factors = [Playable.Factors[0] with { Sign = "boot" }] });

    [Fact]
    public void A_sign_is_of_one_factor() => Finds("bee", Playable with { Factors = [Playable.Factors[0] with { Sign = "bee" }, new("moed", "Moed", "S107", "bee")] });

    [Fact]
    public void The_plain_version_has_at_most_twenty_words() => Finds("veiligheid-1", Playable with { Cards = [Good with { Plain = string.Join(' ', Enumerable.Repeat("woord", 21)) }] });

    [Fact]
    public void A_statement_fits_on_a_card() => Finds("veiligheid-1", Playable with { Cards = [Good with { Text = new string('a', 201) }] });

    [Fact]
    public void A_deck_without_statements_cannot_be_played() => Finds("cards", Playable with { Cards = [] });

    [Fact]
    public void Nor_one_without_factors() => Finds("factors", Playable with { Factors = [] });

    private static Board Of(int squares) => new([.. Enumerable.Range(1, squares).Select(number => new Square($"vak {number}", number))]);

    private static void Finds(string where, Deck deck) => Assert.Contains(DeckCheck.Check(deck), finding => finding.Where == where);
}
