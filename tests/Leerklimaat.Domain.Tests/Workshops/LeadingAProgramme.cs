using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

public class LeadingAProgramme : AProgramme
{
    [Fact, Rule("W4")]
    public void A_workshop_starts_with_the_parts_of_its_template() => Nothing.When(Start).Then(
        new WorkshopStarted("Samen leren", Code, "leerklimaat", "nl", Board.Default, 90, 8, "key", "recovery", false, Monday),
        new ProgrammeLaid([Welcome, Words, Playing, Harvest, Goodbye]), new TableAdded(One, 1));

    [Fact, Rule("W4")]
    public void It_begins_at_the_first_part() => Started.When(new BeginProgramme(Monday)).Then(new PartReached(Welcome.Id, Monday)).When(new BeginProgramme(Monday)).ThenNothing();

    [Fact, Rule("W10")]
    public void A_beginning_is_taken_back_as_long_as_nobody_went_on() => Begun.After(new StartCountdown(5, Monday), new SendMessage("Welkom", Monday))
        .When(new TakeBackBeginning(After(1))).Then(new BeginningTakenBack(After(1)), new MessageSent("", After(1)), new CountdownSet(null, After(1)))
        .And(workshop => Assert.Equal((null, null, null, -1), (workshop.CurrentPart, workshop.HeldAt, workshop.EndsAt, workshop.Reached)))
        .When(new TakeBackBeginning(After(1))).ThenNothing()
        .After(new BeginProgramme(After(10)), new GoToPart(Words.Id, After(11)), new GoToPart(Welcome.Id, After(12))).When(new TakeBackBeginning(After(13))).ThenRefused(Reason.NotNow);

    [Fact, Rule("W10")]
    public void Where_the_game_comes_first_it_stops_with_the_beginning_that_is_taken_back() => Nothing.After(Start with { Parts = [Playing, Goodbye] }, new BeginProgramme(Monday))
        .When(new TakeBackBeginning(After(1))).Then(new BeginningTakenBack(After(1)), new GameHalted(After(1)));

    [Fact, Rule("R1")]
    public void It_was_held_when_its_programme_began_and_not_when_it_was_made() => Started
        .And(workshop => Assert.Null(workshop.HeldAt))
        .When(new BeginProgramme(After(3 * 24 * 60))).And(workshop => Assert.Equal(After(3 * 24 * 60), workshop.HeldAt))
        .When(new GoToPart(Playing.Id, After(4 * 24 * 60))).And(workshop => Assert.Equal(After(3 * 24 * 60), workshop.HeldAt));

    [Fact, Rule("W4")]
    public void The_facilitator_goes_forward_and_back_and_nothing_is_lost() => Begun
        .When(new GoToPart(Words.Id, Monday)).Then(new PartReached(Words.Id, Monday)).When(new GoToPart(Words.Id, Monday)).ThenNothing()
        .When(new GoToPart(Welcome.Id, Monday)).Then(new PartReached(Welcome.Id, Monday))
        .And(workshop => Assert.Equal((Welcome.Id, Words.Id, 5, 1), (workshop.Current!.Value, workshop.Next!.Id, workshop.Programme.Length, workshop.Reached)));

    [Fact, Rule("W4")]
    public void A_message_ends_with_the_part_that_it_was_written_in() => Begun.After(new SendMessage("Pak je telefoon", Monday, Minutes: 5))
        .When(new GoToPart(Welcome.Id, Monday)).ThenNothing()
        .When(new GoToPart(Words.Id, After(3))).Then(new PartReached(Words.Id, After(3)), new MessageSent("", After(3)))
        .And(workshop => Assert.Equal(("", null), (workshop.Message, workshop.MessageEndsAt)))
        .When(new GoToPart(Playing.Id, After(4))).Then(new PartReached(Playing.Id, After(4)), new GameStarted(After(4)));

