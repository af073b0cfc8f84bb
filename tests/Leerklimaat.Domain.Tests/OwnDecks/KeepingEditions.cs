using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.OwnDecks;

/// <summary>An edition is what was played: it never changes.</summary>
[Rule("G15")]
public class KeepingEditions : AnOwnDeck
{
    [Fact]
    public void A_first_edition_has_the_number_one_and_its_day()
    {
        var newest = Begun.When(new MakeEdition(Today, "De eerste", Monday)).Then(new EditionMade(1, Today, "De eerste", Monday)).State.Newest!;
        Assert.Equal((1, Today, "De eerste"), (newest.Deck.Edition, newest.Deck.Date!.Value, newest.Note));
        Assert.Equal(Words.Cards.AsEnumerable(), newest.Deck.Cards);
    }

    [Fact]
    public void Without_a_change_there_is_no_second() => Made.When(new MakeEdition(Today, "Nog eens", Monday)).ThenNothing();

    [Fact]
    public void What_is_changed_after_it_does_not_change_it()
    {
        var story = Made.After(new ChangeCard(Changed(First, "Anders."), 0, Monday), new RemoveCard("second", Monday));
        Assert.True(story.State.HasNews);
        Assert.Equal(Words.Cards.AsEnumerable(), story.State.Newest!.Deck.Cards);
        story.When(new MakeEdition(Today, "", Monday)).Then(new EditionMade(2, Today, "", Monday));
        Assert.Equal([3, 2], story.State.Editions.Select(made => made.Deck.Cards.Length));
    }

    [Fact]
    public void What_is_changed_and_changed_back_is_no_news() =>
        Assert.False(Made.After(new ChangeCard(Changed(First, "Anders."), 0, Monday), new ChangeCard(First, 1, Monday)).State.HasNews);

    [Theory]
    [InlineData("card"), InlineData("order"), InlineData("board"), InlineData("words"), InlineData("factor"), InlineData("set")]
    public void Whatever_is_changed_is_news(string what) => Assert.True(Made.After(what switch
    {
        "card" => new ChangeCard(Changed(First, "Anders."), 0, Monday),
        "order" => new MoveCard("third", 0, Monday),
        "board" => new ChooseDeckBoard(Board.Of(BoardKind.OwnWords, ["nooit", "soms", "altijd"]), null, Monday),
        "words" => new DescribeDeck(DeckWords.Of(Words) with { Author = "Wij" }, 0, Monday),
        "factor" => new AddFactor(new("trust", "Vertrouwen", ""), Monday),
        _ => (DeckCommand)new ChangeSet(Ours with { Name = "Anders" }, 0, Monday),
    }).State.HasNews);

    [Fact]
    public void A_deck_without_a_statement_becomes_none() =>
        Nothing.After(new BeginDeck(Words with { Cards = [] }, Key, Monday)).When(new MakeEdition(Today, "", Monday)).ThenRefused(Reason.DeckHasNoStatement);

    [Fact]
    public void What_was_brought_along_as_an_edition_is_one_and_the_next_comes_after_it()
    {
        var story = Nothing.After(new BeginDeck(Words with { Edition = 4, Date = Today }, Key, Monday));
        Assert.Equal((4, false), (story.State.Newest!.Deck.Edition, story.State.HasNews));
        story.After(new RemoveCard("third", Monday)).When(new MakeEdition(Today, "", Monday)).Then(new EditionMade(5, Today, "", Monday));
    }

    [Fact]
    public void Between_two_editions_one_sees_what_came_what_went_and_what_was_changed()
    {
        var after = Words with { Cards = [Third, Changed(First, "Anders."), Second with { Id = "fourth" }] };
        var changes = DeckChanges.Between(Words, after);
        Assert.Equal(["fourth"], changes.Added.Select(card => card.Id));
        Assert.Equal(["second"], changes.Removed.Select(card => card.Id));
        Assert.Equal([(First.Text, "Anders.")], changes.Changed.Select(pair => (pair.Before.Text, pair.After.Text)));
        Assert.Equal((1, false, false), (changes.Moved, changes.IsBoardChanged, changes.IsNothing));
    }

    [Fact]
    public void A_card_that_was_moved_to_the_front_is_one_and_not_all_that_it_passed() => Assert.Equal(1, DeckChanges.Between(Words, Words with { Cards = [Third, First, Second] }).Moved);

    [Fact]
    public void The_same_words_are_no_change() => Assert.True(DeckChanges.Between(Words, Words with { Edition = 2 }).IsNothing);
}
