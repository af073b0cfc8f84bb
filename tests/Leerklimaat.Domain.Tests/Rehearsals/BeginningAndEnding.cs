using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Rehearsals;

public class BeginningAndEnding
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly TableId One = Id(1), Two = Id(2), Three = Id(3);
    private static readonly Part Slide = new(new(new Guid(1, 1, 0, new byte[8])), PartKind.Slide, null, "Welkom", 5, "", "", 0), Game = new(new(new Guid(2, 1, 0, new byte[8])), PartKind.Game, null, "Spel", 40, "", "", 0);

    private static Story<Workshop, WorkshopCommand, WorkshopEvent> Started => new Story<Workshop, WorkshopCommand, WorkshopEvent>(Workshop.Empty, Workshop.Decide, Workshop.Evolve).After(
        new StartWorkshop("Samen leren", JoinCode.From([1, 2, 3, 4, 5, 6]), "leerklimaat", "nl", Board.Default, Template.Of(90)!, [One, Two, Three], "key", "recovery", false, Monday, [Slide, Game]));

    private static Story<Workshop, WorkshopCommand, WorkshopEvent> Rehearsing => Started.After(Begin(One, Two));

    [Fact, Rule("W11")]
    public void A_rehearsal_marks_the_tables_that_it_is_given() => Started.When(Begin(One, Two))
        .Then(new RehearsalBegun([One, Two], 4, Tempo.Brisk, Monday))
        .And(workshop => Assert.Equal([true, true, false], workshop.Tables.Select(table => workshop.IsRehearsed(table.Id))));

    [Fact, Rule("W11"), Rule("L2")]
    public void A_second_rehearsal_does_not_begin_beside_the_first() => Rehearsing.When(Begin(Three)).ThenNothing();

    [Fact, Rule("W11")]
    public void Once_the_game_has_been_opened_it_is_too_late_to_rehearse() => Started.After(new StartGame(Monday)).When(Begin(One)).ThenRefused(Reason.GameHasStarted);

    [Fact, Rule("W11")]
    public void Without_an_empty_table_there_is_nowhere_to_sit()
    {
        Started.When(Begin()).ThenRefused(Reason.NoEmptyTable);
        Started.When(Begin(Id(9))).ThenRefused(Reason.NoEmptyTable);
    }

    [Theory, InlineData(1), InlineData(9), Rule("W11")]
    public void So_many_people_do_not_fit_at_a_table(int players) =>
        Started.When(new BeginRehearsal([One], players, Tempo.Real, Monday)).ThenRefused(new Refusal(Reason.RehearsalPlayers, 2, 8));

    [Fact, Rule("W11")]
    public void Where_nobody_sat_all_tables_are_laid_anew_and_the_programme_is_at_its_start() => Rehearsing.After(new BeginProgramme(Monday), new StartGame(Monday), new SendMessage("Proef", Monday))
        .When(End(hasPeople: false, 4, 5, 6))
        .Then(new RehearsalEnded([new(One, Id(4)), new(Two, Id(5)), new(Three, Id(6))], true, 70, Monday))
        .And(workshop =>
        {
            Assert.Equal([(Id(4), 1), (Id(5), 2), (Id(6), 3)], workshop.Tables.Select(table => (table.Id, table.Number)));
            Assert.Equal((GameState.NotOpened, null, null, ""), (workshop.Game, workshop.Current, workshop.EndsAt, workshop.Message));
            Assert.Null(workshop.Rehearsal);
            Assert.Equal([One, Two, Three], workshop.ToErase!.Tables);
            Assert.Equal(70, workshop.ErasedEvents);
        });

    [Fact, Rule("W11")]
    public void Where_people_sit_their_tables_and_the_programme_go_on() => Rehearsing.After(new BeginProgramme(Monday), new StartGame(Monday), new SendMessage("Nog tien minuten", Monday))
        .When(End(hasPeople: true, 4, 5, 6))
        .Then(new RehearsalEnded([new(One, Id(4)), new(Two, Id(5))], false, 70, Monday))
        .And(workshop =>
        {
            Assert.Equal([Id(4), Id(5), Three], workshop.Tables.Select(table => table.Id));
            Assert.Equal((GameState.Open, Game.Id, "Nog tien minuten"), (workshop.Game, workshop.Current!.Value, workshop.Message));
            Assert.Equal([One, Two], workshop.ToErase!.Tables);
        });

    [Fact, Rule("W11")]
    public void A_table_that_came_meanwhile_is_not_forgotten() => Rehearsing.When(End(hasPeople: false, 4, 5)).ThenRefused(Reason.NotNow);

    [Fact, Rule("W11"), Rule("L2")]
    public void Ended_twice_is_ended_once() => Rehearsing.After(End(hasPeople: false, 4, 5, 6)).When(End(hasPeople: false, 7, 8, 9)).ThenNothing();

    [Fact, Rule("W11")]
    public void A_closed_workshop_can_still_be_cleared_up() => Rehearsing.After(new CloseWorkshop(Monday), End(hasPeople: false, 4, 5, 6)).When(new EraseRehearsal(Monday))
        .Then(new RehearsalErased()).And(workshop => Assert.Null(workshop.ToErase));

    [Fact, Rule("W11")]
    public void After_a_rehearsal_comes_the_workshop_or_another_rehearsal() => Rehearsing.After(new StartGame(Monday), End(hasPeople: false, 4, 5, 6), new EraseRehearsal(Monday))
        .When(Begin(Id(4))).Then(new RehearsalBegun([Id(4)], 4, Tempo.Brisk, Monday));

    [Fact, Rule("W11"), Rule("P5")]
    public void People_and_stand_ins_are_never_in_one_sum()
    {
        var tables = new Dictionary<TableId, Table> { [One] = Played("veiligheid-1"), [Two] = Played("veiligheid-1"), [Three] = Played("veiligheid-1") };

        Assert.Equal([3], PlayedCards.Told(Rehearsing.State, tables).Single().Pawns.Select(pawn => pawn.Table).Distinct());
        Assert.Equal([3], PlayedCards.Closed(Rehearsing.State, tables).Single().Pawns.Select(pawn => pawn.Table).Distinct());
        Assert.Equal([1, 2], PlayedCards.Rehearsed(Rehearsing.State, tables).Single().Pawns.Select(pawn => pawn.Table).Distinct());
        Assert.Equal([1, 2, 3], PlayedCards.Told(Started.State, tables).Single().Pawns.Select(pawn => pawn.Table).Distinct());
        Assert.Empty(PlayedCards.Rehearsed(Started.State, tables));
    }

    private static Table Played(string card) => Table.Empty with { Played = [new(1, new(card), RoundKind.Statement, null, Monday) { Pile = Pile.Green, First = [new(new(1), new(2)), new(new(2), new(3))] }] };

    private static BeginRehearsal Begin(params TableId[] tables) => new(tables, 4, Tempo.Brisk, Monday);

    private static EndRehearsal End(bool hasPeople, params int[] fresh) => new([.. fresh.Select(Id)], hasPeople, 70, Monday);

    private static TableId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