    [Fact, Rule("W4")]
    public void A_countdown_ends_with_the_part_that_it_was_begun_in() => Begun.After(new StartCountdown(5, Monday))
        .When(new GoToPart(Welcome.Id, Monday)).ThenNothing()
        .When(new GoToPart(Words.Id, After(3))).Then(new PartReached(Words.Id, After(3)), new CountdownSet(null, After(3)));

    [Fact, Rule("W4")]
    public void How_to_join_goes_from_the_wall_with_the_part() => Begun.After(new ShowJoining(true, Monday)).After(new GoToPart(Words.Id, Monday)).And(workshop => Assert.False(workshop.IsJoiningShown));

    [Fact, Rule("W4")]
    public void Going_to_the_game_opens_it() => Begun.When(new GoToPart(Playing.Id, Monday)).Then(new PartReached(Playing.Id, Monday), new GameStarted(Monday));

    [Fact, Rule("W4")]
    public void Starting_the_game_means_going_to_it() => Begun.When(new StartGame(Monday)).Then(new PartReached(Playing.Id, Monday), new GameStarted(Monday)).When(new StartGame(Monday)).ThenNothing();

    [Fact, Rule("W4")]
    public void Leaving_the_game_stops_nothing() => Begun.After(new GoToPart(Playing.Id, Monday)).When(new GoToPart(Harvest.Id, Monday)).Then(new PartReached(Harvest.Id, Monday)).And(workshop => Assert.Equal(GameState.Open, workshop.Game));

    [Fact, Rule("W4")]
    public void A_game_that_was_stopped_opens_again_where_we_are() =>
        Begun.After(new GoToPart(Playing.Id, Monday), new HaltGame(Monday)).When(new StartGame(Monday)).Then(new GameStarted(Monday));

    [Fact]
    public void There_is_nothing_before_the_first_part_and_nothing_after_the_last() => Begun
        .And(workshop => Assert.Null(workshop.Previous)).After(new GoToPart(Goodbye.Id, Monday)).And(workshop => Assert.Null(workshop.Next));

    [Fact, Rule("W4")]
    public void The_next_step_begins_goes_on_and_closes() => Started
        .And(workshop => Assert.Equal(new BeginProgramme(Monday), workshop.NextStep(Monday))).After(new BeginProgramme(Monday))
        .And(workshop => Assert.Equal(new GoToPart(Words.Id, Monday), workshop.NextStep(Monday))).After(new GoToPart(Goodbye.Id, Monday))
        .And(workshop => Assert.Equal(new CloseWorkshop(Monday), workshop.NextStep(Monday))).After(new CloseWorkshop(Monday))
        .And(workshop => Assert.Null(workshop.NextStep(Monday)));

    [Fact, Rule("W4")]
    public void What_the_next_step_would_bring_is_foreseen_without_taking_it() => Begun.After(new GoToPart(Words.Id, Monday)).And(workshop =>
    {
        var foreseen = workshop.Foreseen(After(1));
        Assert.Equal((Playing, GameState.Open), (foreseen.CurrentPart, foreseen.Game));
        Assert.Equal((Words, GameState.NotOpened), (workshop.CurrentPart, workshop.Game));
        Assert.Equal(After(1), workshop.Foreseen(After(1)).OpenedAt);
    });

    [Fact]
    public void A_part_that_is_not_in_the_programme_is_refused() => Begun.When(new GoToPart(new(Guid.Empty), Monday)).ThenRefused(Reason.PartUnknown);

    [Fact]
    public void A_workshop_from_before_there_were_programmes_still_plays() => Nothing
        .Given(new WorkshopStarted("Oud", Code, "leerklimaat", "nl", Board.Default, 90, 8, "key", "recovery", false, Monday), new GameStarted(Monday))
        .And(workshop => Assert.Null(workshop.CurrentPart)).When(new HaltGame(Monday)).Then(new GameHalted(Monday)).When(new StartGame(Monday)).Then(new GameStarted(Monday))
        .When(new BeginProgramme(Monday)).ThenRefused(Reason.PartUnknown);
}
