using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

/// <summary>After the plenary the tables place again, as a part of the programme that everybody goes to.</summary>
[Rule("G7"), Rule("W4")]
public class PlacingAgainAsAPart : AProgramme
{
    private static readonly Part Again = PartOf(8, PartKind.PlacingAgain, "Opnieuw leggen", 15);

    private static readonly ChooseSecondMoment AfterThePlenary = new(SecondMoment.AfterThePlenary, Monday, Again), AfterTheTalk = new(SecondMoment.AfterTheTalk, Monday);

    [Fact]
    public void Choosing_it_lays_the_part_behind_the_plenary() => Started.When(AfterThePlenary)
        .Then(new SecondMomentChosen(SecondMoment.AfterThePlenary), new PartsAdded([Again with { Edition = 1 }], 4))
        .And(workshop => Assert.Equal([Harvest.Id, Again.Id, Goodbye.Id], workshop.Programme.TakeLast(3).Select(part => part.Id)))
        .When(AfterThePlenary).ThenNothing();

    [Fact]
    public void Choosing_another_moment_takes_it_away() => Started.After(AfterThePlenary).When(AfterTheTalk).Then(new SecondMomentChosen(SecondMoment.AfterTheTalk), new PartRemoved(Again.Id));

    [Fact]
    public void A_programme_that_has_it_gets_no_second_one() => Started.After(new AddParts([Again], 2, Monday), AfterTheTalk).After(new AddParts([Again], 2, Monday))
        .And(workshop => Assert.Single(workshop.Programme, part => part.Kind == PartKind.PlacingAgain));

    [Fact]
    public void Without_a_programme_only_the_moment_is_chosen() => Nothing.After(Start with { Parts = [] }).When(AfterThePlenary).Then(new SecondMomentChosen(SecondMoment.AfterThePlenary));

    [Fact]
    public void Adding_the_part_says_when_the_tables_place_again() => Started.When(new AddParts([Again], 4, Monday))
        .Then(new PartsAdded([Again with { Edition = 1 }], 4), new SecondMomentChosen(SecondMoment.AfterThePlenary));

    [Fact]
    public void So_does_making_a_part_into_it() => Started.When(new ChangePart(Goodbye with { Kind = PartKind.PlacingAgain }, Monday))
        .Then(new PartChanged(Goodbye with { Kind = PartKind.PlacingAgain, Edition = 1 }), new SecondMomentChosen(SecondMoment.AfterThePlenary));

    [Fact]
    public void It_is_not_added_when_the_game_has_begun_otherwise() => Begun.After(new GoToPart(Playing.Id, Monday)).When(new AddParts([Again], 4, Monday)).ThenRefused(Reason.GameHasStarted);

    [Fact]
    public void Going_there_opens_the_cards_that_wait_and_the_game() => Begun.After(AfterThePlenary, new GoToPart(Playing.Id, Monday), new GoToPart(Harvest.Id, Monday), new HaltGame(Monday))
        .When(new GoToPart(Again.Id, After(60))).Then(new PartReached(Again.Id, After(60)), new SecondPlacementsOpened(After(60)), new GameStarted(After(60)))
        .After(new GoToPart(Harvest.Id, After(61))).When(new GoToPart(Again.Id, After(62))).Then(new PartReached(Again.Id, After(62)));

    [Fact]
    public void Letting_the_tables_place_again_means_going_there() => Begun.After(AfterThePlenary, new GoToPart(Playing.Id, Monday), new GoToPart(Harvest.Id, Monday))
        .When(new OpenSecondPlacements(After(60))).Then(new PartReached(Again.Id, After(60)), new SecondPlacementsOpened(After(60)))
        .When(new OpenSecondPlacements(After(61))).ThenNothing();

    [Fact, Rule("W10")]
    public void The_cards_wait_again_when_it_was_too_early_and_everybody_goes_back() => Begun.After(AfterThePlenary, new GoToPart(Playing.Id, Monday), new GoToPart(Harvest.Id, Monday))
        .When(new CloseSecondPlacements(After(59))).ThenNothing()
        .After(new GoToPart(Again.Id, After(60)))
        .When(new CloseSecondPlacements(After(61))).Then(new SecondPlacementsClosed(After(61)), new PartReached(Harvest.Id, After(61)))
        .When(new CloseSecondPlacements(After(62))).ThenNothing()
        .When(new GoToPart(Again.Id, After(63))).Then(new PartReached(Again.Id, After(63)), new SecondPlacementsOpened(After(63)));

    [Fact]
    public void Where_the_part_was_taken_out_it_means_going_to_the_game() => Begun.After(AfterThePlenary, new RemovePart(Again.Id, Monday), new GoToPart(Playing.Id, Monday), new GoToPart(Harvest.Id, Monday))
        .When(new OpenSecondPlacements(After(60))).Then(new SecondPlacementsOpened(After(60)), new PartReached(Playing.Id, After(60)))
        .When(new OpenSecondPlacements(After(61))).ThenNothing();
}
