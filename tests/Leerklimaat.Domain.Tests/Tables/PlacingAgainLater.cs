using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G7")]
public class PlacingAgainLater : ATable
{
    private static Story<Table, TableCommand, TableEvent> AtTheEnd(SecondMoment moment = SecondMoment.AtTheEnd) => Laid.After(
        new SetSecondMoment(moment, Monday), new TakeSeat(AnnasPhone, "Anna", "a", "", Monday), new TakeSeat(BramsPhone, "Bram", "b", "", Monday), new OpenGame(Monday));

    private static Story<Table, TableCommand, TableEvent> OneHeld(SecondMoment moment = SecondMoment.AtTheEnd) => Hold(AtTheEnd(moment), Safety, 1);

    private static Story<Table, TableCommand, TableEvent> TwoHeld(SecondMoment moment = SecondMoment.AtTheEnd) => Hold(OneHeld(moment), Openness, 2);

    private static readonly OpenSecondPlacement Again = new(Anna, AnnasPhone, true, Monday);

    private static readonly TakeHeldCard Take = new(Bram, BramsPhone, Monday);

    private static readonly LayCard Lay = new(Anna, AnnasPhone, Pile.Green, Monday);

    [Fact]
    public void By_default_a_table_places_again_right_after_the_talk() => Assert.Equal(SecondMoment.AfterTheTalk, Laid.State.SecondMoment);

    [Fact]
    public void The_moment_is_told_once() => Laid
        .When(new SetSecondMoment(SecondMoment.AtTheEnd, Monday)).Then(new SecondMomentSet(SecondMoment.AtTheEnd))
        .When(new SetSecondMoment(SecondMoment.AtTheEnd, Monday)).ThenNothing();

    [Fact]
    public void After_the_talk_a_card_waits_and_the_next_can_be_chosen() => AtTheEnd()
        .After(Choose(Anna, Safety), Place(Anna, 1), Place(Bram, 2), Reveal(Anna), Tell(Anna), Tell(Bram))
        .When(new OpenSecondPlacement(Bram, BramsPhone, false, Monday)).Then(new CardHeld())
        .And(table => Assert.Equal((null, Safety, null), (table.Round, Assert.Single(table.Held).Card, table.Played[0].Pile)))
        .When(Choose(Bram, Openness)).Then(new CardChosen(2, Openness, RoundKind.Statement, ChosenBy.Picked, Bram, Monday));

    [Fact, Rule("T5")]
    public void Not_everybody_has_told_yet_is_asked_as_always() => AtTheEnd()
        .After(Choose(Anna, Safety), Place(Anna, 1), Place(Bram, 2), Reveal(Anna), Tell(Anna))
        .When(new OpenSecondPlacement(Bram, BramsPhone, false, Monday)).ThenRefused(new Refusal(Reason.NotEverybodyReady, 1, 2));

    [Fact]
    public void All_held_cards_are_placed_again_in_a_row_added_up_and_laid() => TwoHeld()
        .When(Take).Then(new HeldCardTaken(1, Monday))
        .And(table => Assert.Equal((Safety, Phase.SecondPlacement, new Domain.Tables.Place(1)), (table.Round!.Card, table.Round.Phase, table.Round.FirstOf(Anna)!.Value)))
        .After(Place(Anna, 3), Place(Bram, 4), Reveal(Bram))
        .When(Lay).Then(new CardLaid(Pile.Green, Pile.Green), new HeldCardTaken(2, Monday))
        .After(Place(Anna, 3, round: 2), Place(Bram, 4, round: 2), Reveal(Bram))
        .When(Lay).Then(new CardLaid(Pile.Green, Pile.Green))
        .And(table => Assert.Equal((null, 2, 0), (table.Round, table.Played.Count(round => round.Pile == Pile.Green && !round.Second.IsEmpty), table.Held.Count())));

    [Fact]
    public void It_is_private_and_turns_over_like_the_first() => OneHeld().After(Take, Place(Anna, 3)).When(Reveal(Anna)).ThenRefused(new Refusal(Reason.NotEverybodyReady, 1, 2));

    [Fact, Rule("W10")]
    public void After_the_plenary_the_cards_wait_again_when_it_was_too_early_and_what_was_begun_is_finished() => TwoHeld(SecondMoment.AfterThePlenary)
        .When(new CloseHeldCards(Monday)).ThenNothing()
        .After(new OpenHeldCards(Monday), Take, Place(Anna, 3), Place(Bram, 4))
        .When(new CloseHeldCards(Monday)).Then(new HeldCardsClosed())
        .After(Reveal(Bram)).When(Lay).Then(new CardLaid(Pile.Green, Pile.Green))
        .When(Take).ThenRefused(Reason.HeldUntilPlenary);

    [Fact]
    public void While_a_card_lies_on_the_table_the_others_wait() => OneHeld().After(Choose(Anna, Openness)).When(Take).ThenRefused(Reason.RoundIsRunning);

    [Fact]
    public void Where_nothing_waits_there_is_nothing_to_place() => AtTheEnd().When(Take).ThenRefused(Reason.NotNow);

    [Fact, Rule("L2")]
    public void Taking_them_twice_takes_one() => OneHeld().After(Take).When(Take).ThenRefused(Reason.RoundIsRunning);

    [Fact]
    public void After_the_plenary_the_facilitator_opens_it() => OneHeld(SecondMoment.AfterThePlenary)
        .When(new OpenHeldCards(Monday)).Then(new HeldCardsOpened())
        .When(new OpenHeldCards(Monday)).ThenNothing()
        .When(Take).Then(new HeldCardTaken(1, Monday));

    [Fact]
    public void And_not_the_table() => OneHeld(SecondMoment.AfterThePlenary).When(Take).ThenRefused(Reason.HeldUntilPlenary);

    [Fact]
    public void A_card_that_is_played_after_the_plenary_does_not_wait() => OneHeld(SecondMoment.AfterThePlenary)
        .After(new OpenHeldCards(Monday), Choose(Anna, Openness), Place(Anna, 1, round: 2), Place(Bram, 2, round: 2), Reveal(Anna))
        .When(Again).Then(new SecondPlacementOpened());

    [Fact]
    public void A_practice_card_does_not_wait() => AtTheEnd()
        .After(Choose(Anna, Practice, RoundKind.Practice), Place(Anna, 1), Place(Bram, 2), Reveal(Anna)).When(Again).Then(new SecondPlacementOpened());

    [Fact]
    public void A_card_may_skip_it_and_is_laid_at_once() => AtTheEnd()
        .After(Choose(Anna, Safety), Place(Anna, 4), Place(Bram, 4), Reveal(Anna), new SkipSecondPlacement(Anna, AnnasPhone, Monday))
        .When(Lay).Then(new CardLaid(Pile.Green, Pile.Green));

    [Fact, Rule("W10")]
    public void A_step_back_brings_a_held_card_back_to_its_talk() => OneHeld()
        .When(new StepBack(Monday)).Then(new CardTakenBack(1))
        .And(table => Assert.Equal((Phase.Telling, 0), (table.Round!.Phase, table.Held.Count())))
        .When(Again).Then(new CardHeld());

    private static Story<Table, TableCommand, TableEvent> Hold(Story<Table, TableCommand, TableEvent> story, CardId card, int round) =>
        story.After(Choose(Anna, card), Place(Anna, 1, round), Place(Bram, 2, round), Reveal(Anna), Again);
}
