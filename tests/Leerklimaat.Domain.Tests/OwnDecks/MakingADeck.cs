using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.OwnDecks;

/// <summary>Writing the cards of a deck, alone and with two at a time.</summary>
[Rule("G14")]
public class MakingADeck : AnOwnDeck
{
    [Fact]
    public void A_deck_begins_once() => Begun.When(new BeginDeck(Words with { Title = "Een andere" }, "other", Monday)).ThenNothing();

    [Fact]
    public void A_deck_without_a_name_is_not_begun() => Nothing.When(new BeginDeck(Words with { Title = "" }, Key, Monday)).ThenRefused(Reason.TitleEmpty);

    [Fact]
    public void Nor_one_with_a_card_of_a_factor_that_it_has_not() => Nothing.When(new BeginDeck(Words with { Factors = [Safety] }, Key, Monday)).ThenRefused(Reason.DeckBroken);

    [Fact]
    public void One_without_cards_is_begun_to_write_them() => Nothing.When(new BeginDeck(Words with { Cards = [], Factors = [], Sets = [] }, Key, Monday)).Then(new DeckBegun(Words with { Cards = [], Factors = [], Sets = [] }, Key, Monday));

    [Fact]
    public void A_card_is_added_where_it_belongs()
    {
        var card = First with { Id = "fourth", Text = "Je leert van een fout." };
        Assert.Equal(["first", "fourth", "second", "third"], Begun.When(new AddCard(card, 1, Monday)).Then(new CardAdded(card, 1)).State.Draft!.Cards.Select(one => one.Id));
    }

    [Fact]
    public void A_place_beyond_the_last_is_the_end() => Begun.When(new AddCard(First with { Id = "fourth" }, 99, Monday)).Then(new CardAdded(First with { Id = "fourth" }, 3));

    [Fact]
    public void The_same_card_twice_is_one() => Begun.When(new AddCard(First, 0, Monday)).ThenNothing();

    [Theory, InlineData(0), InlineData(201)]
    public void A_card_says_something_that_fits_on_it(int length) =>
        Begun.When(new ChangeCard(Changed(First, new string('a', length)), 0, Monday)).ThenRefused(length == 0 ? new Refusal(Reason.CardTextEmpty) : new(Reason.CardTextTooLong, 200));

    [Fact]
    public void Plain_words_are_at_most_twenty() =>
        Begun.When(new ChangeCard(First with { Plain = string.Join(' ', Enumerable.Repeat("woord", 21)) }, 0, Monday)).ThenRefused(new Refusal(Reason.CardPlainTooLong, 20));

    [Fact]
    public void A_card_belongs_to_a_factor_and_a_set_that_there_are()
    {
        Begun.When(new ChangeCard(First with { Factor = "gone" }, 0, Monday)).ThenRefused(Reason.FactorGone);
        Begun.When(new ChangeCard(First with { Set = "gone" }, 0, Monday)).ThenRefused(Reason.SetGone);
        Begun.When(new ChangeCard(First with { Theme = "gone" }, 0, Monday)).ThenRefused(Reason.ThemeGone);
    }

    [Fact]
    public void There_is_one_practice_card()
    {
        var practice = First with { Id = "practice", Kind = CardKind.Practice, Set = "" };
        Begun.After(new AddCard(practice, 0, Monday)).When(new AddCard(practice with { Id = "another" }, 0, Monday)).ThenRefused(Reason.OnePracticeCard);
    }

    [Fact]
    public void Of_two_who_change_one_card_the_second_is_told_and_nothing_is_lost()
    {
        var story = Begun.After(new ChangeCard(Changed(First, "Van de een."), 0, Monday));
        story.When(new ChangeCard(Changed(First, "Van de ander."), 0, Monday)).ThenRefused(Reason.CardChangedMeanwhile);
        Assert.Equal("Van de een.", story.State.Draft!.Find("first")!.Text);
        story.When(new ChangeCard(Changed(First, "Van de ander."), 1, Monday)).Then(new CardChanged(Changed(First, "Van de ander.")));
    }

    [Fact]
    public void Two_who_change_two_cards_are_in_nobodys_way() =>
        Begun.After(new ChangeCard(Changed(First, "Van de een."), 0, Monday)).When(new ChangeCard(Changed(Second, "Van de ander."), 0, Monday)).Then(new CardChanged(Changed(Second, "Van de ander.")));

    [Fact]
    public void Who_changes_what_another_removed_is_told() => Begun.After(new RemoveCard("first", Monday)).When(new ChangeCard(Changed(First, "Nog iets."), 0, Monday)).ThenRefused(Reason.CardGone);

    [Fact]
    public void To_save_what_stands_there_changes_nothing() => Begun.When(new ChangeCard(First, 0, Monday)).ThenNothing();

    [Fact]
    public void A_card_is_laid_elsewhere() =>
        Assert.Equal(["third", "first", "second"], Begun.When(new MoveCard("third", 0, Monday)).Then(new CardMoved("third", 0)).State.Draft!.Cards.Select(card => card.Id));

    [Fact]
    public void Where_it_lies_already_nothing_happens() => Begun.When(new MoveCard("third", 99, Monday)).ThenNothing();

    [Fact]
    public void What_was_removed_can_be_put_back_where_it_lay()
    {
        var story = Begun.After(new RemoveCard("second", Monday));
        Assert.Equal(["first", "third"], story.State.Draft!.Cards.Select(card => card.Id));
        Assert.Equal(["first", "second", "third"], story.When(new PutCardBack(Monday)).Then(new CardPutBack(Second, 1)).State.Draft!.Cards.Select(card => card.Id));
        story.When(new PutCardBack(Monday)).ThenNothing();
    }

    [Fact]
    public void Not_where_its_factor_has_gone_meanwhile() =>
        Begun.After(new RemoveCard("third", Monday), new RemoveFactor("courage", Monday)).When(new PutCardBack(Monday)).ThenRefused(Reason.FactorGone);

    [Fact]
    public void A_factor_that_cards_have_stays() => Begun.When(new RemoveFactor("safety", Monday)).ThenRefused(new Refusal(Reason.FactorHasCards, 2));

    [Fact]
    public void A_new_factor_gets_a_sign_that_is_free()
    {
        var added = Begun.When(new AddFactor(new("trust", "Vertrouwen", ""), Monday)).State.Draft!.Factors[^1];
        Assert.Contains(added.Sign, Signs.All.Except(["birdhouse", "bee"]));
    }

    [Fact]
    public void Two_factors_of_one_name_would_be_one() => Begun.When(new AddFactor(new("trust", "VEILIGHEID", ""), Monday)).ThenRefused(Reason.DeckNameTwice);

    [Fact]
    public void A_factor_keeps_its_sign_under_another_name() =>
        Begun.When(new ChangeFactor(new("safety", "Vertrouwd", ""), 0, Monday)).Then(new FactorChanged(Safety with { Name = "Vertrouwd", Source = "" }));

    [Fact]
    public void A_set_with_cards_stays_and_an_empty_one_goes()
    {
        Begun.When(new RemoveSet("source", Monday)).ThenRefused(new Refusal(Reason.SetHasCards, 1));
        Begun.After(new RemoveCard("third", Monday)).When(new RemoveSet("source", Monday)).Then(new SetRemoved("source"));
    }

    [Fact]
    public void A_theme_is_added_named_anew_given_to_a_card_and_goes_when_no_card_has_it()
    {
        Theme added = new("lead", "Leiderschap"), named = new("lead", "Leiding geven");
        var with = Begun.When(new AddTheme(added, Monday)).Then(new ThemeAdded(added));
        with.When(new AddTheme(added, Monday)).ThenNothing();
        with.When(new AddTheme(new("other", "LEIDERSCHAP"), Monday)).ThenRefused(Reason.DeckNameTwice);
        with.When(new ChangeTheme(new("gone", "Weg"), 0, Monday)).ThenRefused(Reason.ThemeGone);
        var changed = with.When(new ChangeTheme(named, 0, Monday)).Then(new ThemeChanged(named));
        changed.When(new ChangeTheme(added, 0, Monday)).ThenRefused(Reason.CardChangedMeanwhile);
        var given = changed.After(new ChangeCard(First with { Theme = "lead" }, 0, Monday));
        given.When(new RemoveTheme("lead", Monday)).ThenRefused(new Refusal(Reason.ThemeHasCards, 1));
        given.After(new ChangeCard(First, 1, Monday)).When(new RemoveTheme("lead", Monday)).Then(new ThemeRemoved("lead"));
    }

    [Fact]
    public void A_deck_has_not_more_themes_than_somebody_can_tell_apart() =>
        Enumerable.Range(1, DeckCheck.MostThemes).Aggregate(Begun, (story, number) => story.After(new AddTheme(new($"t{number}", $"Thema {number}"), Monday))).When(new AddTheme(new("more", "Nog een"), Monday)).ThenRefused(new Refusal(Reason.TooManyThemes, DeckCheck.MostThemes));

    [Fact]
    public void A_set_can_stand_apart() => Begun.When(new ChangeSet(Ours with { IsApart = true }, 0, Monday)).Then(new SetChanged(Ours with { IsApart = true }));

    [Fact, Rule("G13")]
    public void A_board_of_two_squares_is_refused() =>
        Begun.When(new ChooseDeckBoard(Board.Of(BoardKind.OwnWords, ["niet", "wel"]), null, Monday)).ThenRefused(new Refusal(Reason.BoardSquaresWrong, 3, 7));

    [Fact, Rule("G11")]
    public void The_board_of_a_case_is_chosen_beside_it()
    {
        var (board, cases) = (Board.Of(BoardKind.OwnWords, ["nooit", "soms", "altijd"]), Board.Of(BoardKind.Approach, ["werkt niet", "werkt wat", "werkt goed"]));
        Begun.When(new ChooseDeckBoard(board, cases, Monday)).Then(new BoardChosen(board, cases));
    }

    [Fact]
    public void A_deck_has_an_end()
    {
        var full = Words with { Cards = [.. Enumerable.Range(0, DeckCheck.MostCards).Select(number => First with { Id = $"card-{number}" })] };
        Nothing.After(new BeginDeck(full, Key, Monday)).When(new AddCard(Second, 0, Monday)).ThenRefused(new Refusal(Reason.TooManyCards, DeckCheck.MostCards));
    }

    [Fact]
    public void Of_two_who_describe_it_the_second_is_told()
    {
        var words = DeckWords.Of(Words);
        Begun.After(new DescribeDeck(words with { Author = "Wij" }, 0, Monday)).When(new DescribeDeck(words with { Author = "Zij" }, 0, Monday)).ThenRefused(Reason.DeckChangedMeanwhile);
    }

    [Fact]
    public void What_others_think_of_a_card_stays_until_something_was_done_with_it()
    {
        var id = new Guid(1, 0, 0, new byte[8]);
        var story = Begun.When(new CommentOnCard(id, "first", "Wat bedoel je?", Monday)).Then(new CardCommented(id, "first", "Wat bedoel je?", Monday));
        story.When(new SettleComment(id, Monday)).Then(new CommentSettled(id));
        story.When(new SettleComment(id, Monday)).ThenNothing();
    }

    [Fact]
    public void Nothing_is_said_of_a_card_that_has_gone() => Begun.When(new CommentOnCard(Guid.NewGuid(), "gone", "Hm", Monday)).ThenRefused(Reason.CardGone);

    [Fact, Rule("W9")]
    public void In_the_bin_nothing_is_changed_until_it_is_put_back()
    {
        var story = Begun.After(new BinDeck(Monday));
        story.When(new RemoveCard("first", Monday)).ThenRefused(Reason.DeckBinned);
        story.When(new RestoreDeck(Monday)).Then(new DeckRestored(Monday));
        story.When(new RemoveCard("first", Monday)).Then(new CardRemoved("first"));
    }
}
